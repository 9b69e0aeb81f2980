"""8-bit encoders: nearly the same vectors, and only where they pay."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from ssl_core.embed.preprocess import to_batch
from ssl_core.embed.session import open_cpu_session
from ssl_core.model_card import ModelCard
from ssl_core.train.export_onnx import eight_bit, folded, sources
from ssl_core.train.export_onnx.graph import trial_crops

DIM = 16
FACTS = {
    "dim": DIM,
    "source": "made in a test",
    "licence": "CC0-1.0",
    "input_size": 32,
    "resize": 36,
    "mean": (0.5,) * 3,
    "std": (0.5,) * 3,
}


class Small(torch.nn.Module):
    """Three convolutions, the middle one depthwise, all as the default encoder has them."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.layers = torch.nn.Sequential(
            torch.nn.Conv2d(3, 8, 3, stride=2),
            torch.nn.ReLU6(),
            torch.nn.Conv2d(8, 8, 3, groups=8),
            torch.nn.ReLU6(),
            torch.nn.Conv2d(8, DIM, 1),
        )

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        return self.layers(photos).mean(dim=(2, 3))


def add(folder: Path, *, quick: bool) -> ModelCard:
    folder.mkdir(exist_ok=True)
    return sources.convert(
        Small().eval(), folder, "small", dict(FACTS), lambda *_: None, quick=quick
    )


def vectors(folder: Path, card: ModelCard) -> np.ndarray:
    batch = to_batch(trial_crops(card), card)
    return open_cpu_session(folder / card.onnx).runtime.run(None, {card.input_name: batch})[0]


def is_eight_bit(path: Path) -> bool:
    return any(node.op_type == "QuantizeLinear" for node in onnx.load(path).graph.node)


@pytest.fixture
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the time out of the choice: a tiny network is too quick to tell."""
    monkeypatch.setattr(eight_bit, "_WORTH", float("inf"))
    monkeypatch.setattr(sources, "why_no_gpu", lambda: "none here")


@pytest.mark.usefixtures("worth_it")
def test_without_a_gpu_the_encoder_has_8_bits_and_says_so(tmp_path: Path) -> None:
    exact = add(tmp_path / "exact", quick=False)
    card = add(tmp_path / "quick", quick=True)

    assert is_eight_bit(tmp_path / "quick" / card.onnx)
    assert not is_eight_bit(tmp_path / "exact" / exact.onnx)
    assert card.source == "made in a test, 8-bit for the CPU"
    assert exact.source == "made in a test"
    ours, theirs = vectors(tmp_path / "quick", card), vectors(tmp_path / "exact", exact)
    assert not np.array_equal(ours, theirs)
    np.testing.assert_allclose(ours, theirs, atol=0.05)
    assert sorted(path.name for path in (tmp_path / "quick").iterdir()) == [
        "small.json",
        "small.onnx",
    ]


@pytest.mark.usefixtures("worth_it")
@pytest.mark.parametrize("why", ["a GPU", "slow", "other vectors"])
def test_the_32_bit_encoder_stays_where_8_bits_do_not_pay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "a GPU":
        monkeypatch.setattr(sources, "why_no_gpu", lambda: "")
    elif why == "slow":
        monkeypatch.setattr(eight_bit, "_WORTH", 0.0)
    else:
        monkeypatch.setattr(eight_bit, "_LEAST_COSINE", 1.0)

    card = add(tmp_path / "out", quick=True)

    assert not is_eight_bit(tmp_path / "out" / card.onnx)
    assert card.source == "made in a test"


def test_corrected_biases_take_the_rounding_out_of_the_mean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eight_bit, "_LARGEST_WEIGHT", 3)  # rounding that cannot be missed
    card = add(tmp_path / "exact", quick=False)
    path = tmp_path / "exact" / card.onnx
    batch = to_batch(trial_crops(card), card)
    rounded, corrected = onnx.load(path), onnx.load(path)
    eight_bit.correct_biases(corrected, card.input_name, [batch])
    errors = []
    for model in (rounded, corrected):
        stored = {tensor.name: tensor for tensor in model.graph.initializer}
        for node in (node for node in model.graph.node if node.op_type == "Conv"):
            name = node.input[1]
            weights = eight_bit._rounded(onnx.numpy_helper.to_array(stored[name]))
            stored[name].CopyFrom(onnx.numpy_helper.from_array(weights, name))
        (tmp_path / "rounded").mkdir(exist_ok=True)
        onnx.save(model, tmp_path / "rounded" / card.onnx)
        wrong = vectors(tmp_path / "rounded", card) - vectors(tmp_path / "exact", card)
        errors.append(np.abs(wrong.mean(axis=0)).mean())
    assert errors[1] < errors[0] / 2


@pytest.mark.usefixtures("worth_it")
def test_a_learnt_layer_goes_onto_8_bits(tmp_path: Path) -> None:
    card = add(tmp_path, quick=True)
    layer = np.random.default_rng(0).standard_normal((4, DIM)).astype(np.float32)

    new = folded.add_folded(
        card, tmp_path / card.onnx, layer, np.zeros(DIM, np.float32), tmp_path, "learnt"
    )

    assert is_eight_bit(tmp_path / new.onnx)
    rows = vectors(tmp_path, card)
    wanted = rows / np.linalg.norm(rows, axis=1, keepdims=True) @ layer.T
    np.testing.assert_allclose(vectors(tmp_path, new), wanted, atol=1e-4)
