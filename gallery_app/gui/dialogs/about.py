"""What this is."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gallery_app.gui.views.buttons import button, label


class About(QDialog):
    """Version, purpose, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Handful"))
        self.setFixedWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        column.addWidget(label("Handful", "display", self))
        column.addWidget(label(self.tr("Version {v}").format(v=_version()), "quiet", self))
        words = self.tr(
            "Label a handful of photos, it files the rest. Photos, tags and everything learned "
            "from them stay on this computer."
        )
        column.addWidget(label(words, "", self, wrap=True))
        licence = self.tr("Free software under the GPL, version 3 or later. Set in Inter.")
        column.addWidget(label(licence, "caption", self, wrap=True))
        column.addSpacing(12)
        close = button(self.tr("Close"), "", self)
        close.clicked.connect(self.accept)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)


def _version() -> str:
    try:
        return version("handful")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0"
