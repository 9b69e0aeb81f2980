"""What the user changes in the groups; each edit keeps how the groups were, for undo."""

import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.clock import now
from gallery_app.catalogue.clusters import put_members
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.cluster import Member
from gallery_app.errors import UserError


class ClusterEdits:
    """Merging, splitting, taking photos out, and "not a group"."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def merge(self, cluster_ids: Sequence[int]) -> None:
        """Put the photos of several clusters into the first; a name lives on.

        Raises:
            UserError: A cluster is no more.
        """
        with self._connection.write() as db:
            old = [_snapshot(db, each) for each in cluster_ids]
            members = {photo: typical for each in old for photo, typical in each["members"]}
            order = sorted(members.items(), key=lambda member: -member[1])
            for each in old[1:]:
                db.execute("DELETE FROM clusters WHERE id = ?", (each["id"],))
            put_members(db, old[0]["id"], order)
            name = next((each["name"] for each in old if each["name"]), "")
            db.execute("UPDATE clusters SET own = 1, name = ? WHERE id = ?", (name, old[0]["id"]))
            self._record(old)

    def split(self, cluster_id: int, parts: Sequence[Sequence[Member]]) -> list[int]:
        """Make each part a cluster; the first keeps the id and the name.

        Returns:
            The ids.

        Raises:
            UserError: The cluster is no more.
        """
        with self._connection.write() as db:
            old = _snapshot(db, cluster_id)
            ids = [cluster_id]
            for _ in parts[1:]:
                made = db.execute(
                    "INSERT INTO clusters(encoder_id, level) VALUES (?, ?)",
                    (old["encoder_id"], old["level"]),
                )
                ids.append(int(made.lastrowid or 0))
            for each, part in zip(ids, parts, strict=True):
                put_members(db, each, part)
                db.execute("UPDATE clusters SET own = 1 WHERE id = ?", (each,))
            self._record([old], made=ids[1:])
        return ids

    def take_out(self, cluster_id: int, photo_ids: Collection[int]) -> set[int]:
        """Take photos out of a cluster, for good; return those that were in it.

        Raises:
            UserError: The cluster is no more.
        """
        with self._connection.write() as db:
            old = _snapshot(db, cluster_id)
            gone = {photo for photo, _ in old["members"]} & set(photo_ids)
            put_members(db, cluster_id, [m for m in old["members"] if m[0] not in gone])
            db.executemany(
                "INSERT OR IGNORE INTO cluster_refusals VALUES (?, ?)",
                [(cluster_id, photo) for photo in sorted(gone)],
            )
            if gone:
                self._record([old])
        return gone

    def dismiss(self, cluster_ids: Sequence[int]) -> None:
        """Remove clusters that are no groups; later runs do not show them again.

        Raises:
            UserError: A cluster is no more.
        """
        with self._connection.write() as db:
            old = [_snapshot(db, each) for each in cluster_ids]
            dismissals = []
            for each in old:
                made = db.execute("INSERT INTO dismissals(created) VALUES (?)", (now(),))
                dismissals.append(int(made.lastrowid or 0))
                db.executemany(
                    "INSERT OR IGNORE INTO dismissed_photos "
                    "SELECT ?, content_hash FROM photos WHERE id = ?",
                    [(dismissals[-1], photo) for photo, _ in each["members"]],
                )
                db.execute("DELETE FROM clusters WHERE id = ?", (each["id"],))
            self._record(old, dismissals=dismissals)

    def _record(
        self,
        old: Sequence[dict[str, Any]],
        made: Sequence[int] = (),
        dismissals: Sequence[int] = (),
    ) -> None:
        before = {"old": list(old), "made": list(made), "dismissals": list(dismissals)}
        self._acts.steps("clusters-edited", [before])


def put_back(db: sqlite3.Connection, before: dict[str, Any]) -> None:
    """Undo one edit; photos that another run gave away since come back too."""
    for cluster_id in before["made"]:
        db.execute("DELETE FROM clusters WHERE id = ?", (cluster_id,))
    for dismissal in before["dismissals"]:
        db.execute("DELETE FROM dismissals WHERE id = ?", (dismissal,))
    for old in before["old"]:
        db.execute("DELETE FROM clusters WHERE id = :id", old)
        db.execute(
            "INSERT INTO clusters(id, encoder_id, name, level, own) "
            "VALUES (:id, :encoder_id, :name, :level, :own)",
            old,
        )
        db.executemany(
            "DELETE FROM cluster_photos WHERE photo_id = ? AND cluster_id IN "
            "(SELECT id FROM clusters WHERE encoder_id = ? AND level = ?)",
            [(photo, old["encoder_id"], old["level"]) for photo, _ in old["members"]],
        )
        put_members(db, old["id"], [(photo, typical) for photo, typical in old["members"]])
        db.executemany(
            "INSERT INTO cluster_refusals SELECT ?, id FROM photos WHERE id = ?",
            [(old["id"], photo) for photo in old["refused"]],
        )


def _snapshot(db: sqlite3.Connection, cluster_id: int) -> dict[str, Any]:
    row = db.execute(
        "SELECT id, encoder_id, name, level, own FROM clusters WHERE id = ?", (cluster_id,)
    ).fetchone()
    if row is None:
        raise UserError(f"There is no group {cluster_id} any more; look at the new groups.")
    members = db.execute(
        "SELECT photo_id, typicality FROM cluster_photos WHERE cluster_id = ? "
        "ORDER BY typicality DESC, place",
        (cluster_id,),
    )
    refused = db.execute(
        "SELECT photo_id FROM cluster_refusals WHERE cluster_id = ? ORDER BY 1", (cluster_id,)
    )
    return {
        **dict(row),
        "members": [(member["photo_id"], member["typicality"]) for member in members],
        "refused": [photo["photo_id"] for photo in refused],
    }
