"""An export before it is written: line by line what would change."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.language import said
from gallery_app.gui.models.words import fill
from gallery_app.jobs.export.request import ExportReport, ExportRequest

if TYPE_CHECKING:
    from gallery_app.exports.xmp_fields import FieldChange

Index = QModelIndex | QPersistentModelIndex
SHOWN = 5000
"""Changes listed; all are written."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Photos that can be exported.

    Attributes:
        name: "all", "shown" or "selected".
        photos: How many.
        title: What to call those that are shown, e.g. "tag:beach"; "" when that is everything.
        query: What finds them; "" for the whole library.
        photo_ids: Or which they are; None when the query tells.
    """

    name: str
    photos: int
    title: str = ""
    query: str = ""
    photo_ids: tuple[int, ...] | None = None


class ExportPlan(QAbstractTableModel):
    """The changes of a dry run.

    Signals:
        prepared: A sentence about what would be written, or why nothing can be; and how many files
            that are, with those that cannot be written just now.
        written: A sentence about what was written, or why nothing was.
    """

    prepared = Signal(str, int)
    written = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._changes: list[FieldChange] = []
        self._request: ExportRequest | None = None
        self._titles = (self.tr("File"), self.tr("Field"), self.tr("Now"), self.tr("Then"))

    def prepare(self, kind: str, out: Path | None, scope: Scope) -> None:
        """Find out what an export of these photos would change."""
        self._request = request = ExportRequest(
            kind, out, dry_run=True, query=scope.query, photo_ids=scope.photo_ids
        )

        def show(report: ExportReport) -> None:
            if request is self._request:
                self.beginResetModel()
                self._changes = report.changes[:SHOWN]
                self.endResetModel()
                would = self.tr("%Ln files would be written", "", report.written)
                files = report.written + len(report.waiting)
                self.prepared.emit(self._sentence(report, would), files)

        def refuse(error: HandfulError) -> None:
            if request is self._request:
                self.prepared.emit(said(str(error)), 0)

        title = self.tr("Looking at what would change")
        self._bridge.start(title, lambda library: library.export(request), show, refuse)

    def write(self) -> None:
        """Export what was prepared."""
        if self._request is None:
            return
        self._start(replace(self._request, dry_run=False))

    def try_again(self) -> None:
        """Write what could not be written before."""
        self._start(ExportRequest("xmp", waiting=True))

    def _start(self, request: ExportRequest) -> None:
        self._request = request

        def tell(report: ExportReport) -> None:
            if request is self._request:
                wrote = self.tr("%Ln files written", "", report.written)
                self.written.emit(self._sentence(report, wrote))

        def refuse(error: HandfulError) -> None:
            if request is self._request:
                self.written.emit(said(str(error)))
            else:
                self._bridge.failed.emit(said(str(error)))

        title = self.tr("Exporting tags")
        self._bridge.start(title, lambda library: library.export(request), tell, refuse)

    def leave(self) -> None:
        """Want no more answers; an export under way goes on."""
        self._request = None

    def _sentence(self, report: ExportReport, words: str) -> str:
        words += fill(self.tr(", {n:,} up to date"), n=report.unchanged)
        if report.waiting:
            waiting = self.tr(", {n:,} waiting ({reason})")
            words += fill(waiting, n=len(report.waiting), reason=said(report.waiting[0][1]))
        return f"{words}."

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many changes are listed."""
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return 4: file, field, before, after."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; the whole path and value as a tip."""
        if not index.isValid():
            return None
        change = self._changes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (change.file.name, said(change.field), change.before, change.after)[
                index.column()
            ]
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = (str(change.file), said(change.field), change.before, change.after)
            return whole[index.column()]
        return None
