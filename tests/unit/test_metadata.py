import codecs
from pathlib import Path

import exiv2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gallery_app.domain.tag import tag_key
from gallery_app.errors import UserError
from gallery_app.files.acdsee import read_categories, write_categories
from gallery_app.files.keywords import entry_of, merged_tags, tag_of
from gallery_app.files.metadata import read_metadata
from gallery_app.files.xmp_document import BLANK, RDF, XmpDocument

WORD = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="/|"), min_size=1)
TAG = st.lists(WORD, min_size=1, max_size=3).map("/".join).filter(lambda tag: tag_of(tag, "/"))


def photo(folder: Path, name: str = "a.jpg") -> Path:
    path = folder / name
    Image.new("RGB", (16, 8), "teal").save(path)
    return path


def bag(*words: str) -> exiv2.XmpArrayValue:
    value = exiv2.XmpArrayValue(exiv2.TypeId.xmpBag)
    for word in words:
        value.read(word)
    return value


def embed(path: Path, xmp: dict | None = None, iptc: list[bytes] = (), exif: dict | None = None):
    file = exiv2.ImageFactory.open(str(path))
    file.readMetadata()
    for key, value in (xmp or {}).items():
        file.xmpData()[key] = value
    for key, value in (exif or {}).items():
        file.exifData()[key] = value
    for raw in iptc:
        datum = exiv2.Iptcdatum(exiv2.IptcKey("Iptc.Application2.Keywords"))
        value = exiv2.DataValue(exiv2.TypeId.undefined)
        value.read(raw, exiv2.ByteOrder.bigEndian)
        datum.setValue(value)
        file.iptcData().add(datum)
    file.writeMetadata()


def packet(properties: str, attributes: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="{uri}"'
        for prefix, uri in {
            "dc": "http://purl.org/dc/elements/1.1/",
            "lr": "http://ns.adobe.com/lightroom/1.0/",
            "xmp": "http://ns.adobe.com/xap/1.0/",
            "acdsee": "http://ns.acdsee.com/iptc/1.0/",
            "MicrosoftPhoto": "http://ns.microsoft.com/photo/1.0",
        }.items()
    )
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'
        f'<rdf:Description rdf:about="" {spaces} {attributes}>{properties}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def subject(*words: str) -> str:
    listed = "".join(f"<rdf:li>{word}</rdf:li>" for word in words)
    return f"<dc:subject><rdf:Bag>{listed}</rdf:Bag></dc:subject>"


@pytest.mark.parametrize("extension", ["jpg", "tiff", "png", "webp"])
def test_embedded_hierarchy_is_kept_and_its_echoes_add_nothing(tmp_path, extension):
    path = photo(tmp_path, f"a.{extension}")
    embed(
        path,
        {
            "Xmp.lr.hierarchicalSubject": bag("Places|Paris", "People|Ann"),
            "Xmp.dc.subject": bag("Places", "paris", "Ann", "sunset"),
            "Xmp.xmp.Rating": "4",
        },
    )
    metadata = read_metadata(path)
    assert metadata.tags == ("Places/Paris", "People/Ann", "sunset")
    assert metadata.rating == 4
    assert metadata.warnings == ()


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("Xmp.digiKam.TagsList", "Places/Paris"),
        ("Xmp.MicrosoftPhoto.LastKeywordXMP", "Places/Paris"),
        ("Xmp.lr.hierarchicalSubject", "Places|Paris"),
        ("Xmp.mediapro.CatalogSets", "Places|Paris"),
    ],
)
def test_every_hierarchy_field_has_its_separator(tmp_path, field, entry):
    path = photo(tmp_path)
    embed(path, {field: bag(entry)})
    assert read_metadata(path).tags == ("Places/Paris",)


def test_hierarchies_are_joined(tmp_path):
    path = photo(tmp_path)
    embed(
        path,
        {"Xmp.digiKam.TagsList": bag("A/B"), "Xmp.lr.hierarchicalSubject": bag("A|C", "a|b")},
    )
    assert read_metadata(path).tags == ("A/B", "A/C")


def test_windows_keywords_and_rating(tmp_path):
    path = photo(tmp_path)
    raw = exiv2.DataValue(exiv2.TypeId.unsignedByte)
    raw.read("Zoë;night\0".encode("utf-16-le"), exiv2.ByteOrder.littleEndian)
    embed(path, exif={"Exif.Image.XPKeywords": raw, "Exif.Image.Rating": exiv2.UShortValue(3)})
    metadata = read_metadata(path)
    assert metadata.tags == ("Zoë", "night")
    assert metadata.rating == 3


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_iptc_in_either_encoding(tmp_path, encoding):
    path = photo(tmp_path)
    embed(path, iptc=["Zoë".encode(encoding), b"two"])
    assert read_metadata(path).tags == ("Zoë", "two")


def test_what_iptc_damaged_is_recognised():
    long = "ü" * 40
    assert merged_tags([f"A/{long}"], [long.encode()[:64].decode(), "ü" * 30]) == (
        f"A/{long}",
        "ü" * 30,
    )
    assert merged_tags(["Asia/Ömnö"], ["?mn?", "what?"]) == ("Asia/Ömnö", "what?")


def test_a_slash_inside_a_level_is_no_level():
    assert tag_of("Food|Fish/Chips", "|") == "Food/Fish\\Chips"
    assert entry_of("Food/Fish\\Chips", "|") == "Food|Fish/Chips"
    assert merged_tags(["Food/Fish\\Chips"], ["Fish/Chips"]) == ("Food/Fish\\Chips",)


def test_words_that_cannot_be_tags_are_skipped(tmp_path):
    path = photo(tmp_path)
    embed(path, {"Xmp.dc.subject": bag("a|b", " ", "good")})
    assert read_metadata(path).tags == ("good",)


@given(st.lists(TAG))
def test_fields_round_trip(tags):
    for separator in "/|":
        for tag in tags:
            assert tag_key(tag_of(entry_of(tag, separator), separator)) == tag_key(tag)


@given(st.sets(TAG.map(lambda tag: tag_of(tag, "/"))))
def test_acdsee_categories_round_trip(tags):
    assert set(read_categories(write_categories(tags))) == tags


def test_acdsee_marks_the_assigned_only():
    xml = '<Categories><Category Assigned="0">P<Category Assigned="1">Q</Category></Category>'
    assert read_categories(xml + '<Category Assigned="1">R</Category></Categories>') == ("P/Q", "R")
    assert read_categories("") == ()


def test_acdsee_bomb_is_refused():
    bomb = '<!DOCTYPE a [<!ENTITY b "x">]><Categories><Category Assigned="1">&b;</Category>'
    with pytest.raises(UserError):
        read_categories(bomb + "</Categories>")


def test_both_sidecars_are_read_and_said(tmp_path):
    path = photo(tmp_path)
    (tmp_path / "a.jpg.xmp").write_bytes(packet(subject("one"), 'xmp:Rating="2"'))
    (tmp_path / "a.xmp").write_bytes(packet(subject("two"), 'xmp:Rating="5"'))
    metadata = read_metadata(path)
    assert set(metadata.tags) == {"one", "two"}
    assert metadata.rating == 2
    assert [one.name for one in metadata.sidecars] == ["a.jpg.xmp", "a.xmp"]
    assert "two sidecars" in metadata.warnings[0]


def test_a_sidecar_shared_by_raw_and_jpeg_is_said(tmp_path):
    path = photo(tmp_path)
    (tmp_path / "a.CR2").write_bytes(b"")
    (tmp_path / "a.xmp").write_bytes(packet(subject("two")))
    assert "shared by a.jpg and a.CR2" in read_metadata(path).warnings[0]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\0\0",
        b"<x",
        b"\xff\xfe<\0",
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + packet("&b;"),
        packet("").replace(b"rdf:Description", b"rdf:Other"),
    ],
)
def test_a_damaged_sidecar_is_a_warning(tmp_path, damage):
    path = photo(tmp_path)
    embed(path, {"Xmp.dc.subject": bag("kept")})
    (tmp_path / "a.jpg.xmp").write_bytes(damage)
    metadata = read_metadata(path)
    assert metadata.tags == ("kept",)
    assert "a.jpg.xmp is not read" in metadata.warnings[0]


@pytest.mark.parametrize("content", [b"", b"hello", b"\xff\xd8\xff\xe1\x00\x10Exif\0\0II*\0", None])
def test_a_damaged_photo_is_a_warning(tmp_path, content):
    path = tmp_path / "a.jpg"
    if content is not None:
        path.write_bytes(content)
    metadata = read_metadata(path)
    assert metadata.tags == ()
    assert metadata.warnings


@pytest.mark.parametrize("text", ["nonsense", "1e999", "nan", "7", "-3", ""])
def test_a_senseless_rating_is_none(tmp_path, text):
    path = photo(tmp_path)
    (tmp_path / "a.xmp").write_bytes(packet("", f'xmp:Rating="{text}"'))
    assert read_metadata(path).rating is None


@pytest.mark.parametrize(("percent", "stars"), [(1, 1), (25, 2), (50, 3), (75, 4), (99, 5)])
def test_microsoft_rating_counts_when_there_is_no_other(tmp_path, percent, stars):
    path = photo(tmp_path)
    rating = f"<MicrosoftPhoto:Rating>{percent}</MicrosoftPhoto:Rating>"
    (tmp_path / "a.xmp").write_bytes(packet(rating))
    assert read_metadata(path).rating == stars


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_packets_in_other_encodings(encoding):
    text = packet(subject("Zoë")).decode()
    data = (f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>' + text).encode(
        encoding
    )
    document = XmpDocument(data).with_list("dc:subject", ("Zoë", "Löwe"), "Bag")
    assert document.entries("dc:subject") == ("Zoë", "Löwe")
    assert not document.data.startswith(codecs.BOM_UTF8)


def test_entries_with_qualifiers_and_plain_text():
    qualified = '<dc:subject><rdf:Bag><rdf:li xml:lang="en">a</rdf:li><rdf:li rdf:parseType='
    qualified += '"Resource"><rdf:value>b</rdf:value><xmp:q>no</xmp:q></rdf:li></rdf:Bag>'
    assert XmpDocument(packet(qualified + "</dc:subject>")).entries("dc:subject") == ("a", "b")
    assert XmpDocument(packet("", 'dc:subject="c"')).entries("dc:subject") == ("c",)


def test_an_edit_touches_only_its_property():
    around = "<!-- kept --><dc:title><rdf:Alt><rdf:li xml:lang='x'>t</rdf:li></rdf:Alt></dc:title>"
    attributes = "dc:source=\"a xmp:Rating='1' &#10;&gt; b\" xmp:Rating='1'"
    before = packet(around + subject("old") + '<dc:relation rdf:resource="http://x/"/>', attributes)
    after = (
        XmpDocument(before).with_list("dc:subject", ("new",), "Bag").with_text("xmp:Rating", "3")
    )
    back = after.with_list("dc:subject", (), "Bag").with_text("xmp:Rating", None)
    assert after.entries("dc:subject") == ("new",)
    assert after.text("xmp:Rating") == "3"
    assert back.data == before.replace(subject("old").encode(), b"").replace(
        b" xmp:Rating='1'>", b">"
    )


@given(st.lists(TAG, unique=True), st.lists(TAG, unique=True))
def test_lists_round_trip_through_any_document(first, second):
    for start in (BLANK, packet("", "").replace(b"></rdf:Description>", b"/>")):
        document = XmpDocument(start).with_list("dc:subject", tuple(first), "Bag")
        document = document.with_list("dc:subject", tuple(second), "Seq")
        assert document.entries("dc:subject") == tuple(second)
