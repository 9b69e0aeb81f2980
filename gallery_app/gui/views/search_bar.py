"""Where the user says what to look for."""

from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.completions import Completions, word_at
from gallery_app.gui.views.bubble import Bubble
from gallery_app.gui.views.entry import Entry, tag_completer

WAIT_MS = 250


class SearchBar(Entry):
    """The query language, looked up a moment after the last key.

    Signals:
        searched: The query.
    """

    searched = Signal(str)

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Search   tag:beach  -tag:dog  2019..2021"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(
            self.tr(
                "tag:beach   -tag:dog   2019..2021   folder:Italy   camera:Nikon   album:Best\n"
                "rating:3..5   is:untagged   is:picked   suggested:beach   cluster:3\n"
                "or words of the file name; all must hold"
            )
        )
        self.setClearButtonEnabled(True)
        self._lens = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._wait = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._wait.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self._completions = completions
        self._offered = QStringListModel(self)
        self._completer = tag_completer(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._take)
        self._trouble = Bubble("trouble", self.window())
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._now)
        self.emptied.connect(self._now)

    @property
    def _popup(self) -> QAbstractItemView:
        return cast("QAbstractItemView", self._completer.popup())

    @property
    def trouble(self) -> str:
        """What the bar complains about now, or ""."""
        return self._trouble.words if self._trouble.isVisible() else ""

    def show_query(self, query: str) -> None:
        """Show what the wall shows."""
        if not self.hasFocus():
            self.setText(query)
        self.accept()

    def refuse(self, sentence: str, position: int) -> None:
        """Mark the query as not understood, and say why under the word that is meant."""
        self._mark(wrong=True)
        self.setAccessibleDescription(sentence)
        if self.hasFocus() and not self._popup.isVisible():
            at = self.mapTo(self.window(), QPoint(self._left_of(position), self.height() + 4))
            self._trouble.setParent(self.window())
            self._trouble.show_at(at, sentence)

    def accept(self) -> None:
        """Mark the query as understood."""
        self._mark(wrong=False)
        self.setAccessibleDescription("")
        self._trouble.hide()

    def _left_of(self, position: int) -> int:
        """Return where a character stands, from the bar's left."""
        caret, text = self.cursorPosition(), self.text()
        until = self.fontMetrics().horizontalAdvance
        return self.cursorRect().center().x() - until(text[:caret]) + until(text[:position])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Redraw the lens in the new palette."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lens"):
            self._lens.setIcon(theme.icon("search"))
        super().changeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Stop complaining."""
        self._trouble.hide()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the keys of an open list of completions to it; Ctrl+Space opens it."""
        popup = self._popup
        taking = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        if popup.isVisible() and event.key() in taking and popup.currentIndex().isValid():
            event.ignore()
        elif (
            event.key() == Qt.Key.Key_Space
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self._offer()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        self._trouble.hide()
        self._wait.start(0 if not text else WAIT_MS)
        self._offer()

    def _offer(self) -> None:
        offered = self._completions.offer(self.text(), self.cursorPosition())
        self._offered.setStringList(offered)
        if not offered:
            self._popup.hide()
            return
        start, _ = word_at(self.text(), self.cursorPosition())
        self._completer.complete(QRect(self._left_of(start), 0, 260, self.height() + 4))

    def _take(self, word: str) -> None:
        """Put a completion in the place of the word; a whole one is looked for at once."""
        text = self.text()
        start, end = word_at(text, self.cursorPosition())
        whole = not word.endswith(":")
        after = text[end:] if text[end:].startswith(" ") else " " + text[end:]
        filled = word + (after if whole else text[end:])
        self.setText(text[:start] + filled)
        self.setCursorPosition(start + len(word) + whole)
        if whole:
            self._now()
        else:
            QTimer.singleShot(0, self._offer)

    def _now(self) -> None:
        self._wait.stop()
        self._popup.hide()
        self.searched.emit(self.text().strip())

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
