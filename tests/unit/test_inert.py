"""Checkpoints with a training's settings in them: opened, and none of their code is run."""

import argparse
import builtins
import sys
from collections import defaultdict
from pathlib import Path, PosixPath
from types import ModuleType
from typing import Any

import pytest
import torch

from ssl_core.errors import EncoderError
from ssl_core.train.checkpoint import read_weights

WEIGHTS = {"backbone.conv1.weight": torch.ones(2)}


class Trap:
    """Runs something when it is put together again, as a class of another program might."""

    sprung = False

    def __setstate__(self, state: object) -> None:
        Trap.sprung = True


def foreign(monkeypatch: pytest.MonkeyPatch, name: str, *bases: type) -> Any:
    """Make a class of a program that is not installed."""
    module, _, own = name.rpartition(".")
    made = type(own, bases, {"__module__": module})
    parts = module.split(".")
    for end in range(1, len(parts) + 1):  # pickling imports every package on the way
        path = ".".join(parts[:end])
        monkeypatch.setitem(sys.modules, path, ModuleType(path))
    setattr(sys.modules[module], own, made)
    return made


def test_settings_beside_the_weights_are_read_and_do_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    config = foreign(monkeypatch, "omegaconf.dictconfig.DictConfig", Trap)()
    node = foreign(monkeypatch, "omegaconf.nodes.AnyNode", Trap)()
    node.value, config.parent = 3, config
    config.content = {"devices": [node], "kinds": [dict, int, Any], "cache": defaultdict(dict)}
    parsing = "pytorch_lightning.utilities.parsing.AttributeDict"
    stopping = foreign(monkeypatch, "pytorch_lightning.callbacks.early_stopping.EarlyStopping")
    beside = {
        "hyper_parameters": config,
        "hparams_type": type(config),
        "options": argparse.Namespace(folder=PosixPath("/data")),
        "older": foreign(monkeypatch, parsing, dict)(lr=0.3),
        "callbacks": {stopping: {"patience": 3}},
    }
    torch.save({"state_dict": WEIGHTS} | beside, tmp_path / "solo.ckpt")
    for module in [name for name in sys.modules if name.startswith(("omegaconf", "pytorch_l"))]:
        monkeypatch.delitem(sys.modules, module)
    read = read_weights(tmp_path / "solo.ckpt")
    assert list(read) == ["conv1.weight"]
    assert not Trap.sprung


class Hostile:
    def __init__(self, function: object, *arguments: object) -> None:
        self._call = function, arguments

    def __reduce__(self) -> object:
        return self._call


@pytest.mark.parametrize(
    "call",
    [
        (builtins.eval, "open('{}', 'w')"),
        (builtins.getattr, Path, "touch"),
        (Path.touch, Path("{}")),
        (torch.load, "{}"),
    ],
)
def test_code_is_refused_as_ever(tmp_path: Path, call: tuple[object, ...]):
    made = tmp_path / "made"
    arguments = [str(each).replace("{}", str(made)) for each in call[1:]]
    state = {"state_dict": WEIGHTS, "hyper_parameters": Hostile(call[0], *arguments)}
    torch.save(state, tmp_path / "hostile.ckpt")
    with pytest.raises(EncoderError, match="could run code when opened, so it was not"):
        read_weights(tmp_path / "hostile.ckpt")
    assert not made.exists()
