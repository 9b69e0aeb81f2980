"""The user's tags. Suggestions of the machine live elsewhere and never mix with them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.parts import parsed, written
from gallery_app.domain.part import Part
from gallery_app.domain.tag import clean_tag, tag_key
from gallery_app.domain.teaching import ModelRun

_CONFIRMED = (
    "EXISTS (SELECT 1 FROM verdicts v "
    "WHERE v.content_hash = p.content_hash AND v.tag_id = pt.tag_id AND v.answer = 'yes')"
)
# Accepted in bulk: no "yes" of the user stands behind it.
_UNCONFIRMED = (
    "FROM photo_tags pt JOIN photos p ON p.id = pt.photo_id WHERE pt.source = 'accepted' "
    f"AND pt.model IS NOT NULL AND NOT {_CONFIRMED}"
)
_PUT = (
    "INSERT OR IGNORE INTO photo_tags(photo_id, tag_id, source, probability, model, created, part) "
)
_EXAMPLES = (
    "SELECT pt.tag_id, pt.photo_id FROM photo_tags pt JOIN photos p ON p.id = pt.photo_id "  # noqa: S608 - a constant
    f"WHERE pt.source <> 'accepted' OR {_CONFIRMED}"
)
_REFUSED = (
    "SELECT v.tag_id, p.id FROM verdicts v JOIN photos p ON p.content_hash = v.content_hash "
    "WHERE v.answer = 'no'"
)


@dataclass(frozen=True, slots=True)
class PhotoTag:
    """A tag on a photo, and where it came from.

    Attributes:
        tag: Tag path.
        source: "hand", "file", "import", "accepted" or "cluster".
        probability: What the machine said when it was accepted, else None.
        model: Which encoder and tagger said so, else None.
        created: ISO 8601, UTC.
        part: The part of the photo that it is about, as nobody turned it; None for all of it.
    """

    tag: str
    source: str
    probability: float | None
    model: str | None
    created: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many photos carry it."""

    tag: str
    photos: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Why a tag is being put on photos; see `PhotoTag`."""

    source: str
    model: str | None = None
    part: Part | None = None


class Tags:
    """The tags of a catalogue and the photos that carry them."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self) -> list[TagCount]:
        """Return every tag that photos carry, with their number, by path."""
        rows = self._connection.read(
            "SELECT t.path, COUNT(*) AS photos FROM tags t "
            "JOIN photo_tags pt ON pt.tag_id = t.id GROUP BY t.id ORDER BY t.key"
        )
        return [TagCount(r["path"], r["photos"]) for r in rows]

    def ensure(self, tag: str) -> int:
        """Return the id of a tag, making it when new; case does not matter.

        Raises:
            UserError: ``tag`` is not a tag.
        """
        with self._connection.write() as db:
            return _tag_id(db, tag)

    def find(self, tag: str) -> int | None:
        """Return the id of a tag or None."""
        rows = self._connection.read("SELECT id FROM tags WHERE key = ?", (tag_key(tag),))
        return rows[0]["id"] if rows else None

    def names(self) -> dict[int, str]:
        """Return every tag's path by its id."""
        return {r["id"]: r["path"] for r in self._connection.read("SELECT id, path FROM tags")}

    def exclusive(self) -> list[str]:
        """Return the tags whose children exclude each other."""
        rows = self._connection.read("SELECT path FROM tags WHERE exclusive = 1 ORDER BY key")
        return [r["path"] for r in rows]

    def set_exclusive(self, tag_id: int, *, on: bool) -> bool:
        """Mark a tag "only one of these", or not; return whether that is new."""
        with self._connection.write() as db:
            rows = db.execute(
                "UPDATE tags SET exclusive = ? WHERE id = ? AND exclusive <> ? RETURNING id",
                (int(on), tag_id, int(on)),
            ).fetchall()
            befores = [{"tag": row["id"], "exclusive": int(not on)} for row in rows]
            self._acts.steps("exclusive-set", befores)
        return bool(rows)

    def add(
        self, tag_id: int, photos: Iterable[tuple[int, float | None]], origin: Origin
    ) -> set[int]:
        """Put a tag on photos.

        Args:
            tag_id: The tag.
            photos: (photo id, probability or None).
            origin: Where the tag comes from.

        Returns:
            The photos that did not have it before.
        """
        given = json.dumps(list(photos))
        with self._connection.write() as db:
            rows = db.execute(
                # a photo may have been removed since it was chosen
                f"{_PUT} SELECT p.id, ?, ?, given.value ->> 1, ?, ?, ? "  # noqa: S608 - a constant
                "FROM json_each(?) AS given "
                "JOIN photos p ON p.id = given.value ->> 0 RETURNING photo_id",
                (
                    tag_id,
                    origin.source,
                    origin.model,
                    now(),
                    origin.part and written(origin.part),
                    given,
                ),
            ).fetchall()
            added = {row["photo_id"] for row in rows}
            self._acts.steps("tag-added", ({"photo": i, "tag": tag_id} for i in added))
        return added

    def remove(self, tag_id: int, photo_ids: Iterable[int]) -> set[int]:
        """Take a tag off photos; return those that had it."""
        with self._connection.write() as db:
            rows = db.execute(
                "DELETE FROM photo_tags WHERE tag_id = ? "
                "AND photo_id IN (SELECT value FROM json_each(?)) RETURNING *",
                (tag_id, json.dumps(list(photo_ids))),
            ).fetchall()
            self._acts.steps("tag-removed", map(dict, rows))
        return {row["photo_id"] for row in rows}

    def of(self, photo_ids: Sequence[int]) -> dict[int, list[PhotoTag]]:
        """Return the tags of photos, by path; photos without tags have an empty list."""
        found: dict[int, list[PhotoTag]] = {photo_id: [] for photo_id in photo_ids}
        rows = self._connection.read_for(
            photo_ids,
            "SELECT pt.*, t.path FROM photo_tags pt JOIN tags t ON t.id = pt.tag_id "
            "WHERE pt.photo_id IN (SELECT value FROM wanted) ORDER BY t.key",
        )
        for r in rows:
            found[r["photo_id"]].append(_photo_tag(r))
        return found

    def carried_by(self, photo_ids: Sequence[int]) -> list[tuple[str, int, tuple[str, ...]]]:
        """Return (tag, how many of these photos carry it, its sources), most carried first."""
        rows = self._connection.read_for(
            photo_ids,
            "SELECT t.path, COUNT(*) AS photos, group_concat(DISTINCT pt.source) AS sources "
            "FROM photo_tags pt JOIN tags t ON t.id = pt.tag_id "
            "WHERE pt.photo_id IN (SELECT value FROM wanted) "
            "GROUP BY t.id ORDER BY photos DESC, t.key",
        )
        return [(r["path"], r["photos"], tuple(sorted(r["sources"].split(",")))) for r in rows]

    def examples(self) -> list[tuple[int, int]]:
        """Return the (tag id, photo id) that the user vouches for, the examples to learn from.

        Suggestions accepted in bulk are not among them: the machine must not learn from itself.
        """
        rows = self._connection.read(f"{_EXAMPLES} ORDER BY 1, 2")
        return [(r["tag_id"], r["photo_id"]) for r in rows]

    def count_answers(self, tag_id: int | None) -> int:
        """Return how many examples and “no” of the user there are, of one tag or of all."""
        rows = self._connection.read(
            f"SELECT COUNT(*) FROM ({_EXAMPLES} UNION {_REFUSED}) "  # noqa: S608 - constants
            "WHERE ?1 IS NULL OR tag_id = ?1",
            (tag_id,),
        )
        return int(rows[0][0])

    def tagged_unprompted(self) -> set[int]:
        """Return the photos with a tag that no suggestion and no group led to."""
        rows = self._connection.read(
            "SELECT DISTINCT photo_id FROM photo_tags WHERE source IN ('hand', 'file', 'import')"
        )
        return {r["photo_id"] for r in rows}

    def runs(self) -> list[ModelRun]:
        """Return the runs of the tagger that unconfirmed tags came from, the newest first."""
        rows = self._connection.read(
            f"SELECT pt.model, COUNT(DISTINCT pt.photo_id) AS photos {_UNCONFIRMED} "
            "GROUP BY pt.model ORDER BY MAX(pt.created) DESC, pt.model DESC"
        )
        return [ModelRun(r["model"], r["photos"]) for r in rows]

    def from_run(self, model: str) -> dict[int, list[int]]:
        """Return the photos with unconfirmed tags of a run, by tag id."""
        rows = self._connection.read(
            f"SELECT pt.tag_id, pt.photo_id {_UNCONFIRMED} AND pt.model = ? ORDER BY 1, 2", (model,)
        )
        by_tag = groupby(rows, key=itemgetter("tag_id"))
        return {tag_id: [row["photo_id"] for row in own] for tag_id, own in by_tag}

    def carriers(self, tag_id: int) -> list[int]:
        """Return the photos that carry a tag."""
        rows = self._connection.read("SELECT photo_id FROM photo_tags WHERE tag_id = ?", (tag_id,))
        return [row["photo_id"] for row in rows]

    def carried(self) -> set[tuple[int, int]]:
        """Return every (tag id, photo id) there is: no suggestion is needed for these."""
        rows = self._connection.read("SELECT tag_id, photo_id FROM photo_tags")
        return {(r["tag_id"], r["photo_id"]) for r in rows}

    def touched(self) -> list[int]:
        """Return the photos that carry a tag, or whose file held one at the last look."""
        rows = self._connection.read(
            "SELECT photo_id FROM photo_tags UNION SELECT photo_id FROM file_tags"
        )
        return [r["photo_id"] for r in rows]

    def take_from_file(self, photo_id: int, tags: Iterable[str]) -> None:
        """Merge the tags that a file holds now: what came or went there comes or goes here.

        A tag that the user removed here and the file still holds stays removed; `file_tags` is
        the base that tells the two cases apart.
        """
        with self._connection.write() as db:
            theirs = {_tag_id(db, tag) for tag in tags}
            base = self._base_ids(db, photo_id)
            _take_over(db, photo_id, theirs - base, base - theirs)
            self._set_base(db, photo_id, theirs)

    def adopt(self, photo_id: int, news: Iterable[str], gone: Iterable[str]) -> None:
        """Take over what another program did: tags it put on a photo, and tags it took off."""
        with self._connection.write() as db:
            _take_over(
                db,
                photo_id,
                {_tag_id(db, tag) for tag in news},
                {_tag_id(db, tag) for tag in gone},
            )

    def bases(self) -> dict[int, tuple[str, ...]]:
        """Return the tags that photos' files held when we last read or wrote them, by photo."""
        rows = self._connection.read(
            "SELECT f.photo_id, t.path FROM file_tags f JOIN tags t ON t.id = f.tag_id "
            "ORDER BY f.photo_id, t.key"
        )
        by_photo = groupby(rows, key=itemgetter("photo_id"))
        return {photo_id: tuple(row["path"] for row in own) for photo_id, own in by_photo}

    def set_base(self, photo_id: int, tags: Iterable[str]) -> None:
        """Record the tags that the photo's file holds since we wrote it."""
        with self._connection.write() as db:
            self._set_base(db, photo_id, {_tag_id(db, tag) for tag in tags})

    @staticmethod
    def _base_ids(db: sqlite3.Connection, photo_id: int) -> set[int]:
        rows = db.execute("SELECT tag_id FROM file_tags WHERE photo_id = ?", (photo_id,))
        return {row["tag_id"] for row in rows}

    @staticmethod
    def _set_base(db: sqlite3.Connection, photo_id: int, tag_ids: set[int]) -> None:
        db.execute("DELETE FROM file_tags WHERE photo_id = ?", (photo_id,))
        db.executemany(
            "INSERT INTO file_tags VALUES (?, ?)", [(photo_id, tag_id) for tag_id in tag_ids]
        )


def _tag_id(db: sqlite3.Connection, tag: str) -> int:
    db.execute(
        "INSERT OR IGNORE INTO tags(path, key) VALUES (?, ?)", (clean_tag(tag), tag_key(tag))
    )
    return int(db.execute("SELECT id FROM tags WHERE key = ?", (tag_key(tag),)).fetchone()["id"])


def _take_over(db: sqlite3.Connection, photo_id: int, news: set[int], gone: set[int]) -> None:
    created = now()
    db.executemany(
        f"{_PUT} VALUES (?, ?, 'file', NULL, NULL, ?, NULL)",
        [(photo_id, tag_id, created) for tag_id in news],
    )
    db.executemany(
        "DELETE FROM photo_tags WHERE photo_id = ? AND tag_id = ?",
        [(photo_id, tag_id) for tag_id in gone],
    )


def _photo_tag(row: sqlite3.Row) -> PhotoTag:
    part = row["part"] and parsed(row["part"])
    told = row["path"], row["source"], row["probability"], row["model"], row["created"]
    return PhotoTag(*told, part or None)
