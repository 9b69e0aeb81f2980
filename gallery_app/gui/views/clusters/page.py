"""The groups: a bar to choose how fine and what to do, the cards, what is in the chosen one."""

from PySide6.QtCore import QAbstractItemModel, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.gui.models.clusters import Clusters
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.clusters.cards import ClusterCards
from gallery_app.gui.views.clusters.panel import GroupPanel
from gallery_app.gui.views.empty import EmptyState


class ClustersPage(QStackedWidget):
    """The cards, or why there are none.

    Signals:
        group_asked: Look for groups now.
    """

    group_asked = Signal()

    def __init__(
        self,
        model: Clusters,
        names: QAbstractItemModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clusters")
        self._model = model
        self.cards = ClusterCards(model, names, thumbnails, self)
        self.panel = GroupPanel(thumbnails, self)
        self._count = label("", "quiet", self)
        self.merge = button(self.tr("Merge"), parent=self)
        self.merge.setToolTip(self.tr("Make the chosen groups one (M), or drag one onto another"))
        self.merge.clicked.connect(self.cards.merge)
        self.split = button(self.tr("Split"), parent=self)
        self.split.setToolTip(self.tr("Split the chosen group as its photos look (S)"))
        self.split.clicked.connect(self.cards.ask_split)
        self.dismiss = button(self.tr("Not a group"), parent=self)
        self.dismiss.setToolTip(self.tr("Never show the chosen groups again (N)"))
        self.dismiss.clicked.connect(self.cards.dismiss)
        self.fineness = QSlider(Qt.Orientation.Horizontal, self)
        self._build()
        self.cards.chosen.connect(self._follow_choice)
        self.cards.level_asked.connect(self._step)
        model.shown.connect(self._on_shown)
        self._follow_choice()

    def _build(self) -> None:
        self.fineness.setFixedWidth(140)
        self.fineness.setPageStep(1)
        self.fineness.setTickPosition(QSlider.TickPosition.NoTicks)
        self.fineness.setAccessibleName(self.tr("How fine the groups are"))
        self.fineness.setToolTip(self.tr("Few large groups, or many small ones (, and .)"))
        self.fineness.valueChanged.connect(self._on_moved)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar(page))
        column.addWidget(self.cards, 1)
        column.addWidget(self.panel)
        self.addWidget(page)
        empty = EmptyState(
            "groups",
            self.tr("No groups yet"),
            self.tr(
                "Handful puts photos of the same thing together. Name a group, and all are tagged."
            ),
            self.tr("Find groups"),
            self,
        )
        empty.pressed.connect(self.group_asked)
        self.addWidget(empty)

    def _bar(self, page: QWidget) -> QFrame:
        bar = QFrame(page)
        bar.setObjectName("pageBar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 8, 20, 8)
        line.setSpacing(8)
        line.addWidget(self._count)
        line.addStretch()
        for each in (self.merge, self.split, self.dismiss):
            line.addWidget(each)
        line.addSpacing(16)
        line.addWidget(label(self.tr("Coarser"), "caption", bar))
        line.addWidget(self.fineness)
        line.addWidget(label(self.tr("Finer"), "caption", bar))
        return bar

    def _on_shown(self) -> None:
        model = self._model
        # Where a level has no groups but others have, the slider must stay in reach.
        self.setCurrentIndex(0 if model.levels else 1)
        with QSignalBlocker(self.fineness):
            self.fineness.setRange(0, max(0, len(model.levels) - 1))
            if model.level in model.levels:
                self.fineness.setValue(model.levels.index(model.level))
        self.fineness.setEnabled(len(model.levels) > 1)
        cards = model.rows
        words = self.tr("%Ln groups", "", len(cards))
        named = sum(1 for card in cards if card.cluster.name)
        self._count.setText(words + self.tr(", {n} named").format(n=named))
        self._follow_choice()

    def _on_moved(self, place: int) -> None:
        self._model.show_level(self._model.levels[place])
        self.cards.scrollToTop()

    def _step(self, step: int) -> None:
        self.fineness.setValue(self.fineness.value() + step)

    def _follow_choice(self) -> None:
        chosen = self.cards.chosen_ids()
        self.merge.setEnabled(len(chosen) > 1)
        self.split.setEnabled(len(chosen) == 1)
        self.dismiss.setEnabled(bool(chosen))
        wanted = set(chosen)
        self.panel.show_cards([c for c in self._model.rows if c.cluster.id in wanted])
