"""The layout of the map: the same every time, neighbours close; what stores and colours it."""

import numpy as np
import pytest

from gallery_app.domain.photo_map import KINDS, Shade, shade_amounts, shade_kinds
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from ssl_core.cluster import layout
from ssl_core.cluster.layout import lay_out
from tests.catalogues import fill, tag

KIND_COUNT, EACH = 5, 40


def kinds(seed: int = 0) -> np.ndarray:
    random = np.random.default_rng(seed)
    middles = np.repeat(random.normal(size=(KIND_COUNT, 64)), EACH, axis=0)
    return (middles + 0.5 * random.normal(size=middles.shape)).astype(np.float32)


def kept_neighbours(places: np.ndarray) -> float:
    """How many of the 10 nearest on the map are of one's own kind, on average."""
    apart = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    near = np.argsort(apart, axis=1)[:, :10]
    return float((near // EACH == np.arange(len(places))[:, None] // EACH).mean())


def test_neighbours_stay_near_and_the_same_photos_lie_the_same_way():
    places = lay_out(kinds())
    assert places.shape == (KIND_COUNT * EACH, 2)
    assert places.dtype == np.float32
    assert np.isclose(np.ptp(places, axis=0).max(), 2, atol=1e-3)
    assert kept_neighbours(places) > 0.95
    assert np.array_equal(places, lay_out(kinds()))


def test_photos_beyond_the_most_are_placed_among_those_laid_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(layout, "MOST_LAID_OUT", 100)
    places = lay_out(kinds())
    assert np.isfinite(places).all()
    assert kept_neighbours(places) > 0.9


@pytest.mark.parametrize("count", [0, 1, 2, 5, 12])
@pytest.mark.parametrize("make", [np.ones, lambda shape: kinds()[: shape[0]]])
def test_tiny_libraries_and_copies_have_finite_places(count: int, make):
    places = lay_out(make((count, 64)).astype(np.float32))
    assert places.shape == (count, 2)
    assert np.isfinite(places).all()
    assert np.abs(places).max(initial=0) <= 1 + 1e-5


def test_small_kinds_share_a_colour_and_the_rest_has_none():
    ids = np.arange(30)
    known = {i: f"kind {i // 2:02}" for i in range(24)}
    shades = shade_kinds(ids, known)
    assert len(shades.kinds) == KINDS
    assert shades.amounts[:2].tolist() == [0, 0]
    assert shades.amounts[23] == KINDS
    assert np.isnan(shades.amounts[24:]).all()


def test_amounts_run_from_least_to_most():
    shades = shade_amounts(np.array([1, 2, 3, 4]), {1: 10.0, 2: 20.0, 3: 15.0})
    assert shades.amounts[:3].tolist() == [0, 1, 0.5]
    assert np.isnan(shades.amounts[3])
    assert shades.span == (10, 20)
    assert np.isnan(shade_amounts(np.array([1]), {}).amounts[0])


def test_a_map_is_drawn_stored_and_takes_in_new_photos(library: Library):
    catalogue = library._catalogue
    ids = fill(catalogue, 31)
    encoder = catalogue.encoders.active()
    random = np.random.default_rng(1)
    rows = random.normal(size=(31, encoder.dim)).astype(np.float32)
    rows[30] = rows[4]
    catalogue.vectors.add(encoder.id, list(zip(ids[:30], rows, strict=False)))
    assert len(library.mapping.photo_map().ids) == 0
    assert finish(library.mapping.place_new()) == 0
    assert finish(library.mapping.draw()) == 30
    drawn = library.mapping.photo_map()
    assert drawn.ids.tolist() == sorted(ids[:30])
    catalogue.vectors.add(encoder.id, [(ids[30], rows[30])])
    assert finish(library.mapping.place_new()) == 1
    after = library.mapping.photo_map()
    assert np.array_equal(after.places[:30], drawn.places)
    assert np.abs(after.places[30]).max() <= 1
    tag(catalogue, "Sea", *ids[:3])
    shades = library.mapping.shades(after, Shade.TAG)
    assert shades.kinds == ("Sea",)
    assert np.isnan(shades.amounts).sum() == 28
    for shade in (Shade.CLUSTER, Shade.DATE, Shade.SURENESS):
        assert len(library.mapping.shades(after, shade).amounts) == 31
