"""ONNX Runtime sessions: CUDA where it works, else the CPU, and a word on which and why."""

import os
from dataclasses import dataclass
from pathlib import Path

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state

from ssl_core.embed.gpu import load_cuda_libraries, why_no_gpu
from ssl_core.errors import EncoderError

CPU = "CPUExecutionProvider"
CUDA = "CUDAExecutionProvider"

# ONNX Runtime raises fifteen classes of its own without a common parent, and sometimes these two.
RUNTIME_ERRORS: tuple[type[Exception], ...] = (
    RuntimeError,
    ValueError,
    *(
        kind
        for kind in vars(onnxruntime_pybind11_state).values()
        if isinstance(kind, type) and issubclass(kind, Exception)
    ),
)

_FATAL_ONLY = 4
_CUDA_OPTIONS = {
    # Grow by what is asked, not by doubling: the GPU is shared with the desktop.
    "arena_extend_strategy": "kSameAsRequested",
    # The default tries every algorithm anew for each batch size, seconds each.
    "cudnn_conv_algo_search": "HEURISTIC",
}


@dataclass(frozen=True)
class Session:
    """An open network.

    Attributes:
        runtime: The ONNX Runtime session.
        provider: ``"CUDAExecutionProvider"`` or ``"CPUExecutionProvider"``, as truly in use.
        reason: Why not CUDA, a short clause; ``""`` with CUDA.
    """

    runtime: onnxruntime.InferenceSession
    provider: str
    reason: str


def open_session(network: Path, threads: int | None = None) -> Session:
    """Open an ONNX file on the GPU if that works, else on the CPU.

    Args:
        network: The ONNX file.
        threads: CPU threads for one batch; all this process may use when left out.

    Raises:
        EncoderError: The file is missing or is no network that ONNX Runtime can run.
    """
    reason = why_no_gpu()
    if reason:
        return open_cpu_session(network, threads, reason)
    complaint = load_cuda_libraries()
    try:
        runtime = _open(network, threads, [(CUDA, _CUDA_OPTIONS), (CPU, {})])
    except RUNTIME_ERRORS as error:
        return open_cpu_session(network, threads, f"CUDA failed to start: {_first_line(error)}")
    # A provider whose libraries do not load is dropped without an exception.
    if CUDA not in runtime.get_providers():
        return Session(runtime, CPU, complaint or "the CUDA libraries do not load")
    return Session(runtime, CUDA, "")


def open_cpu_session(network: Path, threads: int | None = None, reason: str = "") -> Session:
    """Open an ONNX file on the CPU, noting why.

    Raises:
        EncoderError: The file is missing or is no network that ONNX Runtime can run.
    """
    if not network.is_file():
        raise EncoderError(f"{network} is not there; add the encoder again.")
    try:
        return Session(_open(network, threads, [(CPU, {})]), CPU, reason)
    except RUNTIME_ERRORS as error:
        raise EncoderError(
            f"{network} is no network that ONNX Runtime can run ({_first_line(error)})."
        ) from error


def usable_threads() -> int:
    """Count the processors this process may use (a container's share, not the whole machine)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _open(
    network: Path, threads: int | None, providers: list[tuple[str, dict[str, str]]]
) -> onnxruntime.InferenceSession:
    onnxruntime.disable_telemetry_events()
    onnxruntime.set_default_logger_severity(_FATAL_ONLY)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _FATAL_ONLY
    options.intra_op_num_threads = threads or usable_threads()
    # Waiting threads that spin would take the processors from the photos being decoded.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Without this, a failing provider is printed on standard output and quietly replaced.
    return onnxruntime.InferenceSession(
        str(network), options, providers=providers, enable_fallback=False
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".")[:200] if lines else type(error).__name__
