"""Stars, pick and rejection: painted on photos, and as buttons that set them."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gallery_app.domain.photo import Photo
from gallery_app.gui import theme
from gallery_app.gui.views.buttons import IconButton
from gallery_app.gui.views.tiles import rounding

STARS, STAR, INSET = 5, 12, 6
REJECTED = -1


def paint_marks(painter: QPainter, cell: QRect, photo: Photo) -> None:
    """Paint a photo's marks over the lower left corner of its tile."""
    icons = ["star-full"] * max(0, photo.rating or 0)
    if photo.rating == REJECTED:
        _veil(painter, cell)
        icons = ["reject"]
    if photo.picked:
        icons.append("flag-full")
    if not icons:
        return
    ratio = painter.device().devicePixelRatioF()
    pill = QRectF(0, 0, len(icons) * STAR + 10, STAR + 8)
    pill.moveBottomLeft(QPoint(cell.left() + INSET, cell.bottom() - INSET).toPointF())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 130))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    for place, icon in enumerate(icons):
        at = pill.topLeft() + QPoint(5 + place * STAR, 4).toPointF()
        painter.drawPixmap(at, theme.pixmap(icon, "#ffffff", STAR, ratio))


def _veil(painter: QPainter, cell: QRect) -> None:
    veil = QColor(theme.colors().wall)
    veil.setAlpha(150)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    painter.drawRoundedRect(cell, rounding(cell.width()), rounding(cell.width()))


class MarkBar(QWidget):
    """Buttons for the marks of the chosen photos.

    Signals:
        rated: Stars, 0 to 5; a click on the last star given takes it away.
        picked: The pick is toggled.
        rejected: The rejection is toggled.
    """

    rated = Signal(int)
    picked = Signal()
    rejected = Signal()

    def __init__(self, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        given = max(0, photo.rating or 0)
        told = self.tr("{given} of %Ln stars are given", "", STARS).format(given=given)
        for stars in range(1, STARS + 1):
            icon = "star-full" if stars <= given else "star"
            tip = self.tr("%Ln stars ({key})", "", stars).format(key=stars)
            made = IconButton(icon, tip, self, size=18)
            made.setAccessibleDescription(told)
            new = stars - 1 if stars == given else stars
            made.clicked.connect(lambda _checked=False, new=new: self.rated.emit(new))
            line.addWidget(made)
        line.addStretch()
        pick = IconButton("flag-full" if photo.picked else "flag", self.tr("Pick (P)"), self)
        pick.setCheckable(True)
        pick.setChecked(photo.picked)
        pick.clicked.connect(self.picked)
        reject = IconButton("reject", self.tr("Reject (X)"), self)
        reject.setCheckable(True)
        reject.setChecked(photo.rating == REJECTED)
        reject.clicked.connect(self.rejected)
        line.addWidget(pick)
        line.addWidget(reject)
