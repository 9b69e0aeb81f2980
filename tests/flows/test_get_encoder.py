"""Known encoders, one command away: from the hub's stand-in to suggestions' new vectors."""

import dataclasses
import hashlib
import io
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.cli import commands
from gallery_app.errors import SurroundingsError, UserError
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from ssl_core.embed.known import KNOWN, KnownEncoder
from ssl_core.model_card import load_card
from ssl_core.run_spec import resolve
from ssl_core.train.nets.starts import starting_encoder
from tests.encoders import add_tiny_encoder
from tests.hub import Hub, running
from tests.photos import noise, save_photo
from tests.unit.test_export_onnx import D, vit_weights

FREE, BOUND = "dinov2-tiny", "dinov3-tiny"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    buffer = io.BytesIO()
    torch.save(vit_weights(registers=4), buffer)
    with running(Hub(content=buffer.getvalue())) as served:
        yield served


@pytest.fixture
def library(hub: Hub, tmp_path: Path) -> Iterator[Library]:
    """A library with two photos, an encoder ``tiny``, and two that it can fetch."""
    directory = tmp_path / "library"
    (directory / "encoders").mkdir(parents=True)
    card = add_tiny_encoder(directory / "encoders")
    catalogue = Catalogue.open(directory / "catalogue.sqlite")
    catalogue.encoders.add(card.name, card.dim, card.source)
    sha256 = hashlib.sha256(hub.content).hexdigest()
    fetched = [known(FREE, hub, sha256), known(BOUND, hub, sha256, must_accept=True)]
    made = Library(directory, catalogue, fetched)
    for number in range(2):
        save_photo(tmp_path / "photos" / f"{number}.jpg", noise(seed=number))
    yield made
    made.close()


def known(name: str, hub: Hub, sha256: str, *, must_accept: bool = False) -> KnownEncoder:
    return KnownEncoder(
        name=name,
        title="Tiny DINO",
        url=hub.url,
        size=len(hub.content),
        sha256=sha256,
        licence="The Licence",
        licence_url="https://licence.example/text",
        must_accept=must_accept,
    )


def get(library: Library, name: str = FREE, **options: bool) -> list[dict[str, object]]:
    """Run ``handful encoders get``."""
    chosen = {"use": False, "yes": False, "accept_licence": False} | options
    answer = commands.encoders(library, Namespace(action="get", name=name, **chosen))
    assert isinstance(answer, list)
    return answer


def test_an_encoder_is_fetched_taken_into_use_and_trained_on(
    library: Library, hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    finish(library.add_folders([tmp_path / "photos"]))
    hub.cut_after = 100_000
    with pytest.raises(SurroundingsError, match=r"cut off after 0\.1 of"):
        get(library, use=True, yes=True)
    hub.cut_after = None
    answer = get(library, use=True, yes=True)
    assert hub.asked == ["", "bytes=100000-"]
    assert [(row["name"], row["dim"], row["active"]) for row in answer] == [
        ("tiny", 8, False),
        (FREE, D, True),
    ]
    assert library.counts().vectors == 2
    assert [facts.have for facts in library.known_encoders()] == [True, False]
    told = capsys.readouterr().err
    assert f"MB from {hub.url}" in told
    assert "Licence: The Licence, https://licence.example/text" in told
    assert "Converting to ONNX" in told

    card_file = library.directory / "encoders" / f"{FREE}.json"
    card = load_card(card_file)
    assert (card.licence, card.source) == ("The Licence", f"Tiny DINO, {hub.url}")
    start = starting_encoder(resolve("simclr", 100, "cpu", start=str(card_file), epochs=1))
    assert start.reading.dim == D

    get(library)  # it is here, so nobody is asked and nothing fetched
    assert len(hub.asked) == 2
    assert capsys.readouterr().err == ""
    (library.directory / "encoders" / f"{FREE}.onnx").unlink()
    assert [facts.have for facts in library.known_encoders()] == [False, False]
    finish(library.get_encoder(FREE, use=False))  # made again from the weights beside it
    assert load_card(card_file).sha256 == card.sha256
    assert len(hub.asked) == 2


def test_without_a_network_it_says_which_file_to_bring(library: Library, hub: Hub):
    sentence = (
        r"gone\.pth cannot be had \(HTTP 404 Not Found\)\. You can also bring gone\.pth from "
        rf"{hub.url}/gone\.pth on a disk and add it\.$"
    )
    library._known = [dataclasses.replace(library._known[0], url=f"{hub.url}/gone.pth")]
    job = library.get_encoder(FREE, use=True)
    assert next(job).elsewhere  # a slow network holds up nothing
    with pytest.raises(SurroundingsError, match=sentence) as said:
        finish(job)
    assert said.value.command == "handful encoders add gone.pth"
    active = library._catalogue.encoders.active()
    assert active is not None
    assert active.name == "tiny"


def test_a_licence_that_binds_must_be_accepted(library: Library, hub: Hub):
    sentence = "Tiny DINO comes under the The Licence.*https://licence.example/text.*accept it"
    with pytest.raises(UserError, match=sentence) as said:
        get(library, BOUND, yes=True)
    assert said.value.command == f"handful encoders get {BOUND} --accept-licence"
    hub.content = b"something else"
    with pytest.raises(SurroundingsError, match="is not the published file"):
        get(library, BOUND, yes=True, accept_licence=True)
    assert [facts.have for facts in library.known_encoders()] == [False, False]


@pytest.mark.parametrize(
    ("terminal", "typed", "sentence"),
    [(False, "y\n", "add --yes"), (True, "\n", "Nothing was fetched"), (True, "", "Nothing was")],
)
def test_nothing_is_fetched_without_a_yes(
    library: Library,
    hub: Hub,
    monkeypatch: pytest.MonkeyPatch,
    *,
    terminal: bool,
    typed: str,
    sentence: str,
):
    answers = io.StringIO(typed)
    monkeypatch.setattr(answers, "isatty", lambda: terminal)
    monkeypatch.setattr("sys.stdin", answers)
    with pytest.raises(UserError, match=sentence):
        get(library)
    assert hub.asked == []


def test_a_yes_on_the_terminal_is_enough(
    library: Library, hub: Hub, monkeypatch: pytest.MonkeyPatch
):
    answers = io.StringIO("y\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    hub.content = b"something else"
    with pytest.raises(SurroundingsError, match="is not the published file"):
        get(library)
    assert hub.asked == [""]


def test_what_is_known():
    assert len({one.name for one in KNOWN}) == len(KNOWN) == 4
    for one in KNOWN:
        assert one.url.startswith("https://")
        assert one.licence_url.startswith("https://")
        assert one.must_accept == (one.licence != "Apache-2.0")
    with_no_sum = [one for one in KNOWN if one.sha256 is None]
    assert all(one.url.startswith("https://huggingface.co/") for one in with_no_sum)


def test_an_unknown_name(library: Library):
    listed = commands.encoders(library, Namespace(action="known"))
    assert [row["name"] for row in listed] == [FREE, BOUND]
    with pytest.raises(UserError, match=f"No encoder “clip” is known; choose one of: {FREE}, "):
        get(library, "clip")
