"""Which encoder serves, how good it is, and the way back."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gallery_app.domain.encoder import EncoderFacts
from gallery_app.gui import theme
from gallery_app.gui.language import said
from gallery_app.gui.models.before_after import BeforeAfter
from gallery_app.gui.models.encoders import Encoders
from gallery_app.gui.models.quality import LEAST_TAGGED, Quality, quality_of
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import button, label


class QualityBar(QWidget):
    """A share of 1 with its interval."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quality: Quality | None = None
        self.setFixedHeight(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a wide, thin bar."""
        return QSize(280, 10)

    def show_quality(self, quality: Quality | None) -> None:
        """Show it, or nothing."""
        self._quality = quality
        self.setVisible(quality is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the bar; the interval is the part where it may end."""
        if self._quality is None:
            return
        now, wide = theme.colors(), self.width()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for share, color in ((1.0, now.line), (self._quality.right, now.accent)):
                painter.setBrush(QColor(color))
                painter.drawRoundedRect(QRectF(0, 3, max(4.0, wide * share), 4), 2, 2)
            painter.setBrush(QColor(now.text))
            low, high = self._quality.low * wide, self._quality.high * wide
            painter.drawRoundedRect(QRectF(low, 4.5, max(1.0, high - low), 1), 0.5, 0.5)
            for edge in (low, high - 1):
                painter.drawRect(QRectF(edge, 1, 1.5, 8))


class InUseCard(QFrame):
    """The encoder in use."""

    def __init__(
        self, encoders: Encoders, compared: BeforeAfter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._encoders = encoders
        self._compared = compared
        self._name = label("", "title", self)
        self._facts = label("", "caption", self, wrap=True)
        self._sentence = label("", "", self, wrap=True)
        self._bar = QualityBar(self)
        self.measure = button(self.tr("Measure it on my tags"), "", self)
        self.measure.setToolTip(
            self.tr("Guesses the tags of each photo from the others; takes a moment")
        )
        self.back = button("", "", self)
        self._build()
        self.measure.clicked.connect(self._measure)
        self.back.clicked.connect(encoders.go_back)
        for news in (encoders.shown, encoders.moved, compared.shown, compared.moved):
            news.connect(self._show)
        self._show()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(label(self.tr("IN USE"), "heading", self))
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addStretch()
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addStretch()
        told.addWidget(self._sentence)
        told.addWidget(self._bar)
        told.addStretch()
        gestures = QVBoxLayout()
        gestures.setSpacing(8)
        gestures.addStretch()
        gestures.addWidget(self.measure)
        gestures.addWidget(self.back)
        gestures.addStretch()
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 12, 20, 14)
        line.setSpacing(28)
        line.addLayout(words, 4)
        line.addLayout(told, 5)
        line.addLayout(gestures)

    def _show(self) -> None:
        shelf, served = self._encoders.shelf, self._encoders.shelf.in_use
        none = self.tr("No encoder yet") if shelf.read else self.tr("Looking…")
        self._name.setText(served.name if served is not None else none)
        self._facts.setText(self._where(served))
        self._facts.setToolTip(self._what(served) if served is not None else "")
        quality = quality_of(self._compared.comparison, served.name) if served else None
        self._bar.show_quality(quality)
        self._sentence.setText(self._told(quality))
        self.measure.setVisible(
            served is not None and quality is None and shelf.tagged >= LEAST_TAGGED
        )
        self.measure.setEnabled(not self._compared.comparing)
        self.back.setVisible(shelf.before is not None)
        self.back.setEnabled(not self._encoders.switching)
        self.back.setText(self.tr("Go back to {name}").format(name=shelf.before))
        self.back.setToolTip(
            self.tr("Takes the one before into use again; tags and vectors of both stay")
        )

    def _where(self, served: EncoderFacts | None) -> str:
        if served is None:
            return self.tr("It comes with the first photos.") if self._encoders.shelf.read else ""
        if "CPU" in served.provider:
            reason = self._encoders.shelf.no_gpu
            return self.tr("Runs on the processor") + (f" ({reason})" if reason else "")
        return self.tr("Runs on the graphics card")

    def _what(self, served: EncoderFacts) -> str:
        words = self.tr("{source}\n%Ln numbers a photo", "", served.dim)
        return words.format(source=served.source)

    def _told(self, quality: Quality | None) -> str:
        if self._compared.comparing:
            return self.tr("Measuring…")
        if self._compared.trouble:
            return self._compared.trouble
        if quality is not None:
            return self._in_words(quality)
        served, compared = self._encoders.shelf.in_use, self._compared.comparison
        if served is None:
            return ""
        if compared is not None and served.name in {compared.first, compared.second}:
            return said(compared.why)
        return self._offer()

    def _in_words(self, quality: Quality) -> str:
        words = self.tr(
            "{word}: of 100 of your tags it guesses about {right:.0f} right from the other photos "
            "({low:.0f} to {high:.0f}), measured on {n:,} photos."
        )
        return fill(
            words,
            word=quality.word,
            right=quality.right * 100,
            low=quality.low * 100,
            high=quality.high * 100,
            n=quality.photos,
        )

    def _offer(self) -> str:
        if self._encoders.shelf.tagged >= LEAST_TAGGED:
            return self.tr("How good is it? Your own tags can tell.")
        return self.tr(
            "Tag %Ln photos, and Handful can measure how good it is for you.", "", LEAST_TAGGED
        )

    def _measure(self) -> None:
        shelf, served = self._encoders.shelf, self._encoders.shelf.in_use
        if served is not None:
            self._compared.compare(shelf.before or served.name, served.name)
