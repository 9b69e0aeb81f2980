"""Kill -9 in the middle of scan, encode and export: nothing lost, nothing doubled."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from gallery_app.jobs.export.request import ExportRequest
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.conftest import make_library
from tests.photos import noise, save_photo

PHOTOS = 420  # more than two batches of the scan


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("killed") / "photos"
    for number in range(PHOTOS):
        save_photo(folder / f"p{number:03}.jpg", noise(48, 32, seed=number))
    return folder


def kill_when(directory: Path, arguments: list[str], reached: Callable[[], bool]) -> None:
    """Start a command, kill it as soon as ``reached``, and see that its workers end too."""
    command = [sys.executable, "-m", "gallery_app", "--library", str(directory), *arguments]
    child = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < until, "it never got there"
        with suppress(subprocess.TimeoutExpired):
            child.wait(0.005)
            pytest.fail("it ended before it could be killed")
    workers = psutil.Process(child.pid).children(recursive=True)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert not alive, "workers outlive the program"


def count(directory: Path, table: str) -> int:
    with sqlite3.connect(f"file:{directory / 'catalogue.sqlite'}?mode=ro", uri=True) as db:
        found: int = db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
    db.close()
    return found


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    make_library(tmp_path / "library").close()
    return tmp_path / "library"


def check_whole(directory: Path) -> None:
    library = Library.open(directory)
    try:
        finish(library.rescan())
        counts = library.counts()
        paths = [photo.path for photo in library.photos(library.photo_ids())]
        assert (counts.photos, counts.vectors, counts.thumbnails) == (PHOTOS, PHOTOS, PHOTOS)
        assert (len(set(paths)), counts.missing, counts.problems) == (PHOTOS, 0, 0)
    finally:
        library.close()


def test_killed_in_the_middle_of_the_scan(directory: Path, folder: Path):
    kill_when(directory, ["add", str(folder)], lambda: count(directory, "photos") > 0)
    assert count(directory, "photos") < PHOTOS
    check_whole(directory)


def test_killed_in_the_middle_of_encoding(directory: Path, folder: Path):
    kill_when(directory, ["add", str(folder)], lambda: count(directory, "vectors") > 0)
    assert count(directory, "vectors") < PHOTOS
    check_whole(directory)


def test_killed_in_the_middle_of_an_export(directory: Path, folder: Path, tmp_path: Path):
    library = Library.open(directory)
    finish(library.add_folders([folder]))
    library.tag("Places/Paris", library.photo_ids())
    library.close()
    out = tmp_path / "out"
    kill_when(
        directory, ["export", "xmp", "--out", str(out)], lambda: len(list(out.rglob("*.xmp"))) > 5
    )
    sidecars = list(out.rglob("*.xmp"))
    assert len(sidecars) < PHOTOS
    assert all(path.read_text().count("Places|Paris") == 1 for path in sidecars)

    library = Library.open(directory)
    report = finish(library.export(ExportRequest("xmp", out)))
    library.close()
    assert report.written + report.unchanged == PHOTOS
    written = [path for path in out.rglob("*") if path.is_file() and path.suffix == ".xmp"]
    assert len(written) == PHOTOS
    assert all(path.read_text().count("Places|Paris") == 1 for path in written)
