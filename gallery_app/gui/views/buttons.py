"""Buttons and words that follow the theme by themselves."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from gallery_app.gui import theme

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


def label(words: str, role: str, parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """Return words in a step of the type scale; roles are those of style.qss."""
    made = QLabel(words, parent)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


class Picture(QLabel):
    """A line icon that stands alone."""

    def __init__(self, icon: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = size
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Redraw in the new palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        now = theme.colors()
        self.setPixmap(theme.pixmap(self._icon, now.faint, self._size, self.devicePixelRatioF()))
