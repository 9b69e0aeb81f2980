"""Tag health: what may be wrong with the user's own tags, each with a way to settle it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.tag import SEPARATOR, leaf
from gallery_app.domain.teaching import Mistake, Split, Twins
from gallery_app.gui import theme
from gallery_app.gui.models.health import Health
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import ARROW, OneLine, button, label
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.suggestion_row import PhotoStrip

BIG, SMALL = 84, 56
WIDEST = 860


class DoubtCard(QFrame):
    """One doubt: photos, what is odd about them, and buttons.

    Signals:
        split_asked: The second part shall have a name of its own.
    """

    split_asked = Signal(int)

    def __init__(
        self, health: Health, row: int, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._health = health
        self._row = row
        self._thumbnails = thumbnails
        self.buttons: list[QPushButton] = []
        self._title = label(str(health.index(row).data()), "subtitle", self)
        self._answer = label("", "strong", self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(14, 12, 14, 12)
        self._line.setSpacing(16)
        doubt = health.row(row)
        if isinstance(doubt, Mistake):
            self._build_mistake(doubt)
        elif isinstance(doubt, Split):
            self._build_split(doubt)
        else:
            self._build_twins(doubt)
        self._line.addWidget(self._answer)
        self.follow()

    def _build_mistake(self, doubt: Mistake) -> None:
        self._line.addWidget(
            PhotoStrip(self._health.photos([doubt.photo_id]), self._thumbnails, self, side=BIG)
        )
        words = self.tr("Your other answers give it {p:.0%}.")
        odd = fill(words, p=max(doubt.probability, 0.01))
        if doubt.instead:
            odd += " " + self.tr("It looks like “{tag}”.").format(tag=leaf(doubt.instead))
        self._words(odd, doubt.tag)
        self._add(self.tr("Keep"), self._health.keep)
        self._add(self.tr("Take off"), self._health.remove)
        if doubt.instead:
            words = self.tr("Change to {tag}").format(tag=leaf(doubt.instead))
            self._add(words, self._health.change, "main")

    def _build_split(self, doubt: Split) -> None:
        column = self._words(
            fill(
                self.tr(
                    "Its %Ln photos fall into two kinds; the second has {m:,}.",
                    "",
                    len(doubt.first) + len(doubt.second),
                ),
                m=len(doubt.second),
            ),
            doubt.tag,
        )
        for part in (doubt.first, doubt.second):
            photos = self._health.photos(part)
            column.addWidget(PhotoStrip(photos, self._thumbnails, self, side=SMALL))
        self._add(self.tr("Leave"), self._health.leave)
        self._add(self.tr("Name the second…"), self.split_asked.emit, "main")

    def _build_twins(self, doubt: Twins) -> None:
        column = self._words(
            fill(
                self.tr("{p:.0%} of their photos look as if they carried the other tag."),
                p=doubt.mixed,
            )
        )
        for tag in (doubt.first, doubt.second):
            line = QHBoxLayout()
            name = OneLine(leaf(tag), "caption", self)
            name.setToolTip(tag)
            name.setFixedWidth(theme.scaled(90))
            line.addWidget(name)
            photos = self._health.examples(tag)
            line.addWidget(PhotoStrip(photos, self._thumbnails, self, side=SMALL))
            line.addStretch()
            column.addLayout(line)
        self._add(self.tr("Leave"), self._health.leave)
        words = self.tr("Make it all {tag}").format(tag=leaf(doubt.first))
        self._add(words, self._health.merge, "main")

    def _words(self, odd: str, tag: str = "") -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch()
        if SEPARATOR in tag:
            column.addWidget(label(tag.replace(SEPARATOR, ARROW), "caption", self))
        column.addWidget(self._title)
        column.addWidget(label(odd, "quiet", self, wrap=True))
        self._line.addLayout(column, 1)
        self._column = column
        column.addStretch()
        return column

    def _add(self, words: str, act: Callable[[int], None], role: str = "") -> None:
        made = button(words, role, self)
        made.clicked.connect(lambda: act(self._row))
        self.buttons.append(made)
        self._line.addWidget(made, alignment=Qt.AlignmentFlag.AlignVCenter)

    def follow(self) -> None:
        """Show whether it is settled; the card keeps its place."""
        settled = self._health.settled(self._row)
        self._answer.setText(settled)
        self._answer.setVisible(bool(settled))
        for made in self.buttons:
            made.setVisible(not settled)
        self._title.setEnabled(not settled)


class HealthPage(QStackedWidget):
    """Every doubt, one below the other.

    Signals:
        split_asked: A row whose second part shall get a name.
    """

    split_asked = Signal(int)

    def __init__(
        self, health: Health, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("health")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Tag health"))
        self._health = health
        self._thumbnails = thumbnails
        self.cards: list[DoubtCard] = []
        self._said = label("", "quiet", self)
        self.again = button(self.tr("Look again"), "", self)
        self.again.clicked.connect(health.load)
        waiting = EmptyState(
            "health",
            self.tr("Looking over your tags"),
            self.tr("Each tag of yours is compared with what your other answers say."),
            parent=self,
        )
        self._empty = EmptyState(
            "health",
            self.tr("Your tags look fine"),
            self.tr("No tag disagrees with your others, none looks like two, no two like one."),
            self.tr("Look again"),
            self,
        )
        self._empty.pressed.connect(health.load)
        self._page = self._scroll()
        for each in (waiting, self._empty, self._page):
            self.addWidget(each)
        health.loaded.connect(self._on_loaded)
        health.dataChanged.connect(self._on_settled)

    def _scroll(self) -> QScrollArea:
        area, page = QScrollArea(self), QWidget()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what has the keys in it
        area.setFrameShape(QFrame.Shape.NoFrame)
        page.setObjectName("page")
        head = QHBoxLayout()
        head.addWidget(self._said)
        head.addStretch()
        head.addWidget(self.again)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        inner = QVBoxLayout()
        inner.setSpacing(16)
        inner.addLayout(head)
        inner.addLayout(self._list)
        inner.addStretch()
        held = QWidget(page)
        held.setMaximumWidth(WIDEST)
        held.setLayout(inner)
        line = QHBoxLayout(page)
        line.setContentsMargins(24, 20, 24, 20)
        line.addStretch(1)
        line.addWidget(held, 100)
        line.addStretch(1)
        area.setWidget(page)
        return area

    def _on_loaded(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for row in range(self._health.rowCount()):
            card = DoubtCard(self._health, row, self._thumbnails, self)
            card.split_asked.connect(self.split_asked)
            self._list.addWidget(card)
            self.cards.append(card)
        self._said.setText(self.tr("%Ln things to look at", "", len(self.cards)))
        self.setCurrentWidget(self._page if self.cards else self._empty)

    def _on_settled(self, first: QModelIndex) -> None:
        self.cards[first.row()].follow()
