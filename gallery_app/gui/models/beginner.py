"""The checklist of the first run, until it is done or dismissed."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.first_steps import ENOUGH_EXAMPLES, FirstSteps
from gallery_app.gui.bridge import Bridge, Reading
from gallery_app.gui.models.words import localised


@dataclass(frozen=True, slots=True)
class Step:
    """One line.

    Attributes:
        name: "found", "understood", "grouped", "tag" or "review".
        words: What it is.
        numbers: How far it is, or "".
        done: Whether it is.
    """

    name: str
    words: str
    numbers: str
    done: bool


class Beginner(QObject):
    """Follows the library while somebody is new to it.

    Attributes:
        active: Whether somebody is; the next count of the library tells how far.

    Signals:
        moved: The `Step`s, in order; none when all is done or dismissed.
    """

    moved = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = Reading(bridge, lambda library: library.browsing.first_steps(), self._show)
        self.active = False
        bridge.changed.connect(self.refresh)
        bridge.counted.connect(self.refresh)

    def dismiss(self) -> None:
        """Say no more."""
        self.active = False
        self.moved.emit(())

    def refresh(self) -> None:
        """Look again how far it is."""
        if self.active:
            self._reading.again()

    def _show(self, steps: FirstSteps) -> None:
        if not self.active:
            return
        if all(steps.taken):
            self.dismiss()
            return
        self.moved.emit(self._lines(steps))

    def _lines(self, steps: FirstSteps) -> tuple[Step, ...]:
        examples = f"{min(steps.examples, ENOUGH_EXAMPLES)}/{ENOUGH_EXAMPLES}"
        understood = localised(f"{steps.understood:,}/{steps.photos:,}")
        words = (
            ("found", self.tr("Photos found"), localised(f"{steps.photos:,}")),
            ("understood", self.tr("Looked at"), understood if steps.photos else ""),
            ("grouped", self.tr("Grouped"), localised(f"{steps.groups:,}") if steps.groups else ""),
            ("tag", self.tr("Tag three alike"), examples if steps.examples else ""),
            ("review", self.tr("Review suggestions"), ""),
        )
        return tuple(
            Step(name, title, numbers, done)
            for (name, title, numbers), done in zip(words, steps.taken, strict=True)
        )
