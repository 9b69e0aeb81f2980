"""An encoder and a linear layer learnt on its vectors, as one ONNX file."""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from ssl_core.embed.learnt_layer import LearntLayer
from ssl_core.embed.preprocess import to_batch
from ssl_core.embed.session import open_cpu_session
from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard
from ssl_core.train.export_onnx import shelf
from ssl_core.train.export_onnx.foreign import read_onnx
from ssl_core.train.export_onnx.graph import least_cosine, trial_crops

_LEAST_COSINE = 0.9999
_FACTS = ("licence", "input_size", "resize", "interpolation", "mean", "std", "input_name")


def add_folded(
    card: ModelCard,
    network: Path,
    layer: NDArray[np.float32],
    mean: NDArray[np.float32],
    folder: Path,
    name: str,
) -> ModelCard:
    """Write ``layer @ (vector / |vector| - mean)`` as a new encoder, and the layer beside it.

    Patch vectors, if the encoder has them, are left out: the layer was not learnt for them.

    Args:
        card: The encoder that the layer was learnt on.
        network: Its ONNX file.
        layer: ``(W, D)``.
        mean: ``(D,)`` mean of the gallery's normalised vectors.
        folder: Where the new encoder goes.
        name: The new encoder's name.

    Raises:
        EncoderError: The name is taken, or the new network says something else than the layer.
    """
    name = shelf.free_name(folder, name)
    model = _folded(read_onnx(network), card, layer, mean)
    output = model.graph.output[0].name
    with shelf.staged(model, folder, name) as path:
        batch = to_batch(trial_crops(card), card)
        feeds = {card.input_name: batch}
        vectors = open_cpu_session(network).runtime.run([card.vector_output], feeds)[0]
        learnt = LearntLayer(card.sha256, layer, mean)
        wanted = learnt(vectors.reshape(len(batch), -1))
        found = open_cpu_session(path).runtime.run([output], feeds)[0]
        if not least_cosine(found, wanted) > _LEAST_COSINE:
            raise EncoderError(f"{name} does not give what was learnt, so it was not added.")
        learnt.save(folder, name)
        return shelf.publish(
            path,
            folder,
            name,
            dim=len(layer),
            source=f"{card.name}, with a layer learnt on neighbours in one gallery",
            vector_output=output,
            **{fact: getattr(card, fact) for fact in _FACTS},
        )


def _folded(
    model: onnx.ModelProto,
    card: ModelCard,
    layer: NDArray[np.float32],
    mean: NDArray[np.float32],
) -> onnx.ModelProto:
    # Folding onto a folded encoder needs names of its own.
    taken = {output for node in model.graph.node for output in node.output}
    own = next(f"learnt{number}_" for number in range(99) if f"learnt{number}_flat" not in taken)
    constants = {
        "shape": np.array([-1, card.dim]),
        "axis": np.array([1]),
        "least": np.array(1e-12, np.float32),
        "mean": mean.astype(np.float32),
        "layer": np.ascontiguousarray(layer.T, np.float32),
    }
    steps = [
        ("Mul", ["flat", "flat"], "squares"),
        ("ReduceSum", ["squares", "axis"], "sum"),
        ("Sqrt", ["sum"], "length"),
        ("Max", ["length", "least"], "divisor"),
        ("Div", ["flat", "divisor"], "unit"),
        ("Sub", ["unit", "mean"], "centred"),
        ("MatMul", ["centred", "layer"], "vector"),
    ]
    graph = model.graph
    graph.initializer.extend(
        numpy_helper.from_array(value, own + key) for key, value in constants.items()
    )
    graph.node.append(
        helper.make_node("Reshape", [card.vector_output, own + "shape"], [own + "flat"])
    )
    graph.node.extend(
        helper.make_node(kind, [own + name for name in inputs], [own + output])
        for kind, inputs, output in steps
    )
    del graph.output[:]
    vector = helper.make_tensor_value_info(
        own + "vector", onnx.TensorProto.FLOAT, ["batch", len(layer)]
    )
    graph.output.append(vector)
    return model
