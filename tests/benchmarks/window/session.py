"""One session with the window on the made library, watched: fling, tag, look at everything, work.

``python -m tests.benchmarks.window.session LIBRARY REPORT`` is the process.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Spot
from tests.benchmarks.window.driver import drive, resident_mb, wait, wait_until
from tests.benchmarks.window.fling import fling, page_through
from tests.benchmarks.window.heartbeat import Heartbeat
from tests.benchmarks.window.hiccups import Hiccups
from tests.benchmarks.window.made_library import new_photos
from tests.benchmarks.window.meter import Meter, p99, stalls, worst
from tests.benchmarks.window.tour import Tour

TAGGED, TAG = 10_000, "Bench/Ten thousand"
LONGEST_S = 1200


class Session:
    """A window, and what has been measured of it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.wall = window.screens.wall_page.wall
        self.heart = Heartbeat(window)
        self.report: dict[str, object] = {}
        self.tagged = 0

    def run(self, new: Path) -> None:
        """Do it all, and report."""
        with Hiccups() as hiccups:
            self._do(new)
        self.report |= {"memory at the end": resident_mb(), "most": resident_mb("VmHWM")}
        steps = dict.fromkeys(beat.during for beat in self.heart.beats if beat.during)
        self.report["steps"] = {step: self._told(step, hiccups) for step in steps}

    def _told(self, step: str, hiccups: Hiccups) -> dict[str, object]:
        """Return a step's longest beat and its stalls, those beside a hiccup by themselves."""
        beats = self.heart.of(step)
        own = [beat for beat in beats if not hiccups.beside(beat)]
        late = len(stalls(own))
        return {
            **asdict(worst(own)),
            "stalls": late,
            "beside": asdict(worst(beats)) | {"stalls": len(stalls(beats)) - late},
        }

    def _do(self, new: Path) -> None:
        self._watch("opening", self._open)
        frames: list = []
        self._watch("fling", lambda: frames.extend(fling(self.wall)))
        self.report["frame"] = asdict(p99(frames))
        self._watch("paging", lambda: page_through(self.wall))
        self.report["memory"] = resident_mb()
        self._watch("tagging", self._tag_many)
        Tour(self.window, self.heart, self._quiet).run()
        self.report["memory after the tour"] = resident_mb()
        self._watch("scan and encode", lambda: self._add(new))
        self._watch("suggest", self._suggest)

    def _open(self) -> None:
        """Wait until the program has looked for changes."""
        wait_until(lambda: self.window.models.wall.total > 0)
        wait(3000)
        wait_until(self._quiet, LONGEST_S)

    def _watch(self, name: str, work: Callable[[], object]) -> None:
        self.heart.during = name
        work()
        self.heart.during = ""

    def _quiet(self) -> bool:
        return not self.window.bridge.jobs and not self.window.bridge.writing

    def _tag_many(self) -> None:
        """Tag the selected photos by the inspector's entry, and take it back."""
        window, model = self.window, self.window.models.wall
        last = model.rows.row_of(model.arrangement.ids[:TAGGED][-1])  # stacks hold several
        several = QItemSelection(model.index(0), model.index(last))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.wall.selectionModel().select(several, flag)
        wait(2000)
        self.tagged = len(window.models.selection.ids)
        told: list[object] = []
        window.models.inspection.changed.connect(told.append)
        for name, act in (
            ("tag", lambda: window.inspector.entry.entered.emit(TAG)),
            ("undo", window.gestures["undo"].trigger),
        ):
            meter = Meter()
            act()
            wait_until(lambda shown=name == "tag": self._quiet() and self._carried(told) == shown)
            self.report[name] = asdict(meter.beat(name))
        window.gestures.work._rest.stop()  # it would learn from these
        self.wall.clearSelection()

    def _carried(self, told: list) -> bool | None:
        """Tell whether the inspector shows the tag on all of them; None before it says anything."""
        shown = {tag.tag: tag.photos for tag in told[-1].tags} if told else None
        return None if shown is None else shown.get(TAG) == self.tagged

    def _add(self, new: Path) -> None:
        """Fling for as long as new photos are found, read and encoded."""
        window = self.window
        window.models.place.go(Spot())
        window.gestures.work.add_folders([new])
        job = window.bridge.jobs[0]
        frames: list = []
        while job in window.bridge.jobs:
            frames += fling(self.wall)
        self.report["frame while encoding"] = asdict(p99(frames))
        wait(500)
        for job in window.bridge.jobs:
            job.cancel()  # grouping all anew is a benchmark of its own
        wait_until(self._quiet, LONGEST_S)

    def _suggest(self) -> None:
        self.window.gestures["suggest"].trigger()
        frames: list = []
        while self.window.bridge.jobs:
            frames += fling(self.wall)
        self.report["frame while suggesting"] = asdict(p99(frames))
        wait(3000)


def main() -> None:
    """Run the session and write what was measured."""
    directory, report = map(Path, sys.argv[1:])
    new = new_photos(directory)

    def work(window: MainWindow) -> None:
        session = Session(window)
        session.run(new)
        report.write_text(json.dumps(session.report, indent=1))

    drive(directory, work)


if __name__ == "__main__":
    main()
