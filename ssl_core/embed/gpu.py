"""Is there a GPU that CUDA can use? Asked of the driver itself, before anything heavy loads."""

import contextlib
import ctypes
import io
import sys

import onnxruntime


def why_no_gpu() -> str:
    """Say why CUDA cannot be used here, or ``""`` when it can.

    ONNX Runtime would find out too, but only after loading a gigabyte of CUDA libraries and
    writing native warnings to standard error.
    """
    if "CUDAExecutionProvider" not in onnxruntime.get_available_providers():
        return "this build of ONNX Runtime has no CUDA"
    try:
        driver = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return "no NVIDIA driver is installed"
    count = ctypes.c_int(0)
    if driver.cuInit(0) != 0 or driver.cuDeviceGetCount(ctypes.byref(count)) != 0:
        return "the NVIDIA driver does not answer"
    return "" if count.value > 0 else "the NVIDIA driver sees no GPU"


def load_cuda_libraries() -> str:
    """Load CUDA and cuDNN from the ``nvidia-*`` packages that torch brings; return any complaint.

    Must run before the first CUDA session: the provider's own library is linked against them and
    nothing else puts those package folders on the loader's path.
    """
    heard = io.StringIO()
    # preload_dlls prints its complaints, and standard output belongs to the caller's JSON.
    with contextlib.redirect_stdout(heard):
        onnxruntime.preload_dlls()
    return " ".join(heard.getvalue().split())
