"""What the workers of the tests do; they run in other processes, so they stand in a module."""

import os
import threading
from pathlib import Path

from gallery_app.errors import PhotoError
from ssl_core.errors import CoreError

_never = threading.Event()


def double(number: int) -> int:
    return 2 * number


def crash(_number: int = 0) -> None:
    os._exit(3)


def hang(*_anything: object) -> None:
    _never.wait()


def hang_leaving(mark: str, *_anything: object) -> None:
    Path(mark).write_text(str(os.getpid()))
    _never.wait()


def want_memory(_number: int = 0) -> None:
    raise MemoryError


def refuse(_number: int = 0) -> None:
    raise PhotoError("the file is upside down")


def misread(_number: int = 0) -> None:
    raise CoreError("The card is torn.")


def stumble(_number: int = 0) -> None:
    raise LookupError("a bug of ours")


def one_of_each(number: int) -> int:
    """Double even numbers; 1, 3, 5, 7 each fail in their own way."""
    failures = {1: crash, 3: refuse, 5: want_memory, 7: hang}
    if number in failures:
        failures[number]()
    return double(number)


def mark_start(word: str) -> None:
    os.environ["MARKED"] = word


def read_mark() -> str | None:
    return os.environ.get("MARKED")
