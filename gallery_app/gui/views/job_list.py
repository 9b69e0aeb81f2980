"""The jobs that run and wait, and how the last ones ended."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gallery_app.gui.models.jobs import JobLine, Jobs, PastJob
from gallery_app.gui.views.buttons import IconButton, label

WIDTH = 480


class JobRow(QWidget):
    """A job that runs or waits, with a way to hold it and a way out."""

    def __init__(self, jobs: Jobs, line: JobLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = label("", "quiet" if line.waits else "strong", self)
        self._words = label("", "caption", self, wrap=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.pause = IconButton("pause", self.tr("Pause"), self, size=16)
        self.cancel = IconButton("cross", self.tr("Cancel; what is done stays"), self, size=16)
        self.pause.clicked.connect(lambda: jobs.pause_or_resume(line))
        self.cancel.clicked.connect(lambda: jobs.cancel(line))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.pause)
        head.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        for part in (self._bar, self.pause):
            part.setVisible(not line.waits)

    def show_job(self, job: JobLine) -> None:
        """Show how far it is."""
        self._title.setText(job.title)
        step = "" if job.waits else job.words
        how_far = "   ·   ".join(filter(None, (step, job.numbers)))
        self._words.setText("\n".join(filter(None, (how_far, job.note))))
        self._bar.setRange(0, job.total)
        self._bar.setValue(job.done)
        tip = self.tr("Go on") if job.paused else self.tr("Pause")
        self.pause.set_icon_name("play" if job.paused else "pause")
        self.pause.setToolTip(tip)
        self.pause.setAccessibleName(tip)


class JobList(QFrame):
    """Opens over the job bar."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self._jobs = jobs
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 8)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rows: list[JobRow] = []
        self._past: list[QWidget] = []
        self._shape: object = None
        jobs.moved.connect(self._follow)

    def refresh(self) -> None:
        """Show what there is now; rows that stay are filled anew, so that clicks reach them."""
        lines, past = self._jobs.lines, self._jobs.past
        shape = ([(line.job, line.waits) for line in lines], past)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(lines, past)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_job(line)
        self._fit()

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _rebuild(self, lines: list[JobLine], past: list[PastJob]) -> None:
        for part in (*self.rows, *self._past):
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.rows = [JobRow(self._jobs, line, self) for line in lines]
        self._past = [_past_row(job, self) for job in past]
        if past:
            self._past.insert(0, label(self.tr("Before").upper(), "heading", self))
        elif not lines:
            self._past = [label(self.tr("Nothing runs."), "quiet", self)]
        for part in (*self.rows, *self._past):
            self._column.addWidget(part)
            part.show()

    def _fit(self) -> None:
        """Grow and shrink upwards, from where the list stands on the bar."""
        bottom = self.geometry().bottom()
        self.adjustSize()
        self.move(self.x(), bottom - self.height() + 1)


def _past_row(job: PastJob, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(0)
    column.addWidget(label(job.title, "", made))
    column.addWidget(label(job.words, "trouble" if job.failed else "caption", made, wrap=True))
    return made
