"""What the sections of the wall are called."""

from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from gallery_app.domain.arrangement import Grouping
from gallery_app.domain.tag import SEPARATOR

_LEVEL = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


def section_title(key: str, grouping: Grouping) -> str:
    """Return a section's title for people; a key is that of `domain.arrangement.Section`."""
    if not key:
        return _words(_NOTHING[grouping])
    if grouping is Grouping.DAY:
        return QLocale().toString(_date(key), "dddd, d MMMM yyyy")
    if grouping is Grouping.MONTH:
        return month_title(key)
    if grouping is Grouping.FOLDER:
        return _LEVEL.join(PurePath(key).parts[-2:])
    if grouping is Grouping.CLUSTER:
        return key.partition("\n")[0] or _words("Unnamed group")
    return key.replace(SEPARATOR, _LEVEL)


def month_title(key: str) -> str:
    """Return a month, "2024-05", for people; "" is no date."""
    return QLocale().toString(_date(key), "MMMM yyyy") if key else _words("No date")


def _date(key: str) -> QDate:
    known = date.fromisoformat(key if len(key) > 7 else f"{key}-01")
    return QDate(known.year, known.month, known.day)


def _words(text: str) -> str:
    return QCoreApplication.translate("Sections", text)


_NOTHING = {
    Grouping.NONE: "",
    Grouping.DAY: "No date",
    Grouping.MONTH: "No date",
    Grouping.FOLDER: "No folder",
    Grouping.CLUSTER: "In no group",
    Grouping.TAG: "Untagged",
}
