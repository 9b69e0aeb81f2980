"""Duplicates, a row a group, and which photo of each is to be kept."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.duplicates import Choice, CopyGroup, best
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.language import said
from gallery_app.gui.models.listed import Index, Listed


class DuplicateGroups(Listed[CopyGroup]):
    """One row a group, exact copies first. Looks when asked, and when photos came or went.

    Signals:
        counted: How many groups there are, while nobody looks at them.
    """

    counted = Signal(int)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self._chosen: dict[tuple[int, ...], int] = {}
        self._stale = False
        bridge.changed.connect(self._on_changed)
        bridge.progressed.connect(self._look_when_quiet)
        bridge.counted.connect(lambda _counts: self._look_when_quiet())

    def refresh(self) -> None:
        """Look for duplicates again."""
        self._stale, self.looking = False, True
        self._bridge.ask(lambda library: library.tidying.groups(), self._show, self._refuse)
        self.shown.emit()

    def kept(self, row: int) -> int:
        """Return the photo of a group that is to be kept: the user's choice, or the best."""
        group = self._rows[row]
        return self._chosen.get(group.ids) or best(group)

    def choose(self, row: int, photo_id: int) -> None:
        """Keep another photo of a group."""
        self._chosen[self._rows[row].ids] = photo_id
        self.dataChanged.emit(self.index(row), self.index(row))

    def choice(self, row: int) -> Choice:
        """Return what is to stay and to go of a group."""
        kept = self.kept(row)
        return Choice(kept, tuple(i for i in self._rows[row].ids if i != kept))

    def exact(self) -> list[Choice]:
        """Return what is to stay and to go of all groups of exact copies."""
        return [self.choice(r) for r, group in enumerate(self._rows) if group.kind == "exact"]

    def settled(self, kept: Sequence[int]) -> None:
        """Let the groups with these photos go at once; what the library says comes later."""
        self._let_go(lambda group: not set(kept).isdisjoint(group.ids))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a group is, or all of it in words."""
        if not index.isValid():
            return None
        group, title = self._rows[index.row()], self._title(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kept = self.kept(index.row())
            names = {copy.photo.id: copy.photo.path.name for copy in group.copies}
            words = self.tr("{title}: {names}; {kept} is kept")
            return words.format(title=title, names=", ".join(names.values()), kept=names[kept])
        return None

    def _title(self, group: CopyGroup) -> str:
        copies = len(group.copies)
        if group.kind == "exact":
            return self.tr("%Ln exact copies", "", copies)
        return self.tr("%Ln photos that look alike", "", copies)

    def _on_changed(self, changes: Changes) -> None:
        if changes.duplicates and self.watched:
            self.refresh()
        elif (
            changes.photos
            or changes.duplicates
            or (self.watched and self._rows and (changes.marked or changes.tagged))
        ):
            self._stale = True
            self._look_when_quiet()

    def _look_when_quiet(self) -> None:
        """Look once nothing is at work: comparing all photos after each batch would hold it up."""
        if not self._stale or self._bridge.busy or self._bridge.writing:
            return
        if self.watched:
            self.refresh()
        else:
            self._stale = False
            self._bridge.ask(
                lambda library: library.tidying.count(),
                self.counted.emit,
                lambda _error: self.counted.emit(0),
            )

    def _refuse(self, error: HandfulError) -> None:
        self.trouble = said(str(error))
        self._show([])

    def _show(self, groups: list[CopyGroup]) -> None:
        self.looking = False
        self.trouble = "" if groups else self.trouble
        super()._show(groups)
