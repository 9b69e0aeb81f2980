"""Whole journeys through `Library`, from a folder of photos to tags in other programs."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gallery_app.domain.suggestion import Verdict
from gallery_app.errors import UserError
from gallery_app.jobs.export.request import ExportReport, ExportRequest
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.photos import noise, save_photo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve photos in three kinds: red, green and blue ones."""
    folder = tmp_path / "photos"
    for kind in range(3):
        tint = Image.new("RGB", (96, 64), tuple(255 * (kind == band) for band in range(3)))
        for step in range(4):
            shot = Image.blend(noise(seed=4 * kind + step), tint, 0.7)
            save_photo(folder / f"kind{kind}" / f"shot{step}.jpg", shot)
    return folder


def ids_of(library: Library, *names: str) -> list[int]:
    by_name = {"/".join(p.path.parts[-2:]): p.id for p in library.photos(library.photo_ids())}
    return [by_name[name] for name in names]


def tags_by_name(library: Library) -> dict[str, set[str]]:
    photos = library.photos(library.photo_ids())
    tags = library.tags_of([photo.id for photo in photos])
    return {"/".join(p.path.parts[-2:]): {t.tag for t in tags[p.id]} for p in photos}


def test_a_folder_becomes_photos_with_thumbnails_and_vectors(library: Library, folder: Path):
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not really")

    report = finish(library.add_folders([folder]))

    counts = library.counts()
    assert (counts.photos, counts.vectors, counts.thumbnails) == (12, 12, 12)
    assert [problem.path.name for problem in library.problems()] == ["broken.jpg"]
    assert len(report.scan.new) == 12
    assert all(library.thumbnail(p).is_file() for p in library.photos(library.photo_ids()))


def test_looking_again_changes_nothing(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    again = finish(library.rescan())
    assert (again.photos, again.vectors_made) == (12, 0)
    assert not (again.scan.new | again.scan.changed | again.scan.moved | again.scan.missing)


def test_a_moved_photo_keeps_its_tags_and_a_vanished_one_is_missing(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    moved, gone = ids_of(library, "kind0/shot0.jpg", "kind0/shot1.jpg")
    library.tag("Places/Paris", [moved, gone])
    (folder / "kind0/shot0.jpg").rename(folder / "renamed.jpg")
    (folder / "kind0/shot1.jpg").unlink()

    report = finish(library.rescan())

    assert (report.scan.moved, report.scan.missing) == ({moved}, {gone})
    assert library.photos([moved])[0].path == folder / "renamed.jpg"
    assert [t.tag for t in library.tags_of([moved, gone])[gone]] == ["Places/Paris"]
    assert library.photos([gone])[0].missing


def test_an_unplugged_drive_empties_nothing(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    library.tag("A", ids_of(library, "kind0/shot0.jpg"))
    shutil.move(folder, folder.with_name("away"))
    assert len(finish(library.rescan()).scan.missing) == 12
    assert (library.counts().photos, library.counts().missing) == (12, 12)
    shutil.move(folder.with_name("away"), folder)
    again = finish(library.rescan())
    assert (library.counts().missing, again.vectors_made) == (0, 0)
    assert tags_by_name(library)["kind0/shot0.jpg"] == {"A"}


def test_adding_a_folder_that_is_not_there_adds_nothing(library: Library, folder: Path):
    with pytest.raises(UserError, match="nowhere"):
        finish(library.add_folders([folder, folder / "nowhere"]))
    with pytest.raises(UserError, match="is a file"):
        finish(library.add_folders([folder / "kind0/shot0.jpg"]))
    assert library.folders() == []


def test_a_folder_and_a_link_to_it_are_one(library: Library, folder: Path):
    link = folder.with_name("link")
    link.symlink_to(folder)
    finish(library.add_folders([folder]))
    finish(library.add_folders([link, folder / "kind0", folder / ".." / folder.name]))
    assert [f.photos for f in library.folders()] == [12, 4]
    assert library.counts().photos == 12
    shot = library.find_photo(folder / "kind0/shot0.jpg")
    assert library.find_photo(link / "kind1/../kind0/shot0.jpg") == shot


def test_a_few_tags_become_suggestions_and_verdicts_last(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    for kind in range(3):
        library.tag(f"Kind/{kind}", ids_of(library, f"kind{kind}/shot0.jpg"))
    finish(library.suggest())

    best = {}
    for suggestion in library.suggestions(minimum=0.0):
        if not library.tags_of([suggestion.photo_id])[suggestion.photo_id]:
            best.setdefault(suggestion.photo_id, suggestion.tag)
    assert len(best) == 9
    names = {p.id: p.path.parent.name[-1] for p in library.photos(list(best))}
    assert {photo: tag[-1] for photo, tag in best.items()} == names

    (refused,) = ids_of(library, "kind0/shot1.jpg")
    library.answer(Verdict.NO, "Kind/0", [refused])
    (folder / "kind0/shot1.jpg").rename(folder / "elsewhere.jpg")
    finish(library.rescan())
    finish(library.suggest())
    assert "Kind/0" not in [s.tag for s in library.suggestions_of(refused)]


def test_accepting_in_bulk_is_undone_in_one_step(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    for kind in range(3):
        library.tag(f"Kind/{kind}", ids_of(library, f"kind{kind}/shot0.jpg"))
    before = tags_by_name(library)
    finish(library.suggest())
    changed = library.accept(0.01).count
    assert changed >= 9
    title, _ = library.undo()
    assert title == f"accepted {changed} suggestions"
    assert tags_by_name(library) == before


def test_a_removed_tag_is_not_proposed_again_until_undone(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    first, second = ids_of(library, "kind0/shot0.jpg", "kind0/shot1.jpg")
    library.tag("Kind/0", [first, second])
    library.untag("Kind/0", [second])
    finish(library.suggest())
    assert library.suggestions_of(second) == []
    library.undo()
    assert [t.tag for t in library.tags_of([second])[second]] == ["Kind/0"]


def test_groups_keep_their_names(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    assert finish(library.group()) > 0
    first = library.clusters()[0]
    library.name_cluster(first.id, "Favourites")
    finish(library.group())
    kept = next(cluster for cluster in library.clusters() if cluster.id == first.id)
    assert (kept.name, set(kept.photo_ids)) == ("Favourites", set(first.photo_ids))
    assert all(t.source == "cluster" for [t] in library.tags_of(first.photo_ids).values())


def test_similar_and_duplicate_photos(library: Library, folder: Path):
    shutil.copy(folder / "kind1/shot0.jpg", folder / "copy.jpg")
    finish(library.add_folders([folder]))
    shot, copy = ids_of(library, "kind1/shot0.jpg", "photos/copy.jpg")
    (most_alike, cosine), *_ = library.similar(shot, 5)
    assert most_alike == copy
    assert cosine == pytest.approx(1, abs=1e-5)
    exact = [set(group.photo_ids) for group in library.duplicates() if group.kind == "exact"]
    assert exact == [{shot, copy}]


def test_export_is_merged_rehearsed_repeated_and_undone(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    photo = ids_of(library, "kind0/shot0.jpg")
    library.tag("Places/Paris", photo)
    sidecar = folder / "kind0/shot0.jpg.xmp"

    rehearsal = finish(library.export(ExportRequest("xmp", dry_run=True)))
    assert (rehearsal.written, sidecar.exists()) == (1, False)
    assert any(change.field.endswith("hierarchicalSubject") for change in rehearsal.changes)
    assert finish(library.export(ExportRequest("xmp"))).written == 1
    again = finish(library.export(ExportRequest("xmp")))
    assert (again.written, again.unchanged) == (0, 1)

    library.untag("Places/Paris", photo)
    finish(library.rescan())  # reads the sidecar, which still has the tag
    assert library.tags_of(photo)[photo[0]] == []
    assert finish(library.export(ExportRequest("xmp"))).written == 1
    assert "Paris" not in sidecar.read_text()
    library.undo()
    assert "Paris" in sidecar.read_text()


def test_a_tag_added_by_another_program_comes_in(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    photo = ids_of(library, "kind0/shot0.jpg")
    library.tag("Paris", photo)
    finish(library.export(ExportRequest("xmp")))
    sidecar = folder / "kind0/shot0.jpg.xmp"
    sidecar.write_text(sidecar.read_text().replace("Paris", "London"))
    finish(library.rescan())
    assert [(t.tag, t.source) for t in library.tags_of(photo)[photo[0]]] == [("London", "file")]


def test_an_export_brings_home_what_another_program_did(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    photo = ids_of(library, "kind0/shot0.jpg")
    library.tag("Paris", photo)
    finish(library.export(ExportRequest("xmp")))
    sidecar = folder / "kind0/shot0.jpg.xmp"
    sidecar.write_text(sidecar.read_text().replace("Paris", "London"))
    library.tag("Summer", photo)
    finish(library.export(ExportRequest("xmp")))
    assert {t.tag for t in library.tags_of(photo)[photo[0]]} == {"London", "Summer"}
    assert finish(library.export(ExportRequest("xmp"))).written == 0


def test_tables_hold_what_the_catalogue_holds(library: Library, folder: Path, tmp_path: Path):
    finish(library.add_folders([folder]))
    library.tag("Places/Paris", ids_of(library, "kind0/shot0.jpg"))
    finish(library.export(ExportRequest("csv", tmp_path / "out/tags.csv")))
    finish(library.export(ExportRequest("json", tmp_path / "out/tags.json")))
    [photo] = json.loads((tmp_path / "out/tags.json").read_text())
    assert photo["path"] == str(folder / "kind0/shot0.jpg")
    assert [tag["tag"] for tag in photo["tags"]] == ["Places/Paris"]

    library.untag("Places/Paris", ids_of(library, "kind0/shot0.jpg"))
    report = finish(library.import_tags(tmp_path / "out/tags.csv"))
    assert (report.changed, report.unmatched) == (1, [])


def test_a_second_table_leaves_the_file_alone(library: Library, folder: Path, tmp_path: Path):
    finish(library.add_folders([folder]))
    first, second = ids_of(library, "kind0/shot0.jpg", "kind0/shot1.jpg")
    library.tag("Places/Paris", [first])
    request = ExportRequest("csv", tmp_path / "tags.csv")
    assert finish(library.export(request)).written == 1
    stamp = request.out.stat().st_ino
    again = finish(library.export(request))
    assert (again.written, again.unchanged) == (0, 1)
    assert request.out.stat().st_ino == stamp
    library.tag("Places/Paris", [second])
    assert finish(library.export(request)).written == 1


def test_import_names_the_lines_that_match_nothing(library: Library, folder: Path, tmp_path: Path):
    finish(library.add_folders([folder]))
    table = tmp_path / "tags.csv"
    table.write_text("path,tag\nkind0/shot0.jpg,A\nnowhere.jpg,B\nkind0/shot1.jpg,C//D\n")
    report = finish(library.import_tags(table))
    assert report.changed == 1
    assert [line.split(":")[0] for line in report.unmatched] == ["line 3", "line 4"]


def test_changes_are_announced(library: Library, folder: Path):
    heard = []
    library.listen(heard.append)
    finish(library.add_folders([folder]))
    assert len(frozenset().union(*(changes.photos for changes in heard))) == 12
    library.tag("A", library.photo_ids()[:2])
    assert heard[-1].count == 2


def test_an_export_can_be_of_some_photos(library: Library, folder: Path, tmp_path: Path):
    finish(library.add_folders([folder]))
    paris, rome, both = ids_of(library, *(f"kind0/shot{step}.jpg" for step in range(3)))
    library.tag("Paris", [paris, both])
    library.tag("Rome", [rome, both])

    report = finish(library.export(ExportRequest("xmp", query="tag:paris", photo_ids=(both, rome))))
    assert report.written == 1
    assert [path.name for path in folder.rglob("*.xmp")] == ["shot2.jpg.xmp"]
    library.undo()
    assert list(folder.rglob("*.xmp")) == []

    out = tmp_path / "tags.csv"
    finish(library.export(ExportRequest("csv", out, query="tag:rome")))
    lines = out.read_text().splitlines()[1:]
    assert {Path(line.split(",")[0]).name for line in lines} == {"shot1.jpg", "shot2.jpg"}

    vectors = tmp_path / "vectors.npz"
    finish(library.export(ExportRequest("vectors", vectors, photo_ids=(paris,))))
    assert [Path(path).name for path in np.load(vectors)["paths"]] == ["shot0.jpg"]
    with pytest.raises(UserError, match="no such photo"):
        finish(library.export(ExportRequest("csv", out, query="tag:nowhere")))
    assert out.read_text().splitlines()[1:] == lines


def test_what_cannot_be_written_waits_and_is_tried_again(
    library: Library, folder: Path, tmp_path: Path
):
    finish(library.add_folders([folder]))
    here, gone = ids_of(library, "kind0/shot0.jpg", "kind1/shot0.jpg")
    library.tag("Paris", [here, gone])
    away = shutil.move(folder / "kind1", tmp_path / "away")
    report = finish(library.export(ExportRequest("xmp")))
    assert (report.written, len(report.waiting)) == (1, 1)
    number, [waits] = library.browsing.waiting(10)
    assert (number, waits.photo_id, waits.out) == (1, gone, None)
    assert "not there" in waits.reason
    library.undo()  # what was written and what waits are one act
    assert library.browsing.waiting(10) == (0, [])

    finish(library.export(ExportRequest("xmp", tmp_path / "out", photo_ids=(gone,))))
    assert finish(library.export(ExportRequest("xmp", waiting=True))).waiting
    assert library.browsing.waiting(10)[0] == 1
    library.untag("Paris", [here])
    shutil.move(away, folder / "kind1")
    again = finish(library.export(ExportRequest("xmp", waiting=True)))
    assert (again.written, again.waiting) == (1, [])
    assert [path.name for path in (tmp_path / "out").rglob("*.xmp")] == ["shot0.jpg.xmp"]
    assert library.browsing.waiting(10) == (0, [])
    assert finish(library.export(ExportRequest("xmp", waiting=True))) == ExportReport()
