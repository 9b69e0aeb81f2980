"""Ctrl+C that is never lost.

Python raises `KeyboardInterrupt` wherever the main thread happens to be; inside a weak reference's
callback, such as importing runs many of, it is printed and forgotten. So it is also noted here, and
`cli.progress` asks between two reports.
"""

import signal
from types import FrameType

_heard: list[int] = []


def listen() -> None:
    """Note every Ctrl+C from now on; it raises `KeyboardInterrupt` as always."""
    _heard.clear()
    signal.signal(signal.SIGINT, _note)


def check() -> None:
    """Raise `KeyboardInterrupt` when there was a Ctrl+C that got lost."""
    if _heard:
        raise KeyboardInterrupt


def _note(number: int, _frame: FrameType | None) -> None:
    _heard.append(number)
    raise KeyboardInterrupt
