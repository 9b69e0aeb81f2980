"""The panel at the right: facts, tags, suggestions of the chosen photos."""

from PySide6.QtCore import QLocale, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from gallery_app.domain.photo import Photo
from gallery_app.gui import theme
from gallery_app.gui.models.inspection import Inspected, Inspection
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import moment_words
from gallery_app.gui.views.buttons import Picture, breakable, button, label
from gallery_app.gui.views.chips import Chip, TagEntry
from gallery_app.gui.views.flow import Flow
from gallery_app.gui.views.marks import MarkBar
from gallery_app.gui.views.suggestion_row import SuggestionRow

WIDTH = 296
CHIPS = 12
"""Tags shown at once: each costs a few milliseconds, and many photos together carry hundreds."""


class Inspector(QFrame):
    """What is known of the chosen photos, and where tags are given.

    Signals:
        tagged: A new tag, as typed.
        untagged: A tag to take off.
        accepted: A suggested tag.
        refused: A suggested tag.
        where_asked: A suggested tag; the part of the photo that speaks for it shall be shown.
        tag_opened: A tag to go to.
        all_tags_asked: Show every tag of the chosen photos.
        similar_asked: For the chosen photo.
        rated: Stars for the chosen photo.
        picked: Its pick is toggled.
        rejected: Its rejection is toggled.
    """

    tagged = Signal(str)
    untagged = Signal(str)
    accepted = Signal(str)
    refused = Signal(str)
    where_asked = Signal(str)
    tag_opened = Signal(str)
    all_tags_asked = Signal()
    similar_asked = Signal()
    rated = Signal(int)
    picked = Signal()
    rejected = Signal()

    def __init__(
        self,
        inspection: Inspection,
        names: QStringListModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.setObjectName("inspector")
        self.setMinimumWidth(theme.scaled(240))
        self.setMaximumWidth(theme.scaled(420))
        self.entry = TagEntry(names, self)
        self.entry.entered.connect(self.tagged)
        self._facts, self._tags, self._suggested = QWidget(self), QWidget(self), QWidget(self)
        self._tags_heading = label(self.tr("TAGS"), "heading", self)
        self._tags_heading.setContentsMargins(0, 20, 0, 0)
        self._hint = label(
            self.tr("Select photos to see what is known of them and to tag them."),
            "quiet",
            self,
            wrap=True,
        )
        self._similar = button(self.tr("Find similar photos"), "", self)
        self._similar.clicked.connect(self.similar_asked)
        self._build()
        self._inspected = Inspected()
        inspection.changed.connect(self.show_inspected)
        self.show_inspected(self._inspected)

    def _build(self) -> None:
        page = QWidget(self)
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(0)
        for part in (
            self._hint,
            self._facts,
            self._similar,
            self._tags_heading,
            self._tags,
            self.entry,
            self._suggested,
        ):
            self._column.addWidget(part)
        self._column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows what has the keys in it
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_inspected(self, inspected: Inspected) -> None:
        """Show other photos, or what changed of these."""
        something = bool(inspected.ids)
        self._hint.setVisible(not something)
        for part in (self._facts, self._tags_heading, self._tags, self.entry, self._suggested):
            part.setVisible(something)
        self._similar.setVisible(inspected.photo is not None)
        if not something:
            return
        before, self._inspected = self._inspected, inspected
        same = len(inspected.ids) == len(before.ids)
        if not same or inspected.photo != before.photo:
            self._facts = self._swap(self._facts, self._make_facts(inspected))
        if not same or inspected.tags != before.tags:
            self._tags = self._swap(self._tags, self._make_tags(inspected))
        if (inspected.suggestions, inspected.speakers) != (before.suggestions, before.speakers):
            self._suggested = self._swap(self._suggested, self._make_suggested(inspected))

    def _swap(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.show()
        return new

    def _make_facts(self, inspected: Inspected) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        if inspected.photo is None:
            words = self.tr("%Ln photos", "", len(inspected.ids))
            column.addWidget(label(words, "subtitle", made))
            return made
        name = label(breakable(inspected.photo.path.name), "subtitle", made, wrap=True)
        name.setToolTip(str(inspected.photo.path))
        name.setAccessibleName(inspected.photo.path.name)
        column.addWidget(name)
        rows = QFormLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(4)
        rows.setHorizontalSpacing(8)
        for icon, words in self._lines(inspected.photo):
            rows.addRow(Picture(icon, 16, made), label(words, "caption", made, wrap=True))
        column.addLayout(rows)
        marks = MarkBar(inspected.photo, made)
        marks.rated.connect(self.rated)
        marks.picked.connect(self.picked)
        marks.rejected.connect(self.rejected)
        column.addWidget(marks)
        return made

    def _lines(self, photo: Photo) -> list[tuple[str, str]]:
        locale = QLocale()
        lines = []
        if photo.missing:
            lines.append(("problems", self.tr("Missing: the file is not where it was")))
        if photo.taken:
            lines.append(("calendar", moment_words(photo.taken)))
        if photo.camera:
            lines.append(("camera", photo.camera))
        weight = locale.formattedDataSize(photo.size, 1)
        lines.append(("size", f"{photo.width} × {photo.height}   {weight}"))
        if photo.latitude is not None and photo.longitude is not None:
            lines.append(("place", f"{photo.latitude:.4f}, {photo.longitude:.4f}"))
        lines.append(("folder", breakable(photo.path.parent.name)))
        return lines

    def _make_tags(self, inspected: Inspected) -> QWidget:
        made = QWidget(self)
        outer = QVBoxLayout(made)
        outer.setContentsMargins(0, 8, 0, 8)
        flow = Flow()
        outer.addLayout(flow)
        for carried in inspected.tags[:CHIPS]:
            chip = Chip(carried, len(inspected.ids), made)
            chip.removed.connect(self.untagged)
            chip.completed.connect(self.tagged)
            chip.opened.connect(self.tag_opened)
            flow.addWidget(chip)
        if len(inspected.tags) > CHIPS:
            words = self.tr("{n} more…").format(n=len(inspected.tags) - CHIPS)
            more = button(words, "link", made)
            more.clicked.connect(self.all_tags_asked)
            flow.addWidget(more)
        made.setVisible(bool(inspected.tags))
        return made

    def _make_suggested(self, inspected: Inspected) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 24, 0, 16)
        column.setSpacing(8)
        if inspected.suggestions:
            column.addWidget(label(self.tr("SUGGESTIONS"), "heading", made))
        speakers = inspected.speakers or {}
        for suggestion in inspected.suggestions:
            photos = [speakers[known] for known in suggestion.because if known in speakers]
            row = SuggestionRow(suggestion, photos, self._thumbnails, made)
            row.accepted.connect(self.accepted)
            row.refused.connect(self.refused)
            row.where_asked.connect(self.where_asked)
            column.addWidget(row)
        return made
