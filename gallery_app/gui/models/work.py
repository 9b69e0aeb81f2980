"""The long jobs that the window starts, and what follows from what."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gallery_app.catalogue.photos import Folder
from gallery_app.domain.encoder import EncoderFacts
from gallery_app.gui.bridge import Bridge
from gallery_app.jobs.import_tags import ImportReport
from gallery_app.jobs.scan import AddReport

REST_MS = 4000
"""Quiet time after the last answer before the machine learns from it."""


class Work(QObject):
    """Starts jobs: after adding come groups, after teaching come suggestions.

    Signals:
        said: A sentence about what a job did.
        learnt: The suggestions are new.
    """

    said = Signal(str)
    learnt = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.suggest)
        self._turning = QTimer(self, interval=REST_MS, singleShot=True)
        self._turning.timeout.connect(self.understand)

    def add_folders(self, paths: Sequence[Path]) -> None:
        """Add folders, then group and suggest."""
        names = ", ".join(path.name for path in paths)
        self._bridge.start(
            self.tr("Adding {folders}").format(folders=names),
            lambda library: library.add_folders(paths),
            self._added,
        )

    def rescan(self) -> None:
        """Look for new, changed and vanished photos in the folders added before."""
        self._look_for_changes(self._added)

    def look_again(self) -> None:
        """Look for changes, and understand anew what an undo brought back."""
        self._look_for_changes(lambda _report: None)

    def catch_up(self) -> None:
        """Go on where the last session ended; nothing is said when nothing is new."""

        def go_on(missing: tuple[bool, bool]) -> None:
            groups, suggestions = missing
            if groups:
                self.group()
            if suggestions:
                self.suggest()

        def done(report: AddReport) -> None:
            if report.vectors_made or report.scan.new:
                self._added(report)
            elif report.vectors:
                self._bridge.ask(
                    lambda library: (not library.clusters(), library.teaching.is_behind()),
                    go_on,
                )

        def look(folders: list[Folder]) -> None:
            if folders:
                self._look_for_changes(done)

        self._bridge.ask(lambda library: library.folders(), look)

    def _look_for_changes(self, then: Callable[[AddReport], None]) -> None:
        title = self.tr("Looking for changes")
        self._bridge.start(title, lambda library: library.rescan(), then)

    def _added(self, report: AddReport) -> None:
        new = len(report.scan.new)
        words = self.tr("Added %Ln photos", "", new)
        self.said.emit(words if new else self.tr("No new photos"))
        self.group()
        self.suggest()

    def group(self) -> None:
        """Find groups of similar photos."""

        def done(groups: int) -> None:
            self.said.emit(self.tr("Found %Ln groups", "", groups))

        self._bridge.start(self.tr("Grouping photos"), lambda library: library.group(), done)

    def understand_soon(self) -> None:
        """Look at turned photos again once the user has turned no more for a while."""
        self._turning.start()

    def understand(self) -> None:
        """Look at turned photos again, then suggest."""
        self._turning.stop()

        def done(made: int) -> None:
            if made:
                self.suggest()

        title = self.tr("Looking at turned photos")
        self._bridge.start(title, lambda library: library.understand(), done)

    def learn_soon(self) -> None:
        """Suggest anew once the user has been quiet for a while."""
        self._rest.start()

    def suggest(self) -> None:
        """Learn from tags and answers, and suggest; a run that waits already will do."""
        self._rest.stop()
        title = self.tr("Learning your tags")
        if any(job.title == title and job.state == "queued" for job in self._bridge.jobs):
            return
        self._bridge.start(title, lambda library: library.suggest(), lambda _n: self.learnt.emit())

    def import_tags(self, csv: Path) -> None:
        """Read tags from a table."""

        def done(report: ImportReport) -> None:
            words = self.tr("Imported %Ln tags", "", report.changed)
            if report.unmatched:
                words += self.tr("; %Ln lines matched no photo", "", len(report.unmatched))
            self.said.emit(words)
            self.suggest()

        self._bridge.start(
            self.tr("Importing {file}").format(file=csv.name),
            lambda library: library.import_tags(csv),
            done,
        )

    def add_encoder(self, file: Path) -> None:
        """Look at every photo with an encoder from a file, then take it into use."""

        def done(facts: EncoderFacts) -> None:
            self.said.emit(self.tr("The encoder is now {name}").format(name=facts.name))

        self._bridge.start(
            self.tr("Adding the encoder {file}").format(file=file.name),
            lambda library: library.add_encoder(file, use=True),
            done,
        )
