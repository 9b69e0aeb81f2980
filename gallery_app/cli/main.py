"""Run one command; see the exit codes in `gallery_app.errors`."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence

from gallery_app.cli.answers import Answer
from gallery_app.cli.commands import COMMANDS
from gallery_app.cli.doctor import doctor
from gallery_app.cli.organise import organise
from gallery_app.cli.parser import make_parser
from gallery_app.cli.text import as_text
from gallery_app.errors import HandfulError
from gallery_app.library import Library

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command line.

    Returns:
        0 done; 1 the user can fix it; 2 usage; 3 the surroundings; 130 stopped with Ctrl+C.
    """
    options = make_parser().parse_args(arguments)
    try:
        answer = _answer(options)
    except HandfulError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; what is done is kept. Run it again to go on.\n")
        return INTERRUPTED
    text = json.dumps(answer, ensure_ascii=False) if options.json else as_text(answer)
    sys.stdout.write(f"{text}\n")
    return 0


def _answer(options: Namespace) -> Answer:
    if options.command == "doctor":
        return doctor(options.library)
    library = Library.open(options.library)
    try:
        command = organise if options.command == "organise" else COMMANDS[options.command]
        return command(library, options)
    finally:
        library.close()
