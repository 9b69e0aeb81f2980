"""An export before it is written: line by line what would change."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gallery_app.exports.xmp_fields import FieldChange
from gallery_app.gui.bridge import Bridge
from gallery_app.jobs.export.request import ExportReport, ExportRequest

Index = QModelIndex | QPersistentModelIndex
SHOWN = 5000
"""Changes listed; all are written."""


class ExportPlan(QAbstractTableModel):
    """The changes of a dry run.

    Signals:
        prepared: The `ExportReport` of the dry run.
        written: The `ExportReport` of the export.
    """

    prepared = Signal(object)
    written = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._changes: list[FieldChange] = []
        self._request = ExportRequest("xmp", dry_run=True)
        self._titles = (self.tr("File"), self.tr("Field"), self.tr("Now"), self.tr("Then"))

    def prepare(self, kind: str, out: Path | None) -> None:
        """Find out what an export would change."""
        self._request = request = ExportRequest(kind, out, dry_run=True)

        def show(report: ExportReport) -> None:
            if request is self._request:
                self.beginResetModel()
                self._changes = report.changes[:SHOWN]
                self.endResetModel()
                self.prepared.emit(report)

        self._bridge.start(
            self.tr("Looking at what would change"), lambda library: library.export(request), show
        )

    def write(self) -> None:
        """Export what was prepared."""
        request = ExportRequest(self._request.format, self._request.out)
        self._bridge.start(
            self.tr("Exporting tags"), lambda library: library.export(request), self.written.emit
        )

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
            return (change.file.name, change.field, change.before, change.after)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = (str(change.file), change.field, change.before, change.after)
            return whole[index.column()]
        return None
