"""One network that reads a photo at several sizes."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import helper, numpy_helper
from PIL import Image

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.preprocess import crop, to_batch
from ssl_core.model_card import ModelCard
from ssl_core.train.export_onnx.looks import add_looks
from ssl_core.vectors import normalise
from tests.encoders import SIZE, add_tiny_encoder, network


@pytest.fixture
def tiny(tmp_path: Path) -> ModelCard:
    return add_tiny_encoder(tmp_path)


def vector(folder: Path, card: ModelCard | None, photo: Image.Image) -> np.ndarray:
    assert card is not None
    return Embedder(card, folder / card.onnx).embed(crop(photo, card)[None])[0]


def test_the_vector_is_the_sum_of_the_looks(tmp_path: Path, tiny: ModelCard) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (48, 48, 3), dtype=np.uint8)
    photo, own = Image.fromarray(noise), tmp_path / tiny.onnx
    both = vector(tmp_path, add_looks(tiny, own, (48, SIZE), tmp_path, "both"), photo)
    large = vector(tmp_path, add_looks(tiny, own, (48,), tmp_path, "large"), photo)
    small = photo.resize((SIZE, SIZE), Image.Resampling.BILINEAR)
    alone = Embedder(tiny, own).embed(np.asarray(small)[None])
    assert np.linalg.norm(large) == pytest.approx(1, abs=1e-5)
    assert (both - large) @ normalise(alone)[0] == pytest.approx(1, abs=1e-3)


def test_a_network_of_one_size_is_told(tmp_path: Path) -> None:
    """As transformers are: a table with one row for each place."""
    model = network()
    table = np.zeros((1, 1, SIZE // 4, SIZE // 4), np.float32)
    model.graph.initializer.append(numpy_helper.from_array(table, "places"))
    next(node for node in model.graph.node if node.op_type == "ReduceMean").input[0] = "placed"
    model.graph.node.insert(2, helper.make_node("Add", ["active", "places"], ["placed"]))
    card = add_tiny_encoder(tmp_path, model)
    assert add_looks(card, tmp_path / card.onnx, (48,), tmp_path, "large") is None
    assert not (tmp_path / "large.json").exists()
    assert not list(tmp_path.glob("*.part"))


def test_simpler_shapes_stand_beside_the_vector(tmp_path: Path) -> None:
    """Mean and deviation of the last residual sum, the second of three times the length."""
    model = network()
    model.graph.node.insert(2, helper.make_node("Add", ["active", "patches"], ["residual"]))
    next(node for node in model.graph.node if node.op_type == "ReduceMean").input[0] = "residual"
    tiny = add_tiny_encoder(tmp_path, model)
    own = tmp_path / tiny.onnx
    noise = np.random.default_rng(0).integers(0, 256, (SIZE, SIZE, 3), dtype=np.uint8)
    photo = Image.fromarray(noise)
    made = add_looks(tiny, own, (SIZE,), tmp_path, "shapes", shapes=True)
    assert made is not None
    plain, mean, deviation = np.split(vector(tmp_path, made, photo), 3)
    assert np.allclose(plain, normalise(Embedder(tiny, own).embed(noise[None]))[0], atol=1e-5)
    assert np.allclose(mean, plain, atol=1e-5)  # its vector is the mean of that very map
    residual = helper.make_tensor_value_info("residual", onnx.TensorProto.FLOAT, None)
    model.graph.output.append(residual)
    session = onnxruntime.InferenceSession(model.SerializeToString())
    (maps,) = session.run(["residual"], {"photos": to_batch(noise[None], tiny)})
    assert np.allclose(deviation, 3 * normalise(maps.std(axis=(2, 3)))[0], atol=1e-4)


def test_a_network_without_residual_sums_has_no_simpler_shapes(
    tmp_path: Path, tiny: ModelCard
) -> None:
    own = tmp_path / tiny.onnx
    assert add_looks(tiny, own, (SIZE,), tmp_path, "shapes", shapes=True) is None
