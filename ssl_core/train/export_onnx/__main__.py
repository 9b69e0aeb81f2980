"""Run as a child process: ``python -m ssl_core.train.export_onnx default|import``.

Standard output carries JSON lines: ``{"step", "done", "total"}`` while it works, then one
``{"card", "name", "dim"}``. A failure is one sentence on standard error and exit code 1.
"""

import argparse
import json
import sys
import warnings
from pathlib import Path

from ssl_core.errors import CoreError
from ssl_core.train.export_onnx.sources import add_default, add_file

_FACTS = ("source", "licence")


def main(arguments: list[str] | None = None) -> int:
    """Convert one encoder and return the exit code."""
    options = _parser().parse_args(arguments)
    # torch warns about its own insides, and nobody who reads our standard error can act on it.
    warnings.simplefilter("ignore")
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        if options.command == "default":
            card = add_default(options.out, _tell)
        else:
            told = {key: value for key in _FACTS if (value := getattr(options, key))}
            card = add_file(options.file, options.out, options.name, _tell, **told)
    except CoreError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{options.out} cannot be written to ({error.strerror}).\n")
        return 1
    _say(card=str(options.out / f"{card.name}.json"), name=card.name, dim=card.dim)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ssl_core.train.export_onnx")
    commands = parser.add_subparsers(dest="command", required=True)
    default = commands.add_parser("default", help="convert the encoder that comes along")
    imported = commands.add_parser("import", help="add an ONNX file or a DINO checkpoint")
    imported.add_argument("file", type=Path)
    imported.add_argument("--name", help="the encoder's name; the file's when left out")
    for fact in _FACTS:
        imported.add_argument(f"--{fact}", help="for the model card of a checkpoint")
    for command in (default, imported):
        command.add_argument("--out", type=Path, required=True, help="folder of encoders")
    return parser


def _tell(step: str, done: int, total: int) -> None:
    _say(step=step, done=done, total=total)


def _say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
