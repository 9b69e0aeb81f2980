"""The quiet line at the bottom: what runs, how far it is, how long it takes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gallery_app.gui.models.jobs import JobLine, Jobs
from gallery_app.gui.views.buttons import IconButton, label


class JobBar(QFrame):
    """One job in words and a thin bar; the others wait in a popup."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobBar")
        self.setFixedHeight(36)
        self._jobs = jobs
        self._words = label("", "strong", self)
        self._numbers = label("", "caption", self)
        self._idle = label("", "caption", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self.pause = IconButton("pause", self.tr("Pause"), self, size=18)
        self.cancel = IconButton("cross", self.tr("Cancel; what is done stays"), self, size=18)
        self.queue = IconButton("queue", self.tr("What waits"), self, size=18)
        self._popup = JobPopup(jobs, self)
        self.pause.clicked.connect(jobs.pause_or_resume)
        self.cancel.clicked.connect(lambda: jobs.cancel(0))
        self.queue.clicked.connect(self._open_popup)
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
        for gesture in (self.queue, self.pause, self.cancel):
            line.addWidget(gesture)

    def _show(self) -> None:
        lines = self._jobs.lines
        busy = bool(lines)
        for part in (self._words, self._bar, self._numbers, self.pause, self.cancel):
            part.setVisible(busy)
        self.queue.setVisible(len(lines) > 1)
        self._idle.setVisible(not busy)
        self._idle.setText(self._jobs.idle)
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

    def _open_popup(self) -> None:
        self._popup.refresh()
        self._popup.adjustSize()
        corner = self.queue.mapToGlobal(self.queue.rect().topRight())
        self._popup.move(corner - QPoint(self._popup.width(), self._popup.height() + 8))
        self._popup.show()


class JobPopup(QFrame):
    """The jobs that wait, each with a way out."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setMinimumWidth(280)
        self._jobs = jobs
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 8, 12)
        self._lines: list[QWidget] = []

    def refresh(self) -> None:
        """Show what waits now."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [self._line(place, job) for place, job in enumerate(self._jobs.lines)]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, place: int, job: JobLine) -> QWidget:
        made = QWidget(self)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(job.title, "strong" if place == 0 else "quiet", made))
        line.addStretch()
        stop = IconButton("cross", self.tr("Cancel {job}").format(job=job.title), made, size=16)
        stop.clicked.connect(lambda: self._stop(place))
        line.addWidget(stop)
        return made

    def _stop(self, place: int) -> None:
        self._jobs.cancel(place)
        self.hide()
