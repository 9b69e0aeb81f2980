"""The machine's groups, with ids and names that stay across runs."""

from collections.abc import Sequence

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.cluster import Cluster
from gallery_app.errors import UserError


class Clusters:
    """The clusters of a catalogue."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self, encoder_id: int) -> list[Cluster]:
        """Return the clusters of an encoder that hold photos, biggest first."""
        members: dict[int, list[int]] = {}
        names: dict[int, str] = {}
        rows = self._connection.read(
            "SELECT c.id, c.name, m.photo_id FROM clusters c "
            "JOIN cluster_photos m ON m.cluster_id = c.id JOIN photos p ON p.id = m.photo_id "
            "WHERE c.encoder_id = ? AND p.missing = 0 ORDER BY c.id, m.place",
            (encoder_id,),
        )
        for row in rows:
            names[row["id"]] = row["name"]
            members.setdefault(row["id"], []).append(row["photo_id"])
        clusters = [Cluster(i, names[i], tuple(photos)) for i, photos in members.items()]
        return sorted(clusters, key=lambda cluster: (-len(cluster.photo_ids), cluster.id))

    def members(self, cluster_id: int) -> list[int]:
        """Return the photos of one cluster that are not missing, most typical first."""
        rows = self._connection.read(
            "SELECT m.photo_id FROM cluster_photos m JOIN photos p ON p.id = m.photo_id "
            "WHERE m.cluster_id = ? AND p.missing = 0 ORDER BY m.place",
            (cluster_id,),
        )
        return [r["photo_id"] for r in rows]

    def next_id(self) -> int:
        """Return the first id that was never given to a cluster."""
        rows = self._connection.read("SELECT seq FROM sqlite_sequence WHERE name = 'clusters'")
        return int(rows[0]["seq"]) + 1 if rows else 1

    def replace(self, encoder_id: int, groups: Sequence[tuple[int, Sequence[int]]]) -> None:
        """Write a new clustering; clusters that are not in it go.

        Args:
            encoder_id: The encoder whose vectors were clustered.
            groups: (id, members, most typical first). An old id keeps its name.
        """
        kept = {cluster_id for cluster_id, _ in groups}
        with self._connection.write() as db:
            old = db.execute("SELECT id FROM clusters WHERE encoder_id = ?", (encoder_id,))
            for gone in {row["id"] for row in old} - kept:
                db.execute("DELETE FROM clusters WHERE id = ?", (gone,))
            for cluster_id, photo_ids in groups:
                db.execute(
                    "INSERT OR IGNORE INTO clusters(id, encoder_id) VALUES (?, ?)",
                    (cluster_id, encoder_id),
                )
                db.execute("DELETE FROM cluster_photos WHERE cluster_id = ?", (cluster_id,))
                db.executemany(
                    # a photo may have been removed while the groups were being found
                    "INSERT INTO cluster_photos SELECT ?, id, ? FROM photos WHERE id = ?",
                    [(cluster_id, place, photo_id) for place, photo_id in enumerate(photo_ids)],
                )

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
