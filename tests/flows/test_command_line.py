"""The command line as scripts see it: JSON, exit codes, one sentence for each mistake."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.conftest import make_library
from tests.photos import noise, save_photo


class CommandLine:
    """Runs `handful` as a process on one library."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def run(self, *arguments: object) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "gallery_app", "--library", str(self.directory), "--json"]
        return subprocess.run(
            [*command, *map(str, arguments)], capture_output=True, text=True, check=False
        )

    def answer(self, *arguments: object) -> Any:
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def complaint(self, *arguments: object, code: int = 1) -> str:
        """Run what must fail and return its one sentence."""
        done = self.run(*arguments)
        assert (done.returncode, done.stdout) == (code, ""), done
        lines = done.stderr.strip().splitlines()
        assert "Traceback" not in done.stderr
        return lines[-1]


@pytest.fixture
def handful(tmp_path: Path) -> CommandLine:
    make_library(tmp_path / "library").close()
    return CommandLine(tmp_path / "library")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(4):
        save_photo(tmp_path / "photos" / f"p{number}.jpg", noise(seed=number))
    return tmp_path / "photos"


def test_the_main_job_step_by_step(handful: CommandLine, folder: Path, tmp_path: Path):
    added = handful.answer("add", folder)
    assert set(added) == {
        *("photos", "new", "changed", "moved", "missing", "problems", "vectors", "seconds")
    }
    assert (added["photos"], added["vectors"]) == (4, 4)

    photos = handful.answer("photos")
    assert set(photos[0]) == {"id", "path", "taken", "width", "height", "tags", "missing"}
    first, second = photos[0]["path"], photos[1]["path"]
    assert handful.answer("tag", "add", "Places/Paris", first, folder / "nowhere.jpg") == {
        "changed": 1,
        "unmatched": [str(folder / "nowhere.jpg")],
    }
    assert handful.answer("tag", "rename", "Places", "Travel") == {"changed": 1}
    assert handful.answer("tag", "list") == [{"tag": "Travel/Paris", "photos": 1}]
    assert handful.answer("tag", "delete", "Travel") == {"changed": 1}
    assert handful.answer("undo") == {"undone": "deleted the tag “Travel”"}
    handful.answer("undo")
    assert handful.answer("tag", "list") == [{"tag": "Places/Paris", "photos": 1}]
    assert [p["path"] for p in handful.answer("photos", "tag:paris")] == [first]

    suggested = handful.answer("suggest", "--all")
    assert all(0.01 <= s["probability"] <= 1 for s in suggested)
    assert handful.answer("verdict", "no", "Places/Paris", second) == {"changed": 1}
    assert second not in [s["path"] for s in handful.answer("suggest", "--all")]

    similar = handful.answer("similar", first, "-n", "2")
    assert len(similar) == 2
    assert first not in [s["path"] for s in similar]
    assert handful.answer("duplicates") == []
    assert handful.answer("clusters") == []

    out = tmp_path / "vectors.npz"
    assert handful.answer("export", "vectors", "--out", out) == {"written": 1}
    rehearsal = handful.answer("export", "xmp", "--dry-run")
    assert (rehearsal["written"], len(list(folder.glob("*.xmp")))) == (1, 0)
    assert handful.answer("export", "xmp", "--photos", "tag:paris")["written"] == 1
    assert "no such photo" in handful.complaint("export", "xmp", "--photos", "1999")
    assert handful.answer("undo") == {"undone": "exported 1 XMP sidecars"}
    assert list(folder.glob("*.xmp")) == []
    assert handful.answer("export", "xmp", "--waiting")["waiting"] == []
    assert "give --waiting with xmp alone" in handful.complaint("export", "csv", "--waiting")
    [encoder] = handful.answer("encoders", "list")
    assert set(encoder) == {"name", "dim", "source", "active", "provider", "photos_per_s"}
    assert all(set(check) == {"check", "ok", "detail"} for check in handful.answer("doctor"))


def test_a_sidecar_can_go_to_another_folder(handful: CommandLine, folder: Path, tmp_path: Path):
    handful.answer("add", folder)
    handful.answer("tag", "add", "A", folder / "p0.jpg")
    assert handful.answer("export", "xmp", "--out", tmp_path / "out")["written"] == 1
    assert handful.answer("export", "xmp", "--out", tmp_path / "out")["unchanged"] == 1
    assert [path.name for path in (tmp_path / "out").rglob("*.xmp")] == ["p0.jpg.xmp"]
    assert list(folder.glob("*.xmp")) == []


def test_organise_does_all_of_it(handful: CommandLine, folder: Path, tmp_path: Path):
    table = tmp_path / "tags.csv"
    table.write_text("path,tag\nphotos/p0.jpg,A\nphotos/p1.jpg,B\n")
    summary = handful.answer("organise", folder, "--tags", table, "--out", tmp_path / "out")
    assert (summary["photos"], summary["imported"], summary["tags"]) == (4, 2, 2)
    assert summary["xmp"]["written"] >= 2
    assert (tmp_path / "out" / "tags.csv").is_file()


def test_mistakes_get_one_sentence(handful: CommandLine, folder: Path, tmp_path: Path):
    handful.answer("add", folder)
    assert "nowhere" in handful.complaint("add", tmp_path / "nowhere")
    assert "is a file" in handful.complaint("add", folder / "p0.jpg")
    assert "not in the library" in handful.complaint("similar", tmp_path / "x.jpg")
    unknown = handful.complaint("suggest", "--tag", "Unknown")
    assert unknown.startswith("There is no tag “Unknown”")
    assert unknown.endswith("Try: handful tag list")
    assert "nothing to undo" in handful.complaint("undo")
    assert "colour:" in handful.complaint("photos", "colour:red")
    assert "not a tag" in handful.complaint("tag", "add", "A//B", folder / "p0.jpg")
    assert "no encoder" in handful.complaint("encoders", "use", "nothing")
    (tmp_path / "wrong.csv").write_text("file,label\na,b\n")
    assert "wrong.csv" in handful.complaint("tag", "import", tmp_path / "wrong.csv")
    (tmp_path / "bad.csv").write_bytes(b"path,tag\n\xff\xfe,x\n")
    assert "UTF-8" in handful.complaint("tag", "import", tmp_path / "bad.csv")
    (tmp_path / "no.onnx").write_bytes(b"not a network")
    assert "no.onnx" in handful.complaint("encoders", "add", tmp_path / "no.onnx")


def test_a_query_is_typed_as_in_the_search_bar(handful: CommandLine, folder: Path):
    handful.answer("add", folder)
    for name, photo in (("Places/New York", "p0"), ("dog", "p1"), ("Mum's", "p2")):
        handful.answer("tag", "add", name, folder / f"{photo}.jpg")

    def found(*words: str) -> set[str]:
        return {Path(photo["path"]).stem for photo in handful.answer("photos", *words)}

    everything = {"p0", "p1", "p2", "p3"}
    assert found("tag:Places/New York") == {"p0"}  # the shell has taken the quotes
    assert found('tag:"New York"') == {"p0"}
    assert found("tag:Mum's") == {"p2"}
    assert found("-tag:dog") == everything - {"p1"}
    assert found("-tag:New York", "p", "-tag:dog", "-p3") == {"p2"}
    assert found("tag:dog -p0") == {"p1"}
    assert found("-2019") == found("--", "-harbour") == everything
    assert handful.run("photos", "--json").returncode == 2
    assert handful.run("photos", "--help").stdout.startswith("usage:")


def test_a_closed_pipe_and_a_narrow_encoding_are_no_mistakes(handful: CommandLine, tmp_path: Path):
    for number in range(3):
        save_photo(tmp_path / "photos" / f"Größe 😀\n{number}.jpg", noise(seed=number))
    handful.answer("add", tmp_path / "photos")
    command = f"{sys.executable} -m gallery_app --library {handful.directory}"
    piped = subprocess.run(
        f"set -o pipefail; {command} photos | true",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (piped.returncode, piped.stderr) == (0, "")
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii"}
    text = subprocess.run([*command.split(), "photos"], env=narrow, capture_output=True, check=True)
    assert b"Gr\\xf6\\xdfe" in text.stdout
    data = subprocess.run(
        [*command.split(), "--json", "photos"], env=narrow, capture_output=True, check=True
    )
    assert "Größe 😀\n" in json.loads(data.stdout.decode())[0]["path"]


def test_a_library_that_may_only_be_read(handful: CommandLine, folder: Path):
    handful.answer("add", folder)
    mounted = subprocess.run(
        ["mount", "--bind", "-o", "ro", handful.directory, handful.directory],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("mounting is not permitted here")
    try:
        assert len(handful.answer("photos")) == 4
        assert handful.answer("tag", "list") == []
        assert "cannot be written" in handful.complaint(
            "tag", "add", "A", folder / "p0.jpg", code=3
        )
        assert "cannot be written" in handful.complaint("suggest", code=3)
        assert "cannot be made" in CommandLine(handful.directory / "new").complaint(
            "photos", code=3
        )
    finally:
        subprocess.run(["umount", handful.directory], check=True)


def test_stopping_with_ctrl_c_leaves_no_process_and_no_traceback(
    handful: CommandLine, tmp_path: Path
):
    for number in range(60):
        save_photo(tmp_path / "many" / f"{number}.jpg", noise(seed=number))
    running = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gallery_app",
            "--library",
            handful.directory,
            "add",
            tmp_path / "many",
        ],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stderr is not None
    running.stderr.readline()  # it is at work
    workers: list[psutil.Process] = []
    while not workers:
        workers = psutil.Process(running.pid).children(recursive=True)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.splitlines()[-1] == "Stopped; what is done is kept. Run it again to go on."
    assert "Traceback" not in said
    assert psutil.wait_procs(workers, timeout=20)[1] == []


@pytest.mark.parametrize("arguments", [["add"], ["fly"], ["suggest", "--min", "2"], ["tag"]])
def test_wrong_usage_is_exit_code_2(handful: CommandLine, arguments: list[str]):
    assert handful.run(*arguments).returncode == 2


def test_an_empty_folder_is_no_mistake(handful: CommandLine, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    assert handful.answer("add", tmp_path / "empty")["photos"] == 0


def test_a_damaged_newer_or_foreign_catalogue_is_left_alone(tmp_path: Path):
    directory = tmp_path / "library"
    directory.mkdir()
    catalogue = directory / "catalogue.sqlite"
    catalogue.write_bytes(b"this is no database at all" * 100)
    assert "damaged" in CommandLine(directory).complaint("photos")
    assert catalogue.read_bytes().startswith(b"this is no database")

    catalogue.unlink()
    with sqlite3.connect(catalogue) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    assert "newer Handful" in CommandLine(directory).complaint("photos")


def test_a_locked_catalogue_is_the_surroundings(handful: CommandLine, folder: Path):
    handful.answer("add", folder)
    with sqlite3.connect(handful.directory / "catalogue.sqlite", isolation_level=None) as db:
        db.execute("BEGIN EXCLUSIVE")
        complaint = handful.complaint("tag", "add", "A", folder / "p0.jpg", code=3)
    db.close()
    assert "in use by another program" in complaint


def test_albums_stars_and_turns(handful: CommandLine, folder: Path):
    handful.answer("add", folder)
    first, second = folder / "p0.jpg", folder / "p1.jpg"
    assert handful.answer("rate", "4", first, second) == {"changed": 2}
    assert handful.answer("rate", "reject", second) == {"changed": 1}
    assert handful.answer("album", "add", "New York", first, second) == {"changed": 2}
    assert handful.answer("album", "remove", "new york", second) == {"changed": 1}
    handful.answer("album", "search", "Best", "rating:4..")
    assert handful.answer("album", "list") == [
        {"album": "Best", "photos": 1, "query": "rating:4.."},
        {"album": "New York", "photos": 1, "query": None},
    ]
    assert handful.answer("photos", "album:New York", "is:picked") == []
    assert len(handful.answer("photos", "album:New York")) == 1
    assert handful.answer("turn", "left", first) == {"changed": 1}
    assert "turned 1 photo" in handful.answer("undo")["undone"]
    assert "no album" in handful.complaint("album", "delete", "Old York")
    assert handful.answer("album", "delete", "Best") == {"changed": 1}
