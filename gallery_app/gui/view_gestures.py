"""Gestures that choose how the wall is ordered."""

from gallery_app.domain.arrangement import Grouping
from gallery_app.gui.gesture import Gesture


def _group(grouping: Grouping, title: str, keys: str, tip: str) -> Gesture:
    return Gesture(
        f"by-{grouping}",
        "Sections",
        title,
        keys,
        tip,
        lambda actions: actions.grouping_asked.emit(grouping),
        choice="sections",
    )


def _look(name: str, title: str, keys: str, tip: str) -> Gesture:
    return Gesture(
        name, "Viewer", title, keys, tip, lambda actions: actions.viewer_asked.emit(name)
    )


# fmt: off
VIEW_GESTURES = (
    _group(Grouping.NONE, "No sections", "Alt+0", "One wall, newest first."),
    _group(Grouping.DAY, "By day", "Alt+1", "The days on which photos were taken."),
    _group(Grouping.MONTH, "By month", "Alt+2", "The months in which photos were taken."),
    _group(Grouping.FOLDER, "By folder", "Alt+3", "The folders in which photos lie."),
    _group(Grouping.CLUSTER, "By group", "Alt+4", "The groups that Handful found, biggest first."),
    _group(Grouping.TAG, "By tag", "Alt+5", "Each photo once, under the first of its tags."),
    Gesture("timeline", "View", "Timeline", "Ctrl+T",
            "Show or hide the strip of months under the wall.",
            lambda actions: actions.panel_toggled.emit("timeline")),
    Gesture("stacks", "View", "Stack bursts", "Ctrl+Shift+S",
            "Shots seconds apart and alike take the place of one; S opens a stack.",
            lambda actions: actions.panel_toggled.emit("stacks"), ticked=True),
    _look("fit", "Fit", "F", "Show all of the photo."),
    _look("actual", "Pixel for pixel", "Shift+F", "A pixel of the photo is one of the screen."),
    _look("info", "About the photo", "O", "Write name, date, size and tags over it."),
    _look("part", "Part of the photo", "R",
          "Draw a box on the photo; Enter finds photos like what is in it, T tags it."),
    _look("compare", "Compare", "C", "Two to four selected photos side by side."),
    _look("slideshow", "Slideshow", "F9", "The selected photos, or all from here on."),
)
# fmt: on
