import numpy as np
import pytest

from gallery_app.domain.part import MOST_STEPS, windows
from ssl_core.tagging.region import STANDS_OUT, speaks_most

CAT, DOG = np.array([[1.0, 0, 0]]), np.array([[0, 1.0, 0]])
BOTH = np.array([0.7, 0.7, 0.1])


def test_the_part_like_the_examples_speaks_most():
    parts = np.concatenate([DOG, CAT, BOTH[None]])
    assert speaks_most(parts, BOTH, CAT, DOG) == 1
    assert speaks_most(parts, BOTH, DOG, CAT) == 0
    assert speaks_most(parts, BOTH, CAT, np.empty((0, 3))) == 1


def test_no_part_is_named_that_says_hardly_more_than_the_whole():
    assert speaks_most(np.concatenate([DOG, CAT]), CAT[0], CAT, DOG) is None
    assert speaks_most(np.empty((0, 3)), BOTH, CAT, DOG) is None
    away = CAT - DOG
    direction = away[0] / np.linalg.norm(away)
    whole = np.array([0, 0, 1.0])

    def tilted(by: float) -> np.ndarray:
        return (by * direction + np.sqrt(1 - by**2) * whole)[None]

    assert speaks_most(tilted(STANDS_OUT * 1.01), whole, CAT, DOG) == 0
    assert speaks_most(tilted(STANDS_OUT * 0.99), whole, CAT, DOG) is None


@pytest.mark.parametrize(
    ("size", "count"), [((600, 400), 14), ((400, 600), 14), ((500, 500), 9), ((1, 1), 9)]
)
def test_windows_cover_the_photo_and_overlap(size: tuple[int, int], count: int):
    found = windows(*size)
    assert len(found) == count
    for left, top, width, height in found:
        assert width * size[0] == pytest.approx(height * size[1])  # squares
        assert min(left, top) >= 0
        assert max(left + width, top + height) <= 1 + 1e-9
        assert min(width, height) < 1
    for first, size_of in ((0, 2), (1, 3)):
        small = [part for part in found if part[size_of] == pytest.approx(found[-1][size_of])]
        starts = sorted({part[first] for part in small})
        assert starts[0] == 0
        assert starts[-1] + found[-1][size_of] == pytest.approx(1)
        assert np.diff(starts).max() <= found[-1][size_of] / 2 + 1e-9


def test_a_long_panorama_is_not_looked_at_for_ever():
    found = windows(40_000, 500)
    assert len(found) == (MOST_STEPS + 1) * (1 + 3)
    assert max(part.left + part.width for part in found) == pytest.approx(1)
