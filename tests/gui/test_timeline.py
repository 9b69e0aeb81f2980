"""The strip of months: what a part of it shows."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from gallery_app.domain.arrangement import Section
from gallery_app.gui.views.timeline import Timeline


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@given(
    months=st.sets(st.integers(24_000, 24_400), min_size=2, max_size=60),
    width=st.integers(100, 2500),
    left=st.integers(0, 2500),
    wide=st.integers(1, 200),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_part_paints_every_bar_that_reaches_into_it(
    qapp: QApplication, way: Qt.LayoutDirection, months: set[int], width: int, left: int, wide: int
):
    timeline = Timeline()
    timeline.setLayoutDirection(way)
    timeline.resize(width, timeline.height())
    keys = [f"{month // 12}-{month % 12 + 1:02}" for month in sorted(months, reverse=True)]
    timeline.show_months([Section(key, 1 + place) for place, key in enumerate(keys)])
    part = QRect(left, 0, wide, timeline.height())
    bars = [timeline._bar(number, section) for number, section, _ in timeline._held]
    touched = {n for n, bar in enumerate(bars) if bar.right() > left and bar.left() < left + wide}
    assert touched <= set(timeline._between(part))
