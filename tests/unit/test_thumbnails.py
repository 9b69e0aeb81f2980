import errno
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from gallery_app.errors import PhotoError, SurroundingsError
from gallery_app.files.thumbnails import ThumbnailStore, load_bgra, make_thumbnail
from tests.photos import CORNERS, corners, noise, save_photo, scene

HASH = "ab" + "0" * 30


def test_keeps_what_it_is_given_under_the_hash(tmp_path):
    store = ThumbnailStore(tmp_path)
    assert not store.has(HASH)
    path = store.put(HASH, b"first")
    store.put(HASH, b"second")
    assert path == store.path(HASH) == tmp_path / "ab" / f"{HASH}.jpg"
    assert path.read_bytes() == b"second"
    assert store.has(HASH)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    store.remove(HASH)
    store.remove(HASH)
    assert not store.has(HASH)


def test_a_turned_photo_has_a_thumbnail_as_it_is_shown(tmp_path):
    store = ThumbnailStore(tmp_path)
    assert not store.shown(HASH, 1).exists()
    lying = scene(96, 64).rotate(90, expand=True)
    plain = store.put(HASH, make_thumbnail(lying))
    assert store.shown(HASH, 0) == plain
    with Image.open(store.shown(HASH, 1)) as upright:
        assert (upright.size, corners(upright)) == ((96, 64), list(CORNERS))
    store.remove(HASH)
    assert list((tmp_path / "ab").iterdir()) == []
    store.put(HASH, b"damaged")
    with pytest.raises(PhotoError):
        store.shown(HASH, 1)


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    def full(self, target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SurroundingsError, match="full"):
        ThumbnailStore(tmp_path).put(HASH, b"x")
    assert list((tmp_path / "ab").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SurroundingsError, match="cannot be written"):
        ThumbnailStore(tmp_path / "file").put(HASH, b"x")


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1600, 800), (512, 256)),
        ((300, 900), (171, 512)),
        ((40, 30), (40, 30)),
        ((5000, 1), (512, 1)),
    ],
)
def test_a_thumbnail_has_at_most_512_pixels_a_side(size, expected):
    photo = scene(*size)
    thumbnail = Image.open(BytesIO(make_thumbnail(photo)))
    assert (thumbnail.format, thumbnail.mode, thumbnail.size) == ("JPEG", "RGB", expected)
    assert photo.size == size


def test_a_thumbnail_carries_no_metadata():
    photo = noise(600, 400)
    photo.info.update(icc_profile=b"x" * 500, exif=b"Exif\0\0secret", comment=b"secret")
    thumbnail = Image.open(BytesIO(make_thumbnail(photo)))
    assert not {"icc_profile", "exif", "comment"} & thumbnail.info.keys()


@pytest.mark.parametrize(
    ("side", "expected"), [(600, (512, 256)), (512, (512, 256)), (100, (100, 50))]
)
def test_rows_for_the_window_are_opaque_bgra(tmp_path, side, expected):
    path = tmp_path / "a.jpg"
    path.write_bytes(make_thumbnail(scene(1024, 512)))
    rows, width, height = load_bgra(path, side)
    assert (width, height) == expected
    assert len(rows) == 4 * width * height
    blue, green, red, alpha = Image.frombytes("RGBA", (width, height), rows).split()
    assert corners(Image.merge("RGB", (red, green, blue))) == [*CORNERS]
    assert alpha.getextrema() == (255, 255)


def test_a_grey_thumbnail_loads_too(tmp_path):
    path = save_photo(tmp_path / "a.jpg", Image.new("L", (16, 8), 128))
    assert load_bgra(path, 16)[0][:4] == bytes((128, 128, 128, 255))


@pytest.mark.parametrize("data", [None, b"", b"\xff\xd8\xff\xe0", b"BM" + bytes(100)])
def test_a_missing_or_damaged_thumbnail_is_told(tmp_path, data):
    if data is not None:
        (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(PhotoError):
        load_bgra(tmp_path / "a.jpg", 100)
