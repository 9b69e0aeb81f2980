"""Hand the tags to other programs, after a look at what would change."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui.dialogs.waiting import WaitingSection
from gallery_app.gui.models.export import ExportPlan, Scope
from gallery_app.gui.models.waiting import Waiting
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import button, label

LONGEST = 300
"""Pixels of a search's words; all of them are the tip."""


class ExportDialog(QDialog):
    """Format, photos, preview, export, report, and what waits.

    Signals:
        photo_asked: The id of a photo to look at.
    """

    photo_asked = Signal(int)

    def __init__(
        self,
        plan: ExportPlan,
        waiting: Waiting,
        scopes: Sequence[Scope],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export tags"))
        self.resize(880, 640)
        plan.setParent(self)
        self._plan = plan
        self._kind = "xmp"
        self._out: Path | None = None
        self._scope = scopes[0]
        self.kinds: dict[str, QRadioButton] = {}
        self.scopes: dict[str, QRadioButton] = {}
        self.summary = label("", "strong", self, wrap=True)
        self.table = QTableView(self)
        self.waiting = WaitingSection(waiting, self)
        self.write = button(self.tr("Export"), "main", self)
        self._close = button(self.tr("Cancel"), "", self)
        self._build(scopes)
        self.finished.connect(plan.leave)
        plan.prepared.connect(self._show)
        plan.prepared.connect(self.write.setFocus, Qt.ConnectionType.SingleShotConnection)
        plan.written.connect(self._report)
        plan.written.connect(waiting.refresh)
        self.waiting.retried.connect(lambda: self._write(plan.try_again))
        self.waiting.opened.connect(self._open_photo)
        self._prepare()

    def _build(self, scopes: Sequence[Scope]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Export tags"), "title", self))
        column.addSpacing(4)
        choices = QHBoxLayout()
        choices.setSpacing(32)
        choices.addLayout(self._kind_column(), 3)
        choices.addLayout(self._scope_column(scopes), 2)
        column.addLayout(choices)
        column.addSpacing(8)
        column.addWidget(self.summary)
        self._dress_table()
        column.addWidget(self.table, 1)
        column.addWidget(self.waiting)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self.write)
        column.addLayout(buttons)
        self._close.clicked.connect(self.reject)
        self.write.clicked.connect(lambda: self._write(self._plan.write))

    def _kind_column(self) -> QVBoxLayout:
        readers = self.tr(
            "Read by Lightroom, digiKam, darktable and others. Merged, never replaced."
        )
        words = {
            "xmp": (self.tr("XMP sidecars beside the photos"), readers),
            "csv": (self.tr("CSV table"), self.tr("One line for each photo and tag.")),
            "json": (self.tr("JSON"), self.tr("Everything known of each photo.")),
        }
        column, group = QVBoxLayout(), QButtonGroup(self)
        column.setSpacing(0)
        column.addWidget(label(self.tr("FORMAT"), "heading", self))
        for kind, (title, sentence) in words.items():
            choice = self.kinds[kind] = QRadioButton(title, self)
            choice.setAccessibleDescription(sentence)
            choice.clicked.connect(lambda _checked=False, kind=kind: self._choose_kind(kind))
            group.addButton(choice)
            column.addWidget(choice)
            below = QHBoxLayout()
            below.setContentsMargins(24, 0, 0, 4)
            below.addWidget(label(sentence, "caption", self, wrap=True))
            column.addLayout(below)
        self.kinds[self._kind].setChecked(True)
        column.addStretch()
        return column

    def _scope_column(self, scopes: Sequence[Scope]) -> QVBoxLayout:
        column, group = QVBoxLayout(), QButtonGroup(self)
        column.setSpacing(0)
        column.addWidget(label(self.tr("PHOTOS"), "heading", self))
        for scope in scopes:
            choice = self.scopes[scope.name] = QRadioButton(self._words(scope), self)
            choice.setToolTip(scope.title)
            choice.setEnabled(scope is self._scope or scope.photos > 0)
            choice.clicked.connect(lambda _checked=False, scope=scope: self._choose_scope(scope))
            group.addButton(choice)
            column.addWidget(choice)
        self.scopes[self._scope.name].setChecked(True)
        column.addStretch()
        return column

    def _words(self, scope: Scope) -> str:
        if scope.name == "all":
            return self.tr("Whole library · %Ln photos", "", scope.photos)
        if scope.name == "selected":
            return fill(self.tr("Selected · {n:,}"), n=scope.photos)
        if not scope.title:
            return self.tr("Shown now: everything")
        short = self.fontMetrics().elidedText(scope.title, Qt.TextElideMode.ElideMiddle, LONGEST)
        words = self.tr("Shown now: {what} · {n:,}")
        return fill(words, what=short.replace("&", "&&"), n=scope.photos)

    def _dress_table(self) -> None:
        self.table.setModel(self._plan)
        self.table.setAccessibleName(self.tr("What would change"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(30)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _choose_kind(self, kind: str) -> None:
        self._out = None if kind == "xmp" else self._ask_file(kind)
        self._kind = kind if self._out else "xmp"
        self.kinds[self._kind].setChecked(True)
        self._prepare()

    def _choose_scope(self, scope: Scope) -> None:
        self._scope = scope
        self._prepare()

    def _prepare(self) -> None:
        self.write.setEnabled(False)
        self.summary.setText(self.tr("Looking at what would change…"))
        self._plan.prepare(self._kind, self._out, self._scope)

    def _ask_file(self, kind: str) -> Path | None:
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to"), f"tags.{kind}", f"{kind.upper()} (*.{kind})"
        )
        return Path(file) if file else None

    def _show(self, words: str, files: int) -> None:
        self.summary.setText(words)
        self.write.setEnabled(files > 0)

    def _write(self, work: Callable[[], None]) -> None:
        self.write.setEnabled(False)
        self.waiting.retry.setEnabled(False)
        self.summary.setText(self.tr("Exporting…"))
        work()

    def _open_photo(self, photo_id: int) -> None:
        self.accept()
        self.photo_asked.emit(photo_id)

    def _report(self, words: str) -> None:
        self.summary.setText(words)
        self.waiting.retry.setEnabled(True)
        self._close.setText(self.tr("Close"))
        self._close.setFocus()
