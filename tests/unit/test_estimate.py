"""How long it takes to see whether a new encoder is better."""

import pytest

from gallery_app.gui.models.estimate import seconds_after


@pytest.mark.parametrize(
    ("method", "on_vectors", "encodings"),
    [
        ("auto", True, 400 + 2.7 * (10_000 + 400)),  # the old one compared; the new one looks twice
        ("neighbours", True, 2 * 2000 + 800),  # photos and copies, by the old one; both compared
        ("simclr", False, 4 * 2000 + 10_000 + 800),
    ],
)
def test_every_encoding_counts(method: str, on_vectors: bool, encodings: float):  # noqa: FBT001
    assert seconds_after(method, 3000, 10_000, 50.0, on_vectors=on_vectors) == encodings / 50


def test_a_small_library_takes_less():
    assert seconds_after("dino", 20, 30, 10.0, on_vectors=False) == (80 + 30 + 120) / 10
