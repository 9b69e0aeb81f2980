"""Where photos lie on the map, and what they can be coloured by."""

from collections.abc import Sequence

import numpy as np

from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.suggestions import OPEN
from gallery_app.domain.photo_map import Shade


class MapPlaces:
    """The maps of a catalogue, one an encoder."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def load(self, encoder_id: int) -> tuple[np.ndarray, np.ndarray]:
        """Return ids (N,) int64, ascending, and places (N, 2) float32 of photos not missing."""
        ids, across, down = self._connection.read_columns(
            ("photo_id", "x", "y"),
            "SELECT m.photo_id, m.x, m.y FROM map_places m JOIN photos p ON p.id = m.photo_id "
            "WHERE m.encoder_id = ? AND p.missing = 0 ORDER BY m.photo_id",
            (encoder_id,),
        )
        # column by column: numpy keeps the interpreter's lock for as long as an array takes it
        places = np.stack([np.array(each, np.float32) for each in (across, down)], axis=1)
        return np.array(ids, np.int64), places

    def put(
        self, encoder_id: int, ids: Sequence[int], places: np.ndarray, *, anew: bool = False
    ) -> None:
        """Write the places (N, 2) of photos; with ``anew``, all others go."""
        rows = zip(places[:, 0].tolist(), places[:, 1].tolist(), ids, strict=True)
        with self._connection.write() as db:
            if anew:
                db.execute("DELETE FROM map_places WHERE encoder_id = ?", (encoder_id,))
            db.executemany(
                # a photo may have been removed while the map was drawn
                "INSERT OR REPLACE INTO map_places(encoder_id, photo_id, x, y) "
                "SELECT ?, id, ?, ? FROM photos WHERE id = ?",
                ((encoder_id, x, y, int(photo_id)) for x, y, photo_id in rows),
            )

    def unplaced(self, encoder_id: int) -> list[int]:
        """Return the photos that came after the map was drawn; none where there is no map."""
        rows = self._connection.read(
            "SELECT v.photo_id FROM vectors v JOIN photos p ON p.id = v.photo_id AND p.missing = 0 "
            "WHERE v.encoder_id = ? "
            "AND EXISTS (SELECT 1 FROM map_places WHERE encoder_id = v.encoder_id) "
            "AND NOT EXISTS (SELECT 1 FROM map_places m "
            "WHERE m.encoder_id = v.encoder_id AND m.photo_id = v.photo_id)",
            (encoder_id,),
        )
        return [row["photo_id"] for row in rows]

    def shades(self, shade: Shade, encoder_id: int) -> dict[int, str | float]:
        """Return, by photo, what it is coloured by; photos without it are left out."""
        parameters = [encoder_id] if shade is Shade.CLUSTER else []
        rows = self._connection.read(_SHADES[shade], parameters)
        return {row[0]: row[1] for row in rows}


_SHADES = {
    Shade.TAG: (
        "SELECT pt.photo_id, MIN(t.path) FROM photo_tags pt "
        "JOIN tags t ON t.id = pt.tag_id GROUP BY pt.photo_id"
    ),
    Shade.CLUSTER: (
        "SELECT m.photo_id, c.name || char(10) || c.id FROM cluster_photos m "
        "JOIN clusters c ON c.id = m.cluster_id WHERE c.encoder_id = ? AND c.level = 0"
    ),
    Shade.DATE: "SELECT id, julianday(taken) FROM photos WHERE julianday(taken) NOT NULL",
    Shade.SURENESS: f"SELECT s.photo_id, MAX(s.probability) {OPEN} GROUP BY s.photo_id",
}
