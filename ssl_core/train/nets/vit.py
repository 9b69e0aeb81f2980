"""Vision transformers from DINO, DINOv2 and DINOv3 checkpoints under Meta's own key names."""

import math

import torch
from timm.models.vision_transformer import VisionTransformer

from ssl_core.errors import EncoderError
from ssl_core.train.checkpoint import Weights
from ssl_core.train.nets import dinov3
from ssl_core.train.nets.shape import Shape

# Parts of training that say nothing about a photo: DINO's and iBOT's projection heads, and the
# token that stands for hidden patches. Anything else that is not expected is an error.
_IGNORED = ("mask_token", "head.", "dino_head.", "ibot_head.")
_LARGEST_PATCH = 112
_HEAD_DIM = 64


class TokenViT(torch.nn.Module):
    """(B, 3, S, S) → the class token (B, D) and the patch tokens (B, P, D), both after the norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.transformer = dinov3.transformer(shape) if shape.rotary else _transformer(shape)

    def forward(self, photos: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Encode photos normalised with ImageNet's mean and std."""
        tokens = self.transformer.forward_features(self._in_whole_patches(photos))
        return tokens[:, 0], tokens[:, self.transformer.num_prefix_tokens :]

    @property
    def widths(self) -> tuple[int]:
        """Values of the only one of the `maps`."""
        return (self.shape.dim,)

    def maps(self, photos: torch.Tensor) -> list[torch.Tensor]:
        """Return the patch tokens as a map."""
        patches = self(photos)[1]
        grid = math.isqrt(patches.shape[1])
        return [patches.mT.unflatten(2, (grid, grid))]

    def _in_whole_patches(self, photos: torch.Tensor) -> torch.Tensor:
        """Training's crops fit 16 pixels a patch, but not DINOv2's 14."""
        side, patch = photos.shape[-1], self.shape.patch
        if side % patch == 0:
            return photos
        fitting = max(1, round(side / patch)) * patch
        return torch.nn.functional.interpolate(photos, size=(fitting, fitting), mode="bilinear")


def _transformer(shape: Shape) -> VisionTransformer:
    return VisionTransformer(
        img_size=shape.input_size,
        patch_size=shape.patch,
        embed_dim=shape.dim,
        depth=shape.depth,
        num_heads=shape.heads,
        mlp_ratio=shape.mlp / shape.dim,
        qkv_bias=shape.qkv_bias,
        init_values=1.0 if shape.layer_scale else None,
        reg_tokens=shape.registers,
        no_embed_class=shape.registers > 0,
        num_classes=0,
        # Training shows it crops of other sizes; positions are then resampled.
        dynamic_img_size=True,
    )


_SIZES = {"vit-tiny": 192, "vit-small": 384}


def new(name: str) -> tuple[TokenViT, Shape]:
    """Build ``vit-tiny`` or ``vit-small``, 16 pixels a patch as in DINO, with random weights."""
    dim = _SIZES[name]
    shape = Shape(
        dim=dim, depth=12, patch=16, mlp=4 * dim, registers=0, layer_scale=False, qkv_bias=True
    )
    return TokenViT(shape), shape


def under_meta_names(network: TokenViT) -> Weights:
    """Return weights as `from_checkpoint` reads them; a DINOv3's it also reads under timm's."""
    weights = network.transformer.state_dict()
    if "reg_token" in weights and not network.shape.rotary:
        weights["register_tokens"] = weights.pop("reg_token")
        # The class token already holds its position.
        positions = weights["pos_embed"]
        weights["pos_embed"] = torch.cat([torch.zeros_like(positions[:, :1]), positions], dim=1)
    return weights


def from_checkpoint(weights: Weights, source: str) -> tuple[TokenViT, Shape]:
    """Build the transformer a checkpoint belongs to, in evaluation mode.

    Args:
        weights: Tensors under Meta's key names (``blocks.0.attn.qkv.weight`` ...).
        source: The file's name, for messages.

    Raises:
        EncoderError: The keys or shapes are not those of a DINO, DINOv2 or DINOv3 backbone.
    """
    weights = {name: weight for name, weight in weights.items() if not name.startswith(_IGNORED)}
    weights = _with_meta_s_registers(weights)
    rotary = dinov3.is_dinov3(weights)
    if rotary:
        weights = dinov3.under_timm_names(weights, source)
    shape = _shape_of(weights, source, rotary=rotary)
    network = TokenViT(shape)
    ours = weights if rotary else _under_timm_names(weights, shape, source)
    _check_fit(ours, network.transformer.state_dict(), source)
    network.transformer.load_state_dict(ours)
    return network.eval(), shape


def _shape_of(weights: Weights, source: str, *, rotary: bool) -> Shape:
    needed = ["patch_embed.proj.weight", "cls_token", "blocks.0.mlp.fc1.weight"]
    missing = [name for name in needed + ["pos_embed"] * (not rotary) if name not in weights]
    if missing:
        raise _no_backbone(source, f"it lacks {missing[0]}")
    patches, hidden = weights["patch_embed.proj.weight"], weights["blocks.0.mlp.fc1.weight"]
    side = patches.shape[-1]
    fits = patches.shape == (patches.shape[0], 3, side, side) and 1 <= side <= _LARGEST_PATCH
    if not fits or hidden.ndim != 2 or patches.shape[0] < 1 or patches.shape[0] % _HEAD_DIM:
        raise _no_backbone(source, f"patch_embed.proj.weight has the shape {tuple(patches.shape)}")
    blocks = {name.split(".")[1] for name in weights if name.startswith("blocks.")}
    registers = weights.get("reg_token" if rotary else "register_tokens")
    return Shape(
        dim=patches.shape[0],
        depth=len(blocks),
        patch=side,
        mlp=hidden.shape[0],
        registers=0 if registers is None or registers.ndim != 3 else registers.shape[1],
        layer_scale=rotary or "blocks.0.ls1.gamma" in weights,
        qkv_bias="blocks.0.attn.qkv.bias" in weights,
        rotary=rotary,
    )


def _under_timm_names(weights: Weights, shape: Shape, source: str) -> Weights:
    ours = dict(weights)
    ours["pos_embed"] = _resampled(weights["pos_embed"], shape, source)
    if shape.registers:
        # Meta adds the positions before it puts the registers in; timm keeps only the patches'
        # positions then, so the class token takes its own along.
        ours["reg_token"] = ours.pop("register_tokens")
        ours["cls_token"] = weights["cls_token"] + ours["pos_embed"][:, :1]
        ours["pos_embed"] = ours["pos_embed"][:, 1:]
    return ours


def _with_meta_s_registers(weights: Weights) -> Weights:
    """Undo what timm does to DINOv2's registers: no position is kept for the class token."""
    if not {"reg_token", "pos_embed"} <= weights.keys() or weights["pos_embed"].ndim != 3:
        return weights
    ours = dict(weights)
    ours["register_tokens"] = ours.pop("reg_token")
    positions = ours["pos_embed"]
    ours["pos_embed"] = torch.cat([torch.zeros_like(positions[:, :1]), positions], dim=1)
    return ours


def _resampled(positions: torch.Tensor, shape: Shape, source: str) -> torch.Tensor:
    """Fit the position embedding to the grid read here: (1, 1 + G², D) → (1, 1 + grid², D)."""
    side = math.isqrt(max(positions.shape[1] - 1, 0)) if positions.ndim == 3 else 0
    if side == 0 or positions.shape != (1, 1 + side * side, shape.dim):
        raise _no_backbone(source, f"pos_embed has the shape {tuple(positions.shape)}")
    if side == shape.grid:
        return positions
    patches = positions[:, 1:].reshape(1, side, side, shape.dim).permute(0, 3, 1, 2)
    patches = torch.nn.functional.interpolate(
        patches, size=(shape.grid, shape.grid), mode="bicubic", antialias=True
    )
    return torch.cat([positions[:, :1], patches.flatten(2).transpose(1, 2)], dim=1)


def _check_fit(ours: Weights, expected: Weights, source: str) -> None:
    shared = expected.keys() & ours.keys()
    for complaint, names in (
        ("it lacks", expected.keys() - ours.keys()),
        ("it has the unknown", ours.keys() - expected.keys()),
        (
            "another shape is expected of",
            {name for name in shared if ours[name].shape != expected[name].shape},
        ),
    ):
        if names:
            some = ", ".join(sorted(names)[:3]) + (" ..." if len(names) > 3 else "")
            raise _no_backbone(source, f"{complaint} {some}")


def _no_backbone(source: str, why: str) -> EncoderError:
    return EncoderError(f"{source} is no DINO, DINOv2 or DINOv3 backbone: {why}.")
