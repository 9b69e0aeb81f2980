"""The library as a map: where photos lie, how they are coloured, drawing it; `Library.mapping`."""

from gallery_app.domain.photo_map import PhotoMap, Shade, Shades, shade_amounts, shade_kinds
from gallery_app.jobs.encoders import ensure_encoder
from gallery_app.jobs.job import Job
from gallery_app.jobs.map import draw_map, place_new
from gallery_app.jobs.surroundings import Surroundings


class Mapping:
    """The part of a library about its map; each encoder has its own."""

    def __init__(self, place: Surroundings) -> None:
        """Work in the surroundings of one library."""
        self._place = place
        self._catalogue = place.catalogue

    def photo_map(self) -> PhotoMap:
        """Return where the photos lie; empty before the map is drawn."""
        encoder = self._catalogue.encoders.active()
        return PhotoMap(*self._catalogue.map_places.load(encoder.id)) if encoder else PhotoMap()

    def shades(self, photo_map: PhotoMap, shade: Shade) -> Shades:
        """Return how the photos of a map are coloured.

        Kinds are the first tag of a photo, or the name and id of its group. Dates are Julian days.
        Sureness is the probability of the best open suggestion.
        """
        encoder = self._catalogue.encoders.active()
        known = self._catalogue.map_places.shades(shade, encoder.id if encoder else 0)
        if shade in {Shade.TAG, Shade.CLUSTER}:
            return shade_kinds(photo_map.ids, {i: str(kind) for i, kind in known.items()})
        span = (0.0, 1.0) if shade is Shade.SURENESS else None
        return shade_amounts(photo_map.ids, {i: float(a) for i, a in known.items()}, span)

    def draw(self) -> Job[int]:
        """Lay all photos out anew; returns how many there are."""
        encoder = yield from ensure_encoder(self._place)
        return (yield from draw_map(self._place, encoder))

    def place_new(self) -> Job[int]:
        """Place new photos on the map, if there is one; returns how many were new."""
        encoder = yield from ensure_encoder(self._place)
        return (yield from place_new(self._place, encoder))
