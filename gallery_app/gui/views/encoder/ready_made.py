"""Well-known encoders, one click away, and those of the library."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.encoder import EncoderFacts, KnownFacts
from gallery_app.gui.language import said
from gallery_app.gui.models.encoders import Encoders
from gallery_app.gui.models.words import time_left
from gallery_app.gui.views.buttons import button, label

MEGABYTE = 1_000_000


class OwnRow(QFrame):
    """An encoder of the library: in use, or ready to be; one just fetched is offered."""

    def __init__(
        self, facts: EncoderFacts, parent: QWidget | None = None, *, fetched: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self.use = button(self.tr("Use it"), "main" if fetched else "", self)
        self.use.setAccessibleName(self.tr("Use {name}").format(name=facts.name))
        self.use.setToolTip(
            self.tr("Looks at every photo with it; the one in use serves until that is done")
        )
        self.compare = button(self.tr("Compare"), "", self)
        self.compare.setToolTip(self.tr("Measures it beside the one in use, on the same photos"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(facts.name, "strong", self))
        words.addWidget(label(facts.source, "caption", self, wrap=True))
        if fetched:
            offer = self.tr(
                "Just fetched. Use it, and your photos are looked at again behind the scenes; "
                "the one in use serves until that is done."
            )
            words.addWidget(label(offer, "", self, wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 12, 10)
        line.setSpacing(8)
        line.addLayout(words, 1)
        if facts.active:
            line.addWidget(label(self.tr("In use"), "caption", self))
        else:
            line.addWidget(self.compare)
            line.addWidget(self.use)
        self.use.setHidden(facts.active)
        self.compare.setHidden(facts.active)


class KnownRow(QFrame):
    """A known encoder: size and licence before, progress, and what went wrong."""

    def __init__(self, encoders: Encoders, facts: KnownFacts, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self._encoders, self._facts = encoders, facts
        self.get = button(self.tr("Get"), "", self)
        self.get.setAccessibleName(self.tr("Get {title}").format(title=facts.title))
        self.cancel = button(self.tr("Cancel"), "", self)
        self.cancel.setToolTip(self.tr("What has come stays; the next try goes on from there"))
        self.accept = QCheckBox(
            self.tr("I have read the {licence} and accept it").format(licence=facts.licence), self
        )
        self.agree = button(self.tr("Accept and get"), "main", self)
        self.bring = button(self.tr("Add a file…"), "", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Fetched of {title}").format(title=facts.title))
        self._far = label("", "caption", self)
        self._trouble = label("", "trouble", self, wrap=True)
        self._terms = QWidget(self)
        self._asking = False
        self._build()
        self.get.clicked.connect(self._ask)
        self.agree.clicked.connect(lambda: encoders.get(facts.name, accepted=True))
        self.accept.toggled.connect(self.agree.setEnabled)
        self.cancel.clicked.connect(self._cancel)
        encoders.moved.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        facts = self._facts
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(facts.title, "strong", self))
        words.addWidget(self._about())
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addLayout(words, 1)
        for part in (self._far, self._bar, self.get, self.cancel):
            first.addWidget(part)
        terms = QHBoxLayout(self._terms)
        terms.setContentsMargins(0, 4, 0, 0)
        terms.addWidget(self.accept)
        terms.addStretch()
        terms.addWidget(self.agree)
        self.agree.setEnabled(False)
        last = QHBoxLayout()
        last.addWidget(self._trouble, 1)
        last.addWidget(self.bring, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self._terms)
        column.addLayout(last)

    def _about(self) -> QLabel:
        facts = self._facts
        told = self.tr("{size:.0f} MB  ·  {licence}").format(
            size=facts.size / MEGABYTE,
            licence=f'<a href="{escape(facts.licence_url)}">{escape(facts.licence)}</a>',
        )
        made = label("", "caption", self)
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setText(told)
        made.setOpenExternalLinks(True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        made.setToolTip(facts.licence_url)
        return made

    def refresh(self) -> None:
        """Follow the fetch."""
        job = self._encoders.fetch_of(self._facts.name)
        trouble = self._encoders.troubles.get(self._facts.name, "")
        if job is not None:
            self._asking = False
        self.get.setVisible(job is None and not self._asking)
        self.get.setText(self.tr("Try again") if trouble else self.tr("Get"))
        self._terms.setVisible(self._asking)
        for part in (self.cancel, self._bar, self._far):
            part.setVisible(job is not None)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.bring.setVisible(bool(trouble))
        if job is not None:
            progress = job.progress
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            self._far.setText(self._words(said(progress.step), job.seconds_left))

    def _words(self, step: str, seconds: float | None) -> str:
        if seconds is None:
            return step
        return self.tr("{step}, {time} left").format(step=step, time=time_left(seconds))

    def _ask(self) -> None:
        if self._facts.must_accept:
            self._asking = True
            self.refresh()
            self.accept.setFocus()
        else:
            self._encoders.get(self._facts.name, accepted=False)

    def _cancel(self) -> None:
        job = self._encoders.fetch_of(self._facts.name)
        if job is not None:
            job.cancel()


class ReadyMadePage(QWidget):
    """The library's encoders, then those that can be fetched.

    Signals:
        compared: An encoder to put beside the one in use.
        file_asked: Add an encoder from a file.
    """

    compared = Signal(str)
    file_asked = Signal()

    def __init__(self, encoders: Encoders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._encoders = encoders
        self._shown: object = None
        self.own: dict[str, OwnRow] = {}
        self.known: dict[str, KnownRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add = button(self.tr("Add a file…"), "", self)
        self.add.setToolTip(self.tr("An ONNX file or a DINO checkpoint"))
        self.add.clicked.connect(self.file_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(12)
        column.addLayout(self._rows)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        encoders.shown.connect(self.refresh)
        encoders.moved.connect(self._enable)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is; rows that stay keep the keys."""
        shelf = self._encoders.shelf
        wanted = [known for known in shelf.known if not known.have]
        if self._shown == (shelf.encoders, wanted):
            return
        self._shown = (shelf.encoders, wanted)
        while (held := self._rows.takeAt(0)) is not None:
            widget = held.widget()
            if widget is not None:
                widget.deleteLater()
        self.own = {facts.name: self._own_row(facts) for facts in shelf.encoders}
        self.known = {facts.name: self._known_row(facts) for facts in wanted}
        self._section(self.tr("IN THIS LIBRARY"), self.own.values())
        self._section(self.tr("WELL-KNOWN, FETCHED ONLY WHEN YOU ASK"), self.known.values())
        self._enable()

    def _section(self, title: str, rows: Iterable[QWidget]) -> None:
        if self._rows.count():
            self._rows.addSpacing(8)
        self._rows.addWidget(label(title, "heading", self))
        for row in rows:
            self._rows.addWidget(row)

    def _own_row(self, facts: EncoderFacts) -> OwnRow:
        row = OwnRow(facts, self, fetched=facts.name in self._encoders.fetched)
        row.use.clicked.connect(lambda: self._encoders.use(facts.name))
        row.compare.clicked.connect(lambda: self.compared.emit(facts.name))
        return row

    def _known_row(self, facts: KnownFacts) -> KnownRow:
        row = KnownRow(self._encoders, facts, self)
        row.bring.clicked.connect(self.file_asked)
        return row

    def _enable(self) -> None:
        for row in self.own.values():
            row.use.setEnabled(not self._encoders.switching)
