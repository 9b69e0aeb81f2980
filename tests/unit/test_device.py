"""Which device trains and how precisely; GPUs are faked, for there is none here."""

from pathlib import Path

import pytest
import torch

from ssl_core.errors import TrainingError
from ssl_core.run_spec import METHODS, RunSpec, resolve
from ssl_core.train import device, worker
from ssl_core.train.device import Device, UnfitDeviceError, chosen
from ssl_core.train.settings import Asked
from tests.photos import noise, save_photo

TOO_OLD = RuntimeError("CUDA error: no kernel image is available for execution on the device")


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A sound GPU of the Ampere generation, to be changed by the test."""
    plain = torch.ones(8)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Tesla")
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda: (8, 6))
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda: (8_000_000_000, 12_000_000_000))
    monkeypatch.setattr(torch, "ones", lambda *_, **__: plain)
    return monkeypatch


@pytest.mark.usefixtures("gpu")
def test_a_new_gpu_computes_in_bfloat16_unless_the_cpu_is_asked_for() -> None:
    assert chosen("auto") == chosen("cuda") == Device("cuda", "bfloat16")
    assert chosen("cpu").name == "cpu"


def test_an_older_gpu_computes_in_float16(gpu: pytest.MonkeyPatch) -> None:
    gpu.setattr(torch.cuda, "get_device_capability", lambda: (7, 5))
    assert chosen("auto") == Device("cuda", "float16")


def test_a_gpu_that_is_too_old_full_or_small_leaves_the_cpu_and_a_sentence(
    gpu: pytest.MonkeyPatch,
) -> None:
    gpu.setattr(torch.cuda, "mem_get_info", lambda: (400_000_000, 2_000_000_000))
    assert "has only 0.4 GB of free memory" in chosen("auto").note

    for error, words in (
        (TOO_OLD, "is too old for this version of PyTorch"),
        (torch.OutOfMemoryError("CUDA out of memory"), "has no free memory"),
        (
            RuntimeError("CUDA error: busy\nCompile with ..."),
            "cannot be used now (CUDA error: busy)",
        ),
    ):

        def fails(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        gpu.setattr(torch, "ones", fails)
        found = chosen("cuda")
        assert found.name == "cpu"
        assert words in found.note
        assert found.note.endswith("Training runs on the CPU.")


def test_without_a_gpu_asking_for_one_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert chosen("auto").name == "cpu"
    with pytest.raises(TrainingError, match="no GPU that CUDA can use"):
        chosen("cuda")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("half", ["bfloat16", "float16"])
def test_a_gpu_computes_in_half_precision_and_the_cpu_never(method: str, half: str) -> None:
    spec = resolve(method, 500, "cuda", epochs=1, half=half)
    assert spec.precision == ("float32" if method == "neighbours" else half)
    assert spec.on("cpu", half).precision == "float32"
    assert spec.on("cpu", half).on("cuda", half) == spec


def test_a_gpu_that_gives_up_is_told_and_the_cpu_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        save_photo(tmp_path / f"photos/{number}.png", noise(seed=number))
    ran: list[RunSpec] = []
    told: list[dict[str, object]] = []

    class Loop:
        def __init__(self, method: object, spec: RunSpec, *_: object) -> None:
            ran.append(spec)

        def train(self, _: object) -> str:
            if ran[-1].device == "cuda":
                raise UnfitDeviceError("The GPU's memory is too small for this training.")
            return "pause"

    def choose(asked: str) -> Device:
        return Device("cpu") if asked == "cpu" else Device("cuda", "float16")

    monkeypatch.setattr(device, "chosen", choose)
    monkeypatch.setattr(worker, "Loop", Loop)
    monkeypatch.setattr(worker, "tell", lambda **facts: told.append(facts))
    asked = Asked(
        folder=tmp_path / "photos", out=tmp_path / "mine", name="mine", method="simclr",
        start="scratch", backbone="resnet18", device="auto", beside=None, epochs=1, minutes=None,
        seed=0, resume=False,
    )  # fmt: skip
    assert worker.train_folder(asked, lambda: "") == {"paused": str(tmp_path / "mine")}
    assert [spec.device for spec in ran] == ["cuda", "cpu"]
    # With the settings of the CPU, not the sizes that suit a GPU.
    assert ran[1] == resolve("simclr", 8, "cpu", start="scratch", backbone="resnet18", epochs=1)
    notes = [facts["note"] for facts in told if "note" in facts]
    assert notes == [
        "The GPU's memory is too small for this training. Training goes on on the CPU."
    ]
