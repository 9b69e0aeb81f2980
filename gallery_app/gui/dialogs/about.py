"""What this is, and what it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui.models.versions import own_version, parts, system
from gallery_app.gui.views.buttons import button, label


class About(QDialog):
    """Version, purpose, licence; versions and licences of the packages below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Handful"))
        self.resize(560, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        column.addWidget(label("Handful", "display", self))
        told = self.tr("Version {v}, on {system}").format(v=own_version(), system=system())
        column.addWidget(label(told, "quiet", self))
        words = self.tr(
            "Label a handful of photos, it files the rest. Photos, tags and everything learned "
            "from them stay on this computer."
        )
        column.addWidget(label(words, "", self, wrap=True))
        licence = self.tr("Free software under the GPL, version 3 or later. Set in Inter (OFL).")
        column.addWidget(label(licence, "caption", self, wrap=True))
        column.addSpacing(8)
        column.addWidget(self._table(), 1)
        close = button(self.tr("Close"), "", self)
        close.clicked.connect(self.accept)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def _table(self) -> QTableWidget:
        found = parts()
        table = QTableWidget(len(found), 3, self)
        table.setAccessibleName(self.tr("Packages"))
        names = (self.tr("Package"), self.tr("Version"), self.tr("Licence"))
        table.setHorizontalHeaderLabels(names)
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for row, part in enumerate(found):
            for place, words in enumerate((
                part.name,
                part.version,
                part.licence or self.tr("not stated"),
            )):
                table.setItem(row, place, QTableWidgetItem(words))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table
