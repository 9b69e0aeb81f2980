"""Albums and marks on the command line."""

from argparse import Namespace
from pathlib import Path

from gallery_app.cli.answers import Answer
from gallery_app.library import Library


def album(library: Library, options: Namespace) -> Answer:
    """List, fill, empty, save or delete albums."""
    hand = library.curation
    if options.action == "list":
        return [{"album": a.name, "photos": a.photos, "query": a.query} for a in hand.albums()]
    if options.action == "search":
        return {"changed": hand.save_search(options.name, options.query).count}
    if options.action == "delete":
        return {"changed": hand.delete_album(hand.album(options.name).id).count}
    ids = _photo_ids(library, options.paths)
    if options.action == "add":
        return {"changed": hand.put_into(options.name, ids).count}
    return {"changed": hand.take_from_album(hand.album(options.name).id, ids).count}


def rate(library: Library, options: Namespace) -> Answer:
    """Give stars, pick or reject."""
    ids = _photo_ids(library, options.paths)
    marks = {"pick": library.curation.pick, "reject": library.curation.reject}
    if options.stars in marks:
        return {"changed": marks[options.stars](ids).count}
    return {"changed": library.curation.rate(int(options.stars), ids).count}


def turn(library: Library, options: Namespace) -> Answer:
    """Turn photos; no file is touched."""
    quarters = {"left": -1, "right": 1, "around": 2}[options.way]
    return {"changed": library.curation.turn(quarters, _photo_ids(library, options.paths)).count}


def _photo_ids(library: Library, paths: list[Path]) -> list[int]:
    return [library.find_photo(path).id for path in paths]
