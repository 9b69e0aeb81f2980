"""Photos like one photo."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.domain.part import Part
from gallery_app.domain.photo import Photo
from gallery_app.gui.models.similar import SimilarWall
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import OneLine, label
from gallery_app.gui.views.distance_scale import DistanceScale
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.suggestion_row import PhotoStrip
from gallery_app.gui.views.wall import Wall

CAPTION = 22
COVER = 48
QUICK_MS = 200
"""An answer that comes sooner needs no word before it."""


class SimilarPage(QFrame):
    """The ranked wall under a bar with the photo, and a scale with the cut.

    Signals:
        left: Back to where the user came from.
    """

    left = Signal()

    def __init__(
        self, model: SimilarWall, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("similar")
        self._model = model
        self._thumbnails = thumbnails
        self.wall = Wall(model, thumbnails, self, caption=CAPTION)
        self.scale = DistanceScale(self)
        self.scale.moved.connect(model.set_cut)
        self._name = OneLine("", "subtitle", self)
        self._count = label("", "caption", self)
        self._cover = QWidget(self)
        self._nothing = EmptyState("similar", "", "", self.tr("Back"), self)
        self._nothing.pressed.connect(self.left)
        self._pages = QStackedWidget(self)
        self._waiting = QTimer(self, singleShot=True, interval=QUICK_MS)
        self._waiting.timeout.connect(self._say_waiting)
        self._build()
        model.ranked.connect(self._on_ranked)
        model.refused.connect(lambda sentence, _position: self._say(sentence))

    def _build(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("pageBar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 10, 20, 10)
        line.setSpacing(12)
        self._line = line
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._count)
        line.addWidget(self._cover)
        line.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.scale)
        self._pages.addWidget(self.wall)
        self._pages.addWidget(self._nothing)
        column.addWidget(self._pages)

    def show_source(self, photo: Photo, part: Part | None = None) -> None:
        """Show which photo, or part of it, the others are like."""
        words = self.tr("Like this part of {name}") if part else self.tr("Similar to {name}")
        self._name.setText(words.format(name=photo.path.name))
        cover = PhotoStrip([photo], self._thumbnails, self, side=COVER)
        cover.setFixedWidth(COVER)
        self._line.replaceWidget(self._cover, cover)
        self._cover.deleteLater()
        self._cover = cover

    def wait(self) -> None:
        """Say soon that photos are being compared: the first time, a process starts for it."""
        self._waiting.start()

    def _say_waiting(self) -> None:
        self._count.setText("")
        self.scale.show_found([], self._model.cut)
        self._nothing.say(self.tr("Comparing photos…"), "")
        self._pages.setCurrentIndex(1)

    def _say(self, sentence: str) -> None:
        self._waiting.stop()
        self._count.setText("")
        self._nothing.say(self.tr("Nothing to compare with yet"), sentence)
        self._pages.setCurrentIndex(1)

    def _on_ranked(self) -> None:
        self._waiting.stop()
        self._pages.setCurrentIndex(0 if self._model.rowCount() else 1)
        self._nothing.say(self.tr("Nothing that near"), self.tr("Drag the cut on to see more."))
        self.scale.show_found(self._model.cosines, self._model.cut)
        words = self.tr("%Ln photos within a distance of {cut:.2f}", "", len(self._model.ids))
        self._count.setText(fill(words, cut=1 - self._model.cut))
