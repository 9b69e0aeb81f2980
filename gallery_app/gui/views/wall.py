"""The wall of photos: a view whose layout is a sum, with a zoom that never waits."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
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
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.drag_picture import drag_picture
from gallery_app.gui.views.tiles import Tiles
from gallery_app.gui.views.wall_delegate import WallDelegate, tick_rect
from gallery_app.gui.views.wall_layout import LARGEST, SMALLEST, WallLayout

SETTLE_MS = 140
Flag = QItemSelectionModel.SelectionFlag
Cursor = QAbstractItemView.CursorAction
Index = QModelIndex | QPersistentModelIndex


class Wall(QAbstractItemView):
    """Photos as squares.

    Signals:
        opened: The id of a photo to look at.
        chosen: The ids of the selected photos, in order.
        zoomed: The wished side of a photo in logical pixels.
        menu_asked: Where on the screen.
    """

    opened = Signal(int)
    chosen = Signal(object)
    zoomed = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        model: PhotoWall,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
        caption: int = 0,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbnails = thumbnails
        self._tiles = Tiles(thumbnails, self)
        self._delegate = WallDelegate(model, thumbnails, self._tiles)
        self._zoom = 176
        self._still = True
        self._hovered = -1
        self._anchor: tuple[int, int] | None = None
        self._kept: tuple[list[int], int, tuple[int, int] | None] | None = None
        self._follow = True
        self._plan = WallLayout(640, self._zoom, 0, caption)
        self._settle_timer = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle_timer.timeout.connect(self._settle)
        self._glide = QVariantAnimation(self, duration=SETTLE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._set_side)
        self._glide.finished.connect(self._rest)
        self._dress()
        model.modelAboutToBeReset.connect(self._remember)
        self.setModel(model)
        # after Qt's own, which clear the selection
        model.modelReset.connect(self._come_back)
        model.dataChanged.connect(self.viewport().update)
        thumbnails.arrived.connect(self._repaint)
        self._tiles.cut.connect(self._repaint)

    def _dress(self) -> None:
        self.setObjectName("wall")
        self.setAccessibleName(self.tr("Photos"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Zoom

    @property
    def zoom(self) -> int:
        """The wished side of a photo, 64 to 512 logical pixels."""
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
        shown = self._shown()
        if not shown:
            return None
        current = self.currentIndex().row()
        row = current if current in shown else shown[len(shown) // 2]
        return row, self._rect(row).center().y()

    def _set_side(self, side: int) -> None:
        plan = self._plan
        self._plan = WallLayout(plan.width, side, plan.count, plan.caption)
        self.updateGeometries()
        if self._anchor is not None:
            row, height = self._anchor
            self.verticalScrollBar().setValue(self._plan.cell(row).center().y() - height)
        self.viewport().update()

    def _settle(self) -> None:
        wished = WallLayout(self._plan.width, self._zoom, self._plan.count, self._plan.caption)
        self._glide.setStartValue(self._plan.side)
        self._glide.setEndValue(wished.settled().side)
        self._glide.start()

    def _rest(self) -> None:
        self._still = True
        self._anchor = None
        self.viewport().update()

    # Layout

    def _lay_out(self) -> None:
        wished = WallLayout(
            self.viewport().width(), self._zoom, self._model.rowCount(), self._plan.caption
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
        """Keep the photo in the middle where it is."""
        anchor = self._find_anchor()
        self._lay_out()
        if anchor is not None and event.oldSize().width() != event.size().width():
            self.verticalScrollBar().setValue(self._plan.cell(anchor[0]).center().y() - anchor[1])
        super().resizeEvent(event)

    def _shown(self) -> range:
        top = self.verticalOffset()
        return self._plan.between(top, top + self.viewport().height())

    def _rect(self, row: int) -> QRect:
        return self._plan.cell(row).translated(0, -self.verticalOffset())

    def _repaint(self, photo_id: int) -> None:
        row = self._model.row_of(photo_id)
        if row in self._shown():
            self.viewport().update(self._rect(row).adjusted(-4, -4, 4, 4))

    # Resets: the list may change under the user, the view must not jump

    def start_over(self) -> None:
        """Show the next answer from its top, with nothing selected."""
        self._follow = False

    def _remember(self) -> None:
        shown = self._shown()
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
        row = self._model.row_of(current)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)
        self.selectionModel().select(self._ranges(self._model.rows_of(chosen)), Flag.Select)
        if anchor is not None and self.verticalOffset() and self._model.row_of(anchor[0]) >= 0:
            top = self._plan.cell(self._model.row_of(anchor[0])).top()
            self.verticalScrollBar().setValue(top - anchor[1])
        self.chosen.emit(self.selected_ids())

    # Selection

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected photos, in order."""
        chosen = self.selectionModel().selection().toList()
        spans = sorted((span.top(), span.bottom()) for span in chosen)
        return list(chain.from_iterable(self._model.ids[top : last + 1] for top, last in spans))

    def select_photo(self, photo_id: int) -> None:
        """Select one photo and bring it into view."""
        row = self._model.row_of(photo_id)
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
        """Select from one photo to the other, or what the rubber band touches."""
        top = self.verticalOffset()
        if self.state() == QAbstractItemView.State.DragSelectingState:
            band = rect.normalized().translated(0, top)
            touched = self._plan.between(band.top(), band.bottom())
            rows = [row for row in touched if self._plan.cell(row).intersects(band)]
        else:
            ends = [self._plan.at(spot.x(), spot.y() + top) for spot in _corners(rect)]
            rows = list(range(min(ends), max(ends) + 1)) if min(ends) >= 0 else []
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
        bar.setValue(min(max(bar.value(), lowest), cell.top() - room))

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
        count, columns = self._plan.count, self._plan.columns
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._plan.pitch) * columns
        row = self.currentIndex().row()
        steps = {
            Cursor.MoveLeft: -1,
            Cursor.MovePrevious: -1,
            Cursor.MoveRight: 1,
            Cursor.MoveNext: 1,
            Cursor.MoveUp: -columns,
            Cursor.MoveDown: columns,
            Cursor.MovePageUp: -page,
            Cursor.MovePageDown: page,
            Cursor.MoveHome: -count,
            Cursor.MoveEnd: count,
        }
        return self._model.index(0 if row < 0 else min(max(row + steps[action], 0), count - 1))

    # Gestures

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose; on the tick, without giving up the others."""
        index = self.indexAt(event.position().toPoint())
        tick = tick_rect(self.visualRect(index))
        if index.isValid() and tick.contains(event.position().toPoint()):
            self.selectionModel().setCurrentIndex(index, Flag.Toggle)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer."""
        row = self.indexAt(event.position().toPoint()).row()
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the pointer."""
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Look at the photo."""
        self._open(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Look at the photo with Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Do nothing: letters are gestures here."""

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.ids[index.row()])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of the selected photos."""
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(round(self._zoom * 1.0015 ** event.angleDelta().y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Zoom with two fingers."""
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(round(self._zoom * (1 + event.value())))
            return True
        return super().viewportEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drag the selected photos, shown as a small stack with their number."""
        indexes = self.selectionModel().selectedIndexes()
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(indexes))
        tiles = [self._tiles.tile(self._model.ids[index.row()], 96, 1.0) for index in indexes[:3]]
        picture: QPixmap = drag_picture([tile for tile in tiles if tile], len(indexes))
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(24, 24))
        drag.exec(actions)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what is in view, and nothing else."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.colors().wall)
        selection = self.selectionModel()
        top = self.verticalOffset()
        for row in self._plan.between(top + event.rect().top(), top + event.rect().bottom()):
            cell = self._rect(row)
            index = self._model.index(row)
            self._delegate.paint(
                painter,
                cell,
                row,
                selected=selection.isSelected(index),
                hovered=row == self._hovered,
                still=self._still,
            )
            if self._plan.caption:
                self._paint_caption(painter, cell, row)

    def _paint_caption(self, painter: QPainter, cell: QRect, row: int) -> None:
        painter.setPen(theme.colors().quiet)
        painter.setFont(theme.font(theme.SMALL))
        under = QRect(cell.left(), cell.bottom() + 1, cell.width(), self._plan.caption)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._model.caption(row))


def _corners(rect: QRect) -> tuple[QPoint, QPoint]:
    return rect.topLeft(), rect.bottomRight()
