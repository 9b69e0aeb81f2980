"""The bar at the top: where we are, what to look for, how large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSlider, QToolButton, QWidget

from gallery_app.gui.models.completions import Completions
from gallery_app.gui.views.buttons import IconButton, OneLine, Picture, label
from gallery_app.gui.views.search_bar import SearchBar
from gallery_app.gui.views.wall_layout import LARGEST, SMALLEST


class TopBar(QFrame):
    """Title, search, zoom, panels and the menu.

    Signals:
        back_asked: Return to where we were.
        sidebar_asked: Show or hide the sidebar.
        inspector_asked: Show or hide the inspector.
        zoomed: A photo's wished side in logical pixels.
    """

    back_asked = Signal()
    sidebar_asked = Signal()
    inspector_asked = Signal()
    zoomed = Signal(int)

    def __init__(
        self,
        completions: Completions,
        menu: QMenu,
        sections: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(52)
        self.search = SearchBar(completions, self)
        self.search.setFixedWidth(340)
        self.zoom = QSlider(Qt.Orientation.Horizontal, self)
        self.zoom.setRange(SMALLEST, LARGEST)
        self.zoom.setFixedWidth(120)
        self.zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.zoom.setAccessibleName(self.tr("Size of the photos"))
        self.zoom.setToolTip(self.tr("Size of the photos (Ctrl and wheel, or + and -)"))
        self.zoom.valueChanged.connect(self.zoomed)
        self._title = OneLine("", "subtitle", self)
        self._count = label("", "caption", self)
        self.back = IconButton("back", self.tr("Back (Esc)"), self)
        self.back.clicked.connect(self.back_asked)
        self._zoom_group = QWidget(self)
        self._build(menu, sections)

    def _build(self, menu: QMenu, sections: QMenu) -> None:
        panel = IconButton("sidebar", self.tr("Sidebar (Ctrl+B)"), self)
        panel.clicked.connect(self.sidebar_asked)
        inspector = self._inspector = IconButton("inspector", self.tr("Inspector (I)"), self)
        inspector.clicked.connect(self.inspector_asked)
        more = IconButton("menu", self.tr("Menu"), self)
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        zoom = QHBoxLayout(self._zoom_group)
        zoom.setContentsMargins(0, 0, 0, 0)
        zoom.setSpacing(4)
        order = IconButton("sections", self.tr("Sections of the wall (Alt+0 to 5)"), self)
        order.setMenu(sections)
        order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        zoom.addWidget(order)
        zoom.addWidget(Picture("zoom-small", 20, self))
        zoom.addWidget(self.zoom)
        zoom.addWidget(Picture("zoom-large", 20, self))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(8)
        self._panels: tuple[QWidget, ...] = (panel, inspector, self.search)
        left: tuple[QWidget, ...] = (panel, self.back, self._title, self._count)
        for part in left:
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.search)
        line.addStretch(1)
        right: tuple[QWidget, ...] = (self._zoom_group, inspector, more)
        for part in right:
            line.addWidget(part)

    def show_welcome(self) -> None:
        """Show the menu and nothing else: there is nothing to look at yet."""
        self.show_place("", can_go_back=False, can_zoom=False)
        for part in self._panels:
            part.hide()

    def show_place(
        self, title: str, *, can_go_back: bool, can_zoom: bool, can_inspect: bool = False
    ) -> None:
        """Say where we are, and offer what can be done here."""
        for part in self._panels:
            part.show()
        self._inspector.setVisible(can_inspect)
        self._title.setText(title)
        self.back.setVisible(can_go_back)
        self._zoom_group.setVisible(can_zoom)

    def show_count(self, words: str) -> None:
        """Say how many photos there are."""
        self._count.setText(words)

    def show_zoom(self, side: int) -> None:
        """Follow the wall."""
        self.zoom.setValue(side)
