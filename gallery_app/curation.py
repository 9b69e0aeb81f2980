"""What the user does to photos besides tagging by hand: folders, albums, marks, turns."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.marks import Marks
from gallery_app.catalogue.tags import Origin
from gallery_app.domain.album import Album, album_key, clean_album
from gallery_app.domain.changes import Changes, photos_in_words
from gallery_app.domain.folder_tags import folder_tags
from gallery_app.domain.query import parse_query
from gallery_app.domain.turned import Turned
from gallery_app.errors import UserError

REJECTED, MOST_STARS = -1, 5


class Curation:
    """Albums and marks of one library; every write is an act that undo takes back.

    Args:
        catalogue: The library's catalogue.
        announce: Told of every write, and returns what it was told.
    """

    def __init__(self, catalogue: Catalogue, announce: Callable[[Changes], Changes]) -> None:
        self._catalogue = catalogue
        self._announce = announce

    # --- Folders ---

    def remove_folder(self, folder_id: int) -> Changes:
        """Forget a folder and its photos; no file is touched.

        Undo brings back all but vectors, which the next `Library.rescan` makes anew.

        Raises:
            UserError: There is no such folder.
        """
        name, gone = self._folder(folder_id).name, set[int]()
        with (
            self._catalogue.acts.recording(lambda: f"removed the folder “{name}”"),
            self._catalogue.removals.keeping(folder_id),
        ):
            gone |= self._catalogue.photos.remove_folder(folder_id)
        return self._announce(
            Changes(photos=frozenset(gone), tags=True, clusters=True, albums=True, count=len(gone))
        )

    def tag_by_folders(self, folder_id: int) -> Changes:
        """Tag the photos of an added folder with the names of the folders that they lie in.

        Raises:
            UserError: There is no such folder.
        """
        root = self._folder(folder_id)
        inside = {
            photo_id: Path(path)
            for path, photo_id in self._catalogue.photos.ids_by_path().items()
            if Path(path).is_relative_to(root)
        }
        tagged: set[int] = set()
        count = 0
        with self._catalogue.acts.recording(lambda: f"put {count} tags on photos by their folders"):
            for tag, ids in folder_tags(root, inside).items():
                added = self._catalogue.put_tag(tag, ids, Origin("import"))
                tagged |= added
                count += len(added)
        changes = Changes(tagged=frozenset(tagged), tags=True, suggestions=True, count=count)
        return self._announce(changes)

    def _folder(self, folder_id: int) -> Path:
        for folder in self._catalogue.photos.folders():
            if folder.id == folder_id:
                return folder.path
        raise UserError("This folder is not in the library.")

    # --- Albums ---

    def albums(self) -> list[Album]:
        """Return all albums and saved searches, by name."""
        return self._catalogue.albums.all()

    def album(self, name: str) -> Album:
        """Return the album of that name, in any case.

        Raises:
            UserError: There is none.
        """
        found = self._named(name)
        if found is None:
            raise UserError(f"There is no album “{name}”.")
        return found

    def put_into(self, name: str, photo_ids: Iterable[int]) -> Changes:
        """Put photos into the album of that name, a new one when there is none.

        Raises:
            UserError: The name is empty, or that of a saved search.
        """
        found = self._named(name)
        if found is None:
            return self.make_album(name, photo_ids)
        return self.add_to_album(found.id, photo_ids)

    def _named(self, name: str) -> Album | None:
        wanted = album_key(name)
        return next((a for a in self.albums() if album_key(a.name) == wanted), None)

    def make_album(self, name: str, photo_ids: Iterable[int] = ()) -> Changes:
        """Make an album, with photos in it.

        Raises:
            UserError: The name is empty or taken.
        """
        ids = list(photo_ids)
        title = f"made the album “{clean_album(name)}”"
        with self._catalogue.acts.recording(lambda: title):
            album_id = self._catalogue.albums.make(name, None)
            added = self._catalogue.albums.add(album_id, ids)
        return self._announce(Changes(albums=True, count=len(added)))

    def save_search(self, name: str, query: str) -> Changes:
        """Keep a search as an album that always holds what it finds.

        Raises:
            UserError: The name is empty or taken.
            QueryError: The query is not understood.
        """
        parse_query(query)
        title = f"saved the search “{clean_album(name)}”"
        with self._catalogue.acts.recording(lambda: title):
            self._catalogue.albums.make(name, query)
        return self._announce(Changes(albums=True, count=1))

    def rename_album(self, album_id: int, name: str) -> Changes:
        """Give an album another name.

        Raises:
            UserError: The name is empty or taken, or the album is no more.
        """
        title = f"renamed an album “{clean_album(name)}”"
        with self._catalogue.acts.recording(lambda: title):
            self._catalogue.albums.rename(album_id, name)
        return self._announce(Changes(albums=True, count=1))

    def delete_album(self, album_id: int) -> Changes:
        """Delete an album; its photos stay in the library."""
        name = ""
        with self._catalogue.acts.recording(lambda: f"deleted the album “{name}”"):
            name = self._catalogue.albums.delete(album_id)
        return self._announce(Changes(albums=True, count=1))

    def add_to_album(self, album_id: int, photo_ids: Iterable[int]) -> Changes:
        """Put photos into an album.

        Raises:
            UserError: It is a saved search, or no more.
        """
        added: set[int] = set()
        ids = list(photo_ids)
        with self._catalogue.acts.recording(lambda: f"put {photos_in_words(added)} into an album"):
            added |= self._catalogue.albums.add(album_id, ids)
        return self._announce(Changes(albums=True, count=len(added)))

    def take_from_album(self, album_id: int, photo_ids: Iterable[int]) -> Changes:
        """Take photos out of an album."""
        removed: set[int] = set()
        ids = list(photo_ids)
        with self._catalogue.acts.recording(
            lambda: f"took {photos_in_words(removed)} out of an album"
        ):
            removed |= self._catalogue.albums.remove(album_id, ids)
        return self._announce(Changes(albums=True, count=len(removed)))

    # --- Marks ---

    def rate(self, stars: int, photo_ids: Sequence[int]) -> Changes:
        """Give photos 0 to 5 stars; 0 takes them away, and a rejected photo is one no more.

        Raises:
            UserError: For any other number.
        """
        if not 0 <= stars <= MOST_STARS:
            raise UserError(f"{stars} stars cannot be given; choose 0 to {MOST_STARS}.")
        return self._mark(lambda marks: replace(marks, rating=stars), photo_ids, "rated")

    def reject(self, photo_ids: Sequence[int]) -> Changes:
        """Reject photos, which unpicks them; when all are rejected already, take that back."""
        known = self._catalogue.marks.of(photo_ids).values()
        if all(marks.rating == REJECTED for marks in known):
            return self._mark(lambda marks: replace(marks, rating=0), photo_ids, "unrejected")
        return self._mark(
            lambda marks: replace(marks, rating=REJECTED, picked=False), photo_ids, "rejected"
        )

    def pick(self, photo_ids: Sequence[int]) -> Changes:
        """Pick photos, rejected ones too; when all are picked already, take that back."""
        if all(marks.picked for marks in self._catalogue.marks.of(photo_ids).values()):
            return self._mark(lambda marks: replace(marks, picked=False), photo_ids, "unpicked")
        return self._mark(
            lambda marks: replace(
                marks, picked=True, rating=0 if marks.rating == REJECTED else marks.rating
            ),
            photo_ids,
            "picked",
        )

    def turn(self, quarters: int, photo_ids: Sequence[int]) -> Changes:
        """Turn photos by quarters clockwise (negative: the other way); no file is touched."""
        changes = self._mark(partial(_turned, quarters=quarters), photo_ids, "turned")
        return replace(changes, turned=bool(changes.count))

    def on_their_side(self) -> list[Turned]:
        """Return the photos that look as if they lay on their side, the surest first."""
        return self._catalogue.turned.open()

    def set_upright(self, photo_ids: Iterable[int]) -> Changes:
        """Turn photos that look as if they lay on their side; no file is touched."""
        quarters = {found.photo_id: found.quarters for found in self._catalogue.turned.open()}
        wanted = [photo_id for photo_id in photo_ids if photo_id in quarters]
        changed: set[int] = set()
        with self._catalogue.acts.recording(lambda: f"set {photos_in_words(changed)} upright"):
            for photo_id in wanted:
                after = partial(_turned, quarters=quarters[photo_id])
                changed |= self._catalogue.marks.change([photo_id], after)
        return self._announce(
            Changes(
                marked=frozenset(changed),
                turned=bool(changed),
                suggestions=True,
                count=len(changed),
            )
        )

    def leave_lying(self, photo_ids: Iterable[int]) -> Changes:
        """Remember that photos are right as they lie; they are not asked about again."""
        photos: set[int] = set()
        with self._catalogue.acts.recording(lambda: f"left {photos_in_words(photos)} as they lie"):
            photos |= self._catalogue.turned.refuse(photo_ids)
        return self._announce(Changes(suggestions=True, count=len(photos)))

    def choose_cover(self, photo_id: int) -> Changes:
        """Let a photo stand for its burst.

        Raises:
            UserError: It is part of none.
        """
        with self._catalogue.acts.recording(lambda: "chose the cover of a burst"):
            self._catalogue.bursts.choose_cover(photo_id)
        return self._announce(Changes(bursts=True, count=1))

    def take_apart(self, photo_ids: Iterable[int]) -> Changes:
        """Let shots of bursts stand by themselves; they are not joined again.

        Raises:
            UserError: None of these photos is part of a burst.
        """
        ids, taken = list(photo_ids), set[int]()
        with self._catalogue.acts.recording(
            lambda: f"took {photos_in_words(taken)} out of a burst"
        ):
            taken |= self._catalogue.bursts.take_apart(ids)
        return self._announce(Changes(bursts=True, count=len(taken)))

    def _mark(
        self, after: Callable[[Marks], Marks], photo_ids: Sequence[int], word: str
    ) -> Changes:
        changed: set[int] = set()
        with self._catalogue.acts.recording(lambda: f"{word} {photos_in_words(changed)}"):
            changed |= self._catalogue.marks.change(photo_ids, after)
        return self._announce(Changes(marked=frozenset(changed), count=len(changed)))


def _turned(marks: Marks, quarters: int) -> Marks:
    return replace(marks, turn=(marks.turn + quarters) % 4)
