"""Sidecars that an export could not write yet."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from gallery_app.domain.waiting import WaitingExport
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.language import said
from gallery_app.gui.models.listed import Index, Listed
from gallery_app.gui.models.problems import FOLDER, REASON
from gallery_app.gui.models.words import moment_words

SHOWN = 1000
"""Sidecars listed; all are tried again."""


class Waiting(Listed[WaitingExport]):
    """What has waited longest first.

    Attributes:
        total: How many wait.
    """

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self.total = 0

    def refresh(self) -> None:
        """Read what waits."""

        def show(answer: tuple[int, list[WaitingExport]]) -> None:
            if isValid(self):  # else the dialog was closed meanwhile
                self.total, rows = answer
                self._show(rows)

        self._bridge.ask(lambda library: library.browsing.waiting(SHOWN), show)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the photo's name, the folder of its sidecar, or why it waits and since when."""
        if not index.isValid():
            return None
        waits = self._rows[index.row()]
        since = moment_words(datetime.fromisoformat(waits.since).astimezone().isoformat())
        reason = self.tr("{reason}; since {moment}").format(reason=said(waits.reason), moment=since)
        answers = {
            Qt.ItemDataRole.DisplayRole: waits.path.name,
            Qt.ItemDataRole.ToolTipRole: f"{waits.path}\n{reason}",
            Qt.ItemDataRole.AccessibleTextRole: f"{waits.path.name}: {reason}",
            REASON: reason,
            FOLDER: str(waits.out or waits.path.parent),
        }
        return answers.get(role)
