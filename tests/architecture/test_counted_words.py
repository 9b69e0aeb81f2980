"""Sentences that count are found by their translations: PySide stops at the first class it asks.

`tr` asks for the words of each class of an object, the youngest first, until the answer differs
from what was asked. Where a number was filled in, it always does: the words of a base class would
never be found.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

GUI = Path(__file__).parents[2] / "gallery_app/gui"


def classes() -> Iterator[ast.ClassDef]:
    for file in GUI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node


def counts(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and "%Ln" in node.value


def test_a_class_that_counts_has_no_heirs():
    counting = {made.name for made in classes() if any(map(counts, ast.walk(made)))}
    inherited = {base.id for made in classes() for base in made.bases if isinstance(base, ast.Name)}
    assert len(counting) > 20
    assert not counting & inherited


def test_a_sentence_that_counts_stands_in_no_other():
    """`lupdate` does not look into f-strings."""
    hidden = [
        part.value
        for made in classes()
        for text in ast.walk(made)
        if isinstance(text, ast.JoinedStr)
        for part in ast.walk(text)
        if isinstance(part, ast.Constant) and counts(part)
    ]
    assert not hidden
