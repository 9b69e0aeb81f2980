"""Which encoders the library knows and which one serves. Vectors are kept per encoder."""

import sqlite3
from dataclasses import dataclass

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.errors import UserError

SWITCH = "encoder-switched"
"""The step of an act that took another encoder into use; it names the one before."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder: its name is that of its model card.

    ``photos_per_s`` is how fast it last was here, None before it encoded many photos.
    """

    id: int
    name: str
    dim: int
    source: str
    active: bool
    photos_per_s: float | None


class Encoders:
    """The encoders of a catalogue."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self) -> list[Encoder]:
        """Return all encoders, the oldest first."""
        rows = self._connection.read("SELECT * FROM encoders ORDER BY id")
        return [
            Encoder(r["id"], r["name"], r["dim"], r["source"], bool(r["active"]), r["photos_per_s"])
            for r in rows
        ]

    def active(self) -> Encoder | None:
        """Return the encoder in use, or None before the first."""
        return next((encoder for encoder in self.all() if encoder.active), None)

    def before(self) -> Encoder | None:
        """Return the encoder whose place the active one took, or None."""
        rows = self._connection.read(
            "SELECT name FROM encoders WHERE active = 0 AND replaced NOT NULL "
            "ORDER BY replaced DESC LIMIT 1"
        )
        return self.named(rows[0]["name"]) if rows else None

    def named(self, name: str) -> Encoder:
        """Return the encoder of a name.

        Raises:
            UserError: No encoder has this name.
        """
        every = self.all()
        found = next((encoder for encoder in every if encoder.name == name), None)
        if found is None:
            known = ", ".join(encoder.name for encoder in every) or "none yet"
            raise UserError(f"There is no encoder “{name}”; choose one of: {known}.")
        return found

    def add(self, name: str, dim: int, source: str) -> None:
        """Add an encoder, or renew the facts of one; the first becomes the active one."""
        with self._connection.write() as db:
            db.execute(
                "INSERT INTO encoders(name, dim, source, active) VALUES (?, ?, ?, "
                "(SELECT COUNT(*) = 0 FROM encoders)) "
                "ON CONFLICT(name) DO UPDATE SET dim = excluded.dim, source = excluded.source",
                (name, dim, source),
            )

    def note_pace(self, encoder_id: int, photos_per_s: float) -> None:
        """Remember how fast an encoder is here."""
        with self._connection.write() as db:
            db.execute(
                "UPDATE encoders SET photos_per_s = ? WHERE id = ?", (photos_per_s, encoder_id)
            )

    def use(self, name: str) -> None:
        """Make an encoder the active one.

        Raises:
            UserError: No encoder has this name.
        """
        with self._connection.write() as db:
            before = self.active()
            if self.named(name).active:
                return
            put_to_use(db, name)
            if before is not None:
                self._acts.steps(SWITCH, [{"encoder": before.name}])


def put_to_use(db: sqlite3.Connection, name: str) -> None:
    """Make another encoder the active one; the one before can be gone back to."""
    db.execute(
        "UPDATE encoders SET active = 0, "
        "replaced = (SELECT COALESCE(MAX(replaced), 0) + 1 FROM encoders) WHERE active = 1"
    )
    db.execute("UPDATE encoders SET active = 1 WHERE name = ?", (name,))
