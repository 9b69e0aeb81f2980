"""Removed folders: undo brings back exactly what their photos had."""

from pathlib import Path

import numpy as np
import pytest

from gallery_app.catalogue import removal
from gallery_app.domain.cluster import FoundCluster
from gallery_app.errors import UserError
from gallery_app.library import Library
from tests.catalogues import facts, fill, record


def whole(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Return all that photos have, but for vectors and what undo keeps."""
    read = library._catalogue.connection.read
    tables = {row[0] for row in read("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    kept = tables - {"vectors", "sqlite_sequence", "acts", "act_steps", "removed_folders"}
    return {each: sorted(map(repr, map(tuple, read(f"SELECT * FROM {each}")))) for each in kept}


@pytest.fixture
def lived_in(library: Library) -> Library:
    """Six photos that have all that photos can have."""
    catalogue = library._catalogue
    ids = fill(catalogue, 6)
    library.tag("A", ids[:2])
    catalogue.suggestions.replace([(ids[3], catalogue.tags.ensure("A"), 0.75, (1, 2))], "model")
    members = tuple((photo, 0.5) for photo in ids[1:4])
    catalogue.clusters.replace(1, [FoundCluster(1, 0, members)])
    record(catalogue, {"/photos/0.jpg": facts("0", tags=("From file",))})
    library.curation.make_album("Best", ids[:3])
    library.curation.rate(4, ids[1:2])
    library.curation.turn(1, ids[2:3])
    catalogue.cluster_edits.take_out(1, ids[3:4])
    catalogue.clusters.place(1, [], [(ids[4], 1)])
    catalogue.map_places.put(1, ids, np.full((6, 2), 0.25))
    catalogue.bursts.put(ids, [ids[:2]])
    catalogue.waiting.settle(catalogue.acts.begin("exported"), "", None, {ids[0]: "no drive"})
    catalogue.photos.set_missing(ids[5:], missing=True)
    return library


def test_a_removed_folder_comes_back_with_all_that_its_photos_had(lived_in: Library):
    before = whole(lived_in)
    assert all(before[table] for table in removal._NEEDED)
    gone = lived_in.curation.remove_folder(lived_in.folders()[0].id)
    assert (gone.count, gone.clusters, gone.albums) == (6, True, True)
    assert not lived_in.photo_ids()
    title, changes = lived_in.undo()
    assert title == "removed the folder “photos”"
    assert len(changes.photos) == 6
    assert whole(lived_in) == before


def test_a_folder_added_again_meanwhile_is_the_one_of_old(lived_in: Library):
    before = whole(lived_in)
    lived_in.curation.remove_folder(lived_in.folders()[0].id)
    record(lived_in._catalogue, {f"/photos/{n}.jpg": facts(str(n)) for n in range(5)})
    newcomers = sorted(lived_in.photo_ids())
    lived_in._catalogue.vectors.add(1, [(one, np.ones(2, np.float32)) for one in newcomers[:3]])
    lived_in.undo()
    after = whole(lived_in)
    assert after["photo_tags"] == before["photo_tags"]
    assert after["photos"] == before["photos"]
    ids = sorted(lived_in.photo_ids())
    assert lived_in._catalogue.vectors.ids(1) == ids[:3]
    lived_in._catalogue.photos.set_pixels((one, 0) for one in ids)
    pending = lived_in._catalogue.vectors.pending(1)
    assert [(one.photo_id, one.turn) for one in pending if one.photo_id in ids[:3]] == [(ids[2], 1)]


def test_an_inner_folder_comes_back_for_its_own_photos(library: Library):
    fill(library._catalogue, 6)
    add, folders = library._catalogue.photos.add_folder, library.folders
    record(library._catalogue, {"/photos/in/x.jpg": facts("x")})
    inner = add(Path("/photos/in"))
    held = {folder.path.name: folder.photos for folder in folders()}
    library.curation.remove_folder(inner)
    assert {folder.path.name: folder.photos for folder in folders()} == {"photos": 7}
    assert library.undo()[0] == "removed the folder “in”"
    assert {folder.path.name: folder.photos for folder in folders()} == held


def test_a_tag_deleted_since_stays_away(lived_in: Library):
    lived_in.curation.remove_folder(lived_in.folders()[0].id)
    with lived_in._catalogue.connection.write() as db:
        db.execute("DELETE FROM tags WHERE path = 'A'")
    lived_in.undo()
    assert "A" not in {known.tag for known in lived_in.tags()}
    assert len(lived_in.photo_ids()) == 6


def test_a_folder_that_is_not_there_cannot_be_removed(library: Library):
    with pytest.raises(UserError, match="not in the library"):
        library.curation.remove_folder(7)
