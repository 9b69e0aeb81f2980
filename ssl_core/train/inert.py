"""Stand-ins for what training programs keep beside the weights: it is read, and none of it acts.

torch reads weights only, and of other classes those that it is handed. It is handed these in place
of the real ones, so that a checkpoint of Lightning or solo-learn opens without their code.
"""

from collections import OrderedDict
from collections.abc import Callable


class Inert:
    """Stands for an object, whatever it is made of, and keeps nothing of it."""

    def __new__(cls, *_arguments: object) -> "Inert":
        """Make one; the arguments are for the real class."""
        return super().__new__(cls)

    def __setstate__(self, _state: object) -> None:
        """Leave the state alone."""


def _dictionary(*_arguments: object) -> OrderedDict[object, object]:
    """Stand for `collections.defaultdict`, whose argument is a function."""
    return OrderedDict()


_OBJECTS = [
    "omegaconf.dictconfig.DictConfig",
    "omegaconf.listconfig.ListConfig",
    "omegaconf.base.ContainerMetadata",
    "omegaconf.base.Metadata",
    "omegaconf.nodes.AnyNode",
    "omegaconf.nodes.BooleanNode",
    "omegaconf.nodes.FloatNode",
    "omegaconf.nodes.IntegerNode",
    "omegaconf.nodes.PathNode",
    "omegaconf.nodes.StringNode",
    "typing.Any",
    "builtins.bool",
    "builtins.dict",
    "builtins.float",
    "builtins.int",
    "builtins.list",
    "builtins.str",
    "argparse.Namespace",
    "pathlib.PosixPath",
    "pytorch_lightning.callbacks.early_stopping.EarlyStopping",
    "pytorch_lightning.callbacks.lr_monitor.LearningRateMonitor",
    "pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint",
]
_DICTIONARIES = [
    "pytorch_lightning.utilities.parsing.AttributeDict",
    "lightning_fabric.utilities.data.AttributeDict",
    "lightning.fabric.utilities.data.AttributeDict",
]

STAND_INS: list[Callable[..., object] | tuple[Callable[..., object], str]] = [
    *((Inert, name) for name in _OBJECTS),
    *((OrderedDict, name) for name in _DICTIONARIES),
    (_dictionary, "collections.defaultdict"),
]
"""For `torch.serialization.safe_globals`: what stands in, and the full name of the real one."""
