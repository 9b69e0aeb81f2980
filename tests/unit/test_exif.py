import struct

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from PIL import Image

from gallery_app.files.exif import Exif, read_exif
from tests import photos
from tests.photos import save_photo

FORMATS = ["jpg", "png", "webp", "tif", "heic", "avif"]
PARIS = ((48.0, 51.0, 30.24), "N", (2.0, 17.0, 40.2), "E")


def read(tmp_path, extension="jpg", xmp=None, **fields):
    options = {"exif": photos.exif(**fields)}
    if xmp is not None:
        options = {"xmp": xmp_packet(xmp)}
    return read_exif(save_photo(tmp_path / f"a.{extension}", **options))


def xmp_packet(attributes):
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        f"{attributes}/></rdf:RDF></x:xmpmeta>"
    ).encode()


@pytest.mark.parametrize("extension", FORMATS)
def test_reads_every_format_alike(tmp_path, extension):
    found = read(
        tmp_path,
        extension,
        taken="2024:05:06 07:08:09",
        offset="+02:00",
        fraction="25",
        make="NIKON CORPORATION",
        model="NIKON D90",
        gps=PARIS,
    )
    assert found == Exif("2024-05-06T07:08:09.250000+02:00", "NIKON D90", 48.8584, 2.2945)


def test_reads_raw(tmp_path):
    (tmp_path / "a.dng").write_bytes(photos.dng())
    assert read_exif(tmp_path / "a.dng").camera == "Handful Test"


@pytest.mark.parametrize(
    ("taken", "offset", "expected"),
    [
        ("2024:05:06 07:08:09", None, "2024-05-06T07:08:09"),
        ("2024:05:06 07:08:09", "-03:30", "2024-05-06T07:08:09-03:30"),
        ("2024:05:06 07:08:09", "Z", "2024-05-06T07:08:09+00:00"),
        ("2024:05:06 07:08:09", "+99:00", "2024-05-06T07:08:09"),
        ("2024:05:06 07:08:09", "   :  ", "2024-05-06T07:08:09"),
        ("2024-05-06T07:08:09", None, "2024-05-06T07:08:09"),
        ("0000:00:00 00:00:00", None, None),
        ("    :  :     :  :  ", None, None),
        ("2023:02:29 10:00:00", None, None),
        ("2023:02:28 25:00:00", None, None),
        ("0001:01:01 00:00:00", None, None),
        ("yesterday", None, None),
    ],
)
def test_takes_only_dates_that_were(tmp_path, taken, offset, expected):
    assert read(tmp_path, taken=taken, offset=offset).taken == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('photoshop:DateCreated="2019-04-05"', "2019-04-05T00:00:00"),
        ('photoshop:DateCreated="2019-04-05T06:07:08.5+01:00"', "2019-04-05T06:07:08.500000+01:00"),
        ('photoshop:DateCreated="2019"', None),
        ('exif:DateTimeOriginal="2018-01-02T03:04" photoshop:DateCreated="2019-04-05"',
         "2018-01-02T03:04:00"),
    ],
)  # fmt: skip
def test_falls_back_on_xmp(tmp_path, attributes, expected):
    assert read(tmp_path, xmp=attributes).taken == expected


def test_the_date_of_change_comes_last(tmp_path):
    block = Image.Exif()
    block[306] = "2024:01:01 00:00:00"
    path = save_photo(tmp_path / "a.jpg", exif=block.tobytes())
    assert read_exif(path).taken == "2024-01-01T00:00:00"
    block[0x8769] = {0x9004: "2020:01:01 00:00:00"}
    path = save_photo(tmp_path / "a.jpg", exif=block.tobytes())
    assert read_exif(path).taken == "2020-01-01T00:00:00"


@pytest.mark.parametrize(
    ("make", "model", "expected"),
    [
        ("Canon", "Canon EOS R5", "Canon EOS R5"),
        ("SONY", "ILCE-7M4", "SONY ILCE-7M4"),
        ("FUJIFILM  ", "X-T5\0\0", "FUJIFILM X-T5"),
        ("Apple", None, "Apple"),
        (None, "Model", "Model"),
        ("\0\0", "   ", None),
    ],
)
def test_names_the_camera_once(tmp_path, make, model, expected):
    assert read(tmp_path, make=make, model=model).camera == expected


@pytest.mark.parametrize(
    ("gps", "expected"),
    [
        (((33.0, 57.552, 0.0), "S", (18.0, 25.0, 0.0), "W"), (-33.9592, -18.4166667)),
        (((0.0, 0.0, 0.0), "N", (0.0, 0.0, 0.0), "E"), (None, None)),
        (((91.0, 0.0, 0.0), "N", (2.0, 0.0, 0.0), "E"), (None, None)),
        (((48.0, 0.0, 0.0), "", (2.0, 0.0, 0.0), "E"), (None, None)),
        (((48.0, 0.0, 0.0), "E", (2.0, 0.0, 0.0), "N"), (None, None)),
        (((48.0,), "N", (2.5,), "W"), (48.0, -2.5)),
    ],
)
def test_takes_only_places_that_are(tmp_path, gps, expected):
    found = read(tmp_path, gps=gps)
    assert (found.latitude, found.longitude) == expected


def test_reads_places_in_xmp(tmp_path):
    found = read(tmp_path, xmp='exif:GPSLatitude="33,57.552S" exif:GPSLongitude="18,25,12E"')
    assert (found.latitude, found.longitude) == (-33.9592, 18.42)


def test_a_folder_of_tags_in_a_circle_ends(tmp_path):
    path = save_photo(tmp_path / "a.jpg", exif=photos.exif_in_a_circle())
    assert read_exif(path) == Exif()


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"II*\0\xff\xff\xff\xff", bytes(1000)])
def test_files_without_metadata_have_none(tmp_path, data):
    (tmp_path / "a.jpg").write_bytes(data)
    assert read_exif(tmp_path / "a.jpg") == Exif()


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    tag=st.sampled_from([271, 272, 306, 0x9003, 0x9011, 0x9291, 1, 2, 3, 4]),
    value=st.one_of(
        st.binary(max_size=40),
        st.text(max_size=40),
        st.integers(0, 2**32 - 1),
        st.lists(st.floats(0, 1e9), min_size=1, max_size=5).map(tuple),
    ),
)
def test_survives_anything_in_any_field(tmp_path, tag, value):
    block = Image.Exif()
    folder = {271: None, 272: None, 306: None}.get(tag, 0x8769 if tag > 10 else 0x8825)
    block.update({tag: value} if folder is None else {folder: {tag: value}})
    try:
        data = block.tobytes()
    except (TypeError, ValueError, AttributeError, struct.error, UserWarning):
        reject()  # Pillow refuses to write some of it.
    if len(data) < 65_000:
        assert isinstance(read_exif(save_photo(tmp_path / "a.jpg", exif=data)), Exif)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(places=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=12))
def test_survives_damaged_blocks(tmp_path, places):
    block = bytearray(photos.exif(taken="2024:05:06 07:08:09", make="A", model="B", gps=PARIS))
    for at, value in places:
        block[at % (len(block) - 6) + 6] = value
    path = save_photo(tmp_path / "a.jpg", exif=bytes(block))
    assert isinstance(read_exif(path), Exif)
