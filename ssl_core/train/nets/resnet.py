"""ResNets, from torchvision: new, or from torchvision's, DINO's or solo-learn's weights."""

import re

import torch
from torch import nn
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet

from ssl_core.errors import EncoderError
from ssl_core.train.checkpoint import Weights

_USUAL_WIDTH = 64
_HALF_WIDTH = 32
_BLOCKS = {
    "resnet18": (BasicBlock, [2, 2, 2, 2], _USUAL_WIDTH),
    "resnet18-half": (BasicBlock, [2, 2, 2, 2], _HALF_WIDTH),
    "resnet50": (Bottleneck, [3, 4, 6, 3], _USUAL_WIDTH),
}
_READ_SIZE = 224
# The half network learns from crops of 64 pixels, in which things look larger than in whole photos:
# it reads those at one and a half times that (Touvron et al. 2019).
_HALF_READ_SIZE = 96
_BACKBONE = re.compile(r"(conv1|bn1|layer[1-4])\.")


class MappedResNet(ResNet):
    """torchvision's network without its classifier: the pooled last map is the vector.

    Attributes:
        dim: Values in a vector.
        widths: Channels of the `maps`.
        read_size: Side of the square that it reads once it is trained, pixels.
    """

    def __init__(self, name: str) -> None:
        block, depths, width = _BLOCKS[name]
        super().__init__(block, depths)
        if width != _USUAL_WIDTH:
            self._rebuild(block, depths, width)
        self.dim = 8 * width * block.expansion
        self.read_size = _READ_SIZE if width == _USUAL_WIDTH else _HALF_READ_SIZE
        self.widths = tuple(self.dim // shrunk for shrunk in (8, 4, 2, 1))
        self.fc = torch.nn.Identity()

    def _rebuild(self, block: type[BasicBlock], depths: list[int], width: int) -> None:
        """Make the layers anew in another width, which torchvision has no setting for."""
        self.inplanes = width
        self.conv1 = nn.Conv2d(3, width, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        for stage, depth in enumerate(depths):
            layer = self._make_layer(block, width << stage, depth, stride=1 + (stage > 0))
            setattr(self, f"layer{stage + 1}", layer)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def maps(self, photos: torch.Tensor) -> list[torch.Tensor]:
        """Return the maps of the four stages, of 1/4 to 1/32 of the photo's side."""
        maps = [self.maxpool(self.relu(self.bn1(self.conv1(photos))))]
        for stage in (self.layer1, self.layer2, self.layer3, self.layer4):
            maps.append(stage(maps[-1]))
        return maps[1:]


def new(name: str) -> MappedResNet:
    """Build ``resnet18``, the same half as wide, or ``resnet50``, with random weights.

    Returns:
        (B, 3, S, S) → (B, D); the vector is the pooled map.
    """
    return MappedResNet(name)


def is_resnet(weights: Weights) -> bool:
    """Whether weights have a ResNet's names."""
    return "layer1.0.conv1.weight" in weights


def from_checkpoint(weights: Weights, source: str) -> MappedResNet:
    """Build the ResNet that a checkpoint belongs to; classifiers and heads are left out.

    Raises:
        EncoderError: It is neither a ResNet-18 nor a ResNet-50.
    """
    width, *_, kernel = weights["conv1.weight"].shape
    if kernel == 3:
        raise EncoderError(
            f"{source} is a ResNet for pictures of 32 pixels, whose first layer sees too little of "
            "a photo; choose one that was trained on photos."
        )
    name = "resnet50" if "layer1.0.conv3.weight" in weights else "resnet18"
    network = new(name if width == _USUAL_WIDTH else "resnet18-half")
    kept = {key: weight for key, weight in weights.items() if _BACKBONE.match(key)}
    try:
        network.load_state_dict(kept)
    except RuntimeError as error:
        raise EncoderError(f"{source} is neither a ResNet-18 nor a ResNet-50.") from error
    return network
