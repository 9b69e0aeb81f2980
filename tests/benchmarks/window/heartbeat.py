"""How long the GUI thread does not answer."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer

from tests.benchmarks.window.meter import Beat, Meter

BEAT_MS = 10


class Heartbeat(QObject):
    """A timer in the GUI thread; how much later it rings than asked is how long nothing else ran.

    Attributes:
        during: What is being done, for the beats to come.
        beats: So far; `clock` and `own` are beyond what was asked for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.during = ""
        self.beats: list[Beat] = []
        self._meter = Meter()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        beat = self._meter.beat(self.during)
        late, own = max(0.0, beat.clock - BEAT_MS), max(0.0, beat.own - BEAT_MS)
        self.beats.append(replace(beat, clock=late, own=own))

    def of(self, during: str) -> list[Beat]:
        """Return the beats of one thing."""
        return [beat for beat in self.beats if beat.during == during]
