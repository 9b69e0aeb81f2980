"""The training loop: one for all methods."""

import dataclasses
import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.parallel import DistributedDataParallel

from ssl_core.errors import TrainingError
from ssl_core.run_spec import RunSpec, from_json
from ssl_core.train import device, ranks
from ssl_core.train.checkpoint import read_state, write_state
from ssl_core.train.collapse import collapsed
from ssl_core.train.methods.method import Method, Step
from ssl_core.train.methods.pictures import write_picture
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.norms import share_batch_norms
from ssl_core.train.optimiser import optimiser_for, schedule
from ssl_core.train.quality import quality, quick_spread, undisturbed

CHECKPOINT = "checkpoint.pt"
_VERSION = 2
_TIMED_STEPS = 3
_LEAST_STEPS = 10
_CHECKS = 4
# Of a run of minutes: on a CPU, four checks took half of two minutes.
_CHECKED_SHARE = 0.1
_PICTURED = 4
_SAVED_EVERY = 60.0
_TOLD_EVERY = 1.0
# Photos that go through the network at once at the least, before the CPU is the better place.
_LEAST_PIECE = 2

Tell = Callable[..., None]
Order = Callable[[], str]


@dataclasses.dataclass
class Run:
    """Where a run stands; all of it is in the checkpoint.

    Attributes:
        step: Steps done.
        steps: Steps in all; 0 until known.
        seconds: Spent on training so far, before this process too.
        first_spread: Spread of the vectors before the first step.
        piece: Images that go through the network at once; 0 for all of a batch.
        checks: Checks of the quality after the first.
    """

    step: int = 0
    steps: int = 0
    seconds: float = 0.0
    first_spread: float = 0.0
    piece: int = 0
    checks: int = _CHECKS

    @property
    def progress(self) -> float:
        """Share of the run that is done."""
        return self.step / max(self.steps, 1)


class Loop:
    """Trains a method as its spec says, and keeps a checkpoint.

    Attributes:
        run: Where it stands.
    """

    def __init__(self, method: Method, spec: RunSpec, folder: Path, tell: Tell) -> None:
        """Get ready, on from the folder's checkpoint if there is one.

        Raises:
            EncoderError: The checkpoint is damaged.
            TrainingError: The checkpoint is of another run.
        """
        if spec.batch % ranks.count():
            raise TrainingError(
                f"A batch of {spec.batch} photos cannot be shared among {ranks.count()} processes."
            )
        self.run = Run()
        self._spec = spec
        self._device = torch.device(spec.device)
        self._method = method.to(self._device).to(memory_format=torch.channels_last)
        self._step = _step_of(method, spec)
        self._optimiser = optimiser_for(spec, method.encoder, method.head)
        self._scaler = torch.amp.GradScaler(spec.device, enabled=spec.precision == "float16")
        self._path = folder / CHECKPOINT
        self._tell = tell
        method.train()
        if spec.frozen_norm:
            for module in _frozen(method):
                module.eval()
        if self._path.is_file():
            self._restore(read_state(self._path))

    def train(self, ordered: Order) -> str:
        """Go through all steps that are left.

        Where the GPU's memory does not suffice, photos go through the network in smaller pieces.

        Args:
            ordered: Asked after each step; ``"stop"`` or ``"pause"`` ends the run early.

        Returns:
            ``"finished"``, ``"stop"`` or ``"pause"``; the checkpoint then holds the run's state.

        Raises:
            TrainingError: The loss is no number, or the network has collapsed. The checkpoint
                holds the last good state.
            UnfitDeviceError: The GPU cannot do it at all.
            OSError: The checkpoint cannot be written; the one before is whole.
        """
        while True:
            try:
                return self._train(ordered)
            except RuntimeError as error:
                _make_sure_of_memory(error)
            self._go_on_in_smaller_pieces()

    def _train(self, ordered: Order) -> str:
        if not self.run.steps:
            self._write()  # a state to come back to, and early news of a full disk
            began = time.monotonic()
            self.run.first_spread = self._check()["spread"]
            planned = self._planned(time.monotonic() - began)
            self.run.steps, self.run.checks = ranks.from_first(lambda: planned)
            self._write()
        run, ending = self.run, "finished"
        check_every = math.ceil(run.steps / run.checks)
        started, before = time.monotonic(), run.seconds
        told = saved = started
        while run.step < run.steps and ending == "finished":
            loss, logged = self._one_step()
            now = time.monotonic()
            run.seconds = before + now - started
            if run.step % check_every == 0 or run.step == run.steps:
                self._check()
            ending = ranks.from_first(
                lambda: ordered() or ("finished" if self._in_time() else "stop")
            )
            if now - told >= _TOLD_EVERY or run.step in {1, run.steps}:
                told = now
                self._report(loss, logged)
            if now - saved >= _SAVED_EVERY:
                saved = now
                self._save()
        self._save()
        return ending

    def _one_step(self) -> tuple[float, dict[str, float]]:
        progress = self.run.progress
        schedule(self._optimiser, self._spec, progress)
        self._seed()
        with torch.autocast(
            self._spec.device,
            dtype=getattr(torch, self._spec.precision),
            enabled=self._spec.precision != "float32",
        ):
            loss, logged = self._step(ranks.share(self._rows()), progress)
        value = float(ranks.averaged(loss.detach()))
        if not math.isfinite(value):
            raise self._no_number("the loss is no number any more")
        self._optimiser.zero_grad(set_to_none=True)
        self._scaler.scale(loss).backward()
        self._scaler.unscale_(self._optimiser)
        weights = [weight for group in self._optimiser.param_groups for weight in group["params"]]
        torch.nn.utils.clip_grad_norm_(weights, self._spec.clip)
        self._method.after_backward(progress)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        self._method.after_update(progress)
        self.run.step += 1
        return value, logged

    def _seed(self) -> None:
        """Let what a step draws depend on its number alone, so that a resumed run draws the same.

        Not by ``torch.manual_seed``: without a GPU it notes the whole stack each time.
        """
        seed = (self._spec.seed * 1_000_003 + self.run.step) * 1_009 + ranks.rank()
        torch.default_generator.manual_seed(seed)
        if self._spec.device == "cuda":
            torch.cuda.manual_seed(seed)

    def _rows(self) -> Tensor:
        """Return this step's batch: each epoch has an order of its own, drawn from the seed."""
        epoch, place = divmod(self.run.step, self._steps_an_epoch)
        generator = torch.Generator().manual_seed(self._spec.seed * 1_000_003 + epoch)
        order = torch.randperm(self._spec.photos, generator=generator)
        return order[place * self._spec.batch : (place + 1) * self._spec.batch]

    @property
    def _steps_an_epoch(self) -> int:
        # What does not fill a batch waits for the next epoch: a loss over negatives needs them all.
        return self._spec.photos // self._spec.batch

    def _planned(self, check_s: float) -> tuple[int, int]:
        """Fix the steps and the checks; for minutes by timing a few steps that are then undone."""
        if self._spec.epochs is not None:
            return self._spec.epochs * self._steps_an_epoch, _CHECKS
        before = _copied(self._state())
        self.run.steps = 10**9
        self._one_step()
        started = time.monotonic()
        for _ in range(_TIMED_STEPS):
            self._one_step()
        took = (time.monotonic() - started) / _TIMED_STEPS
        self._restore(before)
        seconds = 60 * (self._spec.minutes or 0)
        checks = min(_CHECKS, max(1, int(_CHECKED_SHARE * seconds / check_s)))
        return max(_LEAST_STEPS, int((seconds - checks * check_s) / took)), checks

    def _in_time(self) -> bool:
        return self._spec.minutes is None or self.run.seconds < 60 * self._spec.minutes

    def _check(self) -> dict[str, float]:
        scores = quality(self._method, self._method.trial, self._spec.photos, self._spec.seed)
        self._tell(step=self.run.step, **scores)
        self._make_sure_of_spread(scores["spread"])
        if ranks.rank() == 0:
            self._show()
        return scores

    def _make_sure_of_spread(self, spread: float) -> None:
        if self.run.step and collapsed(self.run.first_spread, spread):
            raise TrainingError(
                f"Training stopped at step {self.run.step}: the network collapsed and says nearly "
                "the same of every photo. The last good checkpoint is kept; "
                "no encoder was made."
            )

    def _no_number(self, what: str) -> TrainingError:
        return TrainingError(
            f"Training stopped at step {self.run.step}: {what}. "
            "The last good checkpoint is kept, and no encoder was made."
        )

    def _save(self) -> None:
        """Keep the state, once it is seen to be a good one."""
        if ranks.rank():
            return
        tensors = _tensors([self._method.state_dict(), self._optimiser.state_dict()])
        if not all(bool(tensor.isfinite().all()) for tensor in tensors):
            raise self._no_number("a weight is no number any more")
        method, spec = self._method, self._spec
        self._make_sure_of_spread(quick_spread(method, method.trial, spec.photos, spec.seed))
        self._write()

    def _write(self) -> None:
        if ranks.rank():
            return
        try:
            write_state(self._state(), self._path)
        except OSError as error:
            raise OSError(
                error.errno,
                f"{error.strerror or error}; what was learnt up to the last checkpoint is kept: "
                "make room and go on from it",
                str(self._path),
            ) from error

    def _go_on_in_smaller_pieces(self) -> None:
        device.free_memory()
        piece = (self.run.piece or 2 * self._spec.batch) // 2
        self._restore(read_state(self._path))
        self.run.piece = max(piece, _LEAST_PIECE)
        if piece < _LEAST_PIECE:
            self._give_up_the_gpu()
        self._in_pieces()
        self._tell(
            note=f"The GPU's memory does not hold a whole batch, so {piece} images at a time go "
            f"through the network. Each step still learns from all {self._spec.batch} photos at "
            "once, and takes longer."
        )

    def _give_up_the_gpu(self) -> None:
        """Leave a checkpoint to go on from on the CPU, or none when nothing is learnt yet."""
        if self.run.step:
            self._write()
        else:
            self._path.unlink()
        raise device.UnfitDeviceError("The GPU's memory is too small for this training.")

    def _in_pieces(self) -> None:
        for module in self._method.modules():
            if isinstance(module, Encoder):
                module.piece = self.run.piece

    def _show(self) -> None:
        """Write pictures of what is practised, always on the same few photos."""
        rows = torch.linspace(0, self._spec.photos - 1, _PICTURED + 2)[1:-1].long()
        with undisturbed(self._method, self._spec.seed):
            shown = self._method.pictures(rows)
        for number, one in enumerate(shown):
            name = f"{self.run.step:07d}-{number}"
            path = write_picture(one, self._path.parent, name)
            self._tell(picture=path, caption=one.caption)

    def _report(self, loss: float, logged: dict[str, float]) -> None:
        run = self.run
        speed = run.step / max(run.seconds, 1e-9)
        self._tell(
            step=run.step,
            steps=run.steps,
            loss=loss,
            photos_per_s=round(speed * self._spec.batch, 1),
            seconds_left=round((run.steps - run.step) / speed, 1),
            **logged,
        )

    def _state(self) -> dict[str, Any]:
        return {
            "version": _VERSION,
            "spec": self._spec.as_json(),
            "run": dataclasses.asdict(self.run),
            "method": self._method.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "scaler": self._scaler.state_dict(),
        }

    def _restore(self, state: Any) -> None:
        if not isinstance(state, dict) or state.get("version") != _VERSION:
            raise TrainingError(f"{self._path} is of another version; start the training anew.")
        # Which device goes on with a run does not change what is learnt.
        settings = from_json(state["spec"], str(self._path))
        if settings.on(self._spec.device, self._spec.precision) != self._spec:
            raise TrainingError(f"{self._path} is of a training with other settings.")
        self.run = Run(**state["run"])
        try:
            self._method.load_state_dict(state["method"])
        except RuntimeError as error:
            raise TrainingError(
                f"{self._path} is of another network; start the training anew."
            ) from error
        self._optimiser.load_state_dict(state["optimiser"])
        if state["scaler"]:
            self._scaler.load_state_dict(state["scaler"])
        self._in_pieces()


def _step_of(method: Method, spec: RunSpec) -> Callable[[Tensor, float], Step]:
    """Return the method's step, which among several processes also averages the gradients."""
    if ranks.count() == 1:
        return method
    share_batch_norms(method)
    gpu = [torch.cuda.current_device()] if spec.device == "cuda" else None
    # Some networks have parts that nothing goes through, always the same ones.
    return DistributedDataParallel(method, gpu, forward_sync_buffers=False, static_graph=True)


def _make_sure_of_memory(error: RuntimeError) -> None:
    """Let all errors but a lack of memory out, in words for people where there are any."""
    if device.too_old(error):
        raise device.UnfitDeviceError("The GPU is too old for this version of PyTorch.") from None
    if not device.out_of_memory(error):
        raise error
    if ranks.count() > 1:
        raise TrainingError(
            "A GPU ran out of memory. The last checkpoint is kept; go on from it in one "
            "process, which can make do with less."
        ) from error


def _tensors(state: Any) -> Iterator[Tensor]:
    """Find all tensors in a state."""
    if isinstance(state, Tensor):
        yield state
    elif isinstance(state, dict | list):
        for value in state.values() if isinstance(state, dict) else state:
            yield from _tensors(value)


def _frozen(method: Method) -> list[torch.nn.Module]:
    """Return the networks whose batch norm keeps its statistics."""
    kept = [method.encoder]
    if method.best_encoder() is not method.encoder:
        kept.append(method.best_encoder())
    return kept


def _copied(state: Any) -> Any:
    """Copy a state whose tensors training would go on changing."""
    if isinstance(state, Tensor):
        return state.clone()
    if isinstance(state, dict):
        return {key: _copied(value) for key, value in state.items()}
    if isinstance(state, list):
        return [_copied(value) for value in state]
    return state
