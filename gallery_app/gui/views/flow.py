"""A layout that fills lines like words do."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

SPACE = 6


class Flow(QLayout):
    """Places children left to right and breaks lines at the right edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, held: QLayoutItem) -> None:  # noqa: N802
        """Append a child."""
        self._held.append(held)

    def count(self) -> int:
        """Return how many children there are."""
        return len(self._held)

    def itemAt(self, position: int) -> QLayoutItem | None:  # noqa: N802
        """Return a child, or None."""
        return self._held[position] if 0 <= position < len(self._held) else None

    def takeAt(self, position: int) -> QLayoutItem | None:  # noqa: N802
        """Remove and return a child, or None."""
        return self._held.pop(position) if 0 <= position < len(self._held) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return none: lines take what they need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the children."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the biggest child."""
        size = QSize()
        for held in self._held:
            size = size.expandedTo(held.minimumSize())
        return size

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight

    def _place(self, rect: QRect, *, move: bool) -> int:
        left, top, tall = rect.left(), rect.top(), 0
        for held in self._held:
            hint = held.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if left > rect.left() and left + hint.width() > rect.right() + 1:
                left, top, tall = rect.left(), top + tall + SPACE, 0
            if move:
                spot = QRect(QPoint(left, top), hint)
                held.setGeometry(QStyle.visualRect(self._direction(), rect, spot))
            left += hint.width() + SPACE
            tall = max(tall, hint.height())
        return top + tall - rect.top()
