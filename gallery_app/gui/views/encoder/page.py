"""The encoder screen: the one in use on top; below, training, comparing, fetching."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gallery_app.domain.training import TrainReport
from gallery_app.gui.models.model_set import ModelSet
from gallery_app.gui.views.encoder.before_after import BeforeAfterPage
from gallery_app.gui.views.encoder.explained import MethodsExplained
from gallery_app.gui.views.encoder.in_use import InUseCard
from gallery_app.gui.views.encoder.live import TrainLive
from gallery_app.gui.views.encoder.ready_made import ReadyMadePage
from gallery_app.gui.views.encoder.setup import TrainSetup

TRAIN, COMPARE, READY_MADE = range(3)


class EncoderPage(QWidget):
    """The screen.

    Signals:
        file_asked: Add an encoder from a file.
        photo_opened: A photo's id.
    """

    file_asked = Signal()
    photo_opened = Signal(int)

    def __init__(self, models: ModelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("encoder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._models = models
        self._reading = False
        training, encoders, compared = models.training, models.encoders, models.before_after
        self.in_use = InUseCard(encoders, compared, self)
        self.tabs = QTabBar(self)
        self.setup = TrainSetup(training, encoders, models.wall, self)
        self.live = TrainLive(training, self)
        self.explained = MethodsExplained(self)
        self.before_after = BeforeAfterPage(compared, encoders, models.thumbnails, self)
        self.ready_made = ReadyMadePage(encoders, self)
        self._training_pages = QStackedWidget(self)
        self._pages = QStackedWidget(self)
        self._build()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.setup.explain_asked.connect(lambda: self._explain(reading=True))
        self.explained.left.connect(lambda: self._explain(reading=False))
        self.before_after.left.connect(lambda: self.tabs.setCurrentIndex(TRAIN))
        self.before_after.rows.opened.connect(self.photo_opened)
        self.ready_made.file_asked.connect(self.file_asked)
        self.ready_made.compared.connect(self._compare)
        training.moved.connect(self._show_training)
        training.ended.connect(self._end)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.setSpacing(12)
        top.addWidget(self.in_use)
        for title in (self.tr("Train"), self.tr("Before and after"), self.tr("Encoders")):
            self.tabs.addTab(title)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Train, compare, or choose an encoder"))
        top.addWidget(self.tabs)
        column.addLayout(top)
        for page in (self.setup, self.live, self.explained):
            self._training_pages.addWidget(_scrolling(page, self.tr("Train")))
        self._pages.addWidget(self._training_pages)
        self._pages.addWidget(_scrolling(self.before_after, self.tr("Before and after")))
        self._pages.addWidget(_scrolling(self.ready_made, self.tr("Encoders")))
        column.addWidget(self._pages, 1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look at the encoders anew whenever the screen is shown."""
        super().showEvent(event)
        self._models.encoders.refresh()
        self._models.training.refresh()

    def _explain(self, *, reading: bool) -> None:
        self._reading = reading
        self._show_training()
        (self.explained.back if reading else self.setup.explain).setFocus()

    def _show_training(self) -> None:
        if self._models.training.state != "idle":
            self._training_pages.setCurrentIndex(1)
        else:
            self._training_pages.setCurrentIndex(2 if self._reading else 0)

    def _end(self, report: TrainReport) -> None:
        self._models.before_after.show_report(report)
        self._models.encoders.refresh()
        if report.comparison is not None:
            self.tabs.setCurrentIndex(COMPARE)

    def _compare(self, name: str) -> None:
        served = self._models.encoders.shelf.in_use
        if served is not None:
            self._models.before_after.compare(served.name, name)
            self.tabs.setCurrentIndex(COMPARE)


def _scrolling(page: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    page.setObjectName(page.objectName() or "page")
    area.setWidget(page)
    return area
