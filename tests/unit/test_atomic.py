import errno
import os
from pathlib import Path

import pytest

from gallery_app.errors import SurroundingsError, UserError
from gallery_app.files.atomic import clean_leftovers, write_atomic


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_makes_and_replaces_files(tmp_path):
    path = tmp_path / "a.xmp"
    write_atomic(path, b"old")
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.xmp"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_keeps_permissions_and_gives_new_files_the_usual_ones(tmp_path):
    path = tmp_path / "a.xmp"
    write_atomic(path, b"old")
    (tmp_path / "usual").write_bytes(b"")
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    path.chmod(0o604)
    write_atomic(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o604


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real/a.xmp", tmp_path / "link.xmp"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(target.parent) == ["a.xmp"]


@pytest.mark.parametrize(
    ("code", "error", "words"),
    [
        (errno.ENOSPC, SurroundingsError, "disk is full"),
        (errno.EDQUOT, SurroundingsError, "disk is full"),
        (errno.EROFS, UserError, "write-protected"),
        (errno.EACCES, UserError, "write-protected"),
        (errno.ENOENT, SurroundingsError, "is gone"),
        (errno.EIO, SurroundingsError, "was not written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_trouble_is_told_and_leaves_the_old_file(tmp_path, monkeypatch, code, error, words, step):
    path = tmp_path / "a.xmp"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    with pytest.raises(error, match=words) as told:
        write_atomic(path, b"new")
    assert "a.xmp" in str(told.value)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.xmp"]


def test_what_is_read_back_is_compared(tmp_path, monkeypatch):
    path = tmp_path / "a.xmp"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"rotten")
    with pytest.raises(SurroundingsError, match="read back"):
        write_atomic(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.xmp"]


def test_a_locked_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a.xmp"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # The tests may run as root.
    with pytest.raises(UserError, match="write-protected"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(SurroundingsError, match="is gone"):
        write_atomic(tmp_path / "unplugged/a.xmp", b"new")


def test_only_old_leftovers_are_cleaned(tmp_path):
    old, young, other = (
        tmp_path / name for name in (".handful-1.tmp", ".handful-2.tmp", "photo.tmp")
    )
    for path in (old, young, other):
        path.write_bytes(b"x")
    for path in (old, other):
        os.utime(path, (1, 1))
    assert clean_leftovers(tmp_path) == 1
    assert names(tmp_path) == [".handful-2.tmp", "photo.tmp"]
