"""`handful` and `python -m gallery_app`: without a command the window, else the command line."""

import sys

from gallery_app.cli.main import run
from gallery_app.cli.parser import make_parser


def main() -> int:
    """Run Handful and return its exit code."""
    arguments = sys.argv[1:]
    options = make_parser().parse_args(arguments)
    if options.command is not None:
        return run(arguments)
    from gallery_app.app import open_window  # Qt only for the window  # noqa: PLC0415

    return open_window(options.library)


if __name__ == "__main__":
    sys.exit(main())
