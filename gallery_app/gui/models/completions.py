"""What the search bar offers for the word that is being typed."""

import re

from PySide6.QtCore import QObject

from gallery_app.domain.changes import Changes
from gallery_app.domain.query import KINDS, STATES, quoted
from gallery_app.domain.tag import leaf
from gallery_app.gui.bridge import Bridge, Library

MOST = 40
_WORD = re.compile(r'(?:[^\s"]|"(?:[^"]|"")*"?)+')
_RATINGS = ("5", "4..", "3..", "1..3", "0", "-1")


class Completions(QObject):
    """Words of the query language, and the names that the library knows."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._names: dict[str, list[str]] = {"is": list(STATES), "rating": list(_RATINGS)}
        bridge.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read the names again."""

        def read(library: Library) -> dict[str, list[str]]:
            tags = [known.tag for known in library.tags()]
            return {
                "tag": tags,
                "suggested": tags,
                "album": [album.name for album in library.curation.albums()],
                "folder": [folder.path.name for folder in library.folders()],
                "camera": library.browsing.cameras(),
            }

        self._bridge.ask(read, self._names.update)

    def offer(self, text: str, caret: int) -> list[str]:
        """Return words that may take the place of the one before the caret, most likely first.

        Args:
            text: The whole query.
            caret: Where the next letter goes.
        """
        start, _ = word_at(text, caret)
        typed = text[start:caret].replace('"', "")
        minus = "-" if typed.startswith("-") else ""
        typed = typed.removeprefix("-").casefold()
        if not typed:
            return []
        kind, colon, value = typed.partition(":")
        if colon:
            found = self._values(kind, value)
        else:
            found = [f"{word}:" for word in KINDS if word.startswith(typed)]
            found += self._values("is", typed) + self._values("tag", typed)
        return [minus + word for word in found if word.casefold() != typed][:MOST]

    def _values(self, kind: str, part: str) -> list[str]:
        known = [name for name in self._names.get(kind, ()) if part in name.casefold()]
        known.sort(key=lambda name: not leaf(name).casefold().startswith(part))
        return [f"{kind}:{quoted(name)}" for name in known]

    def _on_changed(self, changes: Changes) -> None:
        if changes.tags or changes.albums:
            self.refresh()


def word_at(text: str, caret: int) -> tuple[int, int]:
    """Return where the word that touches the caret starts and ends; an empty one at the caret."""
    for match in _WORD.finditer(text):
        if match.start() <= caret <= match.end():
            return match.span()
    return caret, caret
