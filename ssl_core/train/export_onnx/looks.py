"""An encoder that reads each photo at other sizes than its own, as one ONNX file."""

from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from ssl_core.embed.session import RUNTIME_ERRORS, open_cpu_session
from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard
from ssl_core.train.export_onnx import shelf
from ssl_core.train.export_onnx.foreign import read_onnx

# Resize along named axes, with smoothing, came with this one.
_LEAST_OPSET = 18
_SUM = "vector_of_looks"
_FACTS = ("licence", "interpolation", "mean", "std", "input_name")


def add_looks(
    card: ModelCard, network: Path, sizes: tuple[int, ...], folder: Path, name: str
) -> ModelCard | None:
    """Write an encoder whose vector is the sum of the unit vectors of one look at each size.

    All look at the whole middle square, without the margin that is usually left out.

    Args:
        card: The encoder to look with.
        network: Its ONNX file.
        sizes: Sides in pixels, the largest first.
        folder: Where the new encoder goes; one of the same name is replaced.
        name: The new encoder's.

    Returns:
        Its card; None where the encoder reads one size only, as transformers do.
    """
    model = read_onnx(network)
    opset = {each.domain: each.version for each in model.opset_import}.get("", 0)
    if opset < _LEAST_OPSET or model.functions:
        return None
    _look(model, card, sizes)
    with shelf.staged(model, folder, name) as path:
        try:
            session = open_cpu_session(path).runtime
            batch = np.zeros((2, 3, sizes[0], sizes[0]), np.float32)
            (vectors,) = session.run(None, {card.input_name: batch})
        except EncoderError:
            return None
        except RUNTIME_ERRORS:
            return None
        if vectors.shape != (2, card.dim):
            return None
        return shelf.publish(
            path,
            folder,
            name,
            dim=card.dim,
            source=f"{card.name}, read at {' and '.join(map(str, sizes))} pixels",
            input_size=sizes[0],
            resize=sizes[0],
            vector_output=_SUM,
            **{fact: getattr(card, fact) for fact in _FACTS},
        )


def _look(model: onnx.ModelProto, card: ModelCard, sizes: tuple[int, ...]) -> None:
    graph = model.graph
    nodes = list(graph.node)
    shared = {each.name for each in graph.initializer}
    for side in graph.input[0].type.tensor_type.shape.dim[2:]:
        side.dim_value = sizes[0]
    for part in (graph.node, graph.output, graph.value_info):
        del part[:]
    constants = {
        "looks_flat": np.array([-1, card.dim]),
        "looks_least": np.array(1e-12, np.float32),
        "looks_axis": np.array([1]),
    } | {f"look{size}_sides": np.array([size, size]) for size in sizes}
    graph.initializer.extend(numpy_helper.from_array(each, key) for key, each in constants.items())
    for size in sizes:
        own = f"look{size}_"
        graph.node.append(
            helper.make_node(
                "Resize",
                [card.input_name, "", "", f"{own}sides"],
                [own + card.input_name],
                mode="cubic",
                cubic_coeff_a=-0.5,
                antialias=1,
                axes=[2, 3],
            )
        )
        graph.node.extend(_renamed(node, own, shared) for node in nodes)
        graph.node.extend(_unit(own + card.vector_output, f"{own}unit"))
    graph.node.append(helper.make_node("Sum", [f"look{size}_unit" for size in sizes], [_SUM]))
    shape: list[str | int | None] = ["batch", card.dim]
    graph.output.append(helper.make_tensor_value_info(_SUM, onnx.TensorProto.FLOAT, shape))


def _renamed(node: onnx.NodeProto, prefix: str, shared: set[str]) -> onnx.NodeProto:
    """Copy a node for one look; weights are shared by both."""
    copied = onnx.NodeProto()
    copied.CopyFrom(node)
    copied.name = node.name and prefix + node.name
    for names in (copied.input, copied.output):
        names[:] = [each if each in shared or not each else prefix + each for each in names]
    return copied


def _unit(vector: str, name: str) -> list[onnx.NodeProto]:
    """Divide a vector by its length."""
    return [
        helper.make_node("Reshape", [vector, "looks_flat"], [f"{name}_flat"]),
        helper.make_node("ReduceL2", [f"{name}_flat", "looks_axis"], [f"{name}_length"]),
        helper.make_node("Max", [f"{name}_length", "looks_least"], [f"{name}_divisor"]),
        helper.make_node("Div", [f"{name}_flat", f"{name}_divisor"], [name]),
    ]
