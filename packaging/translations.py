"""Gathers the words of the window and builds its languages: `make translations`.

`lupdate` finds the words in `gallery_app/gui`. What it cannot see is written into a file for it:
the tables of gestures and methods, and the sentences of what lies below the window.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
SENTENCES = TRANSLATIONS / "sentences.txt"
BIN = Path(sys.executable).parent
BELOW = ("gallery_app", "ssl_core")
NOT_BELOW = {
    *("gui", "cli", "__main__.py", "exif.py", "folder.py"),
    *("model_card.py", "vectors.py", "run_spec.py", "ranks.py"),
}
_WORDS = re.compile(r"[a-z]{2,}\W*\s.*[a-z]{2,}|%\d\S* [a-z]{4,}|[a-z]{4,} \W*%\d", re.DOTALL)
_NOT_FOR_PEOPLE = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|WHERE|JOIN|FROM|BEGIN|AND|SAVEPOINT|COALESCE|CASE)\b"
    r"|^[.\n]|<|^python|^(The above|During handling|Traceback)|^rtrim|%s"
)
PUT_TOGETHER = (
    *("yes", "no", "skip", "%1 to “%2” for %3", "marked", "unmarked"),
    *("1 photo", "a group", "copy", "copies", "1 suggestion", "%1 suggestions"),
    *("rated %1", "rejected %1", "unrejected %1", "picked %1", "unpicked %1", "turned %1"),
)
"""Parts of the names of acts, which the code puts together of words and numbers."""
COUNTED_WORDS = (
    ("Words", "%Ln stars"),
    ("Words", "Stack of %Ln photos"),
    ("Wastebasket", "Move %Ln files to the wastebasket?"),
)
"""With a number, in calls of `translate`; `lupdate` sees the number in those of `tr` only."""
_SILENT_CALLS = {
    "ValueError",
    "TypeError",
    "exception",
    "add_argument",
    "add_parser",
    "compile",
    "debug",
    "info",
    "warning",
    "error",
}


def main(arguments: Sequence[str]) -> int:
    """Bring the translations up to date, unless only `--release` is asked for, and build them."""
    if "--release" not in arguments:
        gather()
    for ts in sorted(TRANSLATIONS.glob("*.ts")):
        release(ts, ts.with_suffix(".qm"))
    return 0


def gather() -> None:
    """Take over the words of the code into all translations."""
    SENTENCES.write_text("".join(f"{line}\n" for line in sentences()), encoding="utf-8")
    for ts in sorted(TRANSLATIONS.glob("*.ts")):
        update(ts)


def update(ts: Path) -> None:
    """Add new words to a translation and take out those that are gone.

    Of English, only the sentences with a number: the code has their form for many.
    """
    with tempfile.TemporaryDirectory() as place:
        english = ts.stem.endswith("_en")
        kinds, words = (["-pluralonly"], COUNTED_WORDS) if english else ([], unseen_words())
        unseen = Path(place) / "unseen.py"
        unseen.write_text("".join(map(_call, words)), encoding="utf-8")
        sources = [str(file) for file in sorted((ROOT / "gallery_app" / "gui").rglob("*.py"))]
        _run("pyside6-lupdate", "-no-obsolete", "-locations", "none", *kinds, str(unseen), *sources,
             "-ts", str(ts))  # fmt: skip


def release(ts: Path, qm: Path) -> None:
    """Build what the program reads."""
    _run("pyside6-lrelease", "-nounfinished", str(ts), "-qm", str(qm))


def unseen_words() -> Iterator[tuple[str, str]]:
    """Yield the words that are in no call that `lupdate` knows, with their context."""
    from gallery_app.gui.actions import GESTURES  # noqa: PLC0415
    from gallery_app.gui.language import SENTENCES as CONTEXT  # noqa: PLC0415
    from gallery_app.gui.models.methods import METHOD_WORDS  # noqa: PLC0415

    for gesture in GESTURES:
        yield from (("Gesture", text) for text in (gesture.group, gesture.title, gesture.tip))
    for words in METHOD_WORDS:
        yield from (("Methods", text) for text in (words.title, words.sentence, words.story))
    yield from ((CONTEXT, text) for text in sentences())
    yield from COUNTED_WORDS


def _call(words: tuple[str, str]) -> str:
    """Return Python that `lupdate` reads: with a number where something is counted."""
    from gallery_app.gui.language import COUNTED  # noqa: PLC0415

    counts = words in COUNTED_WORDS or COUNTED.search(words[1])
    number = ', "", 1' if counts else ""
    return f"translate({words[0]!r}, {words[1]!r}{number})\n"


def sentences() -> list[str]:
    """Return what the code below the window says to people, with %1, %2, … for what varies."""
    found = set(PUT_TOGETHER)
    for package in BELOW:
        for file in sorted((ROOT / package).rglob("*.py")):
            if not NOT_BELOW & set(file.relative_to(ROOT).parts):
                found.update(_spoken(ast.parse(file.read_text(encoding="utf-8"))))
    return sorted(found)


def _spoken(node: ast.AST) -> Iterator[str]:
    """Yield the templates in a piece of code, the outermost of each expression."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.Compare | ast.Set):
        return  # something to look for
    if isinstance(node, ast.keyword) and node.arg == "command":
        return  # of the command line
    if isinstance(node, ast.Call) and _name(node.func) in _SILENT_CALLS:
        return
    parts = _parts(node)
    if parts is not None:
        template = _numbered(parts).strip("\n")
        if _WORDS.search(template) and not _NOT_FOR_PEOPLE.search(template):
            yield template
        return
    for below in ast.iter_child_nodes(node):
        yield from _spoken(below)


def _parts(node: ast.AST) -> list[str | None] | None:
    """Return a text's parts, None for what varies; None when the node is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        sides = _parts(node.left), _parts(node.right)
        if any(side is not None for side in sides):
            return [part for side in sides for part in (side or [None])]
    return None


def _numbered(parts: list[str | None]) -> str:
    places = iter(range(1, len(parts) + 1))
    return "".join(f"%{next(places)}" if part is None else part for part in parts)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _run(program: str, *arguments: str) -> None:
    places = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    found = shutil.which(program, path=places) or program
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{program} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
