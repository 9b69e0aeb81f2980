"""Buttons and words that follow the theme by themselves."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from gallery_app.gui import theme

FEWEST_LETTERS = 12
LONG_WORD = 16
"""Letters; shorter words stay whole, also because those of Arabic are joined."""
LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
ARROW = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
"""Between the levels of a tag, in words for people."""


class IconButton(QToolButton):
    """A button with one line icon; its tip is also what a screen reader says."""

    def __init__(self, icon: str, tip: str, parent: QWidget | None = None, size: int = 20) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setIconSize(QSize(size, size))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._draw()

    def set_icon_name(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Redraw in the new palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setIcon(theme.icon(self._icon))


def button(words: str, role: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a push button; `role` is "", "main" or "link"."""
    made = QPushButton(words, parent)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    return made


class PictureButton(QPushButton):
    """A push button with a line icon before its words; `role` is "" or "main"."""

    def __init__(self, words: str, icon: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setIconSize(QSize(18, 18))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Redraw in the new palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        on_accent = theme.colors().on_accent if self.property("role") == "main" else ""
        self.setIcon(theme.icon(self._icon, on_accent))


def label(words: str, role: str, parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """Return words in a step of the type scale; roles are those of style.qss."""
    made = QLabel(words, parent)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    _begin_with_the_window(made)
    return made


def _begin_with_the_window(made: QLabel) -> None:
    """Let words begin where lines of the window do, though a name may run the other way."""
    edge = Qt.AlignmentFlag.AlignRight if made.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class OneLine(QLabel):
    """Words in one line, their middle left out where they are too long; all of them as a tip."""

    def __init__(self, words: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        _begin_with_the_window(self)
        self.setText(words)

    def setText(self, words: str) -> None:  # noqa: N802
        """Show other words."""
        super().setText(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return room for a few letters."""
        few = self.fontMetrics().averageCharWidth() * FEWEST_LETTERS
        return super().minimumSizeHint().boundedTo(QSize(few, super().minimumSizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint what fits."""
        with QPainter(self) as painter:
            shown = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideMiddle, self.width()
            )
            color = self.palette().color(self.foregroundRole())
            painter.setPen(color)
            painter.drawText(self.rect(), self.alignment(), shown)


def breakable(name: str) -> str:
    """Return a file's name that a label may break where it has no blanks for long."""
    return re.sub(rf"\S{{{LONG_WORD},}}", lambda found: ZERO_WIDTH_SPACE.join(found[0]), name)


def path_words(path: object) -> str:
    """Return a path that is written from left to right, whatever is around it."""
    return f"{LEFT_TO_RIGHT}{path}"


class Picture(QLabel):
    """A line icon that stands alone."""

    def __init__(self, icon: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = size
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Redraw in the new palette, and on a sharper screen."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange}:
            self._draw()
        return super().event(event)

    def _draw(self) -> None:
        now = theme.colors()
        self.setPixmap(theme.pixmap(self._icon, now.faint, self._size, self.devicePixelRatioF()))
