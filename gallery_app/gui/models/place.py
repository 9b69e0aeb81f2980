"""Where the window is: which screen, showing what."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.part import Part


class Screen(StrEnum):
    """The window's screens."""

    WALL = "wall"
    VIEWER = "viewer"
    COMPARE = "compare"
    SIMILAR = "similar"
    CLUSTERS = "clusters"
    REVIEW = "review"
    PROBLEMS = "problems"
    ENCODER = "encoder"
    LYING = "lying"
    DUPLICATES = "duplicates"
    ASK = "ask"
    HEALTH = "health"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in the window.

    Attributes:
        screen: The screen.
        query: What the wall shows, in the query language; "" is everything.
        title: What to call it, e.g. "Beach".
        photo_id: The photo of the viewer or the similar screen, else 0.
        tag: The tag under review, "" for all.
        fringe: Whether its doubtful photos are under review.
        part: The part of the photo that others shall be like, else None.
        photo_ids: The photos side by side, or those of a lasso on the wall, else none.
    """

    screen: Screen = Screen.WALL
    query: str = ""
    title: str = ""
    photo_id: int = 0
    tag: str = ""
    fringe: bool = False
    part: Part | None = None
    photo_ids: tuple[int, ...] = ()


class Place(QObject):
    """The current spot and the way back.

    Signals:
        moved: The new `Spot`.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spot = Spot()
        self._past: list[Spot] = []

    def go(self, spot: Spot) -> None:
        """Move there; `back` returns here."""
        if spot != self.spot:
            self._past = [*self._past[-49:], self.spot]
            self._move(spot)

    def search(self, query: str) -> None:
        """Show what a query finds; the words of one search are one step in the way back."""
        spot = Spot(query=query)
        if self.spot.screen == Screen.WALL and self.spot.query and not self.spot.title:
            self._move(spot)
        else:
            self.go(spot)

    def step(self, photo_id: int) -> None:
        """Show another photo on the same screen, without a step in the way back."""
        self._move(replace(self.spot, photo_id=photo_id))

    def back(self) -> None:
        """Return to where we were; from the first spot, to the wall."""
        self._move(self._past.pop() if self._past else Spot())

    def _move(self, spot: Spot) -> None:
        self.spot = spot
        self.moved.emit(spot)
