"""The last mistake that Handful made, to be copied into a message. Nothing is sent."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gallery_app.gui.models.versions import own_version, parts, system
from gallery_app.gui.views.buttons import button, label
from gallery_app.log import without_names


class CrashReport(QDialog):
    """What went wrong last, with versions; messages, which may name photos, only when ticked.

    Args:
        mistake: The log's entry, "" when there is none.
        parent: The window.
    """

    def __init__(self, mistake: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mistake = mistake
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Crash report"))
        self.resize(680, 520)
        words = self.tr("The last mistake in Handful's log. It stays here until you copy it.")
        if not mistake:
            words = self.tr("Handful's log tells of no mistake. These are the versions in use.")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setObjectName("report")
        self.text.setAccessibleName(self.windowTitle())
        self.names = QCheckBox(self.tr("With messages; they may name photos and folders"), self)
        self.names.setVisible(bool(mistake))
        self.names.toggled.connect(self._show)
        self.copy = button(self.tr("Copy"), "main", self)
        self.copy.clicked.connect(self._copy)
        close = button(self.tr("Close"), "", self)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addWidget(self.names)
        line.addStretch()
        line.addWidget(close)
        line.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(words, "quiet", self, wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(line)
        self._show()

    def _show(self) -> None:
        told = self._mistake if self.names.isChecked() else without_names(self._mistake)
        versions = ", ".join(f"{part.name} {part.version}" for part in parts())
        head = f"Handful {own_version()}, {system()}\n{versions}"
        self.text.setPlainText(f"{head}\n\n{told}".rstrip())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
