"""What a training starts from: nothing, the default encoder, or someone's checkpoint."""

from pathlib import Path

import torch

from ssl_core.embed.pretrained import DEFAULT_ENCODER, WEIGHTS_SUFFIX
from ssl_core.errors import TrainingError
from ssl_core.model_card import IMAGENET_MEAN, IMAGENET_STD, load_card
from ssl_core.run_spec import DEFAULT, SCRATCH, RunSpec
from ssl_core.train.checkpoint import Weights, read_weights
from ssl_core.train.nets import efficientnet_lite, resnet, vit
from ssl_core.train.nets.encoder import Encoder, Reading
from ssl_core.train.nets.shape import Shape

_READ_SIZE = 224


def starting_encoder(spec: RunSpec) -> Encoder:
    """Build the network that a run starts from.

    Raises:
        EncoderError: The checkpoint or card cannot be read or is of no known network.
        TrainingError: The card is of an encoder whose weights are not here.
    """
    if spec.start == SCRATCH:
        torch.manual_seed(spec.seed)
        return _new(spec.backbone)
    if spec.start == DEFAULT:
        return _lite(efficientnet_lite.pretrained())
    path = Path(spec.start)
    if path.suffix == ".json":
        if load_card(path).name == DEFAULT_ENCODER:
            return _lite(efficientnet_lite.pretrained())
        path = _weights_beside(path)
    return _from_weights(read_weights(path), str(path))


def trained_weights(encoder: Encoder) -> Weights:
    """Return weights under the names that `starting_encoder` reads."""
    network = encoder.network
    if isinstance(network, vit.TokenViT):
        return vit.under_meta_names(network)
    return network.state_dict()


def _weights_beside(card: Path) -> Path:
    weights = card.with_suffix(WEIGHTS_SUFFIX)
    if not weights.is_file():
        raise TrainingError(
            f"{card} has no weights to go on from beside it; give --from the checkpoint that the "
            "encoder was made of, or use --method neighbours, which needs none."
        )
    return weights


def _from_weights(weights: Weights, source: str) -> Encoder:
    if "trunk._conv_stem.weight" in weights:
        network = efficientnet_lite.EfficientNetLite0()
        network.load_state_dict(weights)
        return _lite(network)
    if resnet.is_resnet(weights):
        return _resnet(resnet.from_checkpoint(weights, source))
    return _vit(*vit.from_checkpoint(weights, source))


def _new(backbone: str) -> Encoder:
    if backbone == "efficientnet-lite0":
        return _lite(efficientnet_lite.EfficientNetLite0())
    if backbone.startswith("vit"):
        return _vit(*vit.new(backbone))
    return _resnet(resnet.new(backbone))


def _lite(network: efficientnet_lite.EfficientNetLite0) -> Encoder:
    reading = Reading(
        dim=efficientnet_lite.DIM, size=_READ_SIZE, mean=(127 / 255,) * 3, std=(128 / 255,) * 3
    )
    return Encoder(network, reading)


def _resnet(network: resnet.MappedResNet) -> Encoder:
    size = network.read_size
    return Encoder(
        network, Reading(dim=network.dim, size=size, mean=IMAGENET_MEAN, std=IMAGENET_STD)
    )


def _vit(network: vit.TokenViT, shape: Shape) -> Encoder:
    reading = Reading(
        dim=shape.dim,
        size=shape.input_size,
        mean=IMAGENET_MEAN,
        std=IMAGENET_STD,
        patch_grid=shape.grid,
    )
    return Encoder(network, reading)
