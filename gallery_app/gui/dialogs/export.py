"""Hand the tags to other programs, after a look at what would change."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui.models.export import ExportPlan
from gallery_app.gui.views.buttons import button, label


class ExportDialog(QDialog):
    """Format, preview, export, report."""

    def __init__(self, plan: ExportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export tags"))
        self.resize(880, 600)
        plan.setParent(self)
        self._plan = plan
        self._out: Path | None = None
        self._kinds = {
            "xmp": (
                self.tr("XMP sidecars beside the photos"),
                self.tr(
                    "Read by Lightroom, digiKam, darktable and others. Merged, never replaced."
                ),
            ),
            "csv": (self.tr("CSV table"), self.tr("One line for each photo and tag.")),
            "json": (self.tr("JSON"), self.tr("Everything known of each photo.")),
        }
        self._choices: dict[str, QRadioButton] = {}
        self.summary = label("", "strong", self, wrap=True)
        self.table = QTableView(self)
        self.write = button(self.tr("Export"), "main", self)
        self._close = button(self.tr("Cancel"), "", self)
        self._build()
        self.finished.connect(plan.leave)
        plan.prepared.connect(self._show)
        plan.written.connect(self._report)
        self._choose("xmp")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Export tags"), "title", self))
        column.addSpacing(4)
        for kind, (title, sentence) in self._kinds.items():
            line = QHBoxLayout()
            choice = self._choices[kind] = QRadioButton(title, self)
            choice.clicked.connect(lambda _checked=False, kind=kind: self._choose(kind))
            line.addWidget(choice)
            line.addWidget(label(sentence, "quiet", self))
            line.addStretch()
            column.addLayout(line)
        column.addSpacing(8)
        column.addWidget(self.summary)
        self._dress_table()
        column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self.write)
        column.addLayout(buttons)
        self._close.clicked.connect(self.reject)
        self.write.clicked.connect(self._write)

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

    def _choose(self, kind: str) -> None:
        self._out = None if kind == "xmp" else self._ask_file(kind)
        if kind != "xmp" and self._out is None:
            kind = "xmp"
        self._choices[kind].setChecked(True)
        self.write.setEnabled(False)
        self.summary.setText(self.tr("Looking at what would change…"))
        self._plan.prepare(kind, self._out)

    def _ask_file(self, kind: str) -> Path | None:
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to"), f"tags.{kind}", f"{kind.upper()} (*.{kind})"
        )
        return Path(file) if file else None

    def _show(self, words: str, files: int) -> None:
        self.summary.setText(words)
        self.write.setEnabled(files > 0)
        self.write.setFocus()

    def _write(self) -> None:
        self.write.setEnabled(False)
        self.summary.setText(self.tr("Exporting…"))
        self._plan.write()

    def _report(self, words: str) -> None:
        self.summary.setText(words)
        self._close.setText(self.tr("Close"))
        self._close.setFocus()
