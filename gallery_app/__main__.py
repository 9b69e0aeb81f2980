"""`handful` and `python -m gallery_app`: without a command the window, else the command line."""

import sys

from gallery_app.cli.main import run
from gallery_app.cli.parser import parse


def main() -> int:
    """Run Handful and return its exit code."""
    options = parse(sys.argv[1:])
    if options.command is not None:
        return run(options)
    from gallery_app.app import open_window  # Qt only for the window  # noqa: PLC0415

    return open_window(options.library)


if __name__ == "__main__":
    sys.exit(main())
