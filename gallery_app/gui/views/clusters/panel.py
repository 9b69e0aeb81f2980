"""What is in the chosen group: its tags, the photos that least belong, and a split on offer."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gallery_app.domain.cluster import TagShare, split_between
from gallery_app.domain.tag import leaf
from gallery_app.gui import theme
from gallery_app.gui.models.clusters import Card, group_title
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.buttons import OneLine, button, label
from gallery_app.gui.views.clusters.tag_colors import tag_color
from gallery_app.gui.views.flow import Flow
from gallery_app.gui.views.keys import sideways
from gallery_app.gui.views.suggestion_row import PhotoStrip

ODD_SIDE, DOT, HEIGHT = 56, 8, 132
MOST_TAGS = 6


class TagLegend(QWidget):
    """A dot in the tag's colour, the tag, and its share."""

    def __init__(self, share: TagShare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag = share.tag
        line = QHBoxLayout(self)
        line.setContentsMargins(DOT + 6, 0, 10, 0)
        words = f"{leaf(share.tag)} {localised(f'{share.share:.0%}')}"
        line.addWidget(label(words, "caption", self))
        self.setToolTip(self.tr("{tag}: %Ln photos", "", share.photos).format(tag=share.tag))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the dot."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tag_color(self._tag)))
            painter.drawEllipse(QRectF(0, (self.height() - DOT) / 2, DOT, DOT))


class OddOnes(PhotoStrip):
    """The photos that least belong; a click takes one out.

    Signals:
        left_out: A photo's id.
    """

    left_out = Signal(int)

    def __init__(self, card: Card, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(list(card.odd), thumbnails, parent, side=ODD_SIDE)
        self._ids = [photo.id for photo in card.odd]
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(
            self.tr("A click takes the photo out of this group; so do the arrows and Enter")
        )
        self.setAccessibleName(self.tr("Odd ones out"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._at = 0
        self._go(0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return room for one photo; more are cut off in a narrow window."""
        return QSize(ODD_SIDE, ODD_SIDE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take out the photo under the pointer."""
        point = event.position().toPoint()
        for place, photo_id in enumerate(self._ids):
            if self.rect().contains(point) and self.rect_of(place).contains(point):
                self.left_out.emit(photo_id)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose with the arrows, take out with Enter."""
        step = sideways(event, self)
        if step:
            self._go(min(max(self._at + step, 0), len(self._ids) - 1))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}:
            self.left_out.emit(self._ids[self._at])
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self._at = place
        self.setAccessibleDescription(self._photos[place].path.name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the photos, and a frame around the one that Enter takes out."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colors().accent), 2))
            painter.drawRoundedRect(self.rect_of(self._at).adjusted(1, 1, -1, -1), 4, 4)


class GroupPanel(QFrame):
    """Below the cards.

    Signals:
        taken_out: A cluster's id, and the ids of photos that do not belong.
        split_asked: A cluster's id, and the two tags to split between.
    """

    taken_out = Signal(int, list)
    split_asked = Signal(int, list)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groupPanel")
        self.setFixedHeight(HEIGHT)
        self._thumbnails = thumbnails
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        self._inside = QWidget(self)
        column.addWidget(self._inside)
        self.show_cards([])

    def show_cards(self, cards: list[Card]) -> None:
        """Show what is in the only chosen group, or a hint."""
        inside = QWidget(self)
        line = QHBoxLayout(inside)
        line.setContentsMargins(20, 12, 20, 12)
        line.setSpacing(32)
        if len(cards) == 1:
            line.addLayout(self._about(cards[0], inside), 1)
            line.addLayout(self._odd(cards[0], inside), 1)
        else:
            line.addWidget(self._hint(len(cards)))
        self._column.replaceWidget(self._inside, inside)
        self._inside.deleteLater()
        self._inside = inside

    def _hint(self, chosen: int) -> QLabel:
        words = self.tr("Choose a group to see its tags and the photos that least belong.")
        if chosen:
            words = self.tr(
                "%Ln groups chosen. M makes them one, N means that they are no groups.", "", chosen
            )
        return label(words, "quiet", self)

    def _about(self, card: Card, inside: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(OneLine(group_title(card.cluster), "subtitle", inside))
        tags = QWidget(inside)
        flow = Flow(tags)
        for share in card.tags[:MOST_TAGS]:
            flow.addWidget(TagLegend(share, tags))
        if not card.tags:
            flow.addWidget(label(self.tr("No tags in it yet"), "caption", tags))
        column.addWidget(tags)
        pair = split_between(card.tags)
        if pair:
            words = self.tr("Split between {one} and {other}")
            offer = button(words.format(one=leaf(pair[0]), other=leaf(pair[1])), parent=inside)
            offer.setObjectName("splitOffer")
            offer.clicked.connect(lambda: self.split_asked.emit(card.cluster.id, list(pair)))
            column.addWidget(offer, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return column

    def _odd(self, card: Card, inside: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        if not card.odd:
            column.addWidget(label(self.tr("All its photos belong together."), "caption", inside))
            column.addStretch()
            return column
        line = QHBoxLayout()
        line.addWidget(label(self.tr("Odd ones out"), "strong", inside))
        every = button(self.tr("Take all out"), "link", inside)
        ids = [photo.id for photo in card.odd]
        every.clicked.connect(lambda: self.taken_out.emit(card.cluster.id, ids))
        line.addWidget(every)
        line.addStretch()
        column.addLayout(line)
        self.odd = OddOnes(card, self._thumbnails, inside)
        self.odd.left_out.connect(lambda i: self.taken_out.emit(card.cluster.id, [i]))
        column.addWidget(self.odd)
        column.addStretch()
        return column
