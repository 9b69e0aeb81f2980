"""The first page: drop a folder, or choose one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.photo_wall import PHOTOS_MIME
from gallery_app.gui.views.buttons import Picture, button, label


class FirstRun(QFrame):
    """Welcomes, and takes the first folder.

    Signals:
        choose_asked: Let the user choose a folder.
        dropped: The folders that were dropped.
    """

    choose_asked = Signal()
    dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstRun")
        self.setAcceptDrops(True)
        self._zone = QFrame(self)
        self._zone.setObjectName("dropZone")
        self._zone.setFixedSize(theme.scaled(560), theme.scaled(380))
        column = QVBoxLayout(self._zone)
        column.setContentsMargins(48, 40, 48, 40)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch()
        column.addWidget(Picture("folder-add", 56, self._zone), alignment=middle)
        column.addSpacing(12)
        column.addWidget(label(self.tr("Add your photos"), "display", self._zone), alignment=middle)
        words = label(
            self.tr(
                "Drop a folder here. Tag a handful of photos, and Handful files the rest.\n"
                "Photos stay where they are, and nothing leaves this computer."
            ),
            "quiet",
            self._zone,
            wrap=True,
        )
        words.setAlignment(middle)
        column.addWidget(words)
        column.addSpacing(20)
        self.choose = button(self.tr("Choose a folder…"), "main", self._zone)
        self.choose.setMinimumHeight(42)
        self.choose.clicked.connect(self.choose_asked)
        column.addWidget(self.choose, alignment=middle)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.addWidget(self._zone, alignment=Qt.AlignmentFlag.AlignCenter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Welcome folders."""
        if dropped_folders(event):
            event.acceptProposedAction()
            self._light(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002, N802
        """Calm down."""
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the folders."""
        self._light(over=False)
        self.dropped.emit(dropped_folders(event))

    def _light(self, *, over: bool) -> None:
        self._zone.setProperty("over", over)
        self._zone.style().unpolish(self._zone)
        self._zone.style().polish(self._zone)


def dropped_folders(event: QDropEvent) -> list[Path]:
    """Return the folders that a drag carries; of files, those they lie in."""
    if event.mimeData().hasFormat(PHOTOS_MIME):
        return []  # our own photos, on their way to a tag or another program
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    folders = [path if path.is_dir() else path.parent for path in paths]
    return list(dict.fromkeys(folders))
