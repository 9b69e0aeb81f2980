"""The strip under the wall: how many photos each month has, and which months are in sight."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gallery_app.domain.arrangement import Section
from gallery_app.gui import theme
from gallery_app.gui.models.section_titles import month_title
from gallery_app.gui.views.scale import Scale

BARS, MARGIN = 42, 20
LEAST_MONTHS, WIDEST, NAMED = 2, 44, 30
"""Months that make a timeline; how wide one may be, and how wide to have a name."""
NARROWEST = 1.5
DRAGGED = 4
"""Pixels that make a press a drag."""


class Timeline(Scale):
    """Months, the oldest first; a click goes there, a drag looks for a span of time.

    Signals:
        gone: The first photo of a month, as a position on the wall.
        spanned: A query, "2019-05..2020-01".
    """

    gone = Signal(int)
    spanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Timeline"), parent)
        self.setObjectName("timeline")
        self.setFixedHeight(BARS + _labels())
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Click a month to go there; drag over several to see them alone"))
        self._held: list[tuple[int, Section, int]] = []
        self._bars: list[QRectF] = []
        self._first, self._last, self._most = 0, 0, 1
        self._seen = (0, 0)
        self._pointed = -1
        self._pressed: QPoint | None = None
        self.valueChanged.connect(self._step_to)

    @property
    def worth_showing(self) -> bool:
        """Whether there is more than one month."""
        return len(self._held) >= LEAST_MONTHS

    def show_months(self, months: Sequence[Section]) -> None:
        """Show how many photos each month has; newest first, as on the wall."""
        self._held, start = [], 0
        for section in months:
            if section.key:
                self._held.append((_number(section.key), section, start))
            start += section.photos
        self._held.reverse()
        self._pointed = -1
        self._bars.clear()
        if self._held:
            self._first, self._last = self._held[0][0], self._held[-1][0]
            self._most = max(section.photos for _, section, _ in self._held)
        with QSignalBlocker(self):
            self.setRange(0, max(0, len(self._held) - 1))
        self._describe()
        self.update()

    def show_seen(self, positions: range) -> None:
        """Mark the months of the photos in sight."""
        seen = [
            place
            for place, (_, section, start) in enumerate(self._held)
            if start < positions.stop and start + section.photos > positions.start
        ]
        span = (self._held[seen[0]][0], self._held[seen[-1]][0] + 1) if seen else (0, 0)
        if span != self._seen:
            before, self._seen = self._seen, span
            for first, last in (before, span):  # all of a long strip would cost a frame
                self.update(self._span(first, last).toAlignedRect().adjusted(-1, 0, 1, 0))
        if seen and not self.hasFocus():
            self._stand_at(seen[-1])  # the newest, which is at the top of the wall

    def _stand_at(self, place: int) -> None:
        """Let the keys, and what a screen reader hears, begin at a month."""
        if place != self.value():
            with QSignalBlocker(self):
                self.setValue(place)
            self._describe()

    # Where months are

    @property
    def _slot(self) -> float:
        """How wide a month is."""
        return min(WIDEST, (self.width() - 2 * MARGIN) / (self._last - self._first + 1))

    def _span(self, first: int, last: int) -> QRectF:
        """Return where the months from `first` to before `last` are."""
        return self._placed((first - self._first) * self._slot, (last - first) * self._slot)

    def _placed(self, along: float, wide: float) -> QRectF:
        """Return a piece of the strip, at full height, by its distance from where it begins."""
        left = self.width() - MARGIN - along - wide if self.isRightToLeft() else MARGIN + along
        return QRectF(left, 0, wide, self.height())

    def _along(self, x: float) -> float:
        """Return how far a place on the strip is from where it begins."""
        return self.width() - MARGIN - x if self.isRightToLeft() else x - MARGIN

    def _nearest(self, x: float) -> int:
        """Return the index of the month with photos nearest to a place."""
        middles = [self._span(number, number + 1).center().x() for number, _, _ in self._held]
        return min(range(len(middles)), key=lambda place: abs(middles[place] - x), default=-1)

    # Gestures

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Start a click or a span."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Point at a month; stretch a span."""
        self._point_at(self._nearest(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the month, or look for the span."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or not self._held:
            return
        ends = sorted((self._nearest(pressed.x()), self._nearest(event.position().x())))
        if abs(event.position().x() - pressed.x()) < DRAGGED:
            self.gone.emit(self._held[ends[0]][2])
        else:
            first, last = (self._held[place][1].key for place in ends)
            self.spanned.emit(f"{first}..{last}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the month with Enter; a slider's keys step through them."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._held:
            self.gone.emit(self._held[self.value()][2])
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the pointer."""
        self._point_at(-1)
        super().leaveEvent(event)

    def _point_at(self, place: int) -> None:
        self._pointed = place
        if place >= 0:
            self.setToolTip("\n".join(self._words(place)))
        self.update()

    def _step_to(self, place: int) -> None:
        self._point_at(place)
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(self._words(self.value())) if self._held else "")

    def _words(self, place: int) -> tuple[str, str]:
        """Return a month and how many photos it has."""
        section = self._held[place][1]
        photos = self.tr("%Ln photos", "", section.photos)
        return month_title(section.key), photos

    # Paint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the bars out anew."""
        self._bars.clear()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint bars, years, and what is in sight."""
        now = theme.colors()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(now.panel))
            painter.fillRect(QRect(0, 0, self.width(), 1), QColor(now.line))
            if not self._held:
                return
            self._paint_labels(painter, event.rect())
            painter.setPen(Qt.PenStyle.NoPen)
            if self.hasFocus():
                painter.fillRect(QRect(0, 0, self.width(), 2), QColor(now.accent))
            self._bars = self._bars or [self._bar(*held[:2]) for held in self._held]
            for place in self._between(event.rect()):
                seen = self._seen[0] <= self._held[place][0] < self._seen[1]
                tint = now.accent if seen or place == self._pointed else now.faint
                painter.setBrush(QColor(tint))
                painter.drawRoundedRect(self._bars[place], 2, 2)
            self._paint_span(painter)

    def _between(self, dirty: QRect) -> range:
        """Return the places of the months that a part of the strip shows."""
        sides = dirty.left() - NARROWEST, dirty.right() + NARROWEST  # a bar may exceed its slot
        first, last = sorted(self._first + self._along(x) / self._slot for x in sides)
        return range(
            bisect_left(self._held, first - 1, key=itemgetter(0)),
            bisect_right(self._held, last, key=itemgetter(0)),
        )

    def _bar(self, number: int, section: Section) -> QRectF:
        tall = max(2.0, (BARS - 8) * (section.photos / self._most) ** 0.5)
        bar = self._placed((number - self._first) * self._slot, max(NARROWEST, self._slot * 0.85))
        return QRectF(bar.left(), BARS - tall, bar.width(), tall)

    def _paint_labels(self, painter: QPainter, dirty: QRect) -> None:
        """Write years under the bars, and months where they are wide enough."""
        painter.setPen(QColor(theme.colors().faint))
        painter.setFont(theme.font(theme.CAPTION))
        named, free = self._slot >= NAMED, 0.0
        step = 1 if named else 12
        for number in range(self._first - self._first % step, self._last + 1, step):
            along = (max(number, self._first) - self._first) * self._slot
            year = not named or number % 12 == 0 or number == self._first
            words = str(number // 12) if year else _short(number)
            wide = painter.fontMetrics().horizontalAdvance(words) + 6
            if along >= free and along + wide < self.width() - MARGIN:
                line = self._placed(along, wide)
                if line.left() <= dirty.right() and line.right() >= dirty.left():
                    line.setRect(line.left(), BARS, wide, _labels() - 2)
                    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
                free = along + wide

    def _paint_span(self, painter: QPainter) -> None:
        if self._pressed is None or self._pointed < 0:
            return
        ends = sorted((self._nearest(self._pressed.x()), self._pointed))
        span = self._span(self._held[ends[0]][0], self._held[ends[1]][0] + 1)
        veil = QColor(theme.colors().accent)
        veil.setAlpha(50)
        painter.setBrush(veil)
        painter.drawRect(QRectF(span.left(), 1, span.width(), BARS))


def _labels() -> int:
    """Return the height of the years and months under the bars."""
    return theme.scaled(14) + 4


def _number(month: str) -> int:
    """Return months since year 0 of "2024-05"."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _short(number: int) -> str:
    return QLocale().standaloneMonthName(number % 12 + 1, QLocale.FormatType.ShortFormat)
