import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import exiv2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gallery_app.domain.tag import tag_key
from gallery_app.errors import UserError
from gallery_app.exports import xmp
from gallery_app.exports.xmp import (
    SidecarRow,
    WaitingError,
    plan_sidecar,
    restore_sidecar,
    write_sidecar,
)
from gallery_app.files.metadata import read_metadata
from gallery_app.files.xmp_document import XmpDocument

DARKTABLE = b"""<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xap="http://ns.adobe.com/xap/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
    xmlns:darktable="http://darktable.sf.net/"
   xap:Rating="1"
   crs:Exposure2012="+0.35"
   darktable:note="two&#10;lines"
   darktable:xmp_version="5">
   <!-- kept -->
   <darktable:history>
    <rdf:Seq>
     <rdf:li
      darktable:num="0"
      darktable:operation="exposure"
      darktable:params="00000000b9ccbb3d"/>
    </rdf:Seq>
   </darktable:history>
   <dc:subject><rdf:Bag><rdf:li>Places</rdf:li><rdf:li>Paris</rdf:li></rdf:Bag></dc:subject>
   <lr:hierarchicalSubject>
    <rdf:Bag><rdf:li>Places|Paris</rdf:li></rdf:Bag>
   </lr:hierarchicalSubject>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""
NAMES = st.sampled_from(["Sea", "Places/Paris", "Places", "Places/Rome", "People/Ann", "Ann"])
TAGS = st.lists(NAMES, unique=True).map(tuple)

needs_exiftool = pytest.mark.skipif(not shutil.which("exiftool"), reason="no exiftool here")
needs_exiv2 = pytest.mark.skipif(not shutil.which("exiv2"), reason="no exiv2 command here")


def make(folder: Path, **xmp_properties: str) -> Path:
    path = folder / "a.jpg"
    Image.new("RGB", (16, 8), "teal").save(path)
    if xmp_properties:
        embed(path, {f"Xmp.{key.replace('_', '.')}": v for key, v in xmp_properties.items()})
    return path


def embed(path: Path, properties: dict, iptc: dict | None = None) -> None:
    file = exiv2.ImageFactory.open(str(path))
    file.readMetadata()
    for key, value in properties.items():
        file.xmpData()[key] = value
    for key, value in (iptc or {}).items():
        file.iptcData()[key] = value
    file.writeMetadata()


def bag(*words: str) -> exiv2.XmpArrayValue:
    value = exiv2.XmpArrayValue(exiv2.TypeId.xmpBag)
    for word in words:
        value.read(word)
    return value


def export(path: Path, tags: tuple, base: tuple = (), rating: int | None = None):
    return write_sidecar(plan_sidecar(SidecarRow(1, path, tags, base, rating)), None)


def keys(tags) -> set[str]:
    return {tag_key(tag) for tag in tags}


def exiftool(path: Path, *options: str) -> dict:
    command = ["exiftool", "-j", "-G1", "-struct", *options, str(path)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)[0]


@needs_exiftool
def test_exiftool_reads_what_we_wrote(tmp_path):
    path = make(tmp_path)
    export(path, ("Places/Paris", "Sea & <Sky>"), rating=4)
    read = exiftool(tmp_path / "a.jpg.xmp")
    assert read["XMP-lr:HierarchicalSubject"] == ["Places|Paris", "Sea & <Sky>"]
    assert read["XMP-digiKam:TagsList"] == ["Places/Paris", "Sea & <Sky>"]
    assert read["XMP-dc:Subject"] == ["Paris", "Sea & <Sky>"]
    assert read["XMP-xmp:Rating"] == 4
    assert "XMP-xmp:MetadataDate" in read


@needs_exiv2
def test_exiv2_reads_bag_and_seq(tmp_path):
    path = make(tmp_path)
    export(path, ("Places/Paris", "Sea"), rating=-1)
    command = ["exiv2", "-px", str(tmp_path / "a.jpg.xmp")]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    read = {line.split()[0]: line.split(maxsplit=3)[1:] for line in lines}
    assert read["Xmp.lr.hierarchicalSubject"] == ["XmpBag", "2", "Places|Paris, Sea"]
    assert read["Xmp.digiKam.TagsList"] == ["XmpSeq", "2", "Places/Paris, Sea"]
    assert read["Xmp.dc.subject"] == ["XmpBag", "2", "Paris, Sea"]
    assert read["Xmp.xmp.Rating"][-1] == "-1"


@needs_exiftool
def test_foreign_properties_stay(tmp_path):
    path = make(tmp_path)
    sidecar = tmp_path / "a.jpg.xmp"
    sidecar.write_bytes(DARKTABLE)
    before = exiftool(sidecar, "-XMP:all", "-a")
    export(path, ("Places/Paris", "Sea"), ("Places/Paris",), rating=5)
    after = exiftool(sidecar, "-XMP:all", "-a")
    ours = {"XMP-lr:HierarchicalSubject", "XMP-dc:Subject", "XMP-xmp:Rating"}
    assert len(before) > 5
    assert {key: after.get(key) for key in before.keys() - ours} == {
        key: before[key] for key in before.keys() - ours
    }
    assert after["XMP-xmp:Rating"] == 5


def test_foreign_bytes_stay_and_exiv2_still_reads_old_prefixes(tmp_path):
    path = make(tmp_path)
    sidecar = tmp_path / "a.jpg.xmp"
    sidecar.write_bytes(DARKTABLE)
    export(path, ("Sea",), ("Places/Paris",))
    data = sidecar.read_bytes()
    head, history = DARKTABLE.index(b"crs:Exp"), DARKTABLE.index(b"</darktable:history>")
    assert DARKTABLE[head:history] in data
    file = exiv2.ImageFactory.open(str(sidecar))
    file.readMetadata()
    assert file.xmpData()["Xmp.lr.hierarchicalSubject"].toString() == "Sea"


def test_lightrooms_ancestors_stay_in_the_flat_field_while_their_tag_does(tmp_path):
    path = make(tmp_path)
    (tmp_path / "a.jpg.xmp").write_bytes(DARKTABLE)
    record = export(path, ("Places/Paris", "Sea"), ("Places/Paris",))
    document = XmpDocument((tmp_path / "a.jpg.xmp").read_bytes())
    assert document.entries("dc:subject") == ("Paris", "Sea", "Places")
    export(path, ("Sea",), record.held)
    document = XmpDocument((tmp_path / "a.jpg.xmp").read_bytes())
    assert document.entries("dc:subject") == ("Sea",)


def test_a_leaf_that_another_tag_has_stays(tmp_path):
    path = make(tmp_path)
    record = export(path, ("Places/Paris", "People/Paris"))
    export(path, ("People/Paris",), record.held)
    document = XmpDocument((tmp_path / "a.jpg.xmp").read_bytes())
    assert document.entries("dc:subject") == ("Paris",)
    assert document.entries("lr:hierarchicalSubject") == ("People|Paris",)


def test_hierarchies_of_others_are_rewritten_only_where_present(tmp_path):
    path = make(tmp_path)
    embed(
        path,
        {
            "Xmp.mediapro.CatalogSets": bag("A|B"),
            "Xmp.acdsee.categories": (
                '<Categories><Category Assigned="0">A<Category Assigned="1">B</Category>'
                "</Category></Categories>"
            ),
        },
    )
    export(path, ("C/D",), ("A/B",))
    document = XmpDocument((tmp_path / "a.jpg.xmp").read_bytes())
    assert document.entries("mediapro:CatalogSets") == ("C|D",)
    assert document.text("acdsee:categories") == (
        '<Categories><Category Assigned="0">C<Category Assigned="1">D</Category></Category>'
        "</Categories>"
    )
    assert not document.has("MicrosoftPhoto:LastKeywordXMP")


def test_words_that_cannot_be_tags_stay(tmp_path):
    path = make(tmp_path)
    embed(path, {"Xmp.dc.subject": bag("a|b", "old")})
    export(path, ("new",), ("old",))
    document = XmpDocument((tmp_path / "a.jpg.xmp").read_bytes())
    assert document.entries("dc:subject") == ("new", "a|b")


def test_a_new_sidecar_starts_from_what_is_embedded(tmp_path):
    path = make(tmp_path, photoshop_City="Lyon")
    embed(
        path,
        {},
        {"Iptc.Application2.Caption": "The sea", "Iptc.Application2.City": "Not Lyon"},
    )
    photo = path.read_bytes()
    export(path, ("Sea",))
    document = XmpDocument((tmp_path / "a.jpg.xmp").read_bytes())
    assert document.text("photoshop:City") == "Lyon"
    assert document.entries("dc:description") == ("The sea",)
    assert path.read_bytes() == photo


def test_a_new_sidecar_starts_from_the_other_spelling(tmp_path):
    path = make(tmp_path)
    (tmp_path / "a.xmp").write_bytes(DARKTABLE)
    export(path, ("Sea",), ("Places/Paris",))
    assert b"darktable:history" in (tmp_path / "a.jpg.xmp").read_bytes()
    assert (tmp_path / "a.xmp").read_bytes() == DARKTABLE


@pytest.mark.parametrize(
    ("rating", "microsoft"), [(-1, "0"), (0, "0"), (1, "1"), (2, "25"), (4, "75"), (5, "99")]
)
def test_microsofts_rating_follows_where_present(tmp_path, rating, microsoft):
    path = make(tmp_path, MicrosoftPhoto_Rating="50")
    export(path, ("Sea",), rating=rating)
    document = XmpDocument((tmp_path / "a.jpg.xmp").read_bytes())
    assert document.text("xmp:Rating") == str(rating)
    assert document.text("MicrosoftPhoto:Rating") == microsoft


def test_a_rating_that_did_not_change_here_does_not_undo_one_given_elsewhere(tmp_path):
    path = make(tmp_path, xmp_Rating="5")
    row = SidecarRow(1, path, ("Sea",), (), rating=2, base_rating=2)
    write_sidecar(plan_sidecar(row), None)
    assert read_metadata(path).rating == 5


def test_a_dry_run_names_file_field_before_and_after_and_writes_nothing(tmp_path):
    path = make(tmp_path, xmp_Rating="2")
    embed(path, {"Xmp.dc.subject": bag("old")})
    plan = plan_sidecar(SidecarRow(7, path, ("old", "A/B"), ("old",), 3))
    changes = {change.field: (change.before, change.after) for change in plan.changes}
    assert changes == {
        "digiKam:TagsList": ("", "old, A/B"),
        "lr:hierarchicalSubject": ("", "old, A|B"),
        "dc:subject": ("old", "old, B"),
        "xmp:Rating": ("2", "3"),
    }
    assert {change.file for change in plan.changes} == {tmp_path / "a.jpg.xmp"}
    assert [one.name for one in tmp_path.iterdir()] == ["a.jpg"]


def test_nothing_to_say_writes_no_sidecar(tmp_path):
    plan = plan_sidecar(SidecarRow(1, make(tmp_path), ()))
    assert plan.data is None
    assert plan.changes == ()


@given(base=TAGS, ours=TAGS, theirs=TAGS)
def test_three_way(tmp_path_factory, base, ours, theirs):
    path = make(tmp_path_factory.mktemp("photos"))
    if theirs:
        export(path, theirs)
    plan = plan_sidecar(SidecarRow(1, path, ours, base))
    held = write_sidecar(plan, None).held if plan.data else plan.held
    now = keys(read_metadata(path).tags)
    assert now == keys(held) == keys(plan.tags)
    assert not now & (keys(base) - keys(ours)), "removed here, came back"
    assert keys(theirs) - keys(base) <= now, "added elsewhere, lost"
    assert keys(ours) - keys(base) <= now, "added here, lost"
    assert plan_sidecar(SidecarRow(1, path, plan.tags, held)).data is None, "not idempotent"


@given(embedded=TAGS, first=TAGS, second=TAGS)
def test_a_removed_tag_stays_gone_though_it_is_embedded(tmp_path_factory, embedded, first, second):
    path = make(tmp_path_factory.mktemp("photos"))
    embed(path, {"Xmp.digiKam.TagsList": bag(*embedded)} if embedded else {})
    held = read_metadata(path).tags
    for tags in (first, second):
        plan = plan_sidecar(SidecarRow(1, path, tags, held))
        assert keys(plan.tags) == keys(tags)
        held = write_sidecar(plan, None).held if plan.data else plan.held
    sidecar = path.with_name("a.jpg.xmp")
    if sidecar.exists():
        document = XmpDocument(sidecar.read_bytes())
        assert keys(document.entries("digiKam:TagsList")) == keys(second)


def test_a_second_export_leaves_the_bytes_alone(tmp_path):
    path = make(tmp_path)
    record = export(path, ("Places/Paris", "Sea"), rating=3)
    again = plan_sidecar(SidecarRow(1, path, ("Sea", "Places/Paris"), record.held, 3))
    assert again.data is None
    with pytest.raises(ValueError, match="unchanged"):
        write_sidecar(again, None)


def test_killed_between_temporary_file_and_rename_the_old_file_stays(tmp_path, monkeypatch):
    path = make(tmp_path)
    record = export(path, ("Sea",))
    sidecar = tmp_path / "a.jpg.xmp"
    before = sidecar.read_bytes()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    plan = plan_sidecar(SidecarRow(1, path, ("Sky",), record.held))
    with pytest.raises(KeyboardInterrupt):
        write_sidecar(plan, None)
    assert sidecar.read_bytes() == before


def test_what_does_not_read_back_is_put_back(tmp_path, monkeypatch):
    path = make(tmp_path)
    monkeypatch.setattr(xmp, "_reads_back", lambda _: False)
    with pytest.raises(WaitingError, match="read back"):
        export(path, ("Sea",))
    assert [one.name for one in tmp_path.iterdir()] == ["a.jpg"]
    (tmp_path / "a.jpg.xmp").write_bytes(DARKTABLE)
    with pytest.raises(WaitingError, match="read back"):
        export(path, ("Sea",))
    assert (tmp_path / "a.jpg.xmp").read_bytes() == DARKTABLE


def test_the_reading_back_notices(tmp_path):
    path = make(tmp_path)
    plan = plan_sidecar(SidecarRow(1, path, ("Sea",)))
    with pytest.raises(WaitingError, match="read back"):
        write_sidecar(replace(plan, tags=("Sea", "Sky")), None)


@pytest.mark.parametrize("trouble", [PermissionError(13, "no"), OSError(28, "full")])
def test_a_folder_that_cannot_be_written_waits_with_a_reason(tmp_path, monkeypatch, trouble):
    path = make(tmp_path)
    plan = plan_sidecar(SidecarRow(1, path, ("Sea",)))

    def refuse(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WaitingError) as caught:
        write_sidecar(plan, None)
    assert caught.value.path == tmp_path / "a.jpg.xmp"
    assert caught.value.reason in {"the folder or the sidecar is read-only", "the disk is full"}
    assert [one.name for one in tmp_path.iterdir()] == ["a.jpg"]


def test_a_drive_that_is_gone_waits(tmp_path):
    folder = tmp_path / "drive"
    folder.mkdir()
    path = make(folder)
    plan = plan_sidecar(SidecarRow(1, path, ("Sea",)))
    shutil.rmtree(folder)
    with pytest.raises(WaitingError, match="folder is gone"):
        write_sidecar(plan, None)
    with pytest.raises(WaitingError, match="drive connected"):
        plan_sidecar(SidecarRow(1, path, ("Sea",)))


def test_a_damaged_sidecar_is_left_alone_and_waits(tmp_path):
    path = make(tmp_path)
    (tmp_path / "a.jpg.xmp").write_bytes(b"<x:xmpmeta")
    with pytest.raises(WaitingError, match="left alone"):
        plan_sidecar(SidecarRow(1, path, ("Sea",)))
    assert (tmp_path / "a.jpg.xmp").read_bytes() == b"<x:xmpmeta"


def test_a_sidecar_changed_since_the_plan_waits(tmp_path):
    path = make(tmp_path)
    plan = plan_sidecar(SidecarRow(1, path, ("Sea",)))
    (tmp_path / "a.jpg.xmp").write_bytes(DARKTABLE)
    with pytest.raises(WaitingError, match="changed it"):
        write_sidecar(plan, None)
    assert (tmp_path / "a.jpg.xmp").read_bytes() == DARKTABLE


def test_undo_removes_what_was_created_and_returns_what_was_there(tmp_path):
    path = make(tmp_path)
    sidecar, backup = tmp_path / "a.jpg.xmp", tmp_path / "backup"
    first = write_sidecar(plan_sidecar(SidecarRow(1, path, ("Sea",))), backup)
    assert first.created
    assert first.backup is None
    before = sidecar.read_bytes()
    second = write_sidecar(plan_sidecar(SidecarRow(1, path, ("Sky",), first.held)), backup)
    assert not second.created
    restore_sidecar(second)
    assert sidecar.read_bytes() == before
    restore_sidecar(first)
    assert not sidecar.exists()


def test_undo_leaves_alone_what_others_changed_since(tmp_path):
    path = make(tmp_path)
    sidecar = tmp_path / "a.jpg.xmp"
    record = export(path, ("Sea",))
    sidecar.write_bytes(DARKTABLE)
    with pytest.raises(UserError, match="changed since"):
        restore_sidecar(record)
    assert sidecar.read_bytes() == DARKTABLE


def test_undo_without_kept_bytes_says_so(tmp_path):
    path = make(tmp_path)
    (tmp_path / "a.jpg.xmp").write_bytes(DARKTABLE)
    record = export(path, ("Sea",))
    with pytest.raises(UserError, match="was not kept"):
        restore_sidecar(record)


def test_a_target_elsewhere_gets_the_sidecar_and_the_photos_folder_none(tmp_path):
    path = make(tmp_path, photoshop_City="Lyon")
    target = tmp_path / "out" / "deep" / "a.jpg.xmp"
    for tags in (("Sea", "Sky"), ("Sky",)):
        row = SidecarRow(1, path, tags, target=target)
        write_sidecar(plan_sidecar(row), None)
        assert plan_sidecar(row).data is None
        assert XmpDocument(target.read_bytes()).entries("dc:subject") == tags
    assert XmpDocument(target.read_bytes()).text("photoshop:City") == "Lyon"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.jpg", "out"]
