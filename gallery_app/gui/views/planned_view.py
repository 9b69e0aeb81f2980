"""A view whose layout is a sum: sections of squares, with a zoom that never waits."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QEasingCurve,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.views.wall_layout import HEADER, LARGEST, SMALLEST, WallLayout

SETTLE_MS = 140
RACE_MS = 60
"""Jumps that follow each other within this are a race through the photos."""
Flag = QItemSelectionModel.SelectionFlag
Cursor = QAbstractItemView.CursorAction
Index = QModelIndex | QPersistentModelIndex


class PlannedView(QAbstractItemView):
    """Lays photos out, scrolls, zooms and selects; painting and gestures come on top.

    Signals:
        chosen: The ids of the selected photos, in order.
        zoomed: The wished side of a photo in logical pixels.
    """

    chosen = Signal(object)
    zoomed = Signal(int)

    def __init__(self, model: PhotoWall, parent: QWidget | None = None, caption: int = 0) -> None:
        super().__init__(parent)
        self._model = model
        self._zoom = 176
        self._still = True
        self._racing = False
        self._place = 0
        self._hovered = -1
        self._anchor: tuple[int, int] | None = None
        self._kept: tuple[list[int], int, tuple[int, int] | None] | None = None
        self._follow = True
        self._plan = WallLayout(640, self._zoom, 0, caption)
        self._settle_timer = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle_timer.timeout.connect(self._settle)
        self._race_timer = QTimer(self, interval=RACE_MS, singleShot=True)
        self._race_timer.timeout.connect(self._end_race)
        self.verticalScrollBar().valueChanged.connect(self._follow_bar)
        self._glide = QVariantAnimation(self, duration=SETTLE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._set_side)
        self._glide.finished.connect(self._rest)
        model.modelAboutToBeReset.connect(self._remember)
        self.setModel(model)
        # after Qt's own, which clear the selection
        model.modelReset.connect(self._come_back)
        model.dataChanged.connect(self.viewport().update)

    # Zoom

    @property
    def zoom(self) -> int:
        """The wished side of a photo, 48 to 512 logical pixels."""
        return self._zoom

    @property
    def plan(self) -> WallLayout:
        """The layout in use."""
        return self._plan

    def zoom_to(self, side: int) -> None:
        """Scale the photos at once; sharper pictures and a flush right edge follow."""
        side = min(max(side, SMALLEST), LARGEST)
        if side == self._zoom:
            return
        self._zoom = side
        self._still = False
        self._glide.stop()
        if self._anchor is None:
            self._anchor = self._find_anchor()
        self._set_side(side)
        self._settle_timer.start()
        self.zoomed.emit(side)

    def _find_anchor(self) -> tuple[int, int] | None:
        """Return the photo that shall stay where it is, and the height of its middle."""
        shown = self.shown_rows()
        if not shown:
            return None
        current = self.currentIndex().row()
        row = current if current in shown else shown[len(shown) // 2]
        return row, self._rect(row).center().y()

    def _set_side(self, side: int) -> None:
        self._plan = replace(self._plan, side=side)
        self.updateGeometries()
        if self._anchor is not None:
            row, height = self._anchor
            self.verticalScrollBar().setValue(self._plan.cell(row).center().y() - height)
        self.viewport().update()

    def _settle(self) -> None:
        wished = replace(self._plan, side=self._zoom)
        self._glide.setStartValue(self._plan.side)
        self._glide.setEndValue(wished.settled().side)
        self._glide.start()

    def _rest(self) -> None:
        self._still = True
        self._anchor = None
        self.viewport().update()

    # Races

    def _follow_bar(self, place: int) -> None:
        """Tell a race: jumps of more than is in sight, one after the other.

        What is in sight for a frame of it is gone before its pictures could come.
        """
        if abs(place - self._place) > self.viewport().height():
            self._racing = self._race_timer.isActive()
            self._race_timer.start()
        self._place = place

    def _end_race(self) -> None:
        if self._racing:
            self._racing = False
            self.viewport().update()

    # Layout

    def _lay_out(self) -> None:
        sections = self._model.rows.sections
        wished = WallLayout(
            self.viewport().width(),
            self._zoom,
            self._model.rowCount(),
            self._plan.caption,
            HEADER if len(sections) else 0,
            np.concatenate([[0], np.cumsum(sections[:-1])]),
            mirrored=self.isRightToLeft(),
        )
        self._plan = wished.settled()
        self.updateGeometries()

    def updateGeometries(self) -> None:  # noqa: N802
        """Fit the scroll bar to the layout."""
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._plan.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(24, self._plan.pitch // 3))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the photo in the middle where it is; at the top, with none chosen, the top."""
        resting = not self.verticalOffset() and not self.selectionModel().hasSelection()
        anchor = None if resting else self._find_anchor()
        self._lay_out()
        if anchor is not None and event.oldSize().width() != event.size().width():
            self.verticalScrollBar().setValue(self._plan.cell(anchor[0]).center().y() - anchor[1])
        super().resizeEvent(event)

    def shown_rows(self) -> range:
        """Return the rows in sight."""
        top = self.verticalOffset()
        return self._plan.between(top, top + self.viewport().height())

    def _rect(self, row: int) -> QRect:
        return self._plan.cell(row).translated(0, -self.verticalOffset())

    def _repaint(self, photo_id: int) -> None:
        row = self._model.row_of(photo_id)
        if row >= 0 and row in self.shown_rows():
            self.viewport().update(self._rect(row).adjusted(-4, -4, 4, 4))

    # Resets: the list may change under the user, the view must not jump

    def start_over(self) -> None:
        """Show the next answer from its top, with nothing selected."""
        self._follow = False

    def _remember(self) -> None:
        shown = self.shown_rows()
        ids = self._model.ids
        anchor = (ids[shown[0]], self._rect(shown[0]).top()) if shown else None
        current = self.currentIndex().row()
        self._kept = (self.selected_ids(), ids[current] if current >= 0 else -1, anchor)

    def _come_back(self) -> None:
        """Lay out anew; select, focus and show the same photos as before."""
        self._hovered = -1
        self._lay_out()
        if self._kept is not None and self._follow:
            chosen, current, anchor = self._kept
            self._restore(chosen, current, anchor)
        elif not self._follow:
            self.verticalScrollBar().setValue(0)
            self.chosen.emit([])
        self._follow = True
        self._kept = None
        self.viewport().update()

    def _restore(self, chosen: list[int], current: int, anchor: tuple[int, int] | None) -> None:
        rows = self._model.rows
        row = rows.row_of(current)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)
        self.selectionModel().select(self._ranges(rows.whole_rows(chosen)), Flag.Select)
        if anchor is not None and self.verticalOffset() and rows.row_of(anchor[0]) >= 0:
            top = self._plan.cell(rows.row_of(anchor[0])).top()
            self.verticalScrollBar().setValue(top - anchor[1])
        self.chosen.emit(self.selected_ids())

    # Selection

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected photos, all those of closed stacks too, in order."""
        return list(chain.from_iterable(map(self._model.rows.photos, self._spans())))

    def closed_stacks(self) -> int:
        """Return how many closed stacks are selected."""
        return sum(map(self._model.rows.closed, self._spans()))

    def selected_rows(self) -> list[int]:
        """Return the rows of the selected photos, in order."""
        return list(chain.from_iterable(self._spans()))

    def _spans(self) -> list[range]:
        chosen = self.selectionModel().selection().toList()
        return sorted((range(s.top(), s.bottom() + 1) for s in chosen), key=lambda s: s.start)

    def select_photo(self, photo_id: int) -> None:
        """Select one photo, or the stack that it is in, and bring it into view."""
        row = self._model.rows.row_of(photo_id)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(row), Flag.ClearAndSelect)
            self.scrollTo(self._model.index(row))

    def selectionChanged(self, new: QItemSelection, old: QItemSelection) -> None:  # noqa: N802
        """Tell who is selected now."""
        super().selectionChanged(new, old)
        self.viewport().update()
        self.chosen.emit(self.selected_ids())

    def _ranges(self, rows: Sequence[int] | npt.NDArray[np.int64]) -> QItemSelection:
        chosen, ordered = QItemSelection(), np.asarray(rows, np.int64)
        breaks = np.flatnonzero(np.diff(ordered) != 1) + 1
        for run in np.split(ordered, breaks) if len(ordered) else []:
            chosen.select(self._model.index(int(run[0])), self._model.index(int(run[-1])))
        return chosen

    def setSelection(self, rect: QRect, command: Flag) -> None:  # noqa: N802
        """Select from one photo to the other."""
        top = self.verticalOffset()
        ends = [self._plan.at(spot.x(), spot.y() + top) for spot in _corners(rect)]
        rows = range(min(ends), max(ends) + 1) if min(ends) >= 0 else ()
        self.selectionModel().select(self._ranges(rows), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: ARG002, N802
        """Return everything: one repaint is cheaper than the union of many rectangles."""
        return QRegion(self.viewport().rect())

    # Where things are

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Return the photo's square in the viewport."""
        return self._rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """Return the photo under a point of the viewport."""
        row = self._plan.at(point.x(), point.y() + self.verticalOffset())
        return self._model.index(row) if row >= 0 else QModelIndex()

    def scrollTo(  # noqa: N802
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002
    ) -> None:
        """Bring a photo into view with as little movement as possible."""
        if not index.isValid():
            return
        cell, bar = self._plan.cell(index.row()), self.verticalScrollBar()
        room = self._plan.gap + 12
        lowest = cell.bottom() + self._plan.caption + room - self.viewport().height()
        bar.setValue(min(max(bar.value(), lowest), cell.top() - room - self._plan.header))

    def scroll_to_row(self, row: int) -> None:
        """Bring a row to the top, under the header of its section."""
        top = self._plan.cell(row).top() - self._plan.header
        self.verticalScrollBar().setValue(top - (0 if self._plan.header else self._plan.gap))

    def horizontalOffset(self) -> int:  # noqa: N802
        """Return 0: the wall is as wide as the window."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        """Return how far the wall is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002, N802
        """Return False: every photo is shown."""
        return False

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002, N802
        """Return the photo that an arrow key leads to."""
        count, row = self._plan.count, self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._plan.pitch)
        lines = {
            Cursor.MoveUp: -1,
            Cursor.MoveDown: 1,
            Cursor.MovePageUp: -page,
            Cursor.MovePageDown: page,
        }
        onwards = -1 if self._plan.mirrored else 1
        steps = {
            Cursor.MoveLeft: -onwards,
            Cursor.MovePrevious: -1,
            Cursor.MoveRight: onwards,
            Cursor.MoveNext: 1,
            Cursor.MoveHome: -count,
            Cursor.MoveEnd: count,
        }
        if row < 0:
            return self._model.index(0)
        if action in lines:
            return self._model.index(self._plan.vertical_step(row, lines[action]))
        return self._model.index(min(max(row + steps[action], 0), count - 1))


def _corners(rect: QRect) -> tuple[QPoint, QPoint]:
    return rect.topLeft(), rect.bottomRight()
