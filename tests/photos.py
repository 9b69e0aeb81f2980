"""Photos, and things that only look like photos, made in code."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from PIL import Image, ImageCms

RED, GREEN, BLUE, YELLOW = (220, 40, 40), (40, 180, 60), (40, 60, 220), (230, 210, 40)
CORNERS = (RED, GREEN, BLUE, YELLOW)
"""Colours of `scene`'s quarters, read like a page: top left first."""

ORIENTATION_TAG = 0x0112
# What turns an upright photo into the stored one for each EXIF orientation.
_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(width: int = 96, height: int = 64) -> Image.Image:
    """Make an upright photo with a quarter of each colour of `CORNERS`."""
    photo = Image.new("RGB", (2, 2))
    photo.putdata(CORNERS)
    return photo.resize((width, height), Image.Resampling.NEAREST)


def noise(width: int = 96, height: int = 64, seed: int = 0) -> Image.Image:
    """Make a photo like no other: coarse random colours, told apart by their seed."""
    cells = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    return Image.fromarray(cells).resize((width, height), Image.Resampling.BICUBIC)


def stored(upright: Image.Image, orientation: int) -> Image.Image:
    """Turn an upright photo the way a camera stores it under an EXIF orientation."""
    turn = _STORED[orientation]
    return upright if turn is None else upright.transpose(turn)


def corners(photo: Image.Image) -> list[tuple[int, int, int]]:
    """Return for each quarter, read like a page, the colour of `CORNERS` nearest to it."""
    small = np.asarray(photo.convert("RGB").resize((2, 2), Image.Resampling.BOX), np.int32)
    known = np.asarray(CORNERS, np.int32)
    distances = ((small.reshape(4, 1, 3) - known) ** 2).sum(axis=2)
    return [CORNERS[index] for index in distances.argmin(axis=1)]


def exif(
    *,
    taken: str | None = None,
    offset: str | None = None,
    fraction: str | None = None,
    make: str | None = None,
    model: str | None = None,
    gps: tuple[Any, str, Any, str] | None = None,
    orientation: int | None = None,
) -> bytes:
    """Make an EXIF block; gps is (latitude parts, "N" or "S", longitude parts, "E" or "W")."""
    block = Image.Exif()
    main = {271: make, 272: model, ORIENTATION_TAG: orientation}
    block.update({tag: value for tag, value in main.items() if value is not None})
    photo = {0x9003: taken, 0x9011: offset, 0x9291: fraction}
    told = {tag: value for tag, value in photo.items() if value is not None}
    if told:
        block[0x8769] = told
    if gps:
        block[0x8825] = {2: gps[0], 1: gps[1], 4: gps[2], 3: gps[3]}
    return block.tobytes()


def save_photo(path: Path, photo: Image.Image | None = None, **options: Any) -> Path:
    """Save a photo in the format of its extension, folders made; returns the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    (photo or scene()).save(path, **options)
    return path


def jpeg_bytes(photo: Image.Image | None = None, **options: Any) -> bytes:
    """Encode a photo as JPEG."""
    buffer = BytesIO()
    (photo or scene()).save(buffer, "JPEG", **options)
    return buffer.getvalue()


def swapped_profile() -> bytes:
    """Make a valid ICC profile in which red and blue trade places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = int.from_bytes(data[128:132], "big")
    entries = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * tags, 12)}
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    at = data.find(b"s\0R\0G\0B")  # The description must not say sRGB.
    if at >= 0:
        data[at : at + 1] = b"x"
    return bytes(data)


def png_header(width: int, height: int) -> bytes:
    """Make a PNG that claims any size and holds next to nothing: a decompression bomb."""
    fields = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", fields), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def gif_without_frames() -> bytes:
    """Make a GIF that ends after its header."""
    return b"GIF89a" + struct.pack("<HHBBB", 10, 10, 0, 0, 0) + b";"


def tiff_with_endless_tags() -> bytes:
    """Make a TIFF of 65,535 tags, each of which claims four gigabytes of values."""
    entry = struct.pack("<HHII", 700, 1, 0xFFFFFFFF, 8)
    return struct.pack("<2sHIH", b"II", 42, 8, 65535) + entry * 65535


def exif_in_a_circle() -> bytes:
    """Make an EXIF block whose sub-folder points at the folder that holds it."""
    entry = struct.pack("<HHII", 0x8769, 4, 1, 8)
    return b"Exif\0\0" + struct.pack("<2sHIH", b"II", 42, 8, 1) + entry + struct.pack("<I", 8)


def dng(orientation: int = 1, preview: bytes | None = None) -> bytes:
    """Make a camera RAW of 64 x 48 (orange), with or without the camera's own JPEG preview."""
    file = _Tiff()
    mosaic = np.empty((48, 64), "<u2")
    mosaic[0::2, 0::2], mosaic[1::2, 1::2] = 60000, 6000
    mosaic[0::2, 1::2] = mosaic[1::2, 0::2] = 25000
    strip = file.add(mosaic.tobytes())
    raw = {
        254: ("I", [0]), 256: ("I", [64]), 257: ("I", [48]), 258: ("H", [16]), 259: ("H", [1]),
        262: ("H", [32803]), 273: ("I", [strip]), 277: ("H", [1]), 278: ("I", [48]),
        279: ("I", [mosaic.nbytes]), 33421: ("H", [2, 2]), 33422: ("B", [0, 1, 1, 2]),
        50717: ("I", [65535]),
    }  # fmt: skip
    camera = {
        271: ("s", b"Handful\0"), 272: ("s", b"Test\0"), ORIENTATION_TAG: ("H", [orientation]),
        50706: ("B", [1, 4, 0, 0]), 50708: ("s", b"Handful Test\0"), 50778: ("H", [21]),
        50721: ("i", [1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1]),
    }  # fmt: skip
    if preview is None:
        return file.finish({**raw, **camera})
    with Image.open(BytesIO(preview)) as photo:
        width, height = photo.size
    page = {
        254: ("I", [1]), 256: ("I", [width]), 257: ("I", [height]), 258: ("H", [8, 8, 8]),
        259: ("H", [7]), 262: ("H", [6]), 273: ("I", [file.add(preview)]), 277: ("H", [3]),
        278: ("I", [height]), 279: ("I", [len(preview)]), 330: ("I", [file.folder(raw)]),
    }  # fmt: skip
    return file.finish({**page, **camera})


class _Tiff:
    """Writes TIFF folders by hand, for what Pillow does not write."""

    _TYPES: ClassVar = {"B": 1, "s": 2, "H": 3, "I": 4, "i": 10}

    def __init__(self) -> None:
        self._out = bytearray(struct.pack("<2sHI", b"II", 42, 0))

    def add(self, data: bytes) -> int:
        self._out += bytes(len(self._out) % 2)
        self._out += data
        return len(self._out) - len(data)

    def folder(self, tags: dict[int, tuple[str, Any]]) -> int:
        entries = [self._entry(tag, *tags[tag]) for tag in sorted(tags)]
        return self.add(struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4))

    def finish(self, tags: dict[int, tuple[str, Any]]) -> bytes:
        self._out[4:8] = struct.pack("<I", self.folder(tags))
        return bytes(self._out)

    def _entry(self, tag: int, kind: str, values: Any) -> bytes:
        data = values if kind == "s" else struct.pack(f"<{len(values)}{kind}", *values)
        count = len(values) // 2 if kind == "i" else len(values)
        place = data.ljust(4, b"\0") if len(data) <= 4 else struct.pack("<I", self.add(data))
        return struct.pack("<HHI", tag, self._TYPES[kind], count) + place
