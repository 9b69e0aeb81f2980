"""The screens between two panels, which keep the widths that the user gave them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gallery_app.gui import theme

SIDEBAR, INSPECTOR = 224, 296


class Panels(QSplitter):
    """Sidebar, screens and inspector; whatever is shown, hidden or resized, the middle gives way.

    Attributes:
        widths: Of the sidebar and the inspector, logical pixels.
    """

    def __init__(
        self,
        sidebar: QWidget,
        middle: QWidget,
        inspector: QWidget,
        widths: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """Join the parts; a width of 0 is for us to choose."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.widths = (
            widths[0] or theme.scaled(SIDEBAR),
            widths[1] or theme.scaled(INSPECTOR),
        )
        self._sidebar, self._inspector = sidebar, inspector
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part in (sidebar, middle, inspector):
            self.addWidget(part)
        self.splitterMoved.connect(self._keep)

    def show_panels(self, *, sidebar: bool, inspector: bool) -> None:
        """Show or hide the panels."""
        self._sidebar.setVisible(sidebar)
        self._inspector.setVisible(inspector)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give or take from the middle."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        left, right = self.widths
        left, right = (
            left * self._sidebar.isVisibleTo(self),
            right * self._inspector.isVisibleTo(self),
        )
        self.setSizes([left, max(1, self.width() - left - right), right])

    def _keep(self) -> None:
        given = self.sizes()
        left, right = self.widths
        self.widths = (given[0] or left, given[2] or right)
