"""The loop: exact resume, orders, honest stops; with a network of a few numbers."""

import dataclasses
import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from ssl_core.errors import EncoderError, TrainingError
from ssl_core.run_spec import METHODS, Crops, RunSpec, resolve
from ssl_core.train import device, loop
from ssl_core.train.collapse import collapsed, spread
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.device import UnfitDeviceError
from ssl_core.train.loop import CHECKPOINT, Loop
from ssl_core.train.methods.method import Method, Step
from ssl_core.train.methods.neighbours import Neighbours
from ssl_core.train.nets.encoder import Encoder
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
    # It looks through all objects of a process, and a test's has many.
    monkeypatch.setattr(device, "free_memory", lambda: None)


def made(name: str, **changes: object) -> tuple[Method, RunSpec]:
    """Make a tiny method of each kind, the same each time."""
    asked = resolve(name, PHOTOS, "cpu", start="scratch", epochs=3)
    tiny = {"batch": 5, "crops": CROPS, "hidden": 9, "prototypes": 7, "permutations": 3}
    tiny |= {"near": 3, "width": 4}
    spec = dataclasses.replace(asked, **(tiny | changes))  # type: ignore[arg-type]
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


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("minutes", [None, 60.0])
def test_a_killed_run_goes_on_from_its_last_checkpoint(
    name: str, minutes: float | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "_SAVED_EVERY", 0.0)
    monkeypatch.setattr(Loop, "_planned", lambda *_: (6, 4))
    length = {"minutes": minutes, "epochs": 3 if minutes is None else None}
    whole, second = Heard(), Heard()
    (tmp_path / "whole").mkdir()
    Loop(*made(name, **length), tmp_path / "whole", whole).train(no_order)

    def killed(**facts: object) -> None:
        if facts.get("loss") and facts["step"] == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Loop(*made(name, **length), tmp_path, killed).train(no_order)
    torch.rand(5)  # A new process starts with other random numbers.
    resumed = Loop(*made(name, **length), tmp_path, second)
    assert (resumed.run.step, resumed.run.steps) == (3, 6)
    assert resumed.run.seconds > 0
    resumed.train(no_order)
    assert min(second.losses()) == 4  # type: ignore[type-var]
    assert whole.losses() | second.losses() == whole.losses()
    last, first = (torch.load(folder / CHECKPOINT) for folder in (tmp_path, tmp_path / "whole"))
    torch.testing.assert_close(last["method"], first["method"], rtol=0, atol=0)


def test_training_for_minutes_does_not_count_the_timed_steps(tmp_path: Path) -> None:
    method, spec = made("simclr", epochs=None, minutes=1e-4)
    heard = Heard()
    torch.manual_seed(0)
    run = Loop(method, spec, tmp_path, heard)
    before = method.state_dict()["encoder.network.0.weight"].clone()
    run._planned(1.0)
    assert run.run.step == 0
    torch.testing.assert_close(method.state_dict()["encoder.network.0.weight"], before)
    assert run.train(no_order) == "stop"
    assert 1 <= run.run.step <= 10


def test_checks_leave_most_of_a_short_run_to_training(tmp_path: Path) -> None:
    run = Loop(*made("simclr", epochs=None, minutes=2.0), tmp_path, Heard())
    assert run._planned(1e-6)[1] == 4
    assert run._planned(5.0)[1] == 2
    assert run._planned(1e6) == (10, 1)


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
    torch.save({"version": 2, "spec": print}, tmp_path / CHECKPOINT)
    with pytest.raises(EncoderError, match="holds more than weights"):
        Loop(*made("simclr"), tmp_path, Heard())
    state = torch.load(_written(tmp_path, whole))
    state["method"].popitem()
    torch.save(state, tmp_path / CHECKPOINT)
    with pytest.raises(TrainingError, match="of another network"):
        Loop(*made("simclr"), tmp_path, Heard())


def _written(folder: Path, content: bytes) -> Path:
    (folder / CHECKPOINT).write_bytes(content)
    return folder / CHECKPOINT


class Broken(Method):
    """A method whose loss, weights or vectors go wrong after a step."""

    def __init__(self, *, loss: float = 1.0, weight: float = 1.0, vectors: float = 1.0) -> None:
        super().__init__()
        self.encoder, self.head = nn.Linear(2, 2), nn.Identity()
        self._loss, self._weight, self._vectors, self._steps = loss, weight, vectors, 0

    def step(self, rows: Tensor, progress: float) -> Step:
        self._steps += 1
        return Step(self.encoder.weight.sum() * (self._loss if self._steps > 1 else 1.0), {})

    def after_update(self, progress: float) -> None:
        if self._steps > 1:
            with torch.no_grad():
                self.encoder.bias.mul_(self._weight)

    def trial(self, rows: Tensor) -> tuple[Tensor, None]:
        apart = self._vectors if self._steps > 1 else 1.0
        return torch.tensor([1.0, 1.0]) + apart * torch.eye(2)[rows % 2], None


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"loss": float("nan")}, "step 1: the loss is no number"),
        ({"weight": float("inf")}, "step 2: a weight is no number"),
        ({"vectors": 1e-4}, "step 2: the network collapsed"),
    ],
)
def test_what_goes_wrong_stops_training_and_the_last_good_state_is_kept(
    broken: dict[str, float], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever it is saved: the bad state comes before the next check."""
    monkeypatch.setattr(loop, "_SAVED_EVERY", 0.0)
    monkeypatch.setattr(loop, "_CHECKS", 1)
    spec = made("simclr")[1]
    run = Loop(Broken(**broken), spec, tmp_path, Heard())
    with pytest.raises(TrainingError, match=words):
        run.train(no_order)
    kept = torch.load(tmp_path / CHECKPOINT)
    assert kept["run"]["step"] == 1
    assert all(bool(weight.isfinite().all()) for weight in kept["method"].values())
    assert not list(tmp_path.glob("*.part"))


def test_a_bad_state_is_not_kept_when_training_is_stopped(tmp_path: Path) -> None:
    run = Loop(Broken(vectors=1e-4), made("simclr")[1], tmp_path, Heard())
    with pytest.raises(TrainingError, match="collapsed"):
        run.train(orders("", "stop"))
    assert torch.load(tmp_path / CHECKPOINT)["run"]["step"] == 0


class Small(nn.Module):
    """A network on a device that holds few images at once."""

    def __init__(self, network: nn.Module, most: int) -> None:
        super().__init__()
        self.network, self.most = network, most

    def forward(self, photos: Tensor) -> Tensor:
        if len(photos) > self.most:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB.")
        found: Tensor = self.network(photos)
        return found


@pytest.mark.parametrize("name", ["simclr", "dino", "geometric", "jigsaw"])
def test_a_small_memory_gives_the_losses_of_a_large_one(name: str, tmp_path: Path) -> None:
    heard = {}
    for most in (10**6, 4):
        method, spec = made(name, frozen_norm=True)
        for module in list(method.modules()):
            if isinstance(module, Encoder):
                module.network = Small(module.network, most)
        heard[most] = Heard()
        (tmp_path / str(most)).mkdir()
        run = Loop(method, spec, tmp_path / str(most), heard[most])
        _read_few_at_once(run)
        assert run.train(no_order) == "finished"
    notes = [str(facts["note"]) for facts in heard[4] if "note" in facts]
    assert "2 images at a time" in notes[-1]
    assert "all 5 photos" in notes[-1]
    whole, pieces = heard[10**6].losses(), heard[4].losses()
    assert pieces == pytest.approx(whole, rel=1e-4)
    assert len(pieces) == 6


@pytest.mark.parametrize("name", ["simclr", "jigsaw", "inpainting"])
def test_pieces_serve_networks_whose_batch_norm_learns(name: str, tmp_path: Path) -> None:
    method, spec = made(name)
    encoder = method.encoder
    assert isinstance(encoder, Encoder)
    encoder.piece = 2
    assert Loop(method, spec, tmp_path, Heard()).train(no_order) == "finished"


def _read_few_at_once(run: Loop) -> None:
    """Score photos one by one, as if the rest of the device were large enough for that."""
    trial = run._method.trial

    def few(rows: Tensor) -> tuple[Tensor, Tensor | None]:
        tried = [trial(row) for row in rows.split(1)]
        return torch.cat([one for one, _ in tried]), None

    run._method.trial = few  # type: ignore[method-assign]


def test_pieces_count_once_in_the_statistics_of_batch_norm() -> None:
    photos = torch.rand(8, 3, 16, 16)
    seen = []
    for piece in (0, 4):
        method, _ = made("simclr")
        encoder = method.encoder
        assert isinstance(encoder, Encoder)
        encoder.piece = piece
        for batch in (photos,) if piece else photos.split(4):
            encoder(batch).sum().backward()
        seen.append(encoder.network[1].running_mean)  # type: ignore[index]
    torch.testing.assert_close(seen[0], seen[1])


def test_a_device_that_is_too_small_is_given_up(tmp_path: Path) -> None:
    method, spec = made("simclr")
    encoder = method.encoder
    assert isinstance(encoder, Encoder)
    encoder.network = Small(encoder.network, 0)
    with pytest.raises(UnfitDeviceError, match="memory is too small"):
        Loop(method, spec, tmp_path, Heard()).train(no_order)
    assert not (tmp_path / CHECKPOINT).exists()


def test_another_error_of_torch_is_a_bug_and_escapes(tmp_path: Path) -> None:
    method, spec = made("simclr")
    method.step = lambda *_: torch.zeros(2) @ torch.zeros(3)  # type: ignore
    with pytest.raises(RuntimeError, match="inconsistent tensor size"):
        Loop(method, spec, tmp_path, Heard()).train(no_order)


def test_no_room_for_a_checkpoint_says_what_to_do_and_keeps_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Loop(*made("simclr"), tmp_path, Heard())
    run.train(orders("pause"))
    kept = (tmp_path / CHECKPOINT).read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(OSError, match=r"make room and go on from it"):
        Loop(*made("simclr"), tmp_path, Heard()).train(orders("", "stop"))
    assert (tmp_path / CHECKPOINT).read_bytes() == kept
    assert not list(tmp_path.glob("*.part"))


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
