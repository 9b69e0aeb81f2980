"""Thin boxes over a photo, each with a few words: which part of it is meant."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gallery_app.domain.part import Part
from gallery_app.domain.tag import leaf
from gallery_app.gui.models.inspection import Inspected
from gallery_app.gui.views.photo_canvas import PhotoCanvas

GROUND = QColor(0, 0, 0, 150)
EDGE = 2
"""Pixels that the line lies inside the part, so that it is seen at the edge of the photo, too."""
ROOM = 6
"""Pixels beside the words."""


class PartMarks(QWidget):
    """Lies over a canvas, and goes with its photo; the pointer passes through."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._marks: tuple[tuple[Part, str], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        canvas.moved.connect(self.update)
        canvas.zoomed.connect(self.update)
        canvas.resized.connect(lambda: self.setGeometry(canvas.rect()))
        self.hide()

    @property
    def marks(self) -> tuple[tuple[Part, str], ...]:
        """The parts, of the photo as it is shown, and their words."""
        return self._marks

    def mark(self, marks: Sequence[tuple[Part, str]]) -> None:
        """Show boxes; none hides it."""
        self._marks = tuple(marks)
        self.setAccessibleName(", ".join(words for _, words in self._marks))
        self.setGeometry(self._canvas.rect())
        self.setVisible(bool(marks))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint white lines with a dark edge, which are seen on any photo, and the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for part, words in self._marks:
                box = inside(self._canvas.frame, QRectF(*part)).adjusted(EDGE, EDGE, -EDGE, -EDGE)
                for width, color in ((3.5, GROUND), (1.5, QColor("#ffffff"))):
                    painter.setPen(QPen(color, width))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(box)
                self._write(painter, box, words)

    def _write(self, painter: QPainter, box: QRectF, words: str) -> None:
        metrics = painter.fontMetrics()
        told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(80, int(box.width())))
        size = metrics.size(0, told)
        ground = QRectF(box.topLeft(), size.toSizeF()).adjusted(0, 0, 2 * ROOM, ROOM)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRect(ground)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, told)


class KnownParts(PartMarks):
    """The parts of the viewer's photo that were tagged, and the one that speaks most for a tag."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        super().__init__(canvas)
        self._photo_id = 0
        self._inspected = Inspected()
        self._with_tagged = False
        self._telling: tuple[str, Part] | None = None

    def look_at(self, photo_id: int) -> None:
        """Be about another photo."""
        self._photo_id, self._telling = photo_id, None
        self._gather()

    def show_inspected(self, inspected: Inspected) -> None:
        """Take over what is known of the chosen photos."""
        self._inspected = inspected
        self._gather()

    def show_tagged(self, *, shown: bool) -> None:
        """Show the parts that were tagged, or not."""
        self._with_tagged = shown
        self._gather()

    def show_telling(self, tag: str, part: Part | None) -> None:
        """Show the part that speaks most for a suggested tag, until that is answered."""
        self._telling = (tag, part) if part is not None else None
        self._gather()

    def _gather(self) -> None:
        photo, marks = self._inspected.photo, []
        if photo is not None and photo.id == self._photo_id:
            if self._with_tagged:
                marks = [
                    (known.part.turned(photo.turn), leaf(known.tag))
                    for known in self._inspected.tags
                    if known.part is not None
                ]
            asked = {suggestion.tag for suggestion in self._inspected.suggestions}
            if self._telling is not None and self._telling[0] in asked:
                tag, part = self._telling
                marks.append((part, mostly_words(tag)))
        self.mark(marks)


def mostly_words(tag: str) -> str:
    """Return what is written on the part that speaks most for a tag."""
    words = QCoreApplication.translate("PartMarks", "mostly this part: {tag}")
    return words.format(tag=leaf(tag))


def inside(of: QRectF, part: QRectF) -> QRectF:
    """Return the rectangle that is this part, in fractions, of another."""
    return QRectF(
        of.left() + part.left() * of.width(),
        of.top() + part.top() * of.height(),
        part.width() * of.width(),
        part.height() * of.height(),
    )
