"""One more shot of a subject, as a phone would take it: from nearer, aslant, in other light."""

from datetime import datetime, timedelta
from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter

WIDTH, HEIGHT = 960, 720
ZOOM = (0.28, 0.9)  # part of the subject's photograph that a shot shows, along a side
TILT_DEGREES = 18.0
EXPOSURE_STOPS = 1.0
WARMTH = 0.12  # how far red and blue are pulled apart
BLUR_PIXELS = 2.0
GRAIN = 6.0  # standard deviation, of 255
QUALITY = (55, 92)

_CAMERAS = (("Google", "Pixel 9"), ("Apple", "iPhone 16"), ("FUJIFILM", "X-T50"))
_TURNED = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
_MAKE, _MODEL, _ORIENTATION, _EXIF, _TAKEN, _OFFSET = 271, 272, 274, 0x8769, 0x9003, 0x9011


def shoot(photograph: Image.Image, chance: np.random.Generator) -> Image.Image:
    """Take an upright shot of a photograph.

    Args:
        photograph: The subject, RGB.
        chance: Decides on window, tilt, light, focus and grain.

    Returns:
        960 x 720 pixels, or 720 x 960 for about one shot in three.
    """
    size = (HEIGHT, WIDTH) if chance.random() < 1 / 3 else (WIDTH, HEIGHT)
    shot = _window(photograph, size, chance)
    shot = shot.filter(ImageFilter.GaussianBlur(chance.uniform(0, BLUR_PIXELS)))
    return _in_light(shot, chance)


def jpeg(upright: Image.Image, taken: datetime, chance: np.random.Generator) -> bytes:
    """Encode a shot with the camera's EXIF; some are stored lying, with an orientation.

    Args:
        upright: The shot.
        taken: When, with its time zone.
        chance: Decides on camera, orientation and quality.
    """
    orientation = int(chance.choice([1, 1, 1, 6, 8]))
    stored = upright.transpose(_TURNED[orientation]) if orientation in _TURNED else upright
    make, model = _CAMERAS[chance.integers(len(_CAMERAS))]
    zone = taken.strftime("%z")
    exif = Image.Exif()
    exif.update({_MAKE: make, _MODEL: model, _ORIENTATION: orientation})
    exif[_EXIF] = {_TAKEN: f"{taken:%Y:%m:%d %H:%M:%S}", _OFFSET: f"{zone[:3]}:{zone[3:]}"}
    buffer = BytesIO()
    stored.save(buffer, "JPEG", quality=int(chance.integers(*QUALITY)), exif=exif)
    return buffer.getvalue()


def moment(start: datetime, chance: np.random.Generator) -> datetime:
    """Return a moment within the two hours after ``start``, to the second."""
    return start + timedelta(seconds=int(chance.integers(7200)))


def _window(
    photograph: Image.Image, size: tuple[int, int], chance: np.random.Generator
) -> Image.Image:
    """Look at a tilted window of the photograph; the window stays within its bounds."""
    angle = np.deg2rad(chance.uniform(-TILT_DEGREES, TILT_DEGREES))
    cosine, sine = np.cos(angle), np.sin(angle)
    width, height = size
    # The upright box around the tilted window must fit into the photograph.
    box = np.array([width * cosine + height * abs(sine), width * abs(sine) + height * cosine])
    scale = chance.uniform(*ZOOM) * (np.array(photograph.size) / box).min()
    middle = chance.uniform(scale * box / 2, np.array(photograph.size) - scale * box / 2)
    across, down = scale * np.array([cosine, sine]), scale * np.array([-sine, cosine])
    corner = middle - across * width / 2 - down * height / 2
    matrix = (across[0], down[0], corner[0], across[1], down[1], corner[1])
    return photograph.transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC)


def _in_light(shot: Image.Image, chance: np.random.Generator) -> Image.Image:
    """Change exposure and colour of the light, and add the sensor's grain."""
    warmth = chance.uniform(-WARMTH, WARMTH)
    gain = 2 ** chance.uniform(-EXPOSURE_STOPS, EXPOSURE_STOPS)
    colour = gain * np.array([[1 + warmth], [1], [1 - warmth]])
    linear = (np.arange(256) / 255) ** 2.2  # light adds up before the display's gamma
    curves = 255 * (colour * linear).clip(0, 1) ** (1 / 2.2)
    lit = np.asarray(shot.point(curves.astype(np.uint8).ravel().tolist()), np.float32)
    grain = GRAIN * chance.standard_normal(lit.shape[:2], np.float32)
    return Image.fromarray((lit + grain[..., None]).clip(0, 255).astype(np.uint8))
