"""Orders from whoever started the training: a word a line on standard input."""

import os
from typing import TextIO

STOP = "stop"
PAUSE = "pause"


class Orders:
    """Reads ``stop`` (keep what is learnt so far) and ``pause`` (go on another time).

    It never waits: the pipe is read without blocking, because training has no thread to spare.
    Someone who has spoken and then is gone would not see what comes of it: that is a pause.
    """

    def __init__(self, source: TextIO) -> None:
        """Listen to a pipe; a terminal or a file gives no orders."""
        self._heard = b""
        self._spoken = False
        self._pipe = _pipe_of(source)
        if self._pipe is not None:
            os.set_blocking(self._pipe, False)

    def __call__(self) -> str:
        """Return the last order given since, or ``""``."""
        if self._pipe is None:
            return ""
        try:
            told = os.read(self._pipe, 4096)
        except BlockingIOError:
            return ""
        if not told:
            return PAUSE if self._spoken else ""
        self._spoken = True
        self._heard += told
        *lines, self._heard = self._heard.split(b"\n")
        known = [line.strip().decode("ascii", "replace") for line in lines]
        return next((line for line in reversed(known) if line in {STOP, PAUSE}), "")


def _pipe_of(source: TextIO) -> int | None:
    try:
        number = source.fileno()
    except (OSError, ValueError, AttributeError):
        return None
    return None if os.isatty(number) else number
