"""Every way a decoder fails, turned into a reason that people can read."""

import errno
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from gallery_app.errors import PhotoError

# What Pillow, its plug-ins and struct have been seen to raise on damaged files. Named one by one,
# so that a bug of ours (NameError, ImportError, a failing assertion) is still seen as a bug.
DECODER_ERRORS = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ZeroDivisionError,
    OverflowError,
    MemoryError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)

CUT_OFF = "the file is cut off"
DAMAGED = "the file is damaged"
UNKNOWN = "the file is damaged or of a kind that Handful does not open"
TOO_LARGE = "the picture is larger than Handful opens"

_SYSTEM_REASONS = {
    errno.ENOENT: "the file is gone",
    errno.EACCES: "there is no permission to read the file",
    errno.EPERM: "there is no permission to read the file",
    errno.EISDIR: "it is a folder, not a file",
    errno.ELOOP: "the link leads round in a circle",
    errno.ENOMEM: "the picture needs more memory than one photo may take",
}


def reason_for(error: BaseException) -> str:
    """Return the clause for people that says why a file did not open."""
    if isinstance(error, PhotoError):
        return error.reason
    if isinstance(error, MemoryError):
        return _SYSTEM_REASONS[errno.ENOMEM]
    if isinstance(error, (Image.DecompressionBombError, Image.DecompressionBombWarning)):
        return TOO_LARGE
    if isinstance(error, OSError) and error.errno is not None:
        told = f"the file could not be read ({error.strerror})"
        return _SYSTEM_REASONS.get(error.errno, told)
    said = str(error).lower()
    if isinstance(error, EOFError) or any(
        word in said for word in ("truncated", "end of file", "unexpected eof", "too short")
    ):
        return CUT_OFF
    is_unknown = isinstance(error, UnidentifiedImageError) or "unsupported" in said
    return UNKNOWN if is_unknown else DAMAGED


@contextmanager
def photo_errors() -> Iterator[None]:
    """Turn whatever a decoder raises into `PhotoError`, and keep its warnings quiet.

    Raises:
        PhotoError: With a reason for people.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except DECODER_ERRORS as error:
            raise PhotoError(reason_for(error)) from error
