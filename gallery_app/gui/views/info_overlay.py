"""What is known of a photo, written over it."""

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gallery_app.domain.tag import leaf
from gallery_app.gui.models.photo_wall import Row
from gallery_app.gui.models.words import moment_words
from gallery_app.gui.views.buttons import breakable

WIDEST = 360


class InfoOverlay(QWidget):
    """Name, date, camera, size, stars and tags in the corner of a photo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setStyleSheet("color: white; background: transparent;")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_row(self, row: Row | None) -> None:
        """Say what is known of a photo."""
        if row is None:  # on its way
            return
        lines = _lines(row)
        self._words.setText("\n".join(lines))
        widest = max(map(self._words.fontMetrics().horizontalAdvance, lines))
        self._words.setFixedWidth(min(widest + 2, WIDEST))
        self._words.setFixedHeight(self._words.heightForWidth(self._words.width()))
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the ground, dark in both palettes: it lies on photos."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 150))
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)


def _lines(row: Row) -> list[str]:
    photo = row.photo
    lines = [breakable(photo.path.name)]
    if photo.taken:
        lines.append(moment_words(photo.taken))
    if photo.camera:
        lines.append(photo.camera)
    weight = QLocale().formattedDataSize(photo.size, 1)
    lines.append(f"{photo.width} × {photo.height}   {weight}")
    if photo.rating or photo.picked:
        lines.append("★" * max(0, photo.rating or 0) + ("  ⚑" if photo.picked else ""))
    if row.tags:
        lines.append(", ".join(leaf(tag) for tag in row.tags))
    return lines
