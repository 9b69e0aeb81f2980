"""Orders down a pipe, and what its end means."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from ssl_core.train.orders import Orders


class Owner:
    """The far end of a training's standard input."""

    def __init__(self) -> None:
        reading, self._writing = os.pipe()
        self.near: TextIO = os.fdopen(reading)

    def say(self, text: str) -> None:
        os.write(self._writing, text.encode())

    def leave(self) -> None:
        os.close(self._writing)


@pytest.fixture
def owner() -> Iterator[Owner]:
    made = Owner()
    yield made
    made.near.close()


def test_whole_words_are_heard_and_the_last_one_counts(owner: Owner) -> None:
    orders = Orders(owner.near)
    assert orders() == ""
    owner.say("pau")
    assert orders() == ""
    owner.say("se\nnonsense\n")
    assert orders() == "pause"
    assert orders() == ""
    owner.say("pause\nstop\n")
    assert orders() == "stop"
    owner.leave()


def test_a_training_pauses_when_the_one_who_spoke_is_gone(owner: Owner) -> None:
    orders = Orders(owner.near)
    owner.say("hello\n")
    assert orders() == ""
    owner.leave()
    assert orders() == "pause"


def test_a_training_that_nobody_attends_goes_on(owner: Owner, tmp_path: Path) -> None:
    owner.leave()
    assert Orders(owner.near)() == ""
    (tmp_path / "empty").touch()
    with (tmp_path / "empty").open() as file:
        assert Orders(file)() == ""
