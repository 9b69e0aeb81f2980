"""Fixtures shared by all tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.library import Library
from tests.encoders import add_tiny_encoder

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples each time, however long they take.
# `pytest --hypothesis-profile default` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """A new catalogue on its own, for tests of the stores."""
    made = Catalogue.open(tmp_path / "catalogue.sqlite")
    yield made
    made.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new library whose encoder is a tiny one, so that no test waits for torch."""
    made = make_library(tmp_path / "library")
    yield made
    made.close()


def make_library(directory: Path) -> Library:
    """Make a library with the tiny encoder; opened by the caller, closed by the caller."""
    made = Library.open(directory)
    folder = directory / "encoders"
    folder.mkdir(exist_ok=True)
    card = add_tiny_encoder(folder)
    made._catalogue.encoders.add(card.name, card.dim, card.source)
    return made
