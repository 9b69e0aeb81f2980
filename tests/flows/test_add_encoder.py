"""A checkpoint becomes an encoder in a process of its own, twice the same to the last bit."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.preprocess import to_batch
from ssl_core.embed.pretrained import find_encoder, import_conversion
from ssl_core.model_card import load_card
from ssl_core.train.checkpoint import read_weights
from ssl_core.train.export_onnx.__main__ import main
from ssl_core.train.nets.vit import from_checkpoint
from tests.unit.test_export_onnx import D, random_crops, vit_weights


def test_a_checkpoint_becomes_the_same_encoder_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "my vit.pth", tmp_path / "encoders"
    torch.save({name: weight.half() for name, weight in vit_weights(grid=37).items()}, file)
    child = subprocess.run(
        [sys.executable, *import_conversion(file, out)], capture_output=True, text=True, check=True
    )
    assert not child.stderr
    *steps, last = [json.loads(line) for line in child.stdout.splitlines()]
    assert [(step["done"], step["total"]) for step in steps] == [(0, 3), (1, 3), (2, 3)]
    assert {path.name for path in out.iterdir()} == {"my-vit.onnx", "my-vit.json"}
    card, exported = find_encoder(out, "my-vit")
    assert last == {"card": str(out / "my-vit.json"), "name": "my-vit", "dim": D}
    assert (card.dim, card.input_size, card.patch_grid) == (D, 224, 14)
    assert b"site-packages" not in exported.read_bytes()

    network, _ = from_checkpoint(read_weights(file), file.name)
    crops = random_crops(224)
    with torch.no_grad():
        expected = network(torch.from_numpy(to_batch(crops, card)))[0].numpy()
    np.testing.assert_allclose(Embedder(card, exported).embed(crops), expected, atol=1e-3)

    assert main(["import", str(file), "--out", str(tmp_path / "again")]) == 0
    assert load_card(tmp_path / "again" / "my-vit.json").sha256 == card.sha256
    assert main(["import", str(file), "--out", str(out)]) == 1
    assert "already an encoder named my-vit" in capsys.readouterr().err
