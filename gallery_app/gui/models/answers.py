"""What was answered on one screen, taken back from the last answer on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.suggestion import Verdict
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.models.edits import Edits


class Answers(QObject):
    """Writes a screen's answers, and takes back no act but these.

    Signals:
        undone: The last of them was taken back with all that is undone anywhere.
    """

    undone = Signal()

    def __init__(self, edits: Edits, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._edits = edits
        self._bridge = bridge
        self._acts: list[int] = []  # changed by writes alone, which come one after the other
        self._standing = 0
        """How many of them the screen shows as answered: it knows before the writes are done."""
        edits.undone.connect(self._see_undone)

    def give(self, verdict: Verdict, tag: str, ids: Sequence[int]) -> None:
        """Answer a question of a screen that shows each answer itself."""
        self._standing += 1

        def work(library: Library) -> Changes:
            self._acts.append(0)  # should the write fail, there is no act to take back
            changes = library.answer(verdict, tag, ids)
            self._acts[-1] = changes.act
            return changes

        self._edits.write(work, lambda _n: "")

    def take_back(self, number: int, refused: Callable[[], None]) -> None:
        """Take back the last answers.

        Args:
            number: How many.
            refused: Called if something else was done since; they stay then.
        """
        self._standing -= number

        def work(library: Library) -> Changes:
            changes = Changes()
            for act in reversed(self._acts[-number:]):
                changes = library.teaching.take_back(act)
            del self._acts[-number:]
            return changes

        def done(changes: Changes) -> None:
            if changes.suggestions:
                self._edits.taught.emit()

        def stay() -> None:
            self._standing += number
            refused()

        self._bridge.write(work, done, stay)

    def _see_undone(self, act: int) -> None:
        if act in self._acts[: self._standing]:
            self.undone.emit()
