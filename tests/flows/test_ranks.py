"""Two processes that train together give what one gives alone."""

import os
import socket
import sys
from pathlib import Path

import pytest
import torch
from torch import Tensor, multiprocessing, nn

from ssl_core.errors import TrainingError
from ssl_core.train import loop, ranks
from ssl_core.train.data.turns import laid
from ssl_core.train.loop import CHECKPOINT, Loop
from ssl_core.train.methods import dino, geometric, simclr
from ssl_core.train.methods import photos as photo_methods
from ssl_core.train.nets.norms import share_batch_norms
from tests.unit.test_train_loop import Heard, made, no_order

TOGETHER = 2
TRIED = ("simclr", "dino", "geometric")


def steady(patch: pytest.MonkeyPatch) -> None:
    """Let what is drawn at random depend on the photo alone, not on who else is in the batch."""
    calls = iter(range(10**9))
    whole = torch.tensor([[0.0, 0.0, 1.0, 1.0]])

    def view(photos: Tensor, *_: object) -> Tensor:
        return photos.roll(next(calls) % 2, dims=3)[..., 2:18, 2:18]

    def crops(photos: Tensor, *_: object) -> tuple[Tensor, Tensor]:
        return torch.cat([photos[..., :16], photos[..., 4:]]), photos[..., :9, :9]

    def turned(photos: Tensor) -> tuple[Tensor, Tensor]:
        ways = torch.arange(4).repeat_interleave(len(photos))
        return laid(photos.repeat(4, 1, 1, 1), ways), ways

    patch.setattr(simclr, "view", view)
    patch.setattr(dino, "crops", crops)
    patch.setattr(geometric, "turned_copies", turned)
    patch.setattr(photo_methods, "random_boxes", lambda aspects, _: whole.expand(len(aspects), 4))
    patch.setattr(loop, "_TOLD_EVERY", 0.0)


def trained(name: str, folder: Path) -> dict[object, object]:
    folder.mkdir(exist_ok=True, parents=True)
    heard = Heard()
    Loop(*made(name, batch=6), folder, heard).train(no_order)
    return heard.losses()


def together(rank: int, port: int, folder: Path) -> None:
    """What each of the processes does."""
    torch.set_num_threads(1)
    os.environ |= {
        "RANK": str(rank), "LOCAL_RANK": str(rank), "WORLD_SIZE": str(TOGETHER),
        "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port),
    }  # fmt: skip
    with pytest.MonkeyPatch.context() as patch, ranks.joined("cpu"):
        steady(patch)
        losses = {name: trained(name, folder / name) for name in TRIED}
        timed = Loop(*made("simclr", batch=6, epochs=None, minutes=1e-4), folder, Heard())
        ending = timed.train(lambda: "" if rank == 0 else "pause")
        norm = nn.BatchNorm2d(3)
        share_batch_norms(norm)
        everyone = torch.arange(48.0).reshape(4, 3, 2, 2).sin().requires_grad_()
        out = norm(ranks.share(everyone))
        (ranks.gathered(out) * torch.arange(48.0).reshape(4, 3, 2, 2)).sum().backward()
        told = ranks.from_first(lambda: rank)
        shares = (ranks.share(torch.arange(4)), ranks.averaged(torch.tensor(float(rank))))
    results = {"losses": losses, "norm": norm.state_dict(), "gradient": everyone.grad}
    results |= {"told": told, "shares": shares, "timed": (ending, timed.run.step)}
    torch.save(results, folder / f"{rank}.pt")


@pytest.mark.skipif(sys.platform == "win32", reason="gloo needs a network interface there")
def test_two_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    multiprocessing.spawn(together, (port, tmp_path), TOGETHER)
    first, second = (torch.load(tmp_path / f"{rank}.pt") for rank in range(TOGETHER))
    assert (first["told"], second["told"]) == (0, 0)
    assert first["timed"] == second["timed"]
    assert first["timed"][0] == "stop"  # the first process alone takes orders
    assert first["shares"][0].tolist() == [0, 1]
    assert second["shares"][0].tolist() == [2, 3]
    assert first["shares"][1] == second["shares"][1] == 0.5
    steady(monkeypatch)
    for name in TRIED:
        alone = trained(name, tmp_path / "alone" / name)
        assert len(alone) == 6
        assert first["losses"][name] == pytest.approx(alone, rel=1e-5)
        # The centre and all that a step changes, batch norm's statistics too.
        states = [torch.load(tmp_path / where / CHECKPOINT) for where in (name, f"alone/{name}")]
        torch.testing.assert_close(states[0]["method"], states[1]["method"], rtol=1e-4, atol=1e-5)
    norm = nn.BatchNorm2d(3)
    everyone = torch.arange(48.0).reshape(4, 3, 2, 2).sin().requires_grad_()
    (norm(everyone) * torch.arange(48.0).reshape(4, 3, 2, 2)).sum().backward()
    torch.testing.assert_close(first["norm"], norm.state_dict())
    # Each process knows the gradient of its own share, twice: once for each loss that saw it.
    torch.testing.assert_close(
        first["gradient"] + second["gradient"], 2 * everyone.grad, rtol=1e-4, atol=1e-4
    )


def test_a_batch_that_cannot_be_shared_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    with pytest.raises(TrainingError, match="5 photos cannot be shared among 2"):
        Loop(*made("simclr"), tmp_path, Heard())


def test_more_processes_than_gpus_get_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    monkeypatch.setenv("LOCAL_RANK", "1")
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    with pytest.raises(TrainingError, match="--nproc-per-node 1"), ranks.joined("cuda"):
        pass
