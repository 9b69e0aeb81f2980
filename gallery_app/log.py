"""The log file of a library: what went wrong, for the crash report. Nothing leaves the machine."""

import logging
import os
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path


def log() -> logging.Logger:
    """Return Handful's logger."""
    return logging.getLogger("handful")


def log_to(folder: Path) -> None:
    """Write the log to ``folder/handful.log``, at most 2 files of 1 MB, where that can be."""
    for old in log().handlers:
        old.close()
    log().handlers = [_handler(folder)]
    log().setLevel(logging.INFO)
    log().propagate = False


def _handler(folder: Path) -> logging.Handler:
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):  # a library on a read-only drive is there to be read
        return logging.NullHandler()
    handler = RotatingFileHandler(
        folder / "handful.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler
