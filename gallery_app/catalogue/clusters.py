"""The machine's groups, with ids and names that stay across runs."""

import sqlite3
from collections.abc import Iterable, Sequence

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.cluster import (
    SHOWN_LEVEL,
    Cluster,
    ClusterSize,
    FoundCluster,
    KnownClusters,
    Member,
    TagShare,
    odd_ones,
)
from gallery_app.errors import UserError

_MEMBERS = (
    "FROM clusters c JOIN cluster_photos m ON m.cluster_id = c.id "
    "JOIN photos p ON p.id = m.photo_id WHERE p.missing = 0"
)


class Clusters:
    """The clusters of a catalogue."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self, encoder_id: int, level: int = SHOWN_LEVEL) -> list[Cluster]:
        """Return the clusters of an encoder and level that hold photos, biggest first."""
        members: dict[int, list[Member]] = {}
        names: dict[int, str] = {}
        rows = self._connection.read(
            f"SELECT c.id, c.name, m.photo_id, m.typicality {_MEMBERS} "
            "AND c.encoder_id = ? AND c.level = ? ORDER BY c.id, m.typicality DESC, m.place",
            (encoder_id, level),
        )
        for row in rows:
            names[row["id"]] = row["name"]
            members.setdefault(row["id"], []).append((row["photo_id"], row["typicality"]))
        clusters = [
            Cluster(i, names[i], tuple(photo for photo, _ in own), level, odd_ones(own))
            for i, own in members.items()
        ]
        return sorted(clusters, key=lambda cluster: (-len(cluster.photo_ids), cluster.id))

    def biggest(self, encoder_id: int, number: int) -> list[ClusterSize]:
        """Return the biggest clusters of the level shown first, biggest first."""
        rows = self._connection.read(
            f"SELECT c.id, c.name, COUNT(*) AS photos {_MEMBERS} "
            "AND c.encoder_id = ? AND c.level = ? GROUP BY c.id ORDER BY photos DESC, c.id LIMIT ?",
            (encoder_id, SHOWN_LEVEL, number),
        )
        return [ClusterSize(row["id"], row["name"], row["photos"]) for row in rows]

    def levels(self, encoder_id: int) -> dict[int, int]:
        """Return how many clusters each level has, coarse to fine."""
        rows = self._connection.read(
            f"SELECT c.level, COUNT(DISTINCT c.id) AS number {_MEMBERS} "
            "AND c.encoder_id = ? GROUP BY c.level ORDER BY c.level",
            (encoder_id,),
        )
        return {row["level"]: row["number"] for row in rows}

    def members(self, cluster_id: int) -> list[int]:
        """Return the photos of one cluster that are not missing, most typical first."""
        rows = self._connection.read(
            f"SELECT m.photo_id {_MEMBERS} AND c.id = ? ORDER BY m.typicality DESC, m.place",
            (cluster_id,),
        )
        return [r["photo_id"] for r in rows]

    def name(self, cluster_id: int) -> str:
        """Return the user's name of a cluster, "" without one."""
        rows = self._connection.read("SELECT name FROM clusters WHERE id = ?", (cluster_id,))
        return str(rows[0]["name"]) if rows else ""

    def tags_in(self, encoder_id: int, level: int) -> dict[int, list[TagShare]]:
        """Return the tags in each cluster, the most frequent first."""
        sizes = {cluster.id: len(cluster.photo_ids) for cluster in self.all(encoder_id, level)}
        rows = self._connection.read(
            "SELECT c.id, t.path, COUNT(*) AS number FROM clusters c "
            "JOIN cluster_photos m ON m.cluster_id = c.id "
            "JOIN photos p ON p.id = m.photo_id AND p.missing = 0 "
            "JOIN photo_tags pt ON pt.photo_id = m.photo_id JOIN tags t ON t.id = pt.tag_id "
            "WHERE c.encoder_id = ? AND c.level = ? GROUP BY c.id, t.id "
            "ORDER BY number DESC, t.path",
            (encoder_id, level),
        )
        found: dict[int, list[TagShare]] = {}
        for row in rows:
            share = TagShare(row["path"], row["number"], row["number"] / sizes[row["id"]])
            found.setdefault(row["id"], []).append(share)
        return found

    def closest(self, encoder_id: int, photo_id: int) -> int | None:
        """Return the cluster that a photo is in or most like, at the level shown first."""
        rows = self._connection.read(
            "SELECT c.id FROM cluster_photos m JOIN clusters c ON c.id = m.cluster_id "
            "WHERE m.photo_id = ? AND c.encoder_id = ? AND c.level = ? "
            "UNION ALL SELECT cluster_id FROM closest_clusters "
            "WHERE photo_id = ? AND encoder_id = ?",
            (photo_id, encoder_id, SHOWN_LEVEL, photo_id, encoder_id),
        )
        return int(rows[0]["id"]) if rows else None

    def known(self, encoder_id: int) -> KnownClusters:
        """Return what the next run must know of the runs and edits before it."""
        found: dict[int, dict[int, set[int]]] = {}
        own: dict[int, dict[int, set[int]]] = {}
        for row in self._connection.read(
            f"SELECT c.id, c.level, c.own, m.photo_id {_MEMBERS} AND c.encoder_id = ?",
            (encoder_id,),
        ):
            levels = own if row["own"] else found
            levels.setdefault(row["level"], {}).setdefault(row["id"], set()).add(row["photo_id"])
        return KnownClusters(found, own, self._refused(), self._dismissed(), self.next_id())

    def next_id(self) -> int:
        """Return the first id that was never given to a cluster."""
        rows = self._connection.read("SELECT seq FROM sqlite_sequence WHERE name = 'clusters'")
        return int(rows[0]["seq"]) + 1 if rows else 1

    def replace(
        self,
        encoder_id: int,
        clusters: Sequence[FoundCluster],
        closest: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Write a new clustering; clusters that are not in it go.

        Args:
            encoder_id: The encoder whose vectors were clustered.
            clusters: Of all levels. An old id keeps its name.
            closest: (photo, cluster it is most like) of photos in none, at the level shown first.
        """
        kept = {cluster.id for cluster in clusters}
        with self._connection.write() as db:
            old = db.execute("SELECT id FROM clusters WHERE encoder_id = ?", (encoder_id,))
            for gone in {row["id"] for row in old} - kept:
                db.execute("DELETE FROM clusters WHERE id = ?", (gone,))
            for cluster in clusters:
                db.execute(
                    "INSERT OR IGNORE INTO clusters(id, encoder_id, level) VALUES (?, ?, ?)",
                    (cluster.id, encoder_id, cluster.level),
                )
                put_members(db, cluster.id, cluster.members)
            db.execute("DELETE FROM closest_clusters WHERE encoder_id = ?", (encoder_id,))
            _put_closest(db, encoder_id, closest)

    def unplaced(self, encoder_id: int) -> list[int]:
        """Return the photos that came after the last run; none before the first run."""
        rows = self._connection.read(
            "SELECT v.photo_id FROM vectors v JOIN photos p ON p.id = v.photo_id AND p.missing = 0 "
            "WHERE v.encoder_id = ? AND EXISTS (SELECT 1 FROM clusters WHERE encoder_id = ?) "
            "AND NOT EXISTS (SELECT 1 FROM closest_clusters n "
            "WHERE n.encoder_id = v.encoder_id AND n.photo_id = v.photo_id) "
            "AND NOT EXISTS (SELECT 1 FROM cluster_photos m JOIN clusters c ON c.id = m.cluster_id "
            "WHERE m.photo_id = v.photo_id AND c.encoder_id = v.encoder_id AND c.level = ?)",
            (encoder_id, encoder_id, SHOWN_LEVEL),
        )
        return [row["photo_id"] for row in rows]

    def place(
        self,
        encoder_id: int,
        joined: Iterable[tuple[int, Member]],
        closest: Iterable[tuple[int, int]],
    ) -> None:
        """Put new photos into clusters: (cluster, member), or beside them: (photo, cluster)."""
        with self._connection.write() as db:
            for cluster_id, (photo_id, typicality) in joined:
                db.execute(
                    "INSERT OR IGNORE INTO cluster_photos(cluster_id, photo_id, place, typicality) "
                    "SELECT c.id, p.id, (SELECT COUNT(*) FROM cluster_photos m "
                    "WHERE m.cluster_id = c.id AND m.typicality >= ?), ? "
                    "FROM clusters c, photos p WHERE c.id = ? AND p.id = ?",
                    (typicality, typicality, cluster_id, photo_id),
                )
            _put_closest(db, encoder_id, closest)

    def rename(self, cluster_id: int, name: str) -> None:
        """Give a cluster a name.

        Raises:
            UserError: No such cluster.
        """
        with self._connection.write() as db:
            row = db.execute("SELECT name FROM clusters WHERE id = ?", (cluster_id,)).fetchone()
            if row is None:
                raise UserError(f"There is no group {cluster_id} any more; look at the new groups.")
            db.execute("UPDATE clusters SET name = ? WHERE id = ?", (name, cluster_id))
            self._acts.steps("cluster-named", [{"cluster": cluster_id, "name": row["name"]}])

    def _refused(self) -> dict[int, set[int]]:
        refused: dict[int, set[int]] = {}
        for row in self._connection.read("SELECT cluster_id, photo_id FROM cluster_refusals"):
            refused.setdefault(row["cluster_id"], set()).add(row["photo_id"])
        return refused

    def _dismissed(self) -> list[set[int]]:
        groups: dict[int, set[int]] = {}
        for row in self._connection.read(
            "SELECT d.dismissal_id, p.id FROM dismissed_photos d "
            "JOIN photos p ON p.content_hash = d.content_hash AND p.missing = 0"
        ):
            groups.setdefault(row["dismissal_id"], set()).add(row["id"])
        return list(groups.values())


def put_members(db: sqlite3.Connection, cluster_id: int, members: Iterable[Member]) -> None:
    """Write the members of a cluster, most typical first, in place of those it had."""
    db.execute("DELETE FROM cluster_photos WHERE cluster_id = ?", (cluster_id,))
    db.executemany(
        # a photo may have been removed while the groups were being found
        "INSERT INTO cluster_photos(cluster_id, photo_id, place, typicality) "
        "SELECT ?, id, ?, ? FROM photos WHERE id = ?",
        [
            (cluster_id, place, typicality, photo_id)
            for place, (photo_id, typicality) in enumerate(members)
        ],
    )


def _put_closest(
    db: sqlite3.Connection, encoder_id: int, closest: Iterable[tuple[int, int]]
) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO closest_clusters SELECT ?, p.id, c.id FROM photos p, clusters c "
        "WHERE p.id = ? AND c.id = ?",
        [(encoder_id, photo_id, cluster_id) for photo_id, cluster_id in closest],
    )
