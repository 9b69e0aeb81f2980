"""The search bar's language: ``tag:beach -tag:dog 2019..2021 folder:Italy sunset``."""

import re
import shlex
from dataclasses import dataclass

from gallery_app.errors import UserError

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_RANGE = re.compile(rf"({_DATE.pattern})?\.\.({_DATE.pattern})?")
KINDS = ("tag", "folder", "camera", "cluster", "suggested", "rating")
STATES = ("untagged", "missing", "located")


class QueryError(UserError):
    """The query is not understood.

    Attributes:
        position: Index of the character where the misunderstood word starts.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Term:
    """One condition.

    Attributes:
        kind: One of `KINDS`, `STATES`, "taken" or "name".
        value: What is looked for; for "taken" a (from, to) pair of date prefixes joined by "..".
        negated: True for a leading "-".
    """

    kind: str
    value: str
    negated: bool = False


def parse_query(text: str) -> tuple[Term, ...]:
    """Split a query into terms; all must hold.

    Raises:
        QueryError: An unclosed quote, an unknown ``kind:`` or an empty value.
    """
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise QueryError("A quotation mark is not closed.", text.rfind('"')) from error
    return tuple(_term(word, max(0, text.find(word.split(" ")[0]))) for word in words)


def _term(word: str, position: int) -> Term:
    negated, bare = word.startswith("-") and len(word) > 1, word.removeprefix("-")
    bare = bare if negated else word
    if _RANGE.fullmatch(bare) and bare != "..":
        return Term("taken", bare, negated)
    if _DATE.fullmatch(bare):
        return Term("taken", f"{bare}..{bare}", negated)
    kind, colon, value = bare.partition(":")
    if not colon:
        return Term("name", bare, negated)
    if kind in STATES and not value:
        return Term(kind, "", negated)
    if kind not in KINDS:
        known = ", ".join(f"{name}:" for name in (*KINDS, *STATES))
        raise QueryError(f"“{kind}:” is not a search word; use one of {known}", position)
    if not value:
        raise QueryError(f"Write what to look for after “{kind}:”.", position)
    return Term(kind, value, negated)
