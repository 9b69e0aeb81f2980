"""Tags found again from other photos, beside a slow reference."""

import numpy as np
import pytest

from ssl_core.scores.leave_one_out import foretellable, neighbour_hits, prototype_hits
from ssl_core.vectors import centre

Gallery = tuple[np.ndarray, np.ndarray, np.ndarray]


@pytest.fixture
def gallery() -> Gallery:
    """60 photos, 4 tags, up to three a photo, some photos copies of others."""
    generator = np.random.default_rng(3)
    carried = generator.random((60, 4)) < 0.3
    carried[:, 0] |= ~carried.any(axis=1)
    directions = generator.standard_normal((4, 16))
    rows = centre(carried @ directions + generator.standard_normal((60, 16)))
    return rows, carried, np.arange(60) // np.array([1, 2])[np.arange(60) % 2]


def slowly(gallery: Gallery, score) -> list[float]:  # type: ignore[no-untyped-def]
    rows, carried, groups = gallery
    hits = []
    for photo in range(len(rows)):
        others = [other for other in range(len(rows)) if groups[other] != groups[photo]]
        scores = [score(rows, carried, photo, others, tag) for tag in range(carried.shape[1])]
        count = carried[photo].sum()
        best = sorted(range(len(scores)), key=lambda tag: -scores[tag])[:count]
        hits.append(sum(carried[photo, tag] and scores[tag] > -1 for tag in best) / count)
    return hits


def by_prototype(rows, carried, photo, others, tag):  # type: ignore[no-untyped-def]
    mean = rows[[other for other in others if carried[other, tag]]].mean(axis=0)
    return rows[photo] @ mean / np.linalg.norm(mean)


def by_neighbours(rows, carried, photo, others, tag):  # type: ignore[no-untyped-def]
    near = sorted(others, key=lambda other: -rows[photo] @ rows[other])[:5]
    weights = {other: np.exp((rows[photo] @ rows[other] - 1) / 0.07) for other in near}
    votes = sum(weight for other, weight in weights.items() if carried[other, tag])
    return votes or -np.inf


def test_both_ways_agree_with_a_slow_reference(gallery: Gallery) -> None:
    assert prototype_hits(*gallery) == pytest.approx(slowly(gallery, by_prototype))
    assert neighbour_hits(*gallery) == pytest.approx(slowly(gallery, by_neighbours))


def test_a_copy_does_not_vote_for_its_twin() -> None:
    """Two kinds that look alike; each photo has a twin. Only the twin could tell the kind."""
    generator = np.random.default_rng(0)
    rows = centre(np.repeat(generator.standard_normal((30, 64)), 2, axis=0))
    groups = np.arange(60) // 2
    kind = (groups % 2)[:, None] == np.arange(2)
    alone = np.arange(60)
    assert neighbour_hits(rows, kind, alone).mean() == 1
    assert neighbour_hits(rows, kind, groups).mean() < 0.7
    assert prototype_hits(rows, kind, alone).mean() > prototype_hits(rows, kind, groups).mean()


def test_a_tag_that_only_copies_carry_cannot_be_foretold() -> None:
    groups = np.array([0, 0, 0, 1, 2])
    carried = np.array([[1, 0], [1, 0], [1, 0], [0, 1], [1, 1]], bool)
    assert foretellable(carried, groups, 2).tolist() == [True, True]
    assert foretellable(carried, groups, 3).tolist() == [False, False]
    assert np.isnan(prototype_hits(np.eye(5), np.zeros((5, 2), bool), groups)).all()
