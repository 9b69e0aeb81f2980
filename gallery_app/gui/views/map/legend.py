"""What the colours of the map stand for."""

from html import escape

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gallery_app.domain.photo_map import KINDS, Shade, Shades
from gallery_app.domain.tag import leaf
from gallery_app.gui.views.map.colors import kind_color, ramp_colors, unknown_color

DOT = "\N{BLACK CIRCLE}"
SWATCHES = 9
GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE} "


class Legend(QLabel):
    """One line of colours, each with what it stands for; it breaks where it must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty("role", "caption")

    def explain(self, shade: Shade, shades: Shades) -> None:
        """Explain these colours."""
        unknown = {
            Shade.TAG: self.tr("no tag"),
            Shade.CLUSTER: self.tr("no group"),
            Shade.DATE: self.tr("no date"),
            Shade.SURENESS: self.tr("nothing suggested"),
        }[shade]
        if shade in {Shade.TAG, Shade.CLUSTER}:
            parts = [
                _dot(kind_color(i), self._title(shade, kind)) for i, kind in enumerate(shades.kinds)
            ]
            if (shades.amounts == KINDS).any():
                parts.append(_dot(kind_color(KINDS), self.tr("others")))
        else:
            low, high = self._ends(shade, shades)
            ramp = "".join(_dot(color) for color in ramp_colors(SWATCHES))
            parts = [f"{escape(low)}&nbsp;{ramp}&nbsp;{escape(high)}"]
        self.setText(GAP.join([*parts, _dot(unknown_color(), unknown)]))

    def _title(self, shade: Shade, kind: str) -> str:
        if shade is Shade.TAG:
            return leaf(kind)
        name, _, number = kind.partition("\n")
        return leaf(name) if name else self.tr("Group {n}").format(n=number)

    def _ends(self, shade: Shade, shades: Shades) -> tuple[str, str]:
        if shade is Shade.SURENESS:
            return self.tr("unsure"), self.tr("sure")
        days = (QDate.fromJulianDay(round(day)) for day in shades.span)
        low, high = (QLocale().toString(day, QLocale.FormatType.ShortFormat) for day in days)
        return low, high


def _dot(color: str, words: str = "") -> str:
    dot = f'<span style="color:{color}">{DOT}</span>'
    return f"{dot}&nbsp;{escape(words)}" if words else dot
