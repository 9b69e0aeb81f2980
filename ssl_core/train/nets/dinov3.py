"""What is different in DINOv3 (Siméoni et al. 2025): rotary positions, and the names of weights."""

import torch
from timm.models.eva import Eva

from ssl_core.errors import EncoderError
from ssl_core.train.checkpoint import Weights
from ssl_core.train.nets.shape import Shape

# The token for hidden patches, and buffers that the network makes itself.
_IGNORED = ("mask_token", "rope_embed.")
_BIAS, _MASK = ".attn.qkv.bias", ".attn.qkv.bias_mask"
_TIMM_NAMES = {"storage_tokens": "reg_token", "ls1.gamma": "gamma_1", "ls2.gamma": "gamma_2"}


def transformer(shape: Shape) -> Eva:
    """Build a DINOv3 ViT-S, -B or -L, as timm's ``vit_small_patch16_dinov3``, of any width."""
    network = Eva(
        img_size=shape.input_size,
        patch_size=shape.patch,
        embed_dim=shape.dim,
        depth=shape.depth,
        num_heads=shape.heads,
        mlp_ratio=shape.mlp / shape.dim,
        qkv_bias=False,
        init_values=1e-5,
        num_reg_tokens=shape.registers,
        num_classes=0,
        use_abs_pos_emb=False,
        use_rot_pos_emb=True,
        rope_type="dinov3",
        rope_temperature=100,
        rope_rotate_half=True,
        use_fc_norm=False,
        norm_layer=torch.nn.LayerNorm,
        # Training shows it crops of other sizes.
        dynamic_img_size=True,
    )
    # Meta's checkpoints hold the periods in this precision, and were trained so; timm does not.
    network.rope.periods = network.rope.periods.bfloat16().float()
    return network


def is_dinov3(weights: Weights) -> bool:
    """Whether weights have a DINOv3 transformer's names, Meta's or timm's."""
    return "storage_tokens" in weights or "blocks.0.gamma_1" in weights


def under_timm_names(weights: Weights, source: str) -> Weights:
    """Rename Meta's weights for `transformer`; those under timm's names stay as they are.

    Raises:
        EncoderError: Queries or values have biases, which those of the published ViT-S, -B and -L
            do not: theirs are zeros.
    """
    ours = {}
    for name, weight in weights.items():
        if name.endswith(_BIAS):
            queries, _keys_have_none, values = weight.chunk(3)
            if queries.any() or values.any():
                raise EncoderError(f"{source} is no DINOv3 ViT-S, -B or -L: {name} is not zero.")
        elif not name.startswith(_IGNORED) and not name.endswith(_MASK):
            ours[_timm_name(name)] = weight
    return ours


def _timm_name(name: str) -> str:
    for metas, timms in _TIMM_NAMES.items():
        name = name.replace(metas, timms)
    return name
