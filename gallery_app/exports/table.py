"""Tags as tables: CSV and JSON out, CSV in.

Cells hold exact data, also where a path or tag begins with ``=``, ``+`` or ``@``: the files must
import back, here and elsewhere, and a quote put in front would rename the tag. The first column is
``path``, and paths are written absolute, so that no row of ours begins with a formula. A file name
that is not Unicode is spelled with backslashes, so that the other rows still import.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gallery_app.errors import UserError

COLUMNS = ("path", "tag", "source", "probability", "model", "created")


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag of one photo.

    Attributes:
        path: The photo's file.
        tag: Tag path.
        source: Where the tag came from: "hand", "accepted", "file", "suggestion".
        probability: 0 to 1 for what a model said, else None.
        model: The encoder and tagger that said it, or "".
        created: ISO 8601 date and time, or "".
    """

    path: Path
    tag: str
    source: str = ""
    probability: float | None = None
    model: str = ""
    created: str = ""


def csv_bytes(rows: Iterable[TagRow]) -> bytes:
    """Return rows as CSV: UTF-8, comma, CRLF (RFC 4180), columns `COLUMNS`."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return text.getvalue().encode("utf-8", "backslashreplace")


def json_bytes(rows: Iterable[TagRow]) -> bytes:
    """Return rows as JSON: ``[{"path", "tags": [{"tag", "source", ...}]}]``, in order of paths."""
    photos: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        tag = asdict(row)
        photos.setdefault(str(tag.pop("path")), []).append(tag)
    listed = [{"path": path, "tags": tags} for path, tags in photos.items()]
    text = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")


def read_tags_csv(path: Path) -> list[tuple[int, str, str]]:
    """Read a list of tags to import.

    Needs the columns ``path`` and ``tag``, in any order; others are ignored, as are rows in which
    both are empty. A byte-order mark, ``;`` or tab as delimiter, and line breaks in quotes are
    fine.

    Args:
        path: The CSV file, UTF-8.

    Returns:
        (line number, path, tag) for each row; the number is that of the row's first line,
        counted from 1, the header included.

    Raises:
        UserError: When the file is missing, is not UTF-8 or CSV, lacks a column or has no rows.
    """
    text = _text(path)
    if not text.strip():
        raise UserError(f"{path} is empty: it needs a line “path,tag” and one line per tag.")
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        at_path, at_tag = _columns(path, next(reader))
        rows, line = [], reader.line_num + 1
        for cells in reader:
            rows.append((line, _cell(cells, at_path), _cell(cells, at_tag).strip()))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UserError(
            f"{path}, line {reader.line_num}: this is not CSV ({error}); check the quotes there."
        ) from error
    filled = [row for row in rows if row[1].strip() or row[2]]
    half = next((line for line, photo, tag in filled if not (photo.strip() and tag)), None)
    if half is not None:
        raise UserError(f"{path}, line {half}: the path or the tag is empty; fill in both.")
    if not filled:
        raise UserError(f"{path} has no rows below its header: add one line per photo and tag.")
    return filled


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}); check the path.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UserError(
            f"{path}, line {line}: this is not UTF-8; save the file as UTF-8."
        ) from error


def _delimiter(text: str) -> str:
    """The delimiter in the header: the one that shows up most, comma when none does."""
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def _columns(path: Path, header: Sequence[str]) -> tuple[int, int]:
    names = [name.strip().casefold() for name in header]
    missing = [name for name in ("path", "tag") if name not in names]
    if missing:
        raise UserError(
            f"{path}, line 1: there is no column “{'” and “'.join(missing)}” "
            f"(found: {', '.join(names)}); the first line must name “path” and “tag”."
        )
    return names.index("path"), names.index("tag")


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""
