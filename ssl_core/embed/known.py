"""Well-known encoders that can be fetched from their homes, and what to know before."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class KnownEncoder:
    """An encoder that others have trained and published.

    Attributes:
        name: What it is called here.
        title: What its authors call it.
        url: The file with its weights, a checkpoint from ``torch.save``.
        size: Of that file, bytes, to the three figures that people are shown.
        sha256: Of that file; None where nobody published one, so that the hub is asked for its own.
        licence: The licence's name.
        licence_url: Its text.
        must_accept: Whether the licence binds those who use the weights, so that they must agree
            first.
        input_size: Side of the square it reads here, pixels.
    """

    name: str
    title: str
    url: str
    size: int
    sha256: str | None
    licence: str
    licence_url: str
    must_accept: bool = False
    input_size: int = 224

    @property
    def file(self) -> str:
        """The name of the file at its home."""
        return self.url.rpartition("/")[2]


_META, _HUB = "https://dl.fbaipublicfiles.com", "https://huggingface.co"
_LICENSES = "https://github.com/facebookresearch/{}/blob/main/LICENSE"

KNOWN = (
    KnownEncoder(
        name="dino-vits16",
        title="DINO ViT-S/16",
        # The copy that timm uses: the hub publishes its SHA-256, and Meta none of theirs.
        url=f"{_HUB}/timm/vit_small_patch16_224.dino/resolve/"
        "3108e386ca7c54405bcfd39e7e9398b286c21411/pytorch_model.bin",
        size=86_700_000,
        sha256="49a1c6cc0534ac3f4c7ec18cc6e24374952f602e87a12271648fca99f84ca898",
        licence="Apache-2.0",
        licence_url=_LICENSES.format("dino"),
    ),
    KnownEncoder(
        name="dinov2-vits14",
        title="DINOv2 ViT-S/14",
        url=f"{_META}/dinov2/dinov2_vits14/dinov2_vits14_pretrain.pth",
        size=88_300_000,
        sha256="b938bf1bc15cd2ec0feacfe3a1bb553fe8ea9ca46a7e1d8d00217f29aef60cd9",
        licence="Apache-2.0",
        licence_url=_LICENSES.format("dinov2"),
    ),
    KnownEncoder(
        name="dinov2-vits14-reg",
        title="DINOv2 ViT-S/14 with registers",
        url=f"{_META}/dinov2/dinov2_vits14/dinov2_vits14_reg4_pretrain.pth",
        size=88_300_000,
        sha256="f433177089a681826f849f194ece3bb48f4d63fb38d32fc837e3dc7a4e5641fb",
        licence="Apache-2.0",
        licence_url=_LICENSES.format("dinov2"),
    ),
    KnownEncoder(
        name="dinov3-vits16",
        title="DINOv3 ViT-S/16",
        url=f"{_HUB}/timm/vit_small_patch16_dinov3.lvd1689m/resolve/main/pytorch_model.bin",
        size=86_400_000,
        sha256=None,
        licence="DINOv3 License",
        licence_url="https://ai.meta.com/resources/models-and-libraries/dinov3-license/",
        must_accept=True,
    ),
)
