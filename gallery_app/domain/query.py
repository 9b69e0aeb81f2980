"""The search bar's language: ``tag:beach -tag:dog 2019..2021 rating:3..5 is:picked "old town"``.

Words are separated by spaces and must all hold. Double quotes keep words together, anywhere in a
term (``tag:"New York"``, ``"tag:New York"``); inside them two quotes stand for one. An apostrophe
is a letter like any other.
"""

import re
from dataclasses import dataclass

from gallery_app.domain.tag import clean_tag
from gallery_app.errors import UserError

_WORD = re.compile(r'(?:[^\s"]|"(?:[^"]|"")*")+')
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_RANGE = re.compile(rf"({_DATE.pattern})?\.\.({_DATE.pattern})?")
_NUMBER = re.compile(r"\d{1,9}")
_RATING = re.compile(r"(-1|[0-5])|(-1|[0-5])?\.\.(-1|[0-5])?")
_TAGS = ("tag", "suggested")
KINDS = (*_TAGS, "album", "folder", "camera", "cluster", "rating", "is")
STATES = ("untagged", "picked", "rejected", "missing", "located")


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
        kind: One of `KINDS`, "taken" or "name".
        value: What is looked for; for "taken" two date prefixes joined by "..", one may be
            empty; for "rating" likewise two numbers of stars, -1 to 5; for "cluster" a whole
            number; for "is" one of `STATES`.
        negated: True for a leading "-".
    """

    kind: str
    value: str
    negated: bool = False


def parse_query(text: str) -> tuple[Term, ...]:
    """Split a query into terms; all must hold.

    Raises:
        QueryError: An unclosed quote, an unknown ``kind:``, an empty value, or one that is no
            tag, number, rating or state where one is needed.
    """
    if text.count('"') % 2:
        raise QueryError("A quotation mark is not closed.", text.rfind('"'))
    return tuple(_term(match.group(), match.start()) for match in _WORD.finditer(text))


def quoted(text: str) -> str:
    """Return text as one word of the query language: ``tag:{quoted("New York")}``."""
    if text and not re.search(r'[\s"]', text):
        return text
    return '"' + text.replace('"', '""') + '"'


def _term(word: str, position: int) -> Term:
    bare = _QUOTED.sub(lambda match: match[1].replace('""', '"'), word)
    negated = bare.startswith("-") and len(bare) > 1
    bare = bare[1:] if negated else bare
    kind, value = _kind_and_value(bare, position)
    _check(kind, value, position)
    if kind == "rating" and ".." not in value:
        value = f"{value}..{value}"
    return Term(kind, value.lower() if kind == "is" else value, negated)


def _kind_and_value(bare: str, position: int) -> tuple[str, str]:
    if _RANGE.fullmatch(bare) and bare != "..":
        return "taken", bare
    if _DATE.fullmatch(bare):
        return "taken", f"{bare}..{bare}"
    kind, colon, value = bare.partition(":")
    if not colon:
        return "name", bare
    kind = kind.lower()
    if kind not in KINDS:
        known = ", ".join(f"{name}:" for name in KINDS)
        raise QueryError(f"“{kind}:” is not a search word; use one of {known}.", position)
    return kind, value.strip()


def _check(kind: str, value: str, position: int) -> None:
    if kind != "name" and not value:
        raise QueryError(f"Write what to look for after “{kind}:”.", position)
    elif kind == "is" and value.lower() not in STATES:
        raise QueryError(f"“is:{value}” is not known; use {', '.join(STATES)}.", position)
    elif kind == "cluster" and not _NUMBER.fullmatch(value):
        raise QueryError(f"“{kind}:” needs a whole number, not “{value}”.", position)
    elif kind == "rating" and (value == ".." or not _RATING.fullmatch(value)):
        raise QueryError(
            f"“rating:” needs stars from -1 (rejected) to 5, as in 3 or 3..5, not “{value}”.",
            position,
        )
    elif kind in _TAGS:
        try:
            clean_tag(value)
        except UserError as error:
            raise QueryError(str(error), position) from error
