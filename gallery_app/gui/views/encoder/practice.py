"""Pictures of what the machine practises on: pairs, puzzles, colourings."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.methods import words_of
from gallery_app.gui.models.training import Practice, Training
from gallery_app.gui.views.keys import sideways

SMALL, GAP, WORDS = 60, 6, 40
"""Side of a small picture, pixels; between two; height of the caption."""


class PracticeView(QWidget):
    """The newest picture large, earlier ones small below; a click or the arrows choose."""

    def __init__(self, training: Training, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._training = training
        self._chosen: Practice | None = None
        self.setMinimumHeight(180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What it practises on"))
        self.setToolTip(self.tr("Click a small picture to keep looking at it"))
        training.moved.connect(self._describe)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(340, 280)

    @property
    def shown(self) -> Practice | None:
        """The large picture: the chosen one, else the newest."""
        pictures = self._training.pictures
        if self._chosen in pictures:
            return self._chosen
        return pictures[-1] if pictures else None

    def _describe(self) -> None:
        shown = self.shown
        self.setAccessibleDescription(shown.caption if shown is not None else "")
        self.update()

    def _why_none(self) -> str:
        news = self._training.news
        if news is not None and words_of(news.request.method).on_vectors:
            return self.tr("It learns from stored vectors;\nthere is nothing to picture.")
        return self.tr("The first picture comes soon")

    def _large(self) -> QRectF:
        """Return where the large picture is, at most."""
        return QRectF(0, 0, self.width(), self.height() - SMALL - WORDS - GAP)

    def _seen(self, area: QRectF) -> QRectF:
        """Return where a place is when lines begin on the side where the language does."""
        seen = QRectF(area)
        if self.isRightToLeft():
            seen.moveRight(self.width() - area.left())
        return seen

    def _small(self) -> list[tuple[QRectF, Practice]]:
        """Return the small pictures that fit below the caption, the newest first, from the left."""
        shown = self.shown
        if shown is None:
            return []
        top = _fitted(shown, self._large()).bottom() + WORDS
        across = max(1, (self.width() + GAP) // (SMALL + GAP))
        rows = max(1, int(self.height() - top + GAP) // (SMALL + GAP))
        newest = list(self._training.pictures)[::-1][: rows * across]
        return [
            (
                QRectF(
                    place % across * (SMALL + GAP),
                    top + place // across * (SMALL + GAP),
                    SMALL,
                    SMALL,
                ),
                practice,
            )
            for place, practice in enumerate(newest)
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose a small picture."""
        for place, (area, _) in enumerate(self._small()):
            if self._seen(area).contains(event.position()):
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose with the arrows."""
        step = sideways(event, self)
        row = [practice for _, practice in self._small()]
        if not step or not row:
            super().keyPressEvent(event)
            return
        at = row.index(self.shown) if self.shown in row else 0
        self._choose(min(max(at + step, 0), len(row) - 1))

    def _choose(self, place: int) -> None:
        # the newest stays the newest
        self._chosen = self._small()[place][1] if place else None
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint them."""
        now, shown = theme.colors(), self.shown
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            large = self._large()
            if shown is None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.tile))
                painter.drawRoundedRect(large, 8, 8)
                painter.setPen(QColor(now.faint))
                painter.setFont(theme.font(theme.SMALL))
                painter.drawText(large, Qt.AlignmentFlag.AlignCenter, self._why_none())
                return
            painted = _fitted(shown, large)
            _paint(painter, shown, self._seen(painted), 8)
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(QColor(now.accent if self.hasFocus() else now.quiet))
            below = QRectF(0, painted.bottom() + 6, self.width(), WORDS - 6)
            wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            painter.drawText(below, int(wrapped), shown.caption)
            for area, practice in self._small():
                painter.setOpacity(1.0 if practice is shown else 0.55)
                _paint_square(painter, practice, self._seen(area))


def _fitted(practice: Practice, room: QRectF) -> QRectF:
    """Return where a picture goes: as large as the room lets it, at most four times its size."""
    size = practice.image.size()
    scale = min(room.width() / size.width(), room.height() / size.height(), 4.0)
    return QRectF(0, 0, size.width() * scale, size.height() * scale)


def _paint(painter: QPainter, practice: Practice, area: QRectF, radius: float) -> None:
    brush = QBrush(practice.image)
    scale = area.width() / practice.image.width()
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(QRectF(practice.image.rect()), radius / scale, radius / scale)
    painter.restore()


def _paint_square(painter: QPainter, practice: Practice, area: QRectF) -> None:
    """Paint the left-hand square of a picture, which is mostly wider than tall."""
    short = min(practice.image.width(), practice.image.height())
    painter.drawImage(area, practice.image, QRectF(0, 0, short, short))
