"""A box over a photo, drawn with the mouse or moved with the keys: to search by, or to tag."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.domain.part import Part
from gallery_app.gui import theme
from gallery_app.gui.views.buttons import button
from gallery_app.gui.views.chips import TagEntry
from gallery_app.gui.views.keys import claimed
from gallery_app.gui.views.part_marks import inside
from gallery_app.gui.views.photo_canvas import PhotoCanvas

MIDDLE = QRectF(0.3, 0.3, 0.4, 0.4)
STEP, LEAST = 0.02, 0.04
"""What a key moves the box by, and its least side; fractions of the photo."""
REACH = 12
"""Pixels from a corner within which the pointer takes hold of it."""
WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PartBox(QWidget):
    """Lies over a canvas while a part of its photo is chosen.

    Signals:
        asked: Find photos like this `Part`.
        named: This `Part` shows what the tag says, as typed.
        closed: The box is given up, or has been asked about or tagged.
    """

    asked = Signal(object)
    named = Signal(object, str)
    closed = Signal()

    def __init__(self, canvas: PhotoCanvas, names: QStringListModel) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._box = QRectF(MIDDLE)
        self._before = QRectF(MIDDLE)
        self._corner: QPointF | None = None
        """While a box is drawn: the corner that stays."""
        self._grip: QPointF | None = None
        """While it is moved: from its corner to the pointer."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Part of the photo"))
        self.setAccessibleDescription(
            self.tr(
                "Arrows move the box, with Shift they change its size; Enter finds more, T tags it."
            )
        )
        self.entry = TagEntry(names, self)
        canvas.moved.connect(self.update)
        canvas.zoomed.connect(self.update)
        canvas.resized.connect(self._fit)
        self._build()
        self.hide()

    def _build(self) -> None:
        find = button(self.tr("More like this part"), "main", self)
        find.setToolTip(self.tr("Photos that look like what is in the box (Enter)"))
        find.clicked.connect(self._ask)
        leave = button(self.tr("Cancel"), "", self)
        leave.clicked.connect(self.leave)
        for each in (find, leave):
            each.setCursor(Qt.CursorShape.ArrowCursor)
            each.setAutoDefault(True)  # Enter means the button that has the keys
        self.entry.setFixedWidth(theme.scaled(200))
        self.entry.setPlaceholderText(self.tr("This part is… (T)"))
        self.entry.setAccessibleName(self.tr("Tag of this part"))
        self.entry.setToolTip(
            self.tr("The photo gets the tag; Handful learns it from what is in the box only")
        )
        self.entry.entered.connect(self._name)
        self.entry.left.connect(self.setFocus)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(find)
        line.addWidget(self.entry)
        line.addWidget(leave)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.addStretch()
        column.addLayout(line)

    @property
    def part(self) -> Part:
        """What is in the box."""
        return Part(self._box.left(), self._box.top(), self._box.width(), self._box.height())

    def start(self) -> None:
        """Show the box in the middle of what is in sight."""
        frame = self._canvas.frame
        if not frame.isEmpty():
            seen = _fractions(frame.intersected(QRectF(self._canvas.rect())), frame)
            self._box = inside(seen, MIDDLE)
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Give the box up."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _ask(self) -> None:
        part = self.part
        self.leave()
        self.asked.emit(part)

    def _name(self, tag: str) -> None:
        part = self.part
        self.leave()
        self.named.emit(part, tag)

    def _fit(self) -> None:
        self.setGeometry(self._canvas.rect())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of the box or of a corner, or begin another box."""
        point = event.position()
        self._before = QRectF(self._box)
        corner = self._opposite(point)
        if corner is not None:
            self._corner = corner
        elif self._drawn().contains(point):
            self._grip = self._at(point) - self._box.topLeft()
        else:
            self._corner = self._at(point)
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Draw or move the box; show what a press would do."""
        at = self._at(event.position())
        if self._corner is not None:
            self._box = QRectF(self._corner, at).normalized()
        elif self._grip is not None:
            self._move_to(at - self._grip)
        else:
            self._show_cursor(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """Keep the box, unless it is too small to be meant."""
        self._corner = self._grip = None
        if min(self._box.width(), self._box.height()) < LEAST:
            self._box = QRectF(self._before)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """Find photos like what is in the box."""
        self._ask()

    def _show_cursor(self, point: QPointF) -> None:
        shape = Qt.CursorShape.CrossCursor
        if self._opposite(point) is not None:
            shape = Qt.CursorShape.SizeAllCursor
        elif self._drawn().contains(point):
            shape = Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)

    def _opposite(self, point: QPointF) -> QPointF | None:
        """Return the corner that stays when the one under a point is dragged."""
        drawn, box = self._drawn(), self._box
        for corner, stays in (
            (drawn.topLeft(), box.bottomRight()),
            (drawn.topRight(), box.bottomLeft()),
            (drawn.bottomLeft(), box.topRight()),
            (drawn.bottomRight(), box.topLeft()),
        ):
            if (corner - point).manhattanLength() <= REACH:
                return stays
        return None

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys that would otherwise leave the photo."""
        keys = {*WAYS, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return claimed(event, keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the box, with Shift change its size; find with Enter, leave with Escape."""
        key = Qt.Key(event.key())
        if key in WAYS:
            self._step(
                *WAYS[key], bigger=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, down: int, *, bigger: bool) -> None:
        by = QPointF(across, down) * STEP
        if bigger:
            middle = self._box.center()
            self._box.setWidth(min(max(self._box.width() + 2 * by.x(), LEAST), 1.0))
            self._box.setHeight(min(max(self._box.height() + 2 * by.y(), LEAST), 1.0))
            self._move_to(middle - QPointF(self._box.width(), self._box.height()) / 2)
        else:
            self._move_to(self._box.topLeft() + by)
        self.update()

    def _move_to(self, corner: QPointF) -> None:
        self._box.moveTo(
            min(max(corner.x(), 0.0), 1 - self._box.width()),
            min(max(corner.y(), 0.0), 1 - self._box.height()),
        )

    # Where things are

    def _drawn(self) -> QRectF:
        """Return the box on the screen."""
        return inside(self._canvas.frame, self._box)

    def _at(self, point: QPointF) -> QPointF:
        """Return a point of the screen in fractions of the photo, within it."""
        frame = self._canvas.frame
        if frame.isEmpty():
            return QPointF()
        return QPointF(
            min(max((point.x() - frame.left()) / frame.width(), 0.0), 1.0),
            min(max((point.y() - frame.top()) / frame.height(), 0.0), 1.0),
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Dim what is not in the box."""
        drawn, frame = self._drawn(), self._canvas.frame
        outside = QPainterPath()
        outside.addRect(frame)
        outside.addRect(drawn)  # odd-even: the box is left out
        with QPainter(self) as painter:
            painter.fillPath(outside, QColor(0, 0, 0, 130))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor("#ffffff"), 1.5))
            painter.drawRect(drawn)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colors().accent))
            for corner in (
                drawn.topLeft(),
                drawn.topRight(),
                drawn.bottomLeft(),
                drawn.bottomRight(),
            ):
                painter.drawEllipse(corner, 5, 5)


def _fractions(rect: QRectF, of: QRectF) -> QRectF:
    """Return a rectangle in fractions of another."""
    return QRectF(
        (rect.left() - of.left()) / of.width(),
        (rect.top() - of.top()) / of.height(),
        rect.width() / of.width(),
        rect.height() / of.height(),
    )
