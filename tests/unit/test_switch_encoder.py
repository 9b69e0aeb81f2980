"""Another encoder takes over only once it has understood all photos."""

from argparse import Namespace
from pathlib import Path

import numpy as np
import pytest

from gallery_app.cli.commands import undo
from gallery_app.errors import UserError
from gallery_app.jobs.cluster.group import STEP as GROUPING
from gallery_app.jobs.embed import STEP as EMBEDDING
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.encoders import add_tiny_encoder, network
from tests.photos import noise, save_photo


@pytest.fixture
def two(library: Library, tmp_path: Path) -> Library:
    """Six photos understood with the encoder ``tiny``, and another one, ``other``."""
    for number in range(6):
        save_photo(tmp_path / "photos" / f"{number}.jpg", noise(seed=number))
    finish(library.add_folders([tmp_path / "photos"]))
    card = add_tiny_encoder(library.directory / "encoders", network(scale=0.5), "other")
    library._catalogue.encoders.add(card.name, card.dim, card.source)
    return library


def active(library: Library) -> str:
    encoder = library._catalogue.encoders.active()
    assert encoder is not None
    return encoder.name


def test_the_old_vectors_serve_until_the_new_ones_are_complete(two: Library):
    job = two.switch_encoder("other")
    first = two.photo_ids()[0]
    likeness, steps = two.similar(first), set()
    for progress in job:
        if progress.step == EMBEDDING:
            assert active(two) == "tiny"
            assert two.similar(first) == likeness
        steps.add(progress.step)
    assert {EMBEDDING, GROUPING} <= steps
    assert active(two) == "other"
    assert two.counts().vectors == 6
    _, old = two._catalogue.vectors.load(two._catalogue.encoders.named("tiny").id, 8)
    _, new = two._catalogue.vectors.load(two._catalogue.encoders.named("other").id, 8)
    np.testing.assert_allclose(new, 0.5 * old, rtol=1e-5)


def test_a_cancelled_change_of_encoder_changes_nothing_and_goes_on_later(two: Library):
    job = two.switch_encoder("other")
    next(job)
    next(job)
    job.close()
    assert (active(two), two.counts().vectors) == ("tiny", 6)
    finish(two.switch_encoder("other"))
    assert (active(two), two.counts().vectors) == ("other", 6)
    finish(two.switch_encoder("tiny"))  # going back makes nothing anew
    assert (active(two), two.counts().vectors) == ("tiny", 6)


def test_an_encoder_that_is_not_there_is_not_used(two: Library):
    with pytest.raises(UserError, match=r"no encoder “third”; choose one of: tiny, other\."):
        finish(two.switch_encoder("third"))
    finish(two.switch_encoder("other"))
    finish(two.switch_encoder("tiny"))
    (two.directory / "encoders" / "other.onnx").unlink()
    with pytest.raises(UserError, match="add the encoder again"):
        finish(two.switch_encoder("other"))
    assert active(two) == "tiny"


def test_undo_takes_the_encoder_before_into_use_again(two: Library, tmp_path: Path):
    finish(two.switch_encoder("other"))
    save_photo(tmp_path / "photos" / "new.jpg", noise(seed=9))
    finish(two.rescan())
    title, changes = two.undo()
    assert title == "took the encoder “other” into use"
    assert (active(two), changes.encoder, changes.tags) == ("tiny", "tiny", False)
    assert two.encoder_before() == "other"
    finish(two.switch_encoder(changes.encoder))  # which the window and the command line do then
    assert two.counts().vectors == 7
    with pytest.raises(UserError, match="nothing to undo"):
        two.undo()

    finish(two.switch_encoder("other"))
    (two.directory / "encoders" / "tiny.onnx").unlink()
    with pytest.raises(UserError, match="add the encoder again"):
        two.undo()
    assert active(two) == "other"


def test_the_command_line_looks_at_what_came_since_the_switch(two: Library, tmp_path: Path):
    finish(two.switch_encoder("other"))
    save_photo(tmp_path / "photos" / "new.jpg", noise(seed=9))
    finish(two.rescan())
    assert undo(two, Namespace()) == {"undone": "took the encoder “other” into use"}
    assert (active(two), two.counts().vectors) == ("tiny", 7)
