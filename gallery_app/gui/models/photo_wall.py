"""The photos that a query finds: an array of ids, and rows of facts by the page."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)
from shiboken6 import isValid

from gallery_app.domain.arrangement import Arrangement, Grouping
from gallery_app.domain.changes import Changes
from gallery_app.domain.photo import Photo, PhotoRecord, photo_of, tags_of
from gallery_app.domain.query import QueryError
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.gui.models.section_titles import month_title, section_title
from gallery_app.gui.models.stacks import Rows
from gallery_app.gui.models.watched import Watched
from gallery_app.gui.models.words import mark_words, moment_words, stack_words

Index = QModelIndex | QPersistentModelIndex
PAGE = 256
PAGES = 32
PHOTOS_MIME = "application/x-handful-photos"
MOST_FILES = 500
"""Files of a drag that are looked up at once."""
PHOTO_ID = Qt.ItemDataRole.UserRole + 1
TOLD = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
}
"""What is told of a photo in words."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the wall shows of one photo."""

    photo: Photo
    tags: tuple[str, ...]


class PhotoWall(Watched, QAbstractListModel):
    """Photo ids in order; facts arrive by the page when rows are looked at.

    Signals:
        refused: A sentence and the position in the query where it stops making sense.
        shown: The photos of the last query are here.
    """

    refused = Signal(str, int)
    shown = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._grouping = Grouping.NONE
        self._stacking = False
        self._opened: set[int] = set()
        self._chosen: tuple[int, ...] = ()
        self._pages: OrderedDict[int, dict[int, PhotoRecord]] = OrderedDict()
        self._asked: set[int] = set()
        self._take(Rows(Arrangement()))
        self._generation = 0
        self._looking = self._stale = False
        self._behind: set[int] = set()
        self._query: str | None = None
        bridge.changed.connect(self._on_changed)

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many photos are shown; a closed stack is one."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the photo's name, its id, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == PHOTO_ID:
            return self._ids[index.row()]
        if role not in TOLD:  # Qt asks for a status tip at each photo that flies by the pointer
            return None
        row = self.row(index.row())
        return self._words(row, index.row(), role) if row is not None else None

    def _words(self, row: Row, place: int, role: int) -> str:
        told = [row.photo.path.name, *self._of_stack(place)]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.photo.path.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([*told, *row.tags])
        taken = [moment_words(row.photo.taken)] if row.photo.taken else []
        return ", ".join([*told, *taken, *mark_words(row.photo), *row.tags])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Photos can be selected and dragged."""
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else plain

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Return the types that a drag carries: for Handful, and for other programs."""
        return [PHOTOS_MIME, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Return the ids of the dragged photos, and their files for other programs."""
        data = QMimeData()
        ids = [i for index in indexes for i in self.rows.photos(_only(index.row()))]
        data.setData(PHOTOS_MIME, ",".join(map(str, ids)).encode())
        rows = [self.row(index.row()) for index in indexes[:MOST_FILES]]
        data.setUrls([QUrl.fromLocalFile(str(row.photo.path)) for row in rows if row])
        if not all(rows) or len(ids) > MOST_FILES:
            # those out of sight come while the drag is under way
            self._bridge.ask(lambda library: library.photos(ids), lambda files: _add(data, files))
        return data

    # What is shown

    @property
    def ids(self) -> Sequence[int]:
        """Ids in the order shown."""
        return self._ids

    @property
    def arrangement(self) -> Arrangement:
        """The photos found, with their sections and stacks."""
        return self.rows.found

    @property
    def total(self) -> int:
        """How many photos were found, those in closed stacks too."""
        return len(self.arrangement.ids)

    @property
    def grouping(self) -> Grouping:
        """What sections are made of."""
        return self._grouping

    @property
    def query(self) -> str | None:
        """What was looked for last; None before the first time, and when photos were chosen."""
        return self._query

    @property
    def chosen(self) -> tuple[int, ...]:
        """The photos given to `show_chosen` last."""
        return self._chosen

    def moment(self, row: int) -> str:
        """Return when a row's photo was taken, by month; or what its section is called."""
        run = self.rows.run(row)
        if run is None:
            return ""
        if self.arrangement.months:
            return month_title(run.key)
        return section_title(run.key, self.arrangement.grouping)

    def row_of(self, photo_id: int) -> int:
        """Return where the photo is, or -1, as for one inside a closed stack."""
        own = self.rows.own_rows((photo_id,))
        return int(own[0]) if len(own) else -1

    def row(self, row: int, *, ask: bool = True) -> Row | None:
        """Return a row's facts, or None while they are not here.

        Args:
            row: Which.
            ask: Whether to ask for what is not here.
        """
        page = self._pages.get(row // PAGE)
        if page is None:
            if ask:
                self._ask_page(row // PAGE)
            return None
        record = page.get(self._ids[row])
        return None if record is None else _row(record)

    def caption(self, row: int) -> str:  # noqa: ARG002
        """Return the words under a photo; the plain wall has none."""
        return ""

    def group_by(self, grouping: Grouping) -> None:
        """Make sections of something else."""
        if grouping != self._grouping:
            self._grouping = grouping
            if self._query is not None:
                self.show(self._query)

    def show(self, query: str) -> None:
        """Show what `query` finds, in the library's query language."""
        self._query = query
        self._generation += 1
        self._looking, self._stale = True, False
        now, grouping, stacking = self._generation, self._grouping, self._stacking

        opened = frozenset(self._opened)

        def look(library: Library) -> Rows:
            found = library.browsing.arrange(query, grouping, stacks=stacking)
            return Rows(found, opened)

        def arrive(rows: Rows) -> None:
            if now == self._generation:
                self._looking = False
                late = rows.opened != self._opened
                self._show(Rows(rows.found, self._opened) if late else rows)
                self.shown.emit()
                if self._stale:
                    self._renew()

        def refuse(error: HandfulError) -> None:
            if now == self._generation:
                self._looking = False
                self.refused.emit(
                    said(str(error)), error.position if isinstance(error, QueryError) else 0
                )

        self._bridge.ask(look, arrive, refuse)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these photos in this order, without sections."""
        self._show(Rows(Arrangement(array("q", ids))))

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show these photos in place of what a query finds, until the next query."""
        self._query = None
        self._generation += 1
        self._looking = self._stale = False
        self._chosen = tuple(ids)
        self.show_ids(ids)
        self.shown.emit()
        self._let_lost_go()

    def _let_lost_go(self) -> None:
        """Find out which of the photos are in the library no longer."""
        ids, now = list(self.arrangement.ids), self._generation

        def keep(here: set[int]) -> None:
            if now == self._generation and len(here) < len(ids):
                self._keep_only(here)
                self.shown.emit()

        self._bridge.ask(lambda library: library.browsing.here(ids), keep)

    def _keep_only(self, here: set[int]) -> None:
        self.show_ids([photo_id for photo_id in self.arrangement.ids if photo_id in here])

    def _show(self, rows: Rows) -> None:
        """Show photos; facts already here stay when the order does."""
        found, before = rows.found, self.arrangement
        same = found.ids.tobytes() == before.ids.tobytes()  # a hundred times faster than ==
        if same and (found.sections, found.stacks) == (before.sections, before.stacks):
            self._forget(range(len(self._ids) // PAGE + 1))
            return
        self.beginResetModel()
        self._take(rows)
        self._pages.clear()
        self.endResetModel()

    def _take(self, rows: Rows) -> None:
        self.rows = rows
        self._ids = rows.ids
        self._asked.clear()

    # Stacks

    def stack_bursts(self, *, on: bool) -> None:
        """Show the shots of a burst as one stack, or each by itself."""
        if on != self._stacking:
            self._stacking = on
            if self._query is not None:
                self.show(self._query)

    def toggle_stack(self, row: int) -> None:
        """Open the stack that a row is part of, or close it; facts already here stay."""
        stack = self.rows.stack(row)
        if stack is None:
            return
        known = {i: facts for page in self._pages.values() for i, facts in page.items()}
        pages = list(self._pages)
        self.beginResetModel()
        self._opened ^= {stack.burst}
        self._take(Rows(self.arrangement, self._opened))
        self._pages.clear()
        for page in pages:
            ids = self._page_ids(page)
            self._pages[page] = {i: known[i] for i in ids if i in known}
            if len(self._pages[page]) < len(ids):
                self._ask_page(page)
        self.endResetModel()

    def _of_stack(self, row: int) -> list[str]:
        stack = self.rows.stack(row)
        if stack is None:
            return []
        return [stack_words(stack.photos)]

    # How it keeps up

    def watch(self, *, on: bool) -> None:
        """Follow the library, from what came while nobody looked on; or cease to."""
        super().watch(on=on)
        if on:
            if self._stale and not self._looking:
                self._renew()
            behind, self._behind = self._behind, set()
            self._forget(behind)

    def _on_changed(self, changes: Changes) -> None:
        if self._query is not None and (changes.photos or self._depends_on(changes)):
            self._renew()
        else:
            if len(self.rows.own_rows(changes.photos)):
                self._renew()
            touched = self.rows.own_rows(changes.tagged | changes.marked)
            self._forget({*(touched // PAGE).tolist()})

    def _renew(self) -> None:
        """Look again, after the look under way: changes may come faster than answers."""
        self._stale = self._looking or not self.watched
        if not self._stale and self._query is not None:
            self.show(self._query)
        elif not self._stale:
            self._let_lost_go()

    def _depends_on(self, changes: Changes) -> bool:
        query, grouping = self._query or "", self._grouping
        if changes.bursts and self._stacking:
            return True
        # a saved search may look at anything, and a group's name is often also a tag
        watched = {
            "tag": bool(changes.tagged),
            "suggested": changes.suggestions,
            "cluster": changes.clusters,
            "rating": bool(changes.marked),
            "is:": bool(changes.marked or changes.tagged),
            "album": changes.albums or bool(changes.marked or changes.tagged),
        }
        return any(news and (word in query or word == grouping) for word, news in watched.items())

    def _forget(self, pages: Sequence[int] | set[int] | range) -> None:
        """Ask again for these pages; the old facts stay until the new ones come."""
        if not self.watched:
            self._behind.update(pages)
            return
        for page in pages:
            if page in self._pages:
                self._ask_page(page)

    def _ask_page(self, page: int) -> None:
        ids = self._page_ids(page)
        if page in self._asked or not ids:
            return
        self._asked.add(page)

        def keep(records: dict[int, PhotoRecord]) -> None:
            self._asked.discard(page)
            if ids == self._page_ids(page):
                self._keep_page(page, records)

        def refuse(error: HandfulError) -> None:
            self._asked.discard(page)
            self._bridge.failed.emit(said(str(error)))

        self._bridge.ask(lambda library: library.browsing.records(ids), keep, refuse)

    def _page_ids(self, page: int) -> list[int]:
        return self._ids[page * PAGE : (page + 1) * PAGE].tolist()

    def _keep_page(self, page: int, records: dict[int, PhotoRecord]) -> None:
        self._pages[page] = records
        self._pages.move_to_end(page)
        while len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE), self.index(last))


@lru_cache(maxsize=4 * PAGE)
def _row(record: PhotoRecord) -> Row:
    return Row(photo_of(record), tags_of(record))


def _only(row: int) -> range:
    return range(row, row + 1)


def _add(data: QMimeData, photos: Sequence[Photo]) -> None:
    """Tell a drag its files, unless it is over."""
    if isValid(data):
        data.setUrls([QUrl.fromLocalFile(str(photo.path)) for photo in photos])
