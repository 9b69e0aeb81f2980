"""The architecture of a DINO, DINOv2 or DINOv3 transformer."""

from dataclasses import dataclass

_READ_SIZE = 224


@dataclass(frozen=True)
class Shape:
    """What a checkpoint's tensor shapes tell about its architecture.

    Attributes:
        dim: Values per token, D.
        depth: Transformer blocks.
        patch: Side of a patch in pixels.
        mlp: Hidden values of a block's MLP.
        registers: Register tokens (Darcet et al. 2023), 0 without.
        layer_scale: Whether blocks scale their outputs (DINOv2 and DINOv3 do, DINO does not).
        qkv_bias: Whether the attention's projections have a bias.
        rotary: Whether positions turn queries and keys (DINOv3) instead of being learnt.
    """

    dim: int
    depth: int
    patch: int
    mlp: int
    registers: int
    layer_scale: bool
    qkv_bias: bool
    rotary: bool = False

    @property
    def grid(self) -> int:
        """Patches along one side at the size read here, 224 pixels or the multiple below."""
        return _READ_SIZE // self.patch

    @property
    def input_size(self) -> int:
        """Side of the square the network reads, in pixels."""
        return self.grid * self.patch

    @property
    def heads(self) -> int:
        """Attention heads, of 64 values each."""
        return self.dim // 64

    @property
    def family(self) -> str:
        """The paper it comes from."""
        if self.rotary:
            return "DINOv3"
        return "DINOv2" if self.layer_scale else "DINO"
