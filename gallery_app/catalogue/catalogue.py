"""The catalogue: one SQLite file with all that Handful knows about a library's photos."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gallery_app.catalogue import search
from gallery_app.catalogue.acts import Act, Acts
from gallery_app.catalogue.albums import Albums
from gallery_app.catalogue.arrange import arrange
from gallery_app.catalogue.bursts import Bursts
from gallery_app.catalogue.cluster_edits import ClusterEdits
from gallery_app.catalogue.clusters import Clusters
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.copies import Copies
from gallery_app.catalogue.encoders import Encoders
from gallery_app.catalogue.map_places import MapPlaces
from gallery_app.catalogue.marks import MarkStore
from gallery_app.catalogue.migrate import migrate
from gallery_app.catalogue.parts import Parts
from gallery_app.catalogue.photos import Photos
from gallery_app.catalogue.problems import Problems
from gallery_app.catalogue.redo import Redo
from gallery_app.catalogue.removal import Removals
from gallery_app.catalogue.suggestions import Suggestions
from gallery_app.catalogue.tag_tree import TagTree
from gallery_app.catalogue.tags import Origin, Tags
from gallery_app.catalogue.turned import TurnedPhotos
from gallery_app.catalogue.undo import changes_of, take_back
from gallery_app.catalogue.vectors import Vectors
from gallery_app.catalogue.verdicts import Verdicts
from gallery_app.catalogue.waiting import WaitingExports
from gallery_app.domain.arrangement import Arrangement, Grouping
from gallery_app.domain.changes import Changes
from gallery_app.domain.counts import Counts
from gallery_app.domain.first_steps import FirstSteps
from gallery_app.domain.query import Term


class Catalogue:
    """Everything stored, by kind. Open it with `Catalogue.open`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.acts = Acts(connection)
        self.tags = Tags(connection, self.acts)
        self.photos = Photos(connection, self.tags)
        self.marks = MarkStore(connection, self.acts)
        self.tag_tree = TagTree(connection, self.acts)
        self.albums = Albums(connection, self.acts)
        self.problems = Problems(connection)
        self.verdicts = Verdicts(connection, self.acts)
        self.suggestions = Suggestions(connection)
        self.encoders = Encoders(connection, self.acts)
        self.vectors = Vectors(connection)
        self.parts = Parts(connection)
        self.clusters = Clusters(connection, self.acts)
        self.cluster_edits = ClusterEdits(connection, self.acts)
        self.turned = TurnedPhotos(connection, self.acts)
        self.copies = Copies(connection, self.acts)
        self.removals = Removals(connection, self.acts)
        self.map_places = MapPlaces(connection)
        self.bursts = Bursts(connection, self.acts)
        self.waiting = WaitingExports(connection, self.acts)
        self._redo = Redo(connection, self.acts)

    @classmethod
    def open(cls, path: Path) -> "Catalogue":
        """Open the catalogue file, making or migrating it.

        Raises:
            UserError: The file is damaged, foreign or newer than this Handful.
            SurroundingsError: It is locked, read-only, or the disk is full.
        """
        connection = Connection(path)
        migrate(connection)
        return cls(connection)

    def close(self) -> None:
        """Close all connections."""
        self.connection.close()

    def put_tag(self, tag: str, photo_ids: Iterable[int], origin: Origin) -> set[int]:
        """Put a tag on photos, whatever was answered about it before.

        Returns:
            The photos that did not have it.

        Raises:
            UserError: ``tag`` is not a tag.
        """
        tag_id = self.tags.ensure(tag)
        added = self.tags.add(tag_id, [(photo_id, None) for photo_id in photo_ids], origin)
        self.verdicts.withdraw(tag_id, added)
        return added

    def find(self, terms: tuple[Term, ...]) -> list[int]:
        """Return the ids of the photos for which all terms hold, newest capture first."""
        return search.find(self.connection, terms)

    def arrange(self, terms: tuple[Term, ...], grouping: Grouping) -> Arrangement:
        """Return the photos for which all terms hold, in the sections of the wall."""
        encoder = self.encoders.active()
        return arrange(self.connection, terms, grouping, encoder.id if encoder else 0)

    def take_back(self, act: Act) -> Changes:
        """Undo what an act did in the catalogue, and forget the act."""
        with self._redo.remembering(act), self.connection.write():
            changes = take_back(self.connection, act.steps)
            self.acts.forget(act.id)
        return replace(changes, act=act.id)

    def redo(self) -> tuple[str, Changes]:
        """Do the act again that was taken back last; return its title and what changed.

        Raises:
            UserError: Nothing was taken back, or something else was done since.
        """
        act, turned = self._redo.do()
        return act.title, replace(changes_of(act.steps), act=act.id, turned=turned)

    def first_steps(self) -> FirstSteps:
        """Return how far someone new to this library has come."""
        encoder = self.encoders.active()
        row = self.connection.read(
            "SELECT (SELECT COUNT(*) FROM photos WHERE missing = 0) AS photos, "
            "(SELECT COUNT(*) FROM vectors v JOIN photos p ON p.id = v.photo_id "
            "WHERE p.missing = 0 AND v.encoder_id = :encoder) AS understood, "
            "(SELECT COUNT(*) FROM clusters WHERE encoder_id = :encoder AND level = 0) AS groups, "
            "(SELECT MAX(held) FROM (SELECT COUNT(*) AS held FROM photo_tags "
            "WHERE source <> 'accepted' GROUP BY tag_id)) AS examples, "
            "(SELECT COUNT(*) FROM verdicts) AS answers",
            {"encoder": encoder.id if encoder else 0},
        )[0]
        return FirstSteps(**{name: row[name] or 0 for name in row.keys()})  # noqa: SIM118 - a Row

    def counts(self, review_from: float) -> Counts:
        """Return the sidebar's numbers; ``review_from`` is the least probability worth asking."""
        row = self.connection.read(
            "SELECT COUNT(*) AS photos, COALESCE(SUM(missing), 0) AS missing, "
            "COALESCE(SUM(thumbnail), 0) AS thumbnails, "
            "(SELECT COUNT(DISTINCT photo_id) FROM photo_tags) AS tagged, "
            "(SELECT COUNT(*) FROM photos WHERE picked = 1) AS picked, "
            "(SELECT COUNT(*) FROM problems) AS problems FROM photos"
        )[0]
        encoder = self.encoders.active()
        return Counts(
            photos=row["photos"],
            missing=row["missing"],
            untagged=row["photos"] - row["tagged"],
            to_review=self.suggestions.count(review_from),
            problems=row["problems"],
            thumbnails=row["thumbnails"],
            picked=row["picked"],
            vectors=self.vectors.count(encoder.id) if encoder else 0,
        )
