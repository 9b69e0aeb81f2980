import dataclasses
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context

import numpy as np
import pytest
from PIL import Image

from gallery_app.errors import PhotoError
from gallery_app.files.decode import decode
from gallery_app.files.fingerprint import content_hash
from gallery_app.files.reader import read_facts, read_pixels, read_preview
from ssl_core.embed.preprocess import crop
from ssl_core.model_card import ModelCard
from tests import photos
from tests.photos import CORNERS, corners, noise, save_photo, scene, stored

CARD = ModelCard(
    name="test",
    dim=8,
    source="made for tests",
    licence="none",
    onnx="test.onnx",
    sha256="0" * 64,
    input_size=32,
    resize=40,
    interpolation="bicubic",
    mean=(0.0, 0.0, 0.0),
    std=(1.0, 1.0, 1.0),
    input_name="photo",
    vector_output="vector",
)


def test_facts_tell_all_that_the_file_says(tmp_path):
    told = photos.exif(
        taken="2024:05:06 07:08:09",
        offset="+02:00",
        make="Canon",
        model="Canon EOS R5",
        gps=((48.0, 30.0, 0.0), "N", (2.0, 15.0, 0.0), "W"),
        orientation=6,
    )
    path = save_photo(tmp_path / "a.jpg", stored(scene(), 6), exif=told)
    (tmp_path / "a.jpg.xmp").write_text(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4">'
        "<dc:subject><rdf:Bag><rdf:li>Paris</rdf:li></rdf:Bag></dc:subject>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    facts = read_facts(str(path))
    assert dataclasses.asdict(facts) == {
        "content_hash": content_hash(path),
        "size": path.stat().st_size,
        "modified_ns": path.stat().st_mtime_ns,
        "width": 96,
        "height": 64,
        "orientation": 6,
        "taken": "2024-05-06T07:08:09+02:00",
        "camera": "Canon EOS R5",
        "latitude": 48.5,
        "longitude": -2.25,
        "rating": 4,
        "tags": ("Paris",),
    }


def test_facts_need_no_pixels(tmp_path, monkeypatch):
    path = save_photo(tmp_path / "a.png")

    def refuse(_):
        pytest.fail("pixels were decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", refuse)
    assert read_facts(str(path)).width == 96


def test_one_decode_feeds_everything(tmp_path, monkeypatch):
    path = save_photo(tmp_path / "a.jpg", noise(1600, 1200))
    calls = []
    monkeypatch.setattr(
        "gallery_app.files.reader.decode",
        lambda *args, **sides: calls.append(args) or decode(*args, **sides),
    )
    pixels = read_pixels(str(path), CARD)
    assert len(calls) == 1
    thumbnail = Image.open(BytesIO(pixels.thumbnail))
    assert thumbnail.size == (400, 300)
    assert (pixels.crop.shape, pixels.crop.dtype) == ((32, 32, 3), np.uint8)
    assert isinstance(pixels.perceptual_hash, int)


@pytest.mark.parametrize("side", [32, 500])
def test_the_crop_is_what_the_whole_photo_would_give(tmp_path, side):
    grain = np.random.default_rng(0).integers(0, 256, (1200, 1600, 3), np.uint8)
    photo = Image.fromarray(grain).resize((800, 600), Image.Resampling.BOX)
    path = save_photo(tmp_path / "a.png", photo.resize((1600, 1200), Image.Resampling.BICUBIC))
    card = dataclasses.replace(CARD, input_size=side, resize=side + 50)
    found = read_pixels(str(path), card).crop.astype(float)
    with Image.open(path) as whole:
        assert np.abs(found - crop(whole, card)).mean() < 3


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_turned_photo_is_read_as_it_is_shown_and_kept_as_it_is(tmp_path, turn):
    upright = scene(1600, 1200)
    lying = save_photo(tmp_path / "lying.png", upright.rotate(90 * turn, expand=True))
    wanted = read_pixels(str(save_photo(tmp_path / "upright.png", upright)), CARD)
    found = read_pixels(str(lying), CARD, turn)
    assert found.thumbnail == read_pixels(str(lying), CARD).thumbnail
    assert np.abs(found.crop.astype(float) - wanted.crop).mean() < 3
    assert (found.perceptual_hash ^ wanted.perceptual_hash).bit_count() <= 6


def test_the_perceptual_hash_outlives_resizing(tmp_path):
    first = read_pixels(str(save_photo(tmp_path / "a.jpg", noise(1600, 1200))))
    same = read_pixels(str(save_photo(tmp_path / "b.png", noise(1600, 1200).resize((640, 480)))))
    other = read_pixels(str(save_photo(tmp_path / "c.jpg", noise(1600, 1200, seed=1))))
    assert (first.perceptual_hash ^ same.perceptual_hash).bit_count() <= 6
    assert (first.perceptual_hash ^ other.perceptual_hash).bit_count() > 12


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4000, 3000), (500, 375)),
        ((1900, 950), (475, 238)),
        ((1400, 700), (512, 256)),
        ((90, 60), (90, 60)),
    ],
)
def test_a_thumbnail_a_little_small_spares_half_the_decoding(tmp_path, size, expected):
    path = save_photo(tmp_path / "a.jpg", scene(*size))
    assert Image.open(BytesIO(read_pixels(str(path)).thumbnail)).size == expected


def test_no_card_no_crop(tmp_path):
    assert read_pixels(str(save_photo(tmp_path / "a.jpg"))).crop is None


@pytest.mark.parametrize(("side", "size"), [(48, (48, 32)), (500, (96, 64))])
def test_the_preview_fits_and_stands_upright(tmp_path, side, size):
    told = photos.exif(orientation=8)
    path = save_photo(tmp_path / "a.jpg", stored(scene(), 8), exif=told)
    rows, width, height = read_preview(str(path), side)
    assert (width, height) == size
    blue, green, red, _ = Image.frombytes("RGBA", size, rows).split()
    assert corners(Image.merge("RGB", (red, green, blue))) == [*CORNERS]


@pytest.mark.parametrize("read", [read_facts, read_pixels, lambda path: read_preview(path, 9)])
def test_bad_files_give_reasons(tmp_path, read):
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    for name in ("a.jpg", "missing.jpg"):
        with pytest.raises(PhotoError) as told:
            read(str(tmp_path / name))
        assert told.value.reason


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(1 << 40)  # A hole: takes no space.
    with pytest.raises(PhotoError, match="larger"):
        read_facts(str(tmp_path / "a.jpg"))


def test_results_and_reasons_travel_between_processes(tmp_path):
    path = save_photo(tmp_path / "a.jpg")
    (tmp_path / "cut.jpg").write_bytes(path.read_bytes()[:-200])
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        facts = pool.submit(read_facts, str(path))
        pixels = pool.submit(read_pixels, str(path), CARD)
        cut = pool.submit(read_pixels, str(tmp_path / "cut.jpg"), CARD)
        assert facts.result() == read_facts(str(path))
        assert pixels.result().thumbnail == read_pixels(str(path)).thumbnail
        with pytest.raises(PhotoError) as told:
            cut.result()
    assert told.value.reason == "the file is cut off"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts memory reliably")
def test_a_photo_beyond_the_memory_limit_fails_alone(tmp_path):
    path = save_photo(tmp_path / "a.png", Image.new("RGB", (12_000, 10_000)), compress_level=1)
    small = save_photo(tmp_path / "b.png")
    code = (
        "import sys\n"
        "from gallery_app.errors import PhotoError\n"
        "from gallery_app.files.reader import start_reading, read_pixels\n"
        "start_reading(400 << 20)\n"
        "try:\n    read_pixels(sys.argv[1])\n"
        "except PhotoError as error:\n    print(error.reason)\n"
        "print(len(read_pixels(sys.argv[2]).thumbnail) > 0)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(path), str(small)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )
    assert ended.stdout.splitlines() == [
        "the picture needs more memory than one photo may take",
        "True",
    ]
