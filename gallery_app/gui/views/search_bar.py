"""Where the user says what to look for."""

from PySide6.QtCore import QEvent, QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gallery_app.gui import theme
from gallery_app.gui.views.entry import Entry, tag_completer

WAIT_MS = 250


class SearchBar(Entry):
    """The query language, looked up a moment after the last key.

    Signals:
        searched: The query.
    """

    searched = Signal(str)

    def __init__(self, names: QStringListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Search   tag:beach  -tag:dog  2019..2021"))
        self.setAccessibleName(self.tr("Search"))
        self._tip = self.tr(
            "tag:beach   -tag:dog   2019..2021   folder:Italy   camera:Nikon\n"
            "untagged:   missing:   suggested:beach   cluster:3   or words of the file name"
        )
        self.setToolTip(self._tip)
        self.setClearButtonEnabled(True)
        self._lens = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._wait = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._wait.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._now)
        self.emptied.connect(self._now)
        self._complete(names)

    def _complete(self, names: QStringListModel) -> None:
        terms = QStringListModel(self)
        names.modelReset.connect(lambda: terms.setStringList(_terms(names)))
        completer = tag_completer(terms, self)
        completer.activated.connect(lambda _term: self._now())
        self.setCompleter(completer)

    def show_query(self, query: str) -> None:
        """Show what the wall shows."""
        if not self.hasFocus():
            self.setText(query)
        self.accept()

    def refuse(self, sentence: str, position: int) -> None:
        """Mark the query as not understood."""
        self._mark(wrong=True)
        self.setToolTip(
            self.tr("{sentence} (at character {n})").format(sentence=sentence, n=position + 1)
        )

    def accept(self) -> None:
        """Mark the query as understood."""
        self._mark(wrong=False)
        self.setToolTip(self._tip)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Redraw the lens in the new palette."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lens"):
            self._lens.setIcon(theme.icon("search"))
        super().changeEvent(event)

    def _on_edited(self, text: str) -> None:
        self._wait.start(0 if not text else WAIT_MS)

    def _now(self) -> None:
        self._wait.stop()
        self.searched.emit(self.text().strip())

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


def _terms(names: QStringListModel) -> list[str]:
    return [f'"tag:{name}"' if " " in name else f"tag:{name}" for name in names.stringList()]
