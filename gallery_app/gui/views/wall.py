"""The wall of photos."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.section_titles import section_title
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.drag_picture import drag_picture
from gallery_app.gui.views.planned_view import Flag, PlannedView
from gallery_app.gui.views.rubber_band import RubberBand
from gallery_app.gui.views.scroll_bubble import ScrollBubble
from gallery_app.gui.views.spoken_wall import SpokenWall
from gallery_app.gui.views.stack_marks import badge_rect, paint_frame
from gallery_app.gui.views.tiles import Tiles
from gallery_app.gui.views.wall_delegate import WallDelegate, tick_rect
from gallery_app.gui.views.wall_headers import WallHeaders

Mods = Qt.KeyboardModifier


class Wall(PlannedView):
    """Photos as squares, under the headers of their sections.

    Signals:
        opened: The id of a photo to look at.
        menu_asked: Where on the screen.
    """

    opened = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        model: PhotoWall,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
        caption: int = 0,
    ) -> None:
        super().__init__(model, parent, caption)
        self._thumbnails = thumbnails
        self._tiles = Tiles(thumbnails, self)
        self._delegate = WallDelegate(model, thumbnails, self._tiles)
        self._headers = WallHeaders()
        self._band = RubberBand(self, self._select_touched)
        self._before_band: list[int] = []
        self._bubble = ScrollBubble(self, self._moment)
        self._spoken = SpokenWall(self)
        self._dress()
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

    def _moment(self) -> str:
        """Return the date, or the section, of what is at the top."""
        shown = self.shown_rows()
        return self._model.moment(shown[0]) if shown else ""

    # Sections

    def select_section(self, section: int, *, more: bool = False) -> None:
        """Choose the photos of a section; all of them chosen, let go of them.

        Args:
            section: Which.
            more: Whether the photos chosen before stay chosen.
        """
        rows = self._plan.photos_of(section)
        flag = Flag.ClearAndSelect
        if more:
            all_chosen = self._ticked(section) == Qt.CheckState.Checked
            flag = Flag.Deselect if all_chosen else Flag.Select
        self.selectionModel().select(self._ranges(rows), flag)

    def step_section(self, by: int) -> None:
        """Go to the first photo of the next section, or of the one before."""
        row = max(0, self.currentIndex().row())
        section = self._plan.section_of(row) + by
        if 0 <= section < len(self._plan.starts) and self._plan.count:
            index = self._model.index(self._plan.photos_of(section)[0])
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            self.verticalScrollBar().setValue(self._plan.header_rect(section).top())

    def _ticked(self, section: int) -> Qt.CheckState:
        rows = self._plan.photos_of(section)
        chosen = 0
        for span in self.selectionModel().selection().toList():
            chosen += max(0, min(span.bottom(), rows[-1]) - max(span.top(), rows[0]) + 1)
        if not chosen:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if chosen == len(rows) else Qt.CheckState.PartiallyChecked

    # Stacks

    def toggle_stack(self) -> None:
        """Open the stack of the current photo, or close it."""
        if self.currentIndex().isValid():
            self._model.toggle_stack(self.currentIndex().row())

    def _on_badge(self, index: QModelIndex, point: QPoint) -> bool:
        rows = self._model.rows
        stack = rows.stack(index.row()) if index.isValid() else None
        if stack is None or not rows.is_cover(index.row()):
            return False
        return badge_rect(self.visualRect(index), stack.photos).contains(point)

    # Gestures

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell a screen reader which photo has the keys."""
        super().focusInEvent(event)
        # Qt tells afterwards that the wall itself has them
        QTimer.singleShot(0, self._spoken, self._spoken.tell_current)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose: a photo, on its tick without giving up the others, a section, or by a box.

        A click on the number of a stack opens or closes it.
        """
        point = event.position().toPoint()
        index = self.indexAt(point)
        section = self._headers.at(self._plan, point, self.verticalOffset())
        more = bool(event.modifiers() & (Mods.ControlModifier | Mods.ShiftModifier))
        if event.button() == Qt.MouseButton.LeftButton and section >= 0:
            from_edge = self.viewport().width() - point.x() if self._plan.mirrored else point.x()
            self.select_section(section, more=more or from_edge < self._plan.left + 28)
        elif event.button() == Qt.MouseButton.LeftButton and self._on_badge(index, point):
            self._model.toggle_stack(index.row())
        elif index.isValid() and tick_rect(self.visualRect(index)).contains(point):
            self.selectionModel().setCurrentIndex(index, Flag.Toggle)
        elif event.button() == Qt.MouseButton.LeftButton and not index.isValid():
            self._before_band = self.selected_rows() if more else []
            if not more:
                self.clearSelection()
            self._band.begin(point)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Stretch the box, or follow the pointer."""
        point = event.position().toPoint()
        if self._band.active:
            self._band.move(point)
            return
        section = self._headers.at(self._plan, point, self.verticalOffset())
        row = self.indexAt(point).row() if section < 0 else -1
        if (row, section) != (self._hovered, self._headers.hovered):
            self._hovered, self._headers.hovered = row, section
            self.viewport().update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go of the box."""
        if self._band.active:
            self._band.end()
        else:
            super().mouseReleaseEvent(event)

    def _select_touched(self, box: QRect) -> None:
        rows = [*self._before_band, *self._plan.touched(box).tolist()]
        self.selectionModel().select(self._ranges(sorted(set(rows))), Flag.ClearAndSelect)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the pointer."""
        self._hovered = self._headers.hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Look at the photo, unless a header lies over it."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if self._headers.at(self._plan, point, self.verticalOffset()) < 0 and not self._on_badge(
            index, point
        ):
            self._open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Look at the photo with Enter or Space; Ctrl and arrows step through sections."""
        controlled = event.modifiers() == Mods.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        elif controlled and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step_section(1 if event.key() == Qt.Key.Key_Down else -1)
        elif (
            event.key() == Qt.Key.Key_A
            and event.modifiers() == Mods.ControlModifier | Mods.ShiftModifier
        ):
            self.select_section(self._plan.section_of(max(0, self.currentIndex().row())))
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
        if event.modifiers() & Mods.ControlModifier:
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
        rows = self.selected_rows()
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([self._model.index(row) for row in rows]))
        ratio = self.devicePixelRatioF()
        tiles = [self._tiles.tile(self._model.ids[row], 96, ratio) for row in rows[:3]]
        number = len(self.selected_ids())
        picture: QPixmap = drag_picture([tile for tile in tiles if tile], number, ratio)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(24, 24))
        drag.exec(actions)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what is in view, and nothing else."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), theme.colors().wall)
            selection = self.selectionModel()
            top = self.verticalOffset()
            shown = self._plan.between(top + event.rect().top(), top + event.rect().bottom())
            self._paint_open_stacks(painter, shown)
            for row in shown:
                cell = self._rect(row)
                index = self._model.index(row)
                self._delegate.paint(
                    painter,
                    cell,
                    row,
                    selected=selection.isSelected(index),
                    hovered=row == self._hovered,
                    still=self._still and not self._racing,
                )
                if self._plan.caption:
                    self._paint_caption(painter, cell, row)
            if self._plan.header and self._plan.count:
                self._paint_headers(painter, event.rect())
            if self.hasFocus() and self.currentIndex().isValid():
                self._delegate.paint_focus(painter, self._rect(self.currentIndex().row()))
            self._band.paint(painter)

    def _paint_open_stacks(self, painter: QPainter, shown: range) -> None:
        rows = self._model.rows
        stacks = {row: stack for row in shown if (stack := rows.stack(row)) and rows.is_open(stack)}
        for row, stack in stacks.items():
            cell = self._rect(row)
            left, right = (
                stacks.get(near) is stack and self._rect(near).top() == cell.top()
                for near in ((row + 1, row - 1) if self._plan.mirrored else (row - 1, row + 1))
            )
            paint_frame(painter, cell, self._plan.gap, first=not left, last=not right)

    def _paint_caption(self, painter: QPainter, cell: QRect, row: int) -> None:
        painter.setPen(theme.colors().quiet)
        painter.setFont(theme.font(theme.SMALL))
        under = QRect(cell.left(), cell.bottom() + 1, cell.width(), self._plan.caption)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._model.caption(row))

    def _paint_headers(self, painter: QPainter, area: QRect) -> None:
        plan, top = self._plan, self.verticalOffset()
        shown = range(plan.section_at(top), plan.section_at(top + self.viewport().height()) + 1)
        sections = self._model.arrangement.sections
        for section in reversed(shown):
            rect = self._headers.rect(plan, section, top)
            if not rect.intersects(area):
                continue
            number = sections[section].photos
            words = (
                section_title(sections[section].key, self._model.arrangement.grouping),
                self.tr("%Ln photos", "", number),
            )
            hovered = section == self._headers.hovered
            ticked = self._ticked(section)
            self._headers.paint(painter, rect, words, ticked=ticked, hovered=hovered)
