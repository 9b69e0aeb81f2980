import dataclasses
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnxruntime.capi import onnxruntime_pybind11_state
from PIL import Image

from ssl_core.__main__ import main
from ssl_core.embed import embedder, gpu, session
from ssl_core.embed.embedder import Embedder
from ssl_core.embed.preprocess import to_batch
from ssl_core.embed.session import CPU, CUDA, Session, open_session, usable_threads
from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard, file_sha256
from tests.encoders import DIM, SIZE, add_tiny_encoder, network


@pytest.fixture
def card(tmp_path: Path) -> ModelCard:
    return add_tiny_encoder(tmp_path)


def random_crops(count: int) -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (count, SIZE, SIZE, 3), dtype=np.uint8)


def expected_vectors(crops: np.ndarray, card: ModelCard, path: Path) -> np.ndarray:
    """Work the tiny network out by hand: 4-pixel patches, one layer, ReLU, mean."""
    weights = onnx.numpy_helper.to_array(onnx.load(path).graph.initializer[0])
    batch = to_batch(crops, card)
    patches = batch.reshape(len(batch), 3, SIZE // 4, 4, SIZE // 4, 4)
    return np.maximum(np.einsum("ncyixj,dcij->ndyx", patches, weights), 0).mean((2, 3))


def test_vectors_are_the_network_s(tmp_path: Path, card: ModelCard) -> None:
    crops = random_crops(5)
    tiny = Embedder(card, tmp_path / card.onnx)
    vectors = tiny.embed(crops)
    assert vectors.shape == (5, DIM)
    assert vectors.dtype == np.float32
    expected = expected_vectors(crops, card, tmp_path / card.onnx)
    np.testing.assert_allclose(vectors, expected, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(tiny.embed(crops[3:4]), vectors[3:4], rtol=1e-4)


def test_no_crops_give_no_vectors(tmp_path: Path, card: ModelCard) -> None:
    assert Embedder(card, tmp_path / card.onnx).embed(random_crops(0)).shape == (0, DIM)


@pytest.mark.parametrize(
    "crops", [random_crops(2).astype(np.float32), random_crops(2)[0], random_crops(2)[:, :-1]]
)
def test_crops_that_do_not_fit_are_refused(
    tmp_path: Path, card: ModelCard, crops: np.ndarray
) -> None:
    with pytest.raises(EncoderError, match="tiny reads"):
        Embedder(card, tmp_path / card.onnx).embed(crops)


def test_infinite_values_are_refused(tmp_path: Path) -> None:
    card = add_tiny_encoder(tmp_path, network(scale=1e37))
    with pytest.raises(EncoderError, match="not finite"):
        Embedder(card, tmp_path / card.onnx).embed(random_crops(2))


def test_a_card_with_the_wrong_dim_is_noticed(tmp_path: Path, card: ModelCard) -> None:
    wrong = dataclasses.replace(card, dim=DIM + 1)
    with pytest.raises(EncoderError, match=f"gave {DIM} values"):
        Embedder(wrong, tmp_path / card.onnx).embed(random_crops(2))


def test_a_card_with_a_wrong_output_is_noticed(tmp_path: Path, card: ModelCard) -> None:
    wrong = dataclasses.replace(card, vector_output="other")
    with pytest.raises(EncoderError, match="failed to encode"):
        Embedder(wrong, tmp_path / card.onnx).embed(random_crops(2))


def test_a_file_that_is_no_network_is_refused(tmp_path: Path, card: ModelCard) -> None:
    path = tmp_path / card.onnx
    path.write_bytes(b"not an onnx file")
    with pytest.raises(EncoderError, match="damaged or was replaced"):
        Embedder(card, path)
    with pytest.raises(EncoderError, match="no network that ONNX Runtime can run"):
        Embedder(dataclasses.replace(card, sha256=file_sha256(path)), path)


def test_without_a_gpu_nothing_is_printed_and_the_reason_is_told(
    tmp_path: Path, card: ModelCard
) -> None:
    code = (
        "import sys; from pathlib import Path; from ssl_core.embed.session import open_session\n"
        "from ssl_core.embed import session\n"
        "session.why_no_gpu = lambda: sys.argv[2]\n"
        "opened = open_session(Path(sys.argv[1]))\n"
        "print(opened.provider, opened.reason)\n"
        "assert not {'torch', 'sklearn'} & sys.modules.keys()"
    )
    hidden = os.environ | {"CUDA_VISIBLE_DEVICES": ""}
    for reason in ("no NVIDIA driver is installed", ""):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / card.onnx), reason],
            capture_output=True,
            text=True,
            check=True,
            env=hidden,
        )
        assert not done.stderr
        assert done.stdout.startswith(CPU)
        assert done.stdout.strip() != CPU
        assert len(done.stdout.splitlines()) == 1


def test_a_build_without_cuda_is_never_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: [CPU])
    assert gpu.why_no_gpu() == "this build of ONNX Runtime has no CUDA"


def test_cuda_libraries_are_loaded_before_the_session(
    tmp_path: Path, card: ModelCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    really_open = session._open

    def opened(path: Path, threads: int | None, providers: list) -> Any:
        order.append(providers[0][0])
        if providers[0][0] == CUDA:
            raise RuntimeError("CUDA failure 100: no CUDA-capable device is detected\nmore")
        return really_open(path, threads, providers)

    monkeypatch.setattr(session, "why_no_gpu", lambda: "")
    monkeypatch.setattr(session, "load_cuda_libraries", lambda: order.append("libraries") or "")
    monkeypatch.setattr(session, "_open", opened)
    found = open_session(tmp_path / card.onnx)
    assert order == ["libraries", CUDA, CPU]
    assert found.provider == CPU
    assert "no CUDA-capable device is detected" in found.reason
    assert "more" not in found.reason


class SmallGpu:
    """A session whose memory holds a few photos only."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.batches: list[int] = []

    def run(self, outputs: list[str], feeds: dict[str, np.ndarray]) -> list[np.ndarray]:
        batch = feeds["photos"]
        self.batches.append(len(batch))
        if len(batch) > self.most:
            words = "BFCArena::AllocateRawInternal Failed to allocate memory for requested buffer"
            raise onnxruntime_pybind11_state.RuntimeException(words)
        return [batch[:, 0, 0, :DIM].copy()]


def on_gpu(tiny: Embedder, most: int) -> SmallGpu:
    runtime = SmallGpu(most)
    tiny._use(Session(runtime, CUDA, ""))
    return runtime


def test_a_full_gpu_gets_smaller_batches_in_order(tmp_path: Path, card: ModelCard) -> None:
    tiny = Embedder(card, tmp_path / card.onnx)
    runtime = on_gpu(tiny, most=3)
    crops = random_crops(10)
    np.testing.assert_array_equal(tiny.embed(crops), to_batch(crops, card)[:, 0, 0, :DIM])
    assert max(size for size in runtime.batches if size <= 3) > 1
    assert tiny.provider == CUDA


def test_a_gpu_too_small_for_one_photo_gives_way_to_the_cpu(
    tmp_path: Path, card: ModelCard
) -> None:
    tiny = Embedder(card, tmp_path / card.onnx)
    crops = random_crops(4)
    expected = tiny.embed(crops)
    on_gpu(tiny, most=0)
    np.testing.assert_allclose(tiny.embed(crops), expected, rtol=1e-4)
    assert tiny.provider == CPU
    assert tiny.reason == "the GPU's memory is full"


def test_another_failure_on_the_gpu_is_not_taken_for_full_memory(
    tmp_path: Path, card: ModelCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = Embedder(card, tmp_path / card.onnx)
    monkeypatch.setattr(embedder, "_OUT_OF_MEMORY", ())
    on_gpu(tiny, most=0)
    with pytest.raises(EncoderError, match="failed to encode"):
        tiny.embed(random_crops(2))


def test_threads_are_the_ones_this_process_may_use() -> None:
    assert 1 <= usable_threads() <= (os.cpu_count() or 1)


def test_a_folder_is_encoded_without_a_library(
    tmp_path: Path, card: ModelCard, capsys: pytest.CaptureFixture[str]
) -> None:
    photos = tmp_path / "photos"
    (photos / "sub").mkdir(parents=True)
    Image.new("RGB", (60, 40), "red").save(photos / "a.jpg")
    Image.new("L", (40, 60), 90).save(photos / "sub" / "b.png")
    (photos / "broken.jpg").write_bytes(b"\xff\xd8 nothing more")
    out = tmp_path / "vectors.npz"
    arguments = ["--encoder", str(tmp_path / "tiny.json"), "--out", str(out)]
    assert main(["embed", str(photos), *arguments]) == 0
    assert "broken.jpg is left out" in capsys.readouterr().err
    with np.load(out) as written:
        assert [Path(path).name for path in written["paths"]] == ["a.jpg", "b.png"]
        assert written["vectors"].shape == (2, DIM)
    assert main(["embed", str(tmp_path / "nowhere"), *arguments]) == 1
    assert "is not a folder" in capsys.readouterr().err
