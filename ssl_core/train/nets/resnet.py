"""ResNets, from torchvision: new, or from torchvision's, DINO's or solo-learn's weights."""

import re

import torch
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet

from ssl_core.errors import EncoderError
from ssl_core.train.checkpoint import Weights

_BLOCKS = {
    "resnet18": (BasicBlock, [2, 2, 2, 2]),
    "resnet50": (Bottleneck, [3, 4, 6, 3]),
}
_BACKBONE = re.compile(r"(conv1|bn1|layer[1-4])\.")


class MappedResNet(ResNet):
    """torchvision's network without its classifier: the pooled last map is the vector."""

    def __init__(self, name: str) -> None:
        block, depths = _BLOCKS[name]
        super().__init__(block, depths)
        self.dim = 512 * block.expansion
        self.widths = tuple(self.dim // shrunk for shrunk in (8, 4, 2, 1))
        self.fc = torch.nn.Identity()

    def maps(self, photos: torch.Tensor) -> list[torch.Tensor]:
        """Return the maps of the four stages, of 1/4 to 1/32 of the photo's side."""
        maps = [self.maxpool(self.relu(self.bn1(self.conv1(photos))))]
        for stage in (self.layer1, self.layer2, self.layer3, self.layer4):
            maps.append(stage(maps[-1]))
        return maps[1:]


def new(name: str) -> tuple[torch.nn.Module, int]:
    """Build ``resnet18`` or ``resnet50`` with random weights; its vector is the pooled map.

    Returns:
        (B, 3, S, S) → (B, D), and D.
    """
    network = MappedResNet(name)
    return network, network.dim


def is_resnet(weights: Weights) -> bool:
    """Whether weights have a ResNet's names."""
    return "layer1.0.conv1.weight" in weights


def from_checkpoint(weights: Weights, source: str) -> tuple[torch.nn.Module, int]:
    """Build the ResNet that a checkpoint belongs to; classifiers and heads are left out.

    Raises:
        EncoderError: It is neither a ResNet-18 nor a ResNet-50.
    """
    if weights["conv1.weight"].shape[-1] == 3:
        raise EncoderError(
            f"{source} is a ResNet for pictures of 32 pixels, whose first layer sees too little of "
            "a photo; choose one that was trained on photos."
        )
    name = "resnet50" if "layer1.0.conv3.weight" in weights else "resnet18"
    network, dim = new(name)
    kept = {key: weight for key, weight in weights.items() if _BACKBONE.match(key)}
    try:
        network.load_state_dict(kept)
    except RuntimeError as error:
        raise EncoderError(f"{source} is neither a ResNet-18 nor a ResNet-50.") from error
    return network, dim
