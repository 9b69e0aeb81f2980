"""Gestures that mark photos, turn them, and put them into albums."""

from collections.abc import Callable
from typing import Any

from gallery_app.gui.gesture import Gesture


def _rate(stars: int) -> Gesture:
    titles = ("No stars", "★", "★★", "★★★", "★★★★", "★★★★★")
    return Gesture(
        f"rate{stars}",
        "Rating",
        titles[stars],
        str(stars),
        "Take the stars away." if not stars else "Rate the selected photos.",
        _mark(lambda curating, ids: curating.rate(stars, ids)),
        on_photos=True,
    )


def _mark(write: Callable[[Any, Any], None]) -> Callable[[Any], None]:
    return lambda actions: actions.mark(write)


# fmt: off
PHOTO_GESTURES = (
    Gesture("ticks", "Photos", "Tick tags…", "Shift+T",
            "All tags, with ticks for those that the selected photos carry.",
            lambda actions: actions.tick_tags(), on_photos=True),
    *(_rate(stars) for stars in range(6)),
    Gesture("pick", "Rating", "Pick", "P",
            "Mark as one of the best; once more takes it back.",
            _mark(lambda curating, ids: curating.pick(ids)), on_photos=True),
    Gesture("reject", "Rating", "Reject", "X",
            "Mark as one to leave out; once more takes it back.",
            _mark(lambda curating, ids: curating.reject(ids)), on_photos=True),
    Gesture("turn-left", "Photos", "Turn left", "[ Ctrl+[",
            "A quarter; the file stays as it is.",
            _mark(lambda curating, ids: curating.turn(-1, ids)), on_photos=True),
    Gesture("turn-right", "Photos", "Turn right", "] Ctrl+]",
            "A quarter; the file stays as it is.",
            _mark(lambda curating, ids: curating.turn(1, ids)), on_photos=True),
    Gesture("stack", "Photos", "Open or close the stack", "S",
            "Shots of one burst; what is done to a closed stack is done to all of them.",
            lambda actions: actions.viewer_asked.emit("stack"), on_photos=True),
    Gesture("cover", "Photos", "Choose as cover", "Shift+S",
            "The photo stands for its burst, on top of the stack.",
            lambda actions: actions.choose_cover(), on_photos=True),
    Gesture("apart", "Photos", "Take out of the stack", "Alt+S",
            "The photos stand by themselves from now on; a closed stack falls apart.",
            _mark(lambda curating, ids: curating.take_apart(ids)), on_photos=True),
    Gesture("to-album", "Albums", "Add to album…", "B",
            "Put the selected photos into an album, old or new.",
            lambda actions: actions.add_to_album(), on_photos=True),
    Gesture("from-album", "Albums", "Take out of this album", "Shift+B",
            "The photos stay in the library.",
            lambda a: a.mark(lambda curating, ids: curating.take_out(a.place.spot.query, ids)),
            on_photos=True),
    Gesture("new-album", "Albums", "New album…", "Ctrl+Shift+N",
            "An empty one.", lambda actions: actions.make_album()),
    Gesture("save-search", "Albums", "Save this search…", "Ctrl+S",
            "As an album that always holds what the search finds.",
            lambda actions: actions.save_search()),
)
# fmt: on
