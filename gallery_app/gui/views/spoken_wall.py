"""The wall as a screen reader meets it: each photo in sight has a name, a place and states.

Qt makes such items for the lists and tables of its own only. Photos out of sight have none, so
100,000 of them cost as much as a screenful. Each item stands for a `Cell`, an object below the
view: Qt ends an item with its object, whatever a screen reader still asks of it.
"""

from functools import cache
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget

from gallery_app.gui.models.words import fill
from gallery_app.gui.views.planned_view import PlannedView

Item = Any
"""An item, or None, which Qt's stubs do not know of."""


class Cell(QObject):
    """Stands for the photo in a row."""

    def __init__(self, view: PlannedView, row: int) -> None:
        super().__init__(view)
        self.view = view
        self.row = row

    @property
    def index(self) -> QModelIndex:
        """The photo in the model."""
        return self.view.model().index(self.row, 0)

    @property
    def name(self) -> str:
        """What the wall shows of the photo."""
        told: str | None = self.index.data(Qt.ItemDataRole.AccessibleTextRole)
        return told or self.tr("Photo, still being read")

    @property
    def place(self) -> str:
        """Which of how many it is."""
        words = self.tr("{n:,} of {total:,}")
        return fill(words, n=self.row + 1, total=self.view.model().rowCount())


class SpokenWall(QObject):
    """Keeps the cells of a view, and tells screen readers what changes."""

    def __init__(self, view: PlannedView) -> None:
        super().__init__(view)
        _install()
        self._view = view
        self._cells: dict[int, Cell] = {}
        view.model().modelReset.connect(self._forget)
        view.model().dataChanged.connect(self._on_facts)
        view.selectionModel().currentChanged.connect(self.tell_current)
        view.selectionModel().selectionChanged.connect(self._on_selected)

    def cell(self, row: int) -> Cell:
        """Return what stands for a row."""
        shown = self._view.shown_rows()
        if len(self._cells) > 2 * len(shown) + 2:
            self._let_go({*shown, self._view.currentIndex().row()})
        if row not in self._cells:
            self._cells[row] = Cell(self._view, row)
        return self._cells[row]

    def _let_go(self, kept: set[int]) -> None:
        for row in self._cells.keys() - kept:
            self._cells.pop(row).deleteLater()

    def _forget(self) -> None:
        """The rows are other photos now."""
        self._let_go(set())
        self._tell(self._view, QAccessible.Event.ObjectReorder)

    def tell_current(self) -> None:
        """Tell which photo has the keys."""
        if self._view.hasFocus():
            self._tell_of_current(QAccessible.Event.Focus)

    def _on_selected(self) -> None:
        chosen = self._view.selectionModel().isSelected(self._view.currentIndex())
        told = QAccessible.Event.SelectionAdd if chosen else QAccessible.Event.SelectionRemove
        self._tell_of_current(told)
        self._tell(self._view, QAccessible.Event.SelectionWithin)

    def _on_facts(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self._view.currentIndex().row() <= last.row():
            self._tell_of_current(QAccessible.Event.NameChanged)

    def _tell_of_current(self, event: QAccessible.Event) -> None:
        current = self._view.currentIndex()
        if QAccessible.isActive() and current.isValid():
            self._tell(self.cell(current.row()), event)

    def _tell(self, about: QObject, event: QAccessible.Event) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(about, event))


class _List(QAccessibleWidget):
    """The view: a list of the photos in sight."""

    def __init__(self, view: PlannedView, spoken: SpokenWall) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._spoken = spoken

    def _item(self, row: int) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._spoken.cell(row))

    def childCount(self) -> int:  # noqa: N802
        return len(self._view.shown_rows())

    def child(self, index: int) -> Item:
        shown = self._view.shown_rows()
        return self._item(shown[index]) if 0 <= index < len(shown) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        cell, shown = child.object(), self._view.shown_rows()
        return shown.index(cell.row) if isinstance(cell, Cell) and cell.row in shown else -1

    def childAt(self, x: int, y: int) -> Item:  # noqa: N802
        found = self._view.indexAt(self._view.viewport().mapFromGlobal(QPoint(x, y)))
        return self._item(found.row()) if found.isValid() else None

    def focusChild(self) -> Item:  # noqa: N802
        current = self._view.currentIndex()
        return self._item(current.row()) if current.isValid() and self._view.hasFocus() else None


class _Item(QAccessibleObject):
    """A photo: its name tells what the wall shows of it, its description which of how many."""

    def __init__(self, cell: Cell) -> None:
        super().__init__(cell)
        self._cell = cell
        self._view = cell.view

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, index: int) -> Item:  # noqa: ARG002
        return None

    def childCount(self) -> int:  # noqa: N802
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002, N802
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        place = self._view.visualRect(self._cell.index)
        return QRect(self._view.viewport().mapToGlobal(place.topLeft()), place.size())

    def state(self) -> QAccessible.State:
        state, index = QAccessible.State(), self._cell.index
        state.focusable = state.selectable = state.multiSelectable = state.extSelectable = True
        state.selected = self._view.selectionModel().isSelected(index)
        state.focused = self._view.hasFocus() and self._view.currentIndex() == index
        state.offscreen = self._cell.row not in self._view.shown_rows()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        words = {
            QAccessible.Text.Name: self._cell.name,
            QAccessible.Text.Description: self._cell.place,
        }
        return words.get(kind, "")


@cache
def _install() -> None:
    QAccessible.installFactory(_spoken)


def _spoken(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Cell):
        return _Item(thing)
    if isinstance(thing, PlannedView):
        spoken = thing.findChild(SpokenWall)
        return _List(thing, spoken) if spoken is not None else None
    return None
