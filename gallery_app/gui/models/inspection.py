"""What is known of the chosen photos: facts, tags, suggestions."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.part import Part
from gallery_app.domain.photo import Photo
from gallery_app.domain.suggestion import Suggestion
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.models.selection import Selection

SUGGESTIONS, LEAST = 5, 0.05
BECAUSE = 4


@dataclass(frozen=True, slots=True)
class CarriedTag:
    """A tag of the chosen photos.

    Attributes:
        tag: Its path.
        photos: How many of the chosen photos carry it.
        sources: Where it came from: hand, file, import, accepted, cluster.
        probability: Of the accepted suggestion, where one photo is chosen.
        model: That made the accepted suggestion.
        created: When, ISO 8601, where one photo is chosen.
        part: Where on the one photo, if the tag is about a part of it.
    """

    tag: str
    photos: int
    sources: tuple[str, ...]
    probability: float | None = None
    model: str | None = None
    created: str = ""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Inspected:
    """Everything the inspector shows.

    Attributes:
        ids: The chosen photos.
        photo: The photo, when it is one.
        tags: Most carried first.
        suggestions: Of the one photo, best first, with the photos that speak for each.
        speakers: Those photos, by id.
    """

    ids: tuple[int, ...] = ()
    photo: Photo | None = None
    tags: tuple[CarriedTag, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    speakers: dict[int, Photo] | None = None


class Inspection(QObject):
    """Follows the selection.

    Signals:
        changed: The new `Inspected`.
    """

    changed = Signal(object)

    def __init__(self, bridge: Bridge, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._generation = 0
        selection.changed.connect(self.refresh)
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the chosen photos again."""
        self._generation += 1
        now, ids = self._generation, self._selection.ids
        if not ids:
            self.changed.emit(Inspected())
            return

        def show(inspected: Inspected) -> None:
            if now == self._generation:
                self.changed.emit(inspected)

        self._bridge.ask(lambda library: _inspect(library, ids), show)

    def _on_changed(self, changes: Changes) -> None:
        mine = set(self._selection.ids)
        if changes.suggestions or mine & (changes.tagged | changes.photos | changes.marked):
            self.refresh()


def _inspect(library: Library, ids: tuple[int, ...]) -> Inspected:
    tags = _carried(library, ids)
    if len(ids) > 1:
        return Inspected(ids, tags=tags)
    photos = library.photos(ids)
    found = library.suggestions_of(ids[0])[:SUGGESTIONS]
    suggestions = [known for known in found if known.probability >= LEAST]
    speakers = {spoken for known in suggestions for spoken in known.because[:BECAUSE]}
    known = {photo.id: photo for photo in library.photos(sorted(speakers))}
    return Inspected(ids, photos[0] if photos else None, tags, tuple(suggestions), known)


def _carried(library: Library, ids: Sequence[int]) -> tuple[CarriedTag, ...]:
    if len(ids) == 1:
        return tuple(
            CarriedTag(tag.tag, 1, (tag.source,), tag.probability, tag.model, tag.created, tag.part)
            for tag in library.tags_of(ids)[ids[0]]
        )
    return tuple(CarriedTag(*carried) for carried in library.browsing.carried_by(ids))
