import os
import sys
from pathlib import Path

import pytest

from gallery_app.errors import UserError
from gallery_app.files.walk import FoundFile, PassedOver, walk
from tests.photos import jpeg_bytes, save_photo


def found(folder):
    return [str(f.path.relative_to(folder)) for f in walk(folder) if isinstance(f, FoundFile)]


def passed_over(folder):
    return {f.path.name: f.reason for f in walk(folder) if isinstance(f, PassedOver)}


def touch(path, data=b"x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_finds_photos_at_any_depth_in_a_fixed_order(tmp_path):
    for name in ("b.JPG", "a.jpeg", "trip/day 2/c.heic", "trip/day 1/d.nef", "é/e.webp"):
        touch(tmp_path / name)
    expected = ["a.jpeg", "b.JPG", "trip/day 1/d.nef", "trip/day 2/c.heic", "é/e.webp"]
    assert found(tmp_path) == expected
    assert found(tmp_path) == expected


def test_tells_size_and_time(tmp_path):
    path = save_photo(tmp_path / "a.jpg")
    os.utime(path, ns=(1, 1_234_567_891_000_000_000))
    assert list(walk(tmp_path)) == [FoundFile(path, path.stat().st_size, 1_234_567_891_000_000_000)]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.jpg",
        "._a.jpg",
        ".thumbnails/a.jpg",
        "@eaDir/a.jpg",
        "#recycle/a.jpg",
        "$RECYCLE.BIN/a.jpg",
        "Previews.lrdata/1/a.jpg",
        "My.photoslibrary/resources/derivatives/a.jpg",
    ],
)
def test_leaves_out_hidden_files_and_other_programs_copies(tmp_path, name):
    touch(tmp_path / name)
    assert list(walk(tmp_path)) == []


def test_enters_only_the_originals_of_an_apple_library(tmp_path):
    touch(tmp_path / "My.photoslibrary/originals/0/a.heic")
    touch(tmp_path / "My.photoslibrary/database/a.jpg")
    assert found(tmp_path) == ["My.photoslibrary/originals/0/a.heic"]


@pytest.mark.parametrize("name", ["notes.txt", "a.jpg.xmp", "film.MOV", "sound.mp3", "Makefile"])
def test_passes_in_silence_what_is_plainly_no_picture(tmp_path, name):
    touch(tmp_path / name, b"all: run\n")
    assert list(walk(tmp_path)) == []


@pytest.mark.parametrize("name", ["photo", "photo.php", "photo.5"])
def test_knows_a_photo_by_its_bytes(tmp_path, name):
    touch(tmp_path / name, jpeg_bytes())
    assert found(tmp_path) == [name]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jpg", b"", "empty"),
        ("a.unknown", b"", "empty"),
        ("a.psd", b"8BPS\0", "PSD"),
        ("a.qoi", b"qoif\0", "QOI"),
        ("blob", b"\x00\x01\x02", "not a picture"),
    ],
)
def test_reports_what_cannot_become_a_photo(tmp_path, name, data, words):
    touch(tmp_path / name, data)
    assert words in passed_over(tmp_path)[name]
    assert found(tmp_path) == []


def test_follows_links_once_and_real_folders_first(tmp_path):
    touch(tmp_path / "z real/a.jpg")
    outside = touch(tmp_path.parent / f"{tmp_path.name} outside/b.jpg")
    (tmp_path / "a link").symlink_to(tmp_path / "z real")
    (tmp_path / "z real/circle").symlink_to(tmp_path)
    (tmp_path / "elsewhere").symlink_to(outside.parent)
    assert found(tmp_path) == ["z real/a.jpg", "elsewhere/b.jpg"]


def test_reports_links_that_lead_nowhere(tmp_path):
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "not there.jpg")
    (tmp_path / "self.jpg").symlink_to(tmp_path / "self.jpg")
    reasons = passed_over(tmp_path)
    assert "gone" in reasons["gone.jpg"]
    assert "circle" in reasons["self.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_never_opens_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "a.jpg")
    os.mkfifo(tmp_path / "pipe")
    assert set(passed_over(tmp_path).values()) == {"it is not an ordinary file"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_reports_names_that_are_not_text(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jpg")).write_bytes(jpeg_bytes())
    ((name, reason),) = passed_over(tmp_path).items()
    assert name.encode() == "caf�.jpg".encode()
    assert "name" in reason


def test_reports_a_folder_that_cannot_be_read(tmp_path, monkeypatch):
    touch(tmp_path / "locked/a.jpg")
    touch(tmp_path / "open/b.jpg")
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert passed_over(tmp_path) == {"locked": "there is no permission to read the folder"}
    assert found(tmp_path) == ["open/b.jpg"]


def test_refuses_at_once_what_is_no_folder(tmp_path):
    with pytest.raises(UserError, match="There is no folder"):
        walk(tmp_path / "missing")
    with pytest.raises(UserError, match="is a file"):
        walk(touch(tmp_path / "a.jpg"))
