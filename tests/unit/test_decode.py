import warnings
from contextlib import suppress

import numpy as np
import pytest
from PIL import Image

from gallery_app.errors import PhotoError
from gallery_app.files import decode as decode_module
from gallery_app.files.decode import decode, read_header
from gallery_app.files.formats import Format
from tests import photos
from tests.photos import CORNERS, corners, save_photo, scene, stored


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "tif", "gif", "bmp", "heic", "avif"])
def test_opens_every_format_upright_in_rgb(tmp_path, extension):
    path = save_photo(tmp_path / f"a.{extension}")
    photo = decode(path, 64)
    assert (photo.mode, photo.size, corners(photo)) == ("RGB", (96, 64), [*CORNERS])
    header = read_header(path)
    assert (header.width, header.height, header.orientation) == (96, 64, 1)


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "tif", "heic", "avif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_turns_upright_once(tmp_path, extension, orientation):
    told = photos.exif(orientation=orientation)
    path = tmp_path / f"a.{extension}"
    save_photo(path, stored(scene(), orientation), exif=told)
    photo = decode(path, 16)
    assert corners(photo) == [*CORNERS]
    assert photo.width > photo.height
    header = read_header(path)
    assert (header.width, header.height) == (96, 64)


def test_nonsense_orientation_counts_as_upright(tmp_path):
    path = save_photo(tmp_path / "a.jpg", exif=photos.exif(orientation=77))
    assert corners(decode(path, 16)) == [*CORNERS]
    assert read_header(path).orientation == 1


@pytest.mark.parametrize("extension", ["jpg", "png"])
@pytest.mark.parametrize(
    ("short", "long", "size"),
    [(100, 1, (200, 100)), (101, 1, (400, 200)), (1, 400, (400, 200)), (999, 999, (1600, 800))],
)
def test_decodes_as_few_pixels_as_are_enough(tmp_path, extension, short, long, size):
    path = save_photo(tmp_path / f"a.{extension}", scene(1600, 800))
    photo = decode(path, short, long)
    if extension == "jpg" or short != 101:
        assert photo.size == size
    assert min(photo.size) >= min(short, 800)
    assert max(photo.size) >= min(long, 1600)
    assert corners(photo) == [*CORNERS]


def test_jpeg_is_shrunk_inside_the_decoder(tmp_path, monkeypatch):
    path = save_photo(tmp_path / "a.jpg", scene(1600, 800))
    monkeypatch.setattr(
        decode_module, "make_reducible", lambda photo: sizes.append(photo.size) or photo
    )
    sizes = []
    decode(path, 100)
    assert sizes == [(200, 100)]


@pytest.mark.parametrize(
    ("mode", "extension"),
    [
        ("1", "png"),
        ("L", "png"),
        ("LA", "png"),
        ("P", "png"),
        ("RGBA", "png"),
        ("I;16", "png"),
        ("CMYK", "tif"),
        ("YCbCr", "tif"),
        ("LAB", "tif"),
        ("I", "tif"),
        ("F", "tif"),
        ("CMYK", "jpg"),
    ],
)
def test_every_mode_becomes_rgb(tmp_path, mode, extension):
    photo = Image.new("L", (48, 48), 100)
    photo = Image.new("LAB", (48, 48), (110, 128, 128)) if mode == "LAB" else photo.convert(mode)
    photo = decode(save_photo(tmp_path / f"a.{extension}", photo), 8)
    assert photo.mode == "RGB"
    if mode not in {"1", "I;16"}:
        assert np.abs(np.asarray(photo, np.int32) - 100).max() <= 8


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.full((8, 8), 32768, np.uint16), 128),
        (np.full((8, 8), 0.5, np.float32), 128),
        (np.full((8, 8), 100, np.float32), 100),
        (np.full((8, 8), 100, np.int32), 100),
        (np.full((8, 8), 32768, np.int32), 128),
        (np.full((8, 8), np.nan, np.float32), 0),
        (np.full((8, 8), -5, np.float32), 0),
    ],
)
def test_deep_greys_keep_their_brightness(tmp_path, values, expected):
    path = save_photo(tmp_path / "a.tif", Image.fromarray(values))
    assert decode(path, 4).getpixel((0, 0)) == (expected,) * 3


def test_greys_without_a_known_white_are_stretched(tmp_path):
    values = np.linspace(-1e6, 3e6, 16, dtype=np.float32).reshape(4, 4)
    path = save_photo(tmp_path / "a.tif", Image.fromarray(values))
    photo = decode(path, 4)
    assert (photo.getpixel((0, 0)), photo.getpixel((3, 3))) == ((0,) * 3, (255,) * 3)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_lies_on_white(tmp_path, mode):
    photo = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    photo.paste((0, 0, 0, 255), (0, 0, 16, 32))
    path = save_photo(tmp_path / "a.png", photo.convert(mode))
    pixels = decode(path, 32)
    assert pixels.getpixel((4, 16)) == (0, 0, 0)
    assert pixels.getpixel((28, 16)) == (255, 255, 255)


def test_a_colour_key_lies_on_white(tmp_path):
    path = save_photo(tmp_path / "a.png", scene(8, 8), transparency=photos.RED)
    assert decode(path, 8).getpixel((0, 0)) == (255, 255, 255)
    assert decode(path, 8).getpixel((0, 7)) == photos.BLUE


def test_a_profile_is_applied_and_a_broken_one_is_not(tmp_path):
    photo = Image.new("RGB", (16, 16), (200, 30, 30))
    swapped = save_photo(tmp_path / "a.png", photo, icc_profile=photos.swapped_profile())
    red, _, blue = decode(swapped, 16).getpixel((0, 0))
    assert blue > 150 > red
    broken = save_photo(tmp_path / "b.png", photo, icc_profile=b"not a profile at all" * 9)
    assert decode(broken, 16).getpixel((0, 0)) == (200, 30, 30)


@pytest.mark.parametrize("extension", ["gif", "png", "webp", "tif"])
def test_reads_the_first_frame(tmp_path, extension):
    frames = [Image.new("RGB", (16, 16), "black"), Image.new("RGB", (16, 16), "white")]
    path = save_photo(
        tmp_path / f"a.{extension}", frames[0], save_all=True, append_images=frames[1:]
    )
    assert max(decode(path, 16).getpixel((8, 8))) < 8


def test_reads_the_first_of_a_burst(tmp_path):
    path = tmp_path / "a.jpg"
    scene().save(path, "MPO", save_all=True, append_images=[scene().rotate(180)])
    assert corners(decode(path, 16)) == [*CORNERS]


@pytest.mark.parametrize("name", ["a.png", "a", "a.cr2.png", "a.heic"])
def test_trusts_the_bytes_not_the_extension(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(photos.jpeg_bytes())
    assert read_header(path).format is Format.JPEG
    assert corners(decode(path, 16)) == [*CORNERS]


def test_raw_is_developed_where_there_is_no_preview(tmp_path):
    path = tmp_path / "a.dng"
    path.write_bytes(photos.dng(orientation=6))
    header = read_header(path)
    assert (header.format, header.width, header.height) == (Format.RAW, 48, 64)
    photo = decode(path, 16)
    assert (photo.mode, photo.size) == ("RGB", (24, 32))


@pytest.mark.parametrize("name", ["a.dng", "a.tif"])
def test_raw_shows_the_cameras_preview_upright(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(photos.dng(6, photos.jpeg_bytes(stored(scene(64, 96), 6))))
    photo = decode(path, 16)
    assert photo.width < photo.height
    assert corners(photo) == [*CORNERS]


@pytest.mark.parametrize("name", ["a.dng", "a.tif"])
def test_a_preview_too_small_is_passed_over(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(photos.dng(1, photos.jpeg_bytes(scene(12, 8))))
    assert decode(path, 24).size == (32, 24)
    assert read_header(path).width == 64


HOSTILE = {
    "bomb.png": (photos.png_header(60_000, 60_000), "larger"),
    "short.png": (photos.png_header(1000, 1000), "cut off"),
    "cut.jpg": (photos.jpeg_bytes(photos.noise(400, 300))[:3000], "cut off"),
    "noend.jpg": (photos.jpeg_bytes()[:40], "damaged|cut off"),
    "empty.jpg": (b"", "empty"),
    "zeros.jpg": (bytes(5000), "not a picture"),
    "page.jpg": (b"<html>Not found</html>", "not a picture"),
    "none.gif": (photos.gif_without_frames(), "damaged|cut off"),
    "tags.tif": (photos.tiff_with_endless_tags(), "damaged|cut off"),
    "film.heic": (b"\0\0\0\x18ftypisom\0\0\0\0isomiso2", "not a picture"),
    "cut.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "damaged"),
    "cut.webp": (b"RIFF\xff\0\0\0WEBPVP8L\xff", "damaged"),
    "cut.nef": (b"II*\0\x08\0\0\0\xff\xff", "RAW|damaged|cut off"),
    "cut.cr3": (b"\0\0\0\x18ftypcrx \0\0\0\x01", "RAW|damaged|cut off"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_broken_files_give_a_reason(tmp_path, name):
    data, words = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PhotoError, match=words):
        decode(path, 16)


def test_limits_hold_before_decoding(tmp_path, monkeypatch):
    path = save_photo(tmp_path / "a.png")
    monkeypatch.setattr(decode_module, "MAX_PIXELS", 96 * 64 - 1)
    with pytest.raises(PhotoError, match="picture is larger"):
        read_header(path)
    monkeypatch.setattr(decode_module, "MAX_BYTES", 10)
    with pytest.raises(PhotoError, match="file is larger"):
        read_header(path)


@pytest.mark.parametrize("extension", ["webp", "heic", "avif"])
def test_formats_read_whole_have_limits_of_their_own(tmp_path, monkeypatch, extension):
    path = save_photo(tmp_path / f"a.{extension}")
    monkeypatch.setattr(decode_module, "MAX_WHOLE_PIXELS", 96 * 64 - 1)
    with pytest.raises(PhotoError, match="picture is larger"):
        read_header(path)
    monkeypatch.setattr(decode_module, "MAX_WHOLE_BYTES", 10)
    with pytest.raises(PhotoError, match="file is larger"):
        read_header(path)


def test_only_baseline_jpeg_may_be_larger(tmp_path, monkeypatch):
    monkeypatch.setattr(decode_module, "MAX_PIXELS", 96 * 64 - 1)
    assert decode(save_photo(tmp_path / "a.jpg"), 8).mode == "RGB"
    with pytest.raises(PhotoError, match="larger"):
        decode(save_photo(tmp_path / "b.jpg", progressive=True), 8)


def test_a_missing_file_is_told_as_such(tmp_path):
    with pytest.raises(PhotoError, match="the file is gone"):
        decode(tmp_path / "a.jpg", 8)


def test_every_cut_of_a_photo_is_survived(tmp_path):
    whole = photos.jpeg_bytes(exif=photos.exif(taken="2020:01:02 03:04:05", orientation=6))
    path = tmp_path / "a.jpg"
    for length in range(1, len(whole) - 2, 7):
        path.write_bytes(whole[:length])
        with pytest.raises(PhotoError):
            decode(path, 64)


@pytest.mark.parametrize("extension", ["jpg", "png", "gif", "tif", "webp", "bmp", "avif"])
def test_damaged_bytes_never_escape_as_another_error(tmp_path, extension):
    path = save_photo(tmp_path / f"a.{extension}", photos.noise(40, 30))
    whole = path.read_bytes()
    random = np.random.default_rng(1)
    for _ in range(60):
        data = bytearray(whole)
        for at in random.integers(0, len(data), 8):
            data[at] = random.integers(0, 256)
        path.write_bytes(data)
        with suppress(PhotoError):
            assert decode(path, 8).mode == "RGB"


def test_warnings_of_pillow_stay_inside(tmp_path):
    path = tmp_path / "a.jpg"
    circle = photos.exif_in_a_circle()
    path.write_bytes(photos.jpeg_bytes(exif=circle))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert decode(path, 8).mode == "RGB"
