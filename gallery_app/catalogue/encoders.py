"""Which encoders the library knows and which one serves. Vectors are kept per encoder."""

from dataclasses import dataclass

from gallery_app.catalogue.connection import Connection
from gallery_app.errors import UserError


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder: its name is that of its model card."""

    id: int
    name: str
    dim: int
    source: str
    active: bool


class Encoders:
    """The encoders of a catalogue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Encoder]:
        """Return all encoders, the oldest first."""
        rows = self._connection.read("SELECT * FROM encoders ORDER BY id")
        return [Encoder(r["id"], r["name"], r["dim"], r["source"], bool(r["active"])) for r in rows]

    def active(self) -> Encoder | None:
        """Return the encoder in use, or None before the first."""
        return next((encoder for encoder in self.all() if encoder.active), None)

    def add(self, name: str, dim: int, source: str) -> None:
        """Add an encoder, or renew the facts of one; the first becomes the active one."""
        with self._connection.write() as db:
            db.execute(
                "INSERT INTO encoders(name, dim, source, active) VALUES (?, ?, ?, "
                "(SELECT COUNT(*) = 0 FROM encoders)) "
                "ON CONFLICT(name) DO UPDATE SET dim = excluded.dim, source = excluded.source",
                (name, dim, source),
            )

    def use(self, name: str) -> None:
        """Make an encoder the active one.

        Raises:
            UserError: No encoder has this name.
        """
        with self._connection.write() as db:
            if not db.execute("SELECT 1 FROM encoders WHERE name = ?", (name,)).fetchone():
                known = ", ".join(encoder.name for encoder in self.all()) or "none yet"
                raise UserError(f"There is no encoder “{name}”; choose one of: {known}.")
            db.execute("UPDATE encoders SET active = 0 WHERE active = 1")
            db.execute("UPDATE encoders SET active = 1 WHERE name = ?", (name,))
