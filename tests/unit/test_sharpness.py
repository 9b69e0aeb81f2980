"""Sharp photos are told from soft ones by their pixels."""

from pathlib import Path

import numpy as np
from PIL import Image

from ssl_core.train.data.sharpness import are_soft, detail


def test_an_enlarged_thumbnail_is_soft_and_a_photo_is_not(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (180, 240, 3), dtype=np.uint8)
    sharp = Image.fromarray(pixels)
    soft = sharp.crop((0, 0, 32, 24)).resize((240, 180), Image.Resampling.BICUBIC)
    assert detail(soft) < 0.005 < detail(sharp)
    for name, photo in (("sharp", sharp), ("soft", soft)):
        photo.save(tmp_path / f"{name}.png")
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8")
    paths = {each.stem: each for each in tmp_path.iterdir()}
    assert are_soft([paths["soft"], paths["broken"]])
    assert not are_soft([paths["sharp"]])
    assert not are_soft([paths["broken"]])
    assert detail(Image.new("RGB", (5, 5))) == 0
