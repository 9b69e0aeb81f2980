"""A new encoder beside an old one, without labels."""

from pathlib import Path

import numpy as np
import pytest

from ssl_core.train.data.encoded import Encoded
from ssl_core.train.judgement import _compared, judged
from tests.encoders import add_tiny_encoder, network
from tests.photos import noise, save_photo

PHOTOS = 120


def seen(copies_differ_by: float) -> Encoded:
    """Photos of eight kinds, and copies that an encoder takes for other photos the more often."""
    generator = np.random.default_rng(0)
    kinds = generator.standard_normal((8, 16))[np.arange(PHOTOS) % 8]
    vectors = kinds + 0.3 * generator.standard_normal(kinds.shape)
    copies = vectors + copies_differ_by * generator.standard_normal(kinds.shape)
    paths = [f"{number}.jpg" for number in range(PHOTOS)]
    return Encoded(paths, vectors.astype(np.float32), copies.astype(np.float32))


@pytest.mark.parametrize(
    ("before", "after", "margin", "better", "ends"),
    [
        (1.5, 0.3, 0.0, True, "% before."),
        (1.5, 0.3, 0.01, True, "% before."),
        (1.5, 0.3, 0.9, False, "too little for a method that practises on such copies."),
        (0.3, 1.5, 0.01, False, "% before."),
        (0.8, 0.8, 0.0, False, "% before, which may be chance."),
    ],
)
def test_it_is_better_when_copies_find_the_groups_more_often(
    before: float, after: float, margin: float, *, better: bool, ends: str
):
    told = _compared(seen(before), seen(after), margin)
    assert told["better"] is better
    assert str(told["why"]).endswith(ends)


def test_it_goes_on_after_a_pause_is_stopped_and_leaves_nothing(tmp_path: Path):
    photos = [save_photo(tmp_path / f"{n}.png", noise(seed=n)) for n in range(80)]
    add_tiny_encoder(tmp_path)
    add_tiny_encoder(tmp_path, network(colours=False), "grey")
    told: list[dict[str, object]] = []

    def judge(*orders: str) -> dict[str, object]:
        left = iter(orders)
        cards = tmp_path / "tiny.json", tmp_path / "grey.json"
        say = lambda **facts: told.append(facts)  # noqa: E731
        return judged("simclr", *cards, photos, say, lambda: next(left, ""))

    photos[0].unlink()  # gone since it was learnt from
    whole = judge()
    assert set(whole) == {"better", "why"}
    assert judge("", "", "", "pause") == {"paused": str(tmp_path)}
    told.clear()
    assert judge() == whole
    assert judge("", "stop") == {}
    assert not (tmp_path / "judged").exists()
    assert told[0] == {"doing": "Encoding photos", "done": 0, "total": 79}


def test_a_photo_that_goes_between_the_two_is_left_out(tmp_path: Path):
    photos = [save_photo(tmp_path / f"{n}.png", noise(seed=n)) for n in range(40)]
    add_tiny_encoder(tmp_path)
    add_tiny_encoder(tmp_path, network(colours=False), "grey")
    asked: list[int] = []

    def ordered() -> str:
        asked.append(1)
        if len(asked) == 2:  # the old encoder has seen its one part
            photos[3].unlink()
        return ""

    cards = tmp_path / "tiny.json", tmp_path / "grey.json"
    told = judged("simclr", *cards, photos, lambda **_: None, ordered)
    assert "% of changed copies" in str(told["why"])
