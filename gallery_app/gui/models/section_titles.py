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
        return _nothing(grouping) if grouping is not Grouping.NONE else ""
    if grouping is Grouping.DAY:
        return QLocale().toString(
            _date(key), QCoreApplication.translate("Sections", "dddd, d MMMM yyyy")
        )
    if grouping is Grouping.MONTH:
        return month_title(key)
    if grouping is Grouping.FOLDER:
        return _LEVEL.join(PurePath(key).parts[-2:])
    if grouping is Grouping.CLUSTER:
        return key.partition("\n")[0] or QCoreApplication.translate("Sections", "Unnamed group")
    return key.replace(SEPARATOR, _LEVEL)


def month_title(key: str) -> str:
    """Return a month, "2024-05", for people; "" is no date."""
    return (
        QLocale().toString(_date(key), "MMMM yyyy")
        if key
        else QCoreApplication.translate("Sections", "No date")
    )


def _date(key: str) -> QDate:
    known = date.fromisoformat(key if len(key) > 7 else f"{key}-01")
    return QDate(known.year, known.month, known.day)


def _nothing(grouping: Grouping) -> str:
    """Return the title of the photos that are in no section."""
    words = {
        Grouping.FOLDER: QCoreApplication.translate("Sections", "No folder"),
        Grouping.CLUSTER: QCoreApplication.translate("Sections", "In no group"),
        Grouping.TAG: QCoreApplication.translate("Sections", "Untagged"),
    }
    return words.get(grouping, QCoreApplication.translate("Sections", "No date"))
