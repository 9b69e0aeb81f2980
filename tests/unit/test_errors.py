"""Every error of ours comes out of a worker process as it was raised there."""

import importlib
import inspect
import re
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = {str: "words", int: 3, Path: Path("/photos/a.jpg")}
ERRORS = [
    (".".join(path.relative_to(ROOT).with_suffix("").parts), name)
    for package in ("gallery_app", "ssl_core")
    for path in sorted((ROOT / package).rglob("*.py"))
    for name in re.findall(
        r"^class (\w+)\(\w*(?:Error|Exception)\):", path.read_text("utf-8"), re.M
    )
]


def made(kind: type[Exception]) -> Exception:
    """Raise an error of a kind, with a sample for each argument."""
    if kind.__init__ is Exception.__init__:
        return kind("words")
    given = inspect.signature(kind).parameters.values()
    named = {one.name: SAMPLES[one.annotation] for one in given}
    return kind(**named)


def test_there_are_errors_to_try():
    assert ("gallery_app.errors", "NotUnderstoodError") in ERRORS
    assert ("gallery_app.domain.query", "QueryError") in ERRORS


@pytest.mark.parametrize(("module", "name"), ERRORS)
def test_an_error_crosses_from_one_process_to_another(module: str, name: str):
    kind = getattr(importlib.import_module(module), name)
    error = made(kind)
    back = ForkingPickler.loads(ForkingPickler.dumps(error))
    assert type(back) is kind
    assert (str(back), back.args, vars(back)) == (str(error), error.args, vars(error))
