import errno
import os
import struct

import pytest
from PIL import Image, UnidentifiedImageError

from gallery_app.errors import PhotoError
from gallery_app.files.failures import DECODER_ERRORS, photo_errors


def reason(error):
    with pytest.raises(PhotoError) as told, photo_errors():
        raise error
    return told.value.reason


@pytest.mark.parametrize("kind", DECODER_ERRORS)
def test_everything_a_decoder_raises_gets_a_reason(kind):
    assert reason(kind("broken")).startswith(("the file", "the picture"))


def test_these_kinds_are_known_to_escape_from_decoders():
    escaping = {OSError, SyntaxError, ValueError, struct.error, MemoryError, OverflowError}
    assert escaping <= set(DECODER_ERRORS)


@pytest.mark.parametrize("kind", [NameError, AssertionError, ImportError, KeyboardInterrupt])
def test_bugs_stay_bugs(kind):
    with pytest.raises(kind), photo_errors():
        raise kind("a bug")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PhotoError("its own words"), "its own words"),
        (OSError("image file is truncated (3 bytes not processed)"), "cut off"),
        (EOFError(), "cut off"),
        (OSError(errno.EIO, os.strerror(errno.EIO)), "could not be read"),
        (OSError(errno.EACCES, "x"), "permission"),
        (MemoryError(), "memory"),
        (Image.DecompressionBombError(), "larger"),
        (UnidentifiedImageError(), "kind that Handful does not open"),
        (ValueError("bad"), "damaged"),
    ],
)
def test_the_reason_fits_the_trouble(error, words):
    assert words in reason(error)
