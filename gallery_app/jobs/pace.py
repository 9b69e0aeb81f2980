"""How fast a job is."""

import time
from collections import deque

from gallery_app.domain.progress import Progress


class Pace:
    """Items a second, as a moving mean over the last seconds of one step.

    Attributes:
        rate: Items a second; 0 while unknown.
    """

    _WINDOW_S = 10.0

    def __init__(self) -> None:
        self.rate = 0.0
        self._step = ""
        self._seen: deque[tuple[float, int]] = deque()

    def start_again(self) -> None:
        """Leave out the time since the last report: the job was held."""
        self._seen.clear()

    def see(self, progress: Progress) -> None:
        """Take in a report."""
        moment = time.monotonic()
        if progress.step != self._step:
            self._step, self.rate = progress.step, 0.0
            self._seen.clear()
        self._seen.append((moment, progress.done))
        while moment - self._seen[0][0] > self._WINDOW_S:
            self._seen.popleft()
        elapsed = moment - self._seen[0][0]
        if elapsed > 0.5:
            self.rate = (progress.done - self._seen[0][1]) / elapsed
