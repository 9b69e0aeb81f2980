"""The map with its bar: what colours show, lasso, zoom; under it the legend."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.domain.photo_map import Shade
from gallery_app.gui.models.photo_map import Map
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.choice import Choice
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.map.canvas import MapCanvas
from gallery_app.gui.views.map.legend import Legend


class MapPage(QStackedWidget):
    """The map, or why there is none."""

    def __init__(self, model: Map, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self._model = model
        self.canvas = MapCanvas(model, thumbnails, self)
        self.legend = Legend(self)
        self._count = label("", "quiet", self)
        self._hint = label("", "caption", self, wrap=True)
        self.colors = Choice(self.tr("Colour by"), self.tr("What the colours show"), self)
        self.colors.fill([
            (self.tr("Tags"), Shade.TAG),
            (self.tr("Groups"), Shade.CLUSTER),
            (self.tr("Dates"), Shade.DATE),
            (self.tr("How sure suggestions are"), Shade.SURENESS),
        ])
        self.colors.activated.connect(lambda _row: model.color_by(Shade(self.colors.currentData())))
        self.lasso = button(self.tr("Lasso"), parent=self)
        self.lasso.setCheckable(True)
        self.lasso.setToolTip(
            self.tr("Draw around photos to see them on the wall (Shift+drag; by key: Space)")
        )
        self.lasso.clicked.connect(self._arm)
        self.canvas.ringed.connect(self._tell_ring)
        self.canvas.lasso_ended.connect(lambda: self.lasso.setChecked(False))
        self.whole = button(self.tr("Whole map"), parent=self)
        self.whole.setToolTip(self.tr("Show all of the map (Home)"))
        self.whole.clicked.connect(self.canvas.fit)
        self.anew = button(self.tr("Draw anew"), parent=self)
        self.anew.setToolTip(self.tr("Lay all photos out again"))
        self.anew.clicked.connect(model.draw)
        self.nothing = EmptyState("map", "", "", self.tr("Draw the map"), self)
        self.nothing.pressed.connect(model.draw)
        self._build()
        model.shown.connect(self._on_shown)
        self._on_shown()

    def _build(self) -> None:
        page = QWidget(self)
        bar, foot = QFrame(page), QFrame(page)
        bar.setObjectName("pageBar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(8)
        line.addWidget(self._count)
        line.addStretch()
        line.addWidget(label(self.tr("Colour by"), "caption", bar))
        for each in (self.colors, self.lasso, self.whole, self.anew):
            line.addWidget(each)
        words = QVBoxLayout(foot)
        words.setContentsMargins(20, 8, 20, 10)
        words.setSpacing(4)
        words.addWidget(self.legend)
        words.addWidget(self._hint)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.canvas, 1)
        column.addWidget(foot)
        self.addWidget(page)
        self.addWidget(self.nothing)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Explain the colours of the new palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self.legend.explain(self._model.shade, self._model.shades)
        super().changeEvent(event)

    def _arm(self, armed: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.canvas.lassoing = armed
        self.canvas.setFocus()

    def _tell_ring(self, number: int) -> None:
        """Say how many photos are in the ring, and which keys work there."""
        if number < 0:
            self._on_shown()
            return
        self._show_count(self.tr("%Ln photos in the ring", "", number))
        self._hint.setText(
            self.tr(
                "Arrows move the map under the ring, Shift+↑ and ↓ change its size; "
                "Enter shows its photos on the wall, Esc takes it away."
            )
        )

    def _show_count(self, words: str) -> None:
        self._count.setText(words)
        self.canvas.setAccessibleDescription(words)

    def _on_shown(self) -> None:
        model, number = self._model, len(self._model.map.ids)
        there = number > 0
        if there != (self.currentIndex() == 0):
            self.setCurrentIndex(0 if there else 1)
            if there and self.isVisible():
                self.canvas.setFocus()
        self.anew.setEnabled(not model.drawing)
        self.anew.setText(self.tr("Drawing…") if model.drawing else self.tr("Draw anew"))
        self._show_count(self.tr("%Ln photos", "", number))
        self._hint.setText(
            self.tr(
                "Photos that look alike lie together; directions, axes and "
                "long distances mean nothing."
            )
        )
        self.legend.explain(model.shade, model.shades)
        self.nothing.button.setVisible(not model.drawing)
        if model.drawing:
            words = self.tr("Every photo is being laid beside those that look like it.")
            self.nothing.say(self.tr("Drawing the map…"), words)
        else:
            words = self.tr("See the whole library at once: photos that look alike lie together.")
            self.nothing.say(self.tr("No map yet"), words)
