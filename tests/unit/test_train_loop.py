"""The loop: exact resume, orders, honest stops; with a network of a few numbers."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from ssl_core.errors import EncoderError, TrainingError
from ssl_core.run_spec import METHODS, Crops, RunSpec, resolve
from ssl_core.train import loop
from ssl_core.train.collapse import collapsed, spread
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.loop import CHECKPOINT, Loop
from ssl_core.train.methods.method import Method, Step
from ssl_core.train.methods.neighbours import Neighbours
from ssl_core.train.worker import _METHODS
from tests.pretext import tiny_encoder

PHOTOS = 13
CROPS = Crops(
    size=16, scale=(0.3, 1), local_size=4, local_scale=(0.1, 0.3), local_count=1, colour=0.5
)

Made = Callable[[str], tuple[Method, RunSpec]]


class Heard(list[dict[str, object]]):
    """What a loop tells."""

    def __call__(self, **facts: object) -> None:
        self.append(facts)

    def losses(self) -> dict[object, object]:
        return {facts["step"]: facts["loss"] for facts in self if "loss" in facts}


@pytest.fixture(autouse=True)
def tell_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "_TOLD_EVERY", 0.0)


def made(name: str, **changes: object) -> tuple[Method, RunSpec]:
    """Make a tiny method of each kind, the same each time."""
    asked = resolve(name, PHOTOS, "cpu", start="scratch", epochs=3)
    spec = dataclasses.replace(
        asked,
        batch=5,
        crops=CROPS,
        hidden=9,
        prototypes=7,
        permutations=3,
        near=3,
        width=4,
        **changes,
    )
    generator = np.random.default_rng(0)
    torch.manual_seed(0)
    if name == "neighbours":
        return Neighbours(spec, generator.standard_normal((PHOTOS, 11))), spec
    encoder = tiny_encoder(6)
    store = PhotoStore(
        generator.integers(0, 256, (PHOTOS, 20, 20, 3), dtype=np.uint8),
        torch.linspace(0.5, 2, PHOTOS),
        torch.arange(PHOTOS),
        [str(row) for row in range(PHOTOS)],
    )
    return _METHODS[name](spec, encoder, store), spec


def no_order() -> str:
    return ""


def orders(*given: str) -> Callable[[], str]:
    waiting: Iterator[str] = iter(given)
    return lambda: next(waiting, "")


@pytest.mark.parametrize("name", METHODS)
def test_a_paused_run_goes_on_with_the_same_losses(name: str, tmp_path: Path) -> None:
    whole, first, second = Heard(), Heard(), Heard()
    (tmp_path / "whole").mkdir()
    uninterrupted = Loop(*made(name), tmp_path / "whole", whole)
    assert uninterrupted.train(no_order) == "finished"
    assert Loop(*made(name), tmp_path, first).train(orders("", "", "pause")) == "pause"
    assert Loop(*made(name), tmp_path, second).train(no_order) == "finished"
    assert list(first.losses()) == [1, 2, 3]
    assert first.losses() | second.losses() == whole.losses()
    assert len(whole.losses()) == 6


@pytest.mark.parametrize("name", METHODS)
def test_pictures_are_shown_at_each_check_and_change_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, blind = Heard(), Heard()
    method, spec = made(name)
    Loop(method, spec, tmp_path, shown).train(no_order)
    told = [facts for facts in shown if "picture" in facts]
    assert len(told) == (0 if name == "neighbours" else 4 * 4)
    for facts in told:
        with Image.open(tmp_path / str(facts["picture"])) as picture:
            assert picture.width > 30
    assert all(facts["caption"] for facts in told)
    (tmp_path / "blind").mkdir()
    monkeypatch.setattr(Loop, "_show", lambda _: None)
    other, _ = made(name)
    Loop(other, spec, tmp_path / "blind", blind).train(no_order)
    assert blind.losses() == shown.losses()
    after, wanted = method.state_dict(), other.state_dict()
    assert all(torch.equal(after[key], wanted[key]) for key in wanted)


def test_a_killed_run_goes_on_from_its_last_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "_SAVED_EVERY", 0.0)
    whole, second = Heard(), Heard()
    (tmp_path / "whole").mkdir()
    Loop(*made("dino"), tmp_path / "whole", whole).train(no_order)

    def killed(**facts: object) -> None:
        if facts.get("loss") and facts["step"] == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Loop(*made("dino"), tmp_path, killed).train(no_order)
    Loop(*made("dino"), tmp_path, second).train(no_order)
    assert min(second.losses()) == 4  # type: ignore[type-var]
    assert whole.losses() | second.losses() == whole.losses()


def test_training_for_minutes_does_not_count_the_timed_steps(tmp_path: Path) -> None:
    method, spec = made("simclr", epochs=None, minutes=1e-4)
    heard = Heard()
    torch.manual_seed(0)
    run = Loop(method, spec, tmp_path, heard)
    before = method.state_dict()["encoder.network.0.weight"].clone()
    run._planned_steps()
    assert run.run.step == 0
    torch.testing.assert_close(method.state_dict()["encoder.network.0.weight"], before)
    assert run.train(no_order) == "stop"
    assert 1 <= run.run.step <= 10


def test_stop_keeps_what_is_learnt_so_far(tmp_path: Path) -> None:
    run = Loop(*made("simclr"), tmp_path, Heard())
    assert run.train(orders("", "stop")) == "stop"
    assert run.run.step == 2


def test_a_checkpoint_of_another_run_or_none_gets_a_sentence(tmp_path: Path) -> None:
    Loop(*made("simclr"), tmp_path, Heard()).train(orders("pause"))
    with pytest.raises(TrainingError, match="other settings"):
        Loop(*made("simclr", lr=0.5), tmp_path, Heard())
    whole = (tmp_path / CHECKPOINT).read_bytes()
    torch.save({"version": 99}, tmp_path / CHECKPOINT)
    with pytest.raises(TrainingError, match="another version"):
        Loop(*made("simclr"), tmp_path, Heard())
    (tmp_path / CHECKPOINT).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(EncoderError, match="cannot be read"):
        Loop(*made("simclr"), tmp_path, Heard())


class Broken(Method):
    """A method whose loss or vectors go wrong after a step."""

    def __init__(self, *, loss: float, vectors: float) -> None:
        super().__init__()
        self.encoder, self.head = nn.Linear(2, 2), nn.Identity()
        self._loss, self._vectors, self._steps = loss, vectors, 0

    def step(self, rows: Tensor, progress: float) -> Step:
        self._steps += 1
        return Step(self.encoder.weight.sum() * (self._loss if self._steps > 1 else 1.0), {})

    def trial(self, rows: Tensor) -> tuple[Tensor, None]:
        apart = self._vectors if self._steps > 1 else 1.0
        return torch.tensor([1.0, 1.0]) + apart * torch.eye(2)[rows % 2], None


def test_a_loss_that_is_no_number_stops_training(tmp_path: Path) -> None:
    spec = made("simclr")[1]
    with pytest.raises(TrainingError, match="step 1: the loss is no number"):
        Loop(Broken(loss=float("nan"), vectors=1.0), spec, tmp_path, Heard()).train(no_order)
    assert torch.load(tmp_path / CHECKPOINT, weights_only=True)["run"]["step"] == 0


def test_a_collapsed_network_stops_training(tmp_path: Path) -> None:
    spec = made("simclr")[1]
    with pytest.raises(TrainingError, match="collapsed"):
        Loop(Broken(loss=1.0, vectors=1e-4), spec, tmp_path, Heard()).train(no_order)


def test_collapse_is_measured_against_the_start() -> None:
    apart = np.eye(5)
    assert spread(apart) == pytest.approx(0.8)
    assert spread(np.ones((5, 3))) == pytest.approx(0, abs=1e-9)
    assert not collapsed(5e-4, 4e-4)
    assert collapsed(0.5, 1e-4)


def test_frozen_norms_keep_their_statistics(tmp_path: Path) -> None:
    for frozen in (True, False):
        method, spec = made("dino", frozen_norm=frozen)
        folder = tmp_path / str(frozen)
        folder.mkdir()
        Loop(method, spec, folder, Heard()).train(orders("", "stop"))
        statistics = method.state_dict()["encoder.network.1.running_mean"]
        assert bool((statistics == 0).all()) == frozen
