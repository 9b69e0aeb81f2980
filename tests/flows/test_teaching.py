"""Asking, explaining and doubting, through the library and the command line."""

import json
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from gallery_app.cli.commands import COMMANDS
from gallery_app.cli.main import run
from gallery_app.cli.parser import parse
from gallery_app.domain.part import Part
from gallery_app.domain.suggestion import Verdict
from gallery_app.errors import UserError
from gallery_app.jobs.job import finish
from gallery_app.jobs.tagging import parts as parts_job
from gallery_app.library import Library
from tests.encoders import add_tiny_encoder
from tests.photos import BLUE, GREEN, RED, noise, save_photo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(8):
        photo = noise(seed=number % 4)
        save_photo(tmp_path / "photos" / f"kind{number % 4}-{number // 4}.jpg", photo)
    return tmp_path / "photos"


def ids_of(library: Library, *stems: str) -> list[int]:
    found = {p.path.stem: p.id for p in library.photos(library.photo_ids())}
    return [found[stem] for stem in stems]


def test_questions_come_before_any_tag_and_never_twice_of_copies(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    asking = finish(library.teaching.ask(8))
    names = [p.path.stem[:5] for p in library.photos([q.photo_id for q in asking.questions])]
    assert sorted(names) == ["kind0", "kind1", "kind2", "kind3"]
    assert all(q.tags == () and "no tag covers" in q.reason for q in asking.questions)
    assert asking.right == 0
    library.tag("Kind/0", ids_of(library, "kind0-0"))
    again = finish(library.teaching.ask(8))
    assert len(again.questions) == 3
    assert again.gain > 0


def test_why_names_the_photos_for_and_against(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    one, other, copy, fourth = ids_of(library, "kind0-0", "kind1-0", "kind0-1", "kind3-0")
    library.tag("Kind/0", [one])
    library.tag("Kind/1", [other])
    library.answer(Verdict.NO, "Kind/0", [fourth])
    library.teaching.set_exclusive("Kind", on=True)
    why = finish(library.teaching.why(copy, "kind/0"))
    assert why.tag == "Kind/0"
    assert [w.photo_id for w in why.witnesses] == [one]
    refused_copy = ids_of(library, "kind3-1")  # a verdict is about contents
    assert {w.photo_id for w in why.against} == {other, fourth, *refused_copy}
    assert why.probability > 0.5
    assert finish(library.teaching.why(other, "Kind/0")).probability == 0
    with pytest.raises(UserError, match="no tag"):
        finish(library.teaching.why(one, "Nothing"))
    with pytest.raises(UserError, match="no example"):
        finish(library.teaching.why(one, "Kind"))


def test_a_whole_run_is_taken_back_but_not_what_was_confirmed(library: Library, folder: Path):
    finish(library.add_folders([folder]))
    kinds = ids_of(library, "kind0-0", "kind1-0")
    for number, photo in enumerate(kinds):
        library.tag(f"Kind/{number}", [photo])
    finish(library.suggest())
    (copy,) = ids_of(library, "kind0-1")
    library.answer(Verdict.YES, "Kind/0", [copy])
    count = library.accept(0.02).count
    library.tag("Later", kinds)
    [run] = library.teaching.runs()
    assert library.teaching.undo_run(run.model).count == count
    assert {t.tag for t in library.tags_of([copy])[copy]} == {"Kind/0"}
    assert library.teaching.runs() == []
    library.undo()
    assert library.teaching.runs() == [run]


def test_the_commands(tmp_path: Path, library: Library, folder: Path, capsys):
    finish(library.add_folders([folder]))
    library.tag("Kind/0", ids_of(library, "kind0-0"))

    def answer(*words: object) -> Any:
        capsys.readouterr()
        options = parse(["--library", str(library.directory), "--json", *map(str, words)])
        assert run(options) == 0
        return json.loads(capsys.readouterr().out)

    asked = answer("ask", "-n", "2")
    assert [set(row) for row in asked] == [{"path", "tags", "reason"}] * 2
    assert answer("tags", "health") == {"mistakes": [], "splits": [], "twins": []}
    why = answer("why", folder / "kind0-1.jpg", "Kind/0")
    assert [Path(w["path"]).stem for w in why["because"]] == ["kind0-0"]
    assert answer("tag", "exclusive", "Kind", "on") == {"changed": 1}
    assert library.teaching.exclusive() == ["Kind"]
    assert answer("runs") == []


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    """Four photos each of two kinds that are no copies of one another."""
    for number in range(8):
        save_photo(tmp_path / "photos" / f"kind{number % 2}-{number // 2}.jpg", noise(seed=number))
    return tmp_path / "photos"


def test_the_fringe_judges_members_the_least_certain_first(library: Library, shapes: Path):
    finish(library.add_folders([shapes]))
    some, others = library.photo_ids("kind0"), library.photo_ids("kind1")
    library.tag("Kind/0", some)
    library.tag("Kind/1", others[:2])  # too few to doubt
    members = finish(library.teaching.fringe())
    assert {(m.photo_id, m.tag) for m in members} == {(one, "Kind/0") for one in some}
    assert [m.probability for m in members] == sorted(m.probability for m in members)
    assert all(set(m.because) <= set(some) - {m.photo_id} and m.because for m in members)
    assert finish(library.teaching.fringe("Kind/1")) == []
    with pytest.raises(UserError, match="no tag"):
        finish(library.teaching.fringe("Nothing"))


def test_a_tag_is_replaced_and_merged_each_in_one_act(library: Library, shapes: Path):
    finish(library.add_folders([shapes]))
    ids = library.photo_ids()
    library.tag("Beach", ids[:4])
    library.teaching.replace("Beach", "Beach/Dunes", ids[:2])
    library.teaching.replace("Beach", "Sea", ids[2:3])
    assert [t.tag for one in ids[:4] for t in library.tags_of([one])[one]] == [
        "Beach/Dunes", "Beach/Dunes", "Sea", "Beach",
    ]  # fmt: skip
    refused = library.answer(Verdict.NO, "Beach", ids[:3]).count
    assert refused == 2  # that "Sea" is no "Beach" was said already; "Dunes" may be
    library.undo()
    assert library.teaching.merge("Sea", "Beach").count == 1
    assert {t.tag for t in library.tags_of([ids[2]])[ids[2]]} == {"Beach"}
    library.undo()
    assert {t.tag for t in library.tags_of([ids[2]])[ids[2]]} == {"Sea"}


def test_parts_as_examples_change_the_suggestions(library: Library, folder: Path):
    both = Image.new("RGB", (192, 96))
    for place, number in ((0, 0), (96, 3)):
        both.paste(noise(seed=number).resize((96, 96)), (place, 0))
    save_photo(folder / "both.png", both)
    finish(library.add_folders([folder]))
    [photo] = ids_of(library, "both")

    def likelier() -> dict[str, str]:
        finish(library.suggest())
        names = {known.id: known.path.stem for known in library.photos(library.photo_ids())}
        found = sorted(library.suggestions(), key=attrgetter("probability"))
        return {names[one.photo_id]: one.tag for one in found}

    left, right = Part(0, 0, 0.5, 1), Part(0.5, 0, 0.5, 1)
    changes = library.teaching.tag_part("A", photo, left)
    library.teaching.tag_part("B", photo, right)
    assert (changes.tagged, changes.suggestions) == ({photo}, True)
    first = likelier()
    assert (first["kind0-0"], first["kind3-1"]) == ("A", "B")
    assert "both" not in first
    assert library.suggestions_of(ids_of(library, "kind0-0")[0])[0].because == (photo,)
    library.teaching.tag_part("a", photo, right)  # each in place of the one before
    library.teaching.tag_part("B", photo, left)
    assert {known.tag: known.part for known in library.tags_of([photo])[photo]} == {
        "A": right,
        "B": left,
    }
    assert len(library._catalogue.parts.pending(1)) == 0  # both boxes are known
    second = likelier()
    assert (second["kind0-0"], second["kind3-1"]) == ("B", "A")
    assert finish(library.teaching.why(photo, "A")).witnesses == ()
    assert photo not in [q.photo_id for q in finish(library.teaching.ask(8)).questions]
    assert library.teaching.answers() == 2
    assert library.undo()[0] == "tagged a part of a photo “B”"
    assert library.undo()[0] == "tagged a part of a photo “a”"
    assert likelier() == first
    save_photo(folder / "late.jpg", noise(seed=3))
    finish(library.rescan())  # a photo comes between those known before and the parts
    assert likelier()["late"] == "B"
    library.teaching.replace("A", "C", [photo])
    library.tag("D", ids_of(library, "kind1-0"))
    library.teaching.merge("B", "D")
    assert {known.tag: known.part for known in library.tags_of([photo])[photo]} == {
        "C": left,
        "D": right,
    }
    library.untag("C", [photo])
    assert [one.photo_id for one in library._catalogue.parts.examples(1)] == [photo]


def test_parts_are_encoded_anew_for_another_encoder_and_a_lost_photo_waits(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(parts_job, "_BATCH", 1)
    finish(library.add_folders([folder]))
    first, second = ids_of(library, "kind0-0", "kind1-0")
    library.teaching.tag_part("A", first, Part(0, 0, 0.5, 0.5))
    library.teaching.tag_part("B", second, Part(0, 0, 0.5, 0.5))
    (folder / "kind1-0.jpg").unlink()  # nobody looked since
    assert finish(library.suggest()) > 0
    parts = library._catalogue.parts
    assert [one.photo_id for one in parts.pending(1)] == [second]
    card = add_tiny_encoder(library.directory / "encoders", name="other")
    library._catalogue.encoders.add(card.name, card.dim, card.source)
    finish(library.switch_encoder("other"))
    other = library._catalogue.encoders.active()
    assert other is not None
    assert len(parts.load(other.id, other.dim)[0]) == 1
    assert len(parts.load(1, other.dim)[0]) == 1  # the way back needs no work


def test_the_part_that_speaks_for_a_tag_is_where_its_kind_is(library: Library, tmp_path: Path):
    for name, colour in {"red": RED, "green": GREEN, "blue": BLUE}.items():
        save_photo(tmp_path / "photos" / f"{name}.png", Image.new("RGB", (90, 90), colour))
    both = Image.new("RGB", (192, 96), RED)
    both.paste(BLUE, (96, 0, 192, 96))
    save_photo(tmp_path / "photos" / "both.png", both)
    finish(library.add_folders([tmp_path / "photos"]))
    [photo, whole] = ids_of(library, "both", "red")
    for kind in ("red", "green", "blue"):
        library.tag(kind, ids_of(library, kind))
    left, right = (library.teaching.where(photo, kind) for kind in ("red", "blue"))
    assert left is not None
    assert right is not None
    assert left.left + left.width <= 0.5
    assert right.left >= 0.5
    assert library.teaching.where(whole, "green") is None  # all of it is red
    library.curation.turn(1, [photo])
    finish(library.understand())
    assert library.teaching.where(photo, "red") == left.turned(1)
    library.teaching.tag_part("Part", photo, Part(0.5, 0, 0.5, 1))
    with pytest.raises(UserError, match="No other photo"):
        library.teaching.where(photo, "Part")
    with pytest.raises(UserError, match="no tag"):
        library.teaching.where(photo, "Nothing")
    card = add_tiny_encoder(library.directory / "encoders", name="new")
    library._catalogue.encoders.add(card.name, card.dim, card.source)
    library.use_encoder("new")
    with pytest.raises(UserError, match="not understood"):
        library.teaching.where(photo, "red")


def test_parts_on_the_command_line(library: Library, tmp_path: Path, capsys: pytest.CaptureFixture):
    for name, colour in {"red": RED, "green": GREEN, "blue": BLUE}.items():
        save_photo(tmp_path / "photos" / f"{name}.png", Image.new("RGB", (90, 90), colour))
    both = Image.new("RGB", (192, 96), RED)
    both.paste(BLUE, (96, 0, 192, 96))
    path = str(save_photo(tmp_path / "photos" / "both.png", both))
    finish(library.add_folders([tmp_path / "photos"]))
    box = "0.5,0,0.5,1"

    def answer(*words: str) -> Any:
        options = parse(words)
        return COMMANDS[options.command](library, options)

    assert answer("tag", "add", "Blue", path, "--part", box) == {
        "changed": 1,
        "unmatched": [],
    }
    [photo] = ids_of(library, "both")
    assert [known.part for known in library.tags_of([photo])[photo]] == [Part(0.5, 0, 0.5, 1)]
    found = answer("similar", path, "--part", box)
    assert Path(found[0]["path"]).stem == "blue"
    library.tag("Red", ids_of(library, "red"))
    why = answer("why", path, "Red", "--part")
    assert why["part"][0] + why["part"][2] <= 0.5
    for wrong in ("0.5,0,0.6,1", "0,0,0,1", "nan,0,1,1", "1,2", "a"):
        with pytest.raises(SystemExit):
            parse(["similar", path, "--part", wrong])
        assert "is no box such as" in capsys.readouterr().err
