"""The log file of a library: what went wrong, for the crash report. Nothing leaves the machine."""

import logging
import os
import re
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


def last_mistake(folder: Path) -> str:
    """Return the newest entry of the log that tells of an exception, whole; "" when none does."""
    for name in ("handful.log", "handful.log.1"):
        with suppress(OSError):
            text = (folder / name).read_text(encoding="utf-8", errors="replace")
            entries = _ENTRY.split(text)
            mistakes = [entry for entry in entries if "\nTraceback (most" in entry]
            if mistakes:
                return mistakes[-1].rstrip()
    return ""


def without_names(mistake: str) -> str:
    """Return what can be shown to anyone: where it happened and what kind, but no message.

    Messages may hold names of photos, folders and tags. Of paths the home folder is left out.
    """
    first, *rest = mistake.split("\n") or [""]
    kept = [" ".join(first.split()[:3])]
    for line in rest:
        if line.startswith((" ", "Traceback (most", "During handling", "The above exc")):
            kept.append(line.replace(str(Path.home()), "~"))
        elif raised := _RAISED.match(line):
            kept.append(raised[1])
    return "\n".join(kept)


_ENTRY = re.compile(r"^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} )", re.MULTILINE)
_RAISED = re.compile(r"([A-Za-z_][\w.]*)(?::|$)")
