"""Answers as readable lines."""

from textwrap import indent

from gallery_app.cli.answers import Answer


def as_text(answer: Answer) -> str:
    """Return an answer as lines for people: one a row, or one a fact."""
    if isinstance(answer, dict):
        return "\n".join(_fact(name, value) for name, value in answer.items())
    return "\n".join(_row(row) for row in answer)


def _fact(name: str, value: object) -> str:
    rows = isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value)
    if rows or isinstance(value, dict):
        return f"{name}:\n" + indent(as_text(value), "  ")  # type: ignore[arg-type]
    return f"{name}: {_value(value)}"


def _row(row: dict[str, object]) -> str:
    return "  ".join(_value(value) for value in row.values())


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_value(entry) for entry in value) or "–"
    if isinstance(value, dict):
        return "; ".join(f"{name} {_value(entry)}" for name, entry in value.items())
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None else str(value)
