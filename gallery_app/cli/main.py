"""Run one command; see the exit codes in `gallery_app.errors`."""

import json
import os
import sys
from argparse import Namespace

from gallery_app.cli.answers import Answer
from gallery_app.cli.commands import COMMANDS
from gallery_app.cli.doctor import doctor
from gallery_app.cli.interrupt import listen
from gallery_app.cli.organise import organise
from gallery_app.cli.text import as_text
from gallery_app.errors import HandfulError, SurroundingsError
from gallery_app.library import Library

INTERRUPTED = 130


def run(options: Namespace) -> int:
    """Run the command that `parser.parse` understood.

    Returns:
        0 done; 1 the user can fix it; 3 the surroundings; 130 stopped with Ctrl+C.
    """
    listen()
    try:
        answer = _answer(options)
        if options.json:
            _say(json.dumps(answer, ensure_ascii=False), "utf-8")
        else:
            _say(as_text(answer), sys.stdout.encoding)
    except HandfulError as error:
        sys.stderr.write(f"{error} Try: {error.command}\n" if error.command else f"{error}\n")
        return error.exit_code
    except KeyboardInterrupt as stop:
        again = str(stop) or "Run it again to go on."
        sys.stderr.write(f"Stopped; what is done is kept. {again}\n")
        return INTERRUPTED
    return 0


def _say(text: str, encoding: str) -> None:
    """Write an answer; letters that a terminal's encoding lacks are spelt as escapes."""
    try:
        sys.stdout.buffer.write(f"{text}\n".encode(encoding, "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:  # "handful photos | head" has seen enough
        # Python flushes once more at its end, and must not fail at it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise SurroundingsError(f"The answer was not written: {error.strerror}.") from error


def _answer(options: Namespace) -> Answer:
    if options.command == "doctor":
        return doctor(options.library)
    library = Library.open(options.library)
    try:
        command = organise if options.command == "organise" else COMMANDS[options.command]
        return command(library, options)
    finally:
        library.close()
