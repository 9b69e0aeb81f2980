"""Tags get other names and places, and go; what is known of them stays."""

import pytest

from gallery_app.domain.cluster import FoundCluster
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import three_way
from gallery_app.errors import UserError
from gallery_app.library import Library
from tests.catalogues import fill


@pytest.fixture
def ids(library: Library) -> list[int]:
    """Return six photos: “Rose” on two, “Rose/Red” on one, a refusal and a suggestion of “Rose”."""
    catalogue = library._catalogue
    ids = fill(catalogue, 6)
    library.tag("Rose", ids[:2])
    library.tag("Rose/Red", ids[2:3])
    library.answer(Verdict.NO, "Rose", ids[3:4])
    rose = catalogue.tags.ensure("Rose")
    catalogue.suggestions.replace([(ids[4], rose, 0.9, ())], "model")
    return ids


def tags(library: Library) -> dict[str, int]:
    return {known.tag: known.photos for known in library.tags()}


def test_a_tag_is_renamed_with_all_that_is_known_of_it(library: Library, ids: list[int]):
    library.teaching.rename("rose", "Garden/Roses")
    assert tags(library) == {"Garden/Roses": 2, "Garden/Roses/Red": 1}
    assert [one.tag for one in library.suggestions()] == ["Garden/Roses"]
    assert library.answer(Verdict.NO, "Garden/Roses", [ids[3]]).count == 0  # refused already
    assert library.undo()[0] == "renamed “rose” to “Garden/Roses”"
    assert tags(library) == {"Rose": 2, "Rose/Red": 1}
    library.redo()
    assert tags(library) == {"Garden/Roses": 2, "Garden/Roses/Red": 1}


def test_a_parent_that_is_no_tag_itself_is_renamed(library: Library):
    library.tag("Places/Paris", [fill(library._catalogue, 1)[0]])
    library.teaching.rename("Places", "Travel/Europe")
    assert tags(library) == {"Travel/Europe/Paris": 1}


def test_large_and_small_letters_can_change(library: Library, ids: list[int]):
    library.teaching.rename("Rose", "ROSE")
    assert tags(library) == {"ROSE": 2, "ROSE/Red": 1}
    library.undo()
    assert tags(library) == {"Rose": 2, "Rose/Red": 1}


def test_files_with_the_old_name_do_not_bring_it_back(library: Library, ids: list[int]):
    known = library._catalogue.tags
    known.take_from_file(ids[5], ["Rose/Red"])
    for old, new in (("Rose/Red", "Rose/Dark"), ("Rose/Dark", "Rose/Red"), ("Rose/Red", "Black")):
        library.teaching.rename(old, new)
        known.take_from_file(ids[5], ["Rose/Red"])  # the file changed, and is read again
        assert [one.tag for one in known.of([ids[5]])[ids[5]]] == [new]
        assert known.bases()[ids[5]] == ("Rose/Red",)
    assert three_way(known.bases()[ids[5]], ["Black"], ["Rose/Red"]) == {"Black"}
    for expected in ("Rose/Red", "Rose/Dark", "Rose/Red"):
        library.undo()
        assert [one.tag for one in known.of([ids[5]])[ids[5]]] == [expected]
        assert known.bases()[ids[5]] == ("Rose/Red",)


def test_a_name_that_is_taken_makes_one_tag_of_two(library: Library, ids: list[int]):
    library.tag("Roes", ids[4:])
    assert library.teaching.rename("Roes", "rose").count == 2
    assert tags(library) == {"Rose": 4, "Rose/Red": 1}
    library.undo()
    assert tags(library) == {"Roes": 2, "Rose": 2, "Rose/Red": 1}


def test_what_cannot_be_is_refused_and_changes_nothing(library: Library, ids: list[int]):
    library.tag("Flower/Red", ids[5:])
    before = tags(library)
    for new, words in (
        ("Rose/Old", "cannot lie below itself"),
        ("Flower", "There is a tag “Flower/Red” already; choose another name"),
        ("A//B", "is not a tag"),
    ):
        with pytest.raises(UserError, match=words):
            library.teaching.rename("Rose", new)
    with pytest.raises(UserError, match="no tag “Nothing”"):
        library.teaching.rename("Nothing", "Something")
    assert tags(library) == before


def test_groups_bear_the_new_name_of_their_tag(library: Library, ids: list[int]):
    library._catalogue.clusters.replace(1, [FoundCluster(1, 0, ((ids[0], 0.9),))])
    library.name_cluster(1, "Rose")
    library.teaching.rename("Rose", "Roses")
    assert library.clusters()[0].name == "Roses"
    library.undo()
    assert library.clusters()[0].name == "Rose"


def test_a_tag_goes_with_all_below_it_and_is_no_longer_listed(library: Library, ids: list[int]):
    library.teaching.drop("Rose")
    assert tags(library) == {}
    assert library.undo()[0] == "deleted the tag “Rose”"
    assert tags(library) == {"Rose": 2, "Rose/Red": 1}
