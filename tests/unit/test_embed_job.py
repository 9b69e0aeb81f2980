"""The embedding job never sticks: problems at the end, a dead process, a cancel, a lost photo."""

import itertools
import os
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from gallery_app.errors import SurroundingsError, UserError
from gallery_app.jobs import embed as module
from gallery_app.jobs import pace
from gallery_app.jobs.embed import embed
from gallery_app.jobs.job import finish
from gallery_app.jobs.scan import scan
from gallery_app.library import Library
from tests.photos import jpeg_bytes, noise, save_photo


@pytest.fixture
def scanned(library: Library, tmp_path: Path) -> Library:
    """Twelve photos; the last four, by path, cannot be decoded, and one is gone."""
    folder = tmp_path / "photos"
    for number in range(12):
        save_photo(folder / f"{number:02}.jpg", noise(seed=number))
    for number in range(8, 12):
        whole = jpeg_bytes(noise(seed=number))
        (folder / f"{number:02}.jpg").write_bytes(whole[: len(whole) // 2])
    library._catalogue.photos.add_folder(folder)
    finish(scan(library._place, library.folders()))
    (folder / "03.jpg").unlink()
    return library


def run(library: Library) -> int:
    encoder = library._catalogue.encoders.active()
    assert encoder is not None
    return finish(embed(library._place, encoder))


def die(folder: Path, name: str, threads: int | None, crops: np.ndarray) -> np.ndarray:
    os._exit(1)


def test_problems_at_the_end_and_a_photo_gone_meanwhile(scanned: Library):
    assert run(scanned) == 7
    counts = scanned.counts()
    assert (counts.vectors, counts.thumbnails, counts.problems) == (7, 7, 4)
    assert [p.path.name for p in scanned.photos(scanned.photo_ids("is:missing"))] == ["03.jpg"]
    assert run(scanned) == 0


def test_the_pace_of_many_photos_is_remembered(scanned: Library, monkeypatch: pytest.MonkeyPatch):
    encoders = scanned._catalogue.encoders
    with monkeypatch.context() as patch:
        patch.setattr(module, "_TELLING", 7)
        patch.setattr(pace, "time", SimpleNamespace(monotonic=itertools.count().__next__))
        assert run(scanned) == 7
    known = encoders.all()[0].photos_per_s
    assert known is not None
    assert 0 < known < 7
    library_photo = scanned.folders()[0].path / "later.jpg"
    save_photo(library_photo, noise(seed=99))
    finish(scan(scanned._place, scanned.folders()))
    assert run(scanned) == 1
    assert encoders.all()[0].photos_per_s == known  # one tells nothing


def test_a_process_that_dies_is_told_and_the_next_run_goes_on(
    scanned: Library, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as broken:
        broken.setattr(module, "encode", die)
        with pytest.raises(SurroundingsError, match="memory"):
            run(scanned)
    assert run(scanned) == 7


def test_a_cancelled_run_goes_on_later(scanned: Library):
    encoder = scanned._catalogue.encoders.active()
    assert encoder is not None
    job = embed(scanned._place, encoder)
    for _ in range(3):
        next(job)
    job.close()
    run(scanned)
    assert scanned.counts().vectors == 7


def test_photos_that_are_turned_meanwhile_are_encoded_again(scanned: Library):
    encoder = scanned._catalogue.encoders.active()
    assert encoder is not None
    job = embed(scanned._place, encoder)
    next(job)  # it knows what is to be done
    turned = scanned.find_photo(scanned.folders()[0].path / "00.jpg").id
    scanned.curation.turn(1, [turned])
    assert finish(job) == 7
    assert [one.photo_id for one in scanned._catalogue.vectors.pending(encoder.id)] == [turned]
    assert run(scanned) == 1
    assert run(scanned) == 0


def test_a_turned_photo_is_not_missing_because_its_drive_is_unplugged(scanned: Library):
    run(scanned)
    folder = scanned.folders()[0].path
    turned = scanned.find_photo(folder / "00.jpg").id
    scanned.curation.turn(1, [turned])
    folder.rename(folder.with_name("unplugged"))
    assert run(scanned) == 0
    assert not scanned.photos([turned])[0].missing
    folder.with_name("unplugged").rename(folder)
    assert run(scanned) == 1


def test_an_encoder_whose_file_is_gone(scanned: Library):
    for network in (scanned.directory / "encoders").glob("*.onnx"):
        network.unlink()
    with pytest.raises(UserError, match="add the encoder again"):
        run(scanned)
