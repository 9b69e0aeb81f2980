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
# Deviations differ little from photo to photo, so they need more room: docs/training.md.
_HEAVIER = 3.0
_FACTS = ("licence", "interpolation", "mean", "std", "input_name")


def add_looks(
    card: ModelCard,
    network: Path,
    sizes: tuple[int, ...],
    folder: Path,
    name: str,
    *,
    shapes: bool = False,
) -> ModelCard | None:
    """Write an encoder whose vector is the sum of the unit vectors of one look at each size.

    All look at the whole middle square, without the margin that is usually left out.

    Before its last layers a network knows simpler shapes than those it was made to name, which
    blurred photos still show. ``shapes`` puts mean and deviation of the map that its last residual
    sum makes (He et al. 2016) beside the vector, the mean of unit length, the deviation thrice.

    Args:
        card: The encoder to look with.
        network: Its ONNX file.
        sizes: Sides in pixels, the largest first.
        folder: Where the new encoder goes; one of the same name is replaced.
        name: The new encoder's.
        shapes: Whether simpler shapes count, too.

    Returns:
        Its card; None where the encoder reads one size only, as transformers do, or has no
        residual sum for ``shapes``.
    """
    model = read_onnx(network)
    opset = {each.domain: each.version for each in model.opset_import}.get("", 0)
    if opset < _LEAST_OPSET or model.functions:
        return None
    sums = [node.output[0] for node in model.graph.node if node.op_type == "Add"]
    if shapes and not sums:
        return None
    _look(model, card, sizes, sums[-1] if shapes else None)
    with shelf.staged(model, folder, name) as path:
        try:
            session = open_cpu_session(path).runtime
            batch = np.zeros((2, 3, sizes[0], sizes[0]), np.float32)
            (vectors,) = session.run(None, {card.input_name: batch})
        except EncoderError:
            return None
        except RUNTIME_ERRORS:
            return None
        if not shapes and vectors.shape != (2, card.dim):
            return None
        return shelf.publish(
            path,
            folder,
            name,
            dim=vectors.shape[1],
            source=f"{card.name}, read at {' and '.join(map(str, sizes))} pixels",
            input_size=sizes[0],
            resize=sizes[0],
            vector_output=_SUM,
            **{fact: getattr(card, fact) for fact in _FACTS},
        )


def _look(
    model: onnx.ModelProto, card: ModelCard, sizes: tuple[int, ...], residual: str | None
) -> None:
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
        "looks_area": np.array([2, 3]),
        "looks_heavier": np.array(_HEAVIER, np.float32),
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
        flat, unit, mean, deviation = (
            f"looks{size}_{part}" for part in ("flat", "unit", "mean", "deviation")
        )
        graph.node.append(
            helper.make_node("Reshape", [own + card.vector_output, "looks_flat"], [flat])
        )
        graph.node.extend(_unit(flat, unit))
        if residual is not None:
            graph.node.extend(_shapes(own + residual, mean, deviation))
        parts = [unit] if residual is None else [unit, mean, deviation]
        graph.node.append(helper.make_node("Concat", parts, [f"looks{size}_whole"], axis=1))
    graph.node.append(helper.make_node("Sum", [f"looks{size}_whole" for size in sizes], [_SUM]))
    shape: list[str | int | None] = ["batch", None]
    graph.output.append(helper.make_tensor_value_info(_SUM, onnx.TensorProto.FLOAT, shape))


def _shapes(residual: str, mean: str, deviation: str) -> list[onnx.NodeProto]:
    """Sum a map up, (B, C, H, W) → twice (B, C): its mean and its deviation."""
    return [
        helper.make_node("ReduceMean", [residual, "looks_area"], [f"{mean}_kept"]),
        helper.make_node("Flatten", [f"{mean}_kept"], [f"{mean}_flat"]),
        helper.make_node("Sub", [residual, f"{mean}_kept"], [f"{deviation}_rest"]),
        helper.make_node("ReduceL2", [f"{deviation}_rest", "looks_area"], [f"{deviation}_kept"]),
        helper.make_node("Flatten", [f"{deviation}_kept"], [f"{deviation}_flat"]),
        *_unit(f"{mean}_flat", mean),
        *_unit(f"{deviation}_flat", f"{deviation}_unit"),
        helper.make_node("Mul", [f"{deviation}_unit", "looks_heavier"], [deviation]),
    ]


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
        helper.make_node("ReduceL2", [vector, "looks_axis"], [f"{name}_length"]),
        helper.make_node("Max", [f"{name}_length", "looks_least"], [f"{name}_divisor"]),
        helper.make_node("Div", [vector, f"{name}_divisor"], [name]),
    ]
