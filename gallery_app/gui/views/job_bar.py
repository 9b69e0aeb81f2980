"""The quiet line at the bottom: what runs, how far it is, how long it takes."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from gallery_app.gui.models.jobs import JobLine, Jobs
from gallery_app.gui.views.buttons import IconButton, OneLine, label
from gallery_app.gui.views.job_list import JobList


class JobBar(QFrame):
    """One job in words and a thin bar; a click opens the list of all."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobBar")
        self.setFixedHeight(36)
        self._jobs = jobs
        self._words = OneLine("", "strong", self)
        self._numbers = label("", "caption", self)
        self._idle = label("", "caption", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self.pause = IconButton("pause", self.tr("Pause"), self, size=18)
        self.cancel = IconButton("cross", self.tr("Cancel; what is done stays"), self, size=18)
        self._more = label("", "caption", self)
        self.queue = IconButton("queue", self.tr("All jobs"), self, size=18)
        self.list = JobList(jobs, self)
        self._line: JobLine | None = None
        self.pause.clicked.connect(lambda: self._line and jobs.pause_or_resume(self._line))
        self.cancel.clicked.connect(lambda: self._line and jobs.cancel(self._line))
        self.queue.clicked.connect(self._open_list)
        self._build()
        jobs.moved.connect(self._show)
        self._show()

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 8, 0)
        line.setSpacing(12)
        left: tuple[QWidget, ...] = (self._idle, self._words, self._bar, self._numbers)
        for part in left:
            line.addWidget(part)
        line.addStretch()
        right: tuple[QWidget, ...] = (self._more, self.queue, self.pause, self.cancel)
        for part in right:
            line.addWidget(part)

    def _show(self) -> None:
        lines = self._jobs.lines
        busy = bool(lines)
        for part in (self._words, self._bar, self._numbers, self.pause, self.cancel):
            part.setVisible(busy)
        self.queue.setVisible(busy or bool(self._jobs.past))
        self._idle.setVisible(not busy)
        self._idle.setText(self._jobs.idle)
        self._more.setVisible(len(lines) > 1)
        self._more.setText(self.tr("{n} more").format(n=len(lines) - 1))
        self._line = lines[0] if busy else None
        if busy:
            self._show_job(lines[0])

    def _show_job(self, job: JobLine) -> None:
        self._words.setText(job.words)
        self._words.setToolTip(job.note)
        self._numbers.setText(job.numbers)
        self._bar.setRange(0, job.total)
        self._bar.setValue(job.done)
        self.pause.set_icon_name("play" if job.paused else "pause")
        tip = self.tr("Go on") if job.paused else self.tr("Pause")
        self.pause.setToolTip(tip)
        self.pause.setAccessibleName(tip)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the list wherever the bar is clicked."""
        self._open_list()
        event.accept()

    def _open_list(self) -> None:
        self.list.refresh()
        corner = self.mapToGlobal(self.rect().topRight())
        self.list.move(corner - QPoint(self.list.width() + 8, self.list.height() + 8))
        self.list.show()
