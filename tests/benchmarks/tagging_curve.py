"""The tagging curve as a picture: quality against labels, one panel an encoder."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Curve = dict[str, list[tuple[int, float]]]
PANEL, MARGIN, LOW, HIGH = (560, 420), 60, 30, 100
COLOURS = ("#1f6feb", "#d1495b", "#7a7a7a", "#2a9d8f", "#c58b1b")
TEXT, LINES = "#222222", "#dddddd"


def draw_curve(curves: dict[str, Curve], out: Path) -> None:
    """Draw mean top-1 of the sets against labels a class, in percent."""
    picture = Image.new("RGB", (PANEL[0] * len(curves), PANEL[1]), "white")
    pen = ImageDraw.Draw(picture)
    for place, (title, curve) in enumerate(curves.items()):
        _panel(pen, place * PANEL[0], title, curve)
    picture.save(out)


def _panel(pen: ImageDraw.ImageDraw, left: int, title: str, curve: Curve) -> None:
    font, small = ImageFont.load_default(16), ImageFont.load_default(13)
    shots = [count for count, _ in next(iter(curve.values()))]
    width = (PANEL[0] - 2 * MARGIN - 110) / (len(shots) - 1)

    def spot(place: float, percent: float) -> tuple[float, float]:
        height = (percent - LOW) / (HIGH - LOW) * (PANEL[1] - 2 * MARGIN)
        return left + MARGIN + place * width, PANEL[1] - MARGIN - height

    for percent in range(LOW, HIGH + 1, 10):
        pen.line([spot(0, percent), spot(len(shots) - 1, percent)], LINES)
        x, y = spot(0, percent)
        pen.text((x - 12, y), f"{percent} %", TEXT, small, anchor="rm")
    for place, count in enumerate(shots):
        pen.text((spot(place, LOW)[0], PANEL[1] - MARGIN + 14), str(count), TEXT, small, "mm")
    pen.text((left + MARGIN, 22), f"{title}: best tag right, mean of the sets", TEXT, font, "lm")
    middle = left + MARGIN + width * (len(shots) - 1) / 2
    pen.text((middle, PANEL[1] - 20), "labels a class", TEXT, small, "mm")
    ends = sorted(curve, key=lambda name: curve[name][-1][1])
    below = 0.0
    for name in ends:
        colour = COLOURS[list(curve).index(name)]
        spots = [spot(place, percent) for place, (_, percent) in enumerate(curve[name])]
        pen.line(spots, colour, 3 if name == "Handful" else 2, joint="curve")
        x, y = spots[-1]
        below = min(y, below - 16) if below else y
        pen.text((x + 8, below), name, colour, small, "lm")
