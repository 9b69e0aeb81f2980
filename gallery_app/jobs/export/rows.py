"""The photos to export, and the tags of each."""

from collections.abc import Iterable

from gallery_app.domain.photo import Photo
from gallery_app.domain.query import parse_query
from gallery_app.errors import UserError
from gallery_app.exports.table import TagRow
from gallery_app.jobs.export.request import ExportRequest
from gallery_app.jobs.surroundings import Surroundings


def wanted(place: Surroundings, request: ExportRequest) -> list[int]:
    """Return the photos that the request is about, newest capture first.

    Raises:
        QueryError: Its query is not understood.
        UserError: It is about some photos, and there are none of them.
    """
    found = place.catalogue.find(parse_query(request.query))
    if request.photo_ids is not None:
        chosen = set(request.photo_ids)
        found = [photo_id for photo_id in found if photo_id in chosen]
    if not found and (request.query or request.photo_ids is not None):
        raise UserError("There is no such photo in the library; choose others to export.")
    return found


def tag_rows(
    place: Surroundings, request: ExportRequest, also: Iterable[int] = ()
) -> list[tuple[Photo, list[TagRow]]]:
    """Return every wanted photo that has, or had, tags, newest capture first, with its rows.

    A photo that lost its last tag since the last export is among them, without rows: its file
    has to learn of it. With ``request.minimum`` the open suggestions come after the tags.

    Args:
        place: The library's surroundings.
        request: What is asked for.
        also: Photos that belong to it without tags.
    """
    likely = _suggested(place, request)
    ids = set(place.catalogue.tags.touched()) | set(likely) | set(also)
    order = [photo_id for photo_id in wanted(place, request) if photo_id in ids]
    tags = place.catalogue.tags.of(order)
    rows = []
    for photo in place.catalogue.photos.get(order):
        own = [
            TagRow(photo.path, t.tag, t.source, t.probability, t.model or "", t.created)
            for t in tags[photo.id]
        ]
        rows.append((photo, own + likely.get(photo.id, [])))
    return rows


def _suggested(place: Surroundings, request: ExportRequest) -> dict[int, list[TagRow]]:
    if request.minimum is None:
        return {}
    found = place.catalogue.suggestions.open(None, request.minimum)
    paths = {
        photo.id: photo.path for photo in place.catalogue.photos.get([s.photo_id for s in found])
    }
    rows: dict[int, list[TagRow]] = {}
    for s in found:
        row = TagRow(paths[s.photo_id], s.tag, "suggestion", s.probability, s.model)
        rows.setdefault(s.photo_id, []).append(row)
    return rows
