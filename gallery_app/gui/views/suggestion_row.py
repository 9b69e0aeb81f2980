"""One suggestion: the tag, how sure, why, and two buttons."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from gallery_app.domain.photo import Photo
from gallery_app.domain.suggestion import Suggestion
from gallery_app.domain.tag import leaf
from gallery_app.gui import theme
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.buttons import IconButton, OneLine, label
from gallery_app.gui.views.tiles import square

THUMB = 36


class ProbabilityBar(QWidget):
    """A thin line, as long as the machine is sure."""

    def __init__(self, probability: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._probability = probability
        self.setFixedHeight(4)
        self.setAccessibleName(localised(f"{probability:.0%}"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colors().line))
            painter.drawRoundedRect(self.rect(), 2, 2)
            painter.setBrush(QColor(theme.colors().accent))
            sure = QRect(0, 0, max(4, round(self.width() * self._probability)), 4)
            sure = QStyle.visualRect(self.layoutDirection(), self.rect(), sure)
            painter.drawRoundedRect(sure, 2, 2)


class PhotoStrip(QWidget):
    """A few small photos side by side.

    Signals:
        opened: A photo's id.
    """

    opened = Signal(int)

    def __init__(
        self,
        photos: list[Photo],
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
        side: int = THUMB,
    ) -> None:
        super().__init__(parent)
        self._photos = photos
        self._thumbnails = thumbnails
        self._side = side
        self.setFixedHeight(side)
        self._name()
        thumbnails.arrived.connect(self._on_arrived)

    def show_photos(self, photos: list[Photo]) -> None:
        """Show other photos."""
        if photos != self._photos:
            self._photos = photos
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(", ".join(photo.path.name for photo in self._photos))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for every photo."""
        return QSize(len(self._photos) * (self._side + 4), self._side)

    def rect_of(self, place: int) -> QRect:
        """Return where a photo is."""
        area = QRect(place * (self._side + 4), 0, self._side, self._side)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)

    def _on_arrived(self, photo_id: int) -> None:
        if any(photo.id == photo_id for photo in self._photos):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint them."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ratio = self.devicePixelRatioF()
            for place, photo in enumerate(self._photos):
                self._thumbnails.want(photo, round(self._side * ratio * 1.5))
                image = self._thumbnails.image(photo.id)
                area = self.rect_of(place)
                if image is not None:
                    cut = square(image, round(self._side * ratio), ratio)
                    painter.drawPixmap(area.topLeft(), cut)
                else:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(theme.colors().tile))
                    painter.drawRoundedRect(area, 4, 4)


class SuggestionRow(QWidget):
    """A suggestion of the inspector.

    Signals:
        accepted: The tag.
        refused: The tag.
        where_asked: The tag, of which the part that speaks for it shall be shown.
    """

    accepted = Signal(str)
    refused = Signal(str)
    where_asked = Signal(str)

    def __init__(
        self,
        suggestion: Suggestion,
        speakers: list[Photo],
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tag = suggestion.tag
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(4)
        name = OneLine(leaf(tag), "strong", self)
        name.setToolTip(f"{tag}\n{suggestion.model}")
        line.addWidget(name)
        line.addStretch()
        sure = localised(f"{min(suggestion.probability, 0.99):.0%}")
        line.addWidget(label(sure, "caption", self))
        line.addSpacing(4)
        self.yes = IconButton("check", self.tr("Accept “{tag}”").format(tag=tag), self)
        self.no = IconButton("cross", self.tr("Never suggest “{tag}” here").format(tag=tag), self)
        self.yes.setProperty("role", "yes")
        self.no.setProperty("role", "no")
        self.yes.clicked.connect(lambda: self.accepted.emit(tag))
        self.no.clicked.connect(lambda: self.refused.emit(tag))
        line.addWidget(self.yes)
        line.addWidget(self.no)
        column.addLayout(line)
        column.addWidget(ProbabilityBar(suggestion.probability, self))
        if speakers:
            reason = QHBoxLayout()
            reason.addWidget(label(self.tr("because of"), "caption", self))
            reason.addWidget(PhotoStrip(speakers, thumbnails, self))
            tip = self.tr("Show which part of the photo speaks most for “{tag}”").format(tag=tag)
            self.where = IconButton("part", tip, self)
            self.where.clicked.connect(lambda: self.where_asked.emit(tag))
            reason.addStretch()
            reason.addWidget(self.where)
            column.addLayout(reason)
