"""When a new encoder is taken into use: by the user's tags, or while they cannot tell, without."""

import numpy as np
import pytest

from gallery_app.domain.training import Comparison, Gain
from gallery_app.jobs.train.compare import Evidence, measure
from gallery_app.jobs.train.training import verdict

SURE = {"better": True, "why": "Copies keep more neighbours."}
BETTER, WORSE = Gain(0.05, 0.01, 0.09), Gain(-0.05, -0.09, -0.01)
LEANS_NEW, LEANS_OLD = Gain(0.02, -0.01, 0.05), Gain(-0.01, -0.04, 0.02)


@pytest.mark.parametrize(
    ("gain", "line", "used"),
    [
        (BETTER, {}, "new"),
        (BETTER, SURE, "new"),
        (WORSE, SURE, "old"),
        (LEANS_NEW, {}, "old"),
        (LEANS_NEW, SURE, "new"),
        (LEANS_OLD, SURE, "old"),
        (None, SURE, "new"),
        (None, {}, "old"),
        (None, {"better": False, "why": "It is not."}, "old"),
    ],
)
def test_the_tags_decide_where_they_can_tell(
    gain: Gain | None, line: dict[str, object], used: str
) -> None:
    adopted, why = verdict(Comparison("old", "new", 90, 30, (), gain, "So it is."), line)
    assert adopted is (used == "new")
    assert why.startswith(f"{line['why']} So it is." if "why" in line else "So it is.")
    assert ("new is now in use." if adopted else "old stays in use") in why
    assert ("Tag more photos" in why) is (gain is None and used == "old")


def evidence(tags: int, photos: int, by_hand: int, copies: int = 1) -> Evidence:
    """Make ``photos`` photos for each tag that the second encoder tells apart, the first barely."""
    generator = np.random.default_rng(0)
    kinds = np.repeat(np.arange(tags), photos)
    count = len(kinds)
    second = np.eye(8)[kinds] + 0.2 * generator.standard_normal((count, 8))
    first = np.eye(8)[kinds] + 2 * generator.standard_normal((count, 8))
    hashes = generator.integers(0, 2**63, count).astype(np.uint64)
    once = Evidence(
        first.astype(np.float32),
        second.astype(np.float32),
        hashes,
        kinds[:, None] == np.arange(tags),
        np.arange(count) < by_hand,
    )
    parts = (once.first, once.second, once.hashes, once.carried, once.by_hand)
    return Evidence(*(np.repeat(part, copies, axis=0) for part in parts))


def test_enough_tags_are_measured() -> None:
    found = measure(evidence(tags=3, photos=6, by_hand=18))
    assert found.tagged == 18
    assert found.gain is not None
    assert found.gain.low > 0
    assert [score.name for score in found.scores if score.decides] == [
        "tags",
        "tags_prototypes",
        "tags_knn",
    ]


@pytest.mark.parametrize(
    "few",
    [
        evidence(tags=1, photos=30, by_hand=30),  # nothing to mistake it for
        evidence(tags=8, photos=2, by_hand=16),  # no tag on three photos
        evidence(tags=3, photos=4, by_hand=12),
        evidence(tags=3, photos=4, by_hand=12, copies=3),  # copies count once
        evidence(tags=3, photos=30, by_hand=14),  # the others were accepted from suggestions
    ],
)
def test_too_few_tags_tell_nothing(few: Evidence) -> None:
    assert measure(few).gain is None
