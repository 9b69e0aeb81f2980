"""Albums and marks, as the user gives them; each one undoable, each one said."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gallery_app.domain.changes import Changes
from gallery_app.domain.query import parse_query
from gallery_app.gui.bridge import Library
from gallery_app.gui.models.edits import Edits, Write


class Curating(QObject):
    """Ratings, picks, turns, albums and saved searches.

    Args:
        edits: Writes, and says what was done.
        parent: Qt's.
    """

    def __init__(self, edits: Edits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits

    # Marks

    def rate(self, stars: int, ids: Sequence[int]) -> None:
        """Give photos stars."""
        self._mark(lambda library: library.curation.rate(stars, ids), ids)

    def pick(self, ids: Sequence[int]) -> None:
        """Pick photos, or unpick them when all are picked."""
        self._mark(lambda library: library.curation.pick(ids), ids)

    def reject(self, ids: Sequence[int]) -> None:
        """Reject photos, or take that back when all are rejected."""
        self._mark(lambda library: library.curation.reject(ids), ids)

    def turn(self, quarters: int, ids: Sequence[int]) -> None:
        """Turn photos by quarters clockwise; their files stay as they are."""
        self._mark(lambda library: library.curation.turn(quarters, ids), ids)

    def set_upright(self, ids: Sequence[int]) -> None:
        """Turn photos that lie on their side; their files stay as they are."""
        self._edits.write(
            lambda library: library.curation.set_upright(ids),
            lambda n: self.tr("Set %Ln photos upright", "", n),
        )

    def answer_lying(self, photo_id: int, upright: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Set a photo upright, or leave it as it lies; then it is not asked about again."""
        if upright:
            self.set_upright([photo_id])
        else:
            words = self.tr("Left the photo as it lies")
            self._edits.write(
                lambda library: library.curation.leave_lying([photo_id]), lambda _n: words
            )

    def choose_cover(self, photo_id: int) -> None:
        """Let a photo stand for its burst."""
        words = self.tr("This photo stands for its burst now")
        self._edits.write(lambda library: library.curation.choose_cover(photo_id), lambda _n: words)

    def take_apart(self, ids: Sequence[int]) -> None:
        """Let shots of bursts stand by themselves."""
        self._edits.write(
            lambda library: library.curation.take_apart(ids),
            lambda n: self.tr("Took %Ln photos out of their bursts", "", n),
        )

    # Albums

    def add(self, name: str, ids: Sequence[int]) -> None:
        """Put photos into the album of that name; a new one when there is none."""
        self._put(lambda library: library.curation.put_into(name, ids), name)

    def add_to(self, album_id: int, ids: Sequence[int]) -> None:
        """Put photos into an album."""
        self._put(lambda library: library.curation.add_to_album(album_id, ids), "")

    def make(self, name: str) -> None:
        """Make an empty album."""
        words = self.tr("Made the album “{name}”").format(name=name)
        self._edits.write(lambda library: library.curation.make_album(name), lambda _n: words)

    def take_out(self, query: str, ids: Sequence[int]) -> None:
        """Take photos out of the album that a query shows."""
        terms = parse_query(query)
        if len(terms) != 1 or terms[0].kind != "album" or terms[0].negated:
            self._edits.said.emit(self.tr("Open an album to take photos out of it"))
            return

        def write(library: Library) -> Changes:
            album = library.curation.album(terms[0].value)
            return library.curation.take_from_album(album.id, ids)

        self._edits.write(write, lambda n: self.tr("Took %Ln photos out of the album", "", n))

    def save_search(self, name: str, query: str) -> None:
        """Keep a search as an album."""
        words = self.tr("Saved the search “{name}”").format(name=name)
        self._edits.write(
            lambda library: library.curation.save_search(name, query), lambda _n: words
        )

    def rename(self, album_id: int, name: str) -> None:
        """Give an album another name."""
        words = self.tr("Renamed the album “{name}”").format(name=name)
        self._edits.write(
            lambda library: library.curation.rename_album(album_id, name), lambda _n: words
        )

    def delete(self, album_id: int) -> None:
        """Delete an album; its photos stay."""
        words = self.tr("Deleted the album; its photos are still in the library")
        self._edits.write(lambda library: library.curation.delete_album(album_id), lambda _n: words)

    def _put(self, write: Write, name: str) -> None:
        album = f" “{name}”" if name else ""
        self._edits.write(write, lambda n: self.tr("Put %Ln photos into the album", "", n) + album)

    def _mark(self, write: Write, ids: Sequence[int]) -> None:
        """Write marks; the photos show them, so a sentence is only said of many."""
        if not ids:
            return
        self._edits.write(
            write, lambda n: self.tr("Marked %Ln photos", "", n) if len(ids) > 1 else ""
        )
