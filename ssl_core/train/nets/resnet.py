"""ResNets, from torchvision: new, or from torchvision's, DINO's or solo-learn's weights."""

import re

import torch
import torchvision

from ssl_core.errors import EncoderError
from ssl_core.train.checkpoint import Weights

_BUILD = {"resnet18": torchvision.models.resnet18, "resnet50": torchvision.models.resnet50}
_BACKBONE = re.compile(r"(conv1|bn1|layer[1-4])\.")


def new(name: str) -> tuple[torch.nn.Module, int]:
    """Build ``resnet18`` or ``resnet50`` with random weights; its vector is the pooled map.

    Returns:
        (B, 3, S, S) → (B, D), and D.
    """
    network = _BUILD[name](weights=None)
    dim = network.fc.in_features
    network.fc = torch.nn.Identity()
    return network, dim


def is_resnet(weights: Weights) -> bool:
    """Whether weights have a ResNet's names."""
    return "layer1.0.conv1.weight" in weights


def from_checkpoint(weights: Weights, source: str) -> tuple[torch.nn.Module, int]:
    """Build the ResNet that a checkpoint belongs to; classifiers and heads are left out.

    Raises:
        EncoderError: It is neither a ResNet-18 nor a ResNet-50.
    """
    name = "resnet50" if "layer1.0.conv3.weight" in weights else "resnet18"
    network, dim = new(name)
    kept = {key: weight for key, weight in weights.items() if _BACKBONE.match(key)}
    try:
        network.load_state_dict(kept)
    except RuntimeError as error:
        raise EncoderError(f"{source} is neither a ResNet-18 nor a ResNet-50.") from error
    return network, dim
