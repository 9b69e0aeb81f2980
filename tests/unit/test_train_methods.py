"""Methods learn what they should on photos and vectors made in code."""

import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from ssl_core.embed.folder import open_photo
from ssl_core.run_spec import Crops, resolve
from ssl_core.scores.knn_probe import knn_accuracy
from ssl_core.train.data.crops import centre_boxes, cut
from ssl_core.train.ema import follow, teacher_of
from ssl_core.train.loop import Loop
from ssl_core.train.methods.dino import Dino, crops
from ssl_core.train.methods.neighbours import Neighbours
from ssl_core.train.methods.simclr import SimCLR
from ssl_core.train.nets.heads import DinoHead
from ssl_core.train.optimiser import optimiser_for, schedule
from ssl_core.train.schedules import cosine, ramp, warmed_cosine
from tests.pretext import store_of, tiny_encoder


def kinds(photos: int = 120, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Six kinds in eight directions, under loud noise in 24 others that the kinds do not share."""
    generator = np.random.default_rng(seed)
    labels = np.arange(photos) % 6
    middles = generator.standard_normal((6, 8)) * 1.6
    signal = middles[labels] + generator.standard_normal((photos, 8)) * 0.5
    return np.hstack([signal, generator.standard_normal((photos, 24)) * 0.9]), labels


def test_neighbours_learn_to_look_past_the_noise(tmp_path: Path) -> None:
    vectors, labels = kinds()
    asked = resolve("neighbours", len(vectors), "cpu", epochs=60)
    spec = dataclasses.replace(asked, near=8, width=16)
    method = Neighbours(spec, vectors)
    before = knn_accuracy(method.trial(torch.arange(120))[0].detach().numpy(), labels, 5)
    Loop(method, spec, tmp_path, lambda **_: None).train(lambda: "")
    after = knn_accuracy(method.trial(torch.arange(120))[0].detach().numpy(), labels, 5)
    assert after > before + 0.02


def test_positives_are_mutual_neighbours_and_kin_are_spared() -> None:
    vectors, _ = kinds(40)
    spec = dataclasses.replace(resolve("neighbours", 40, "cpu", epochs=1), near=5)
    method = Neighbours(spec, vectors)
    near = [set(row.tolist()) for row in method._near]
    rows = torch.arange(40)
    positives = method._drawn(rows)
    for row, positive in enumerate(positives.tolist()):
        assert positive == row or (positive in near[row] and row in near[positive])
    kin = method._kin(rows, positives)
    assert torch.equal(kin, kin.T)
    assert all(kin[row, other] for row in range(40) for other in near[row])
    assert kin.float().mean() < 0.9


def test_dino_s_crops_are_whole_and_parts() -> None:
    spec = dataclasses.replace(
        resolve("dino", 8, "cpu", epochs=1),
        crops=Crops(
            size=16, scale=(0.4, 1), local_size=9, local_scale=(0.05, 0.4), local_count=3, colour=1
        ),
    )
    photos = torch.rand(5, 3, 20, 20)
    whole, parts = crops(photos, torch.ones(5), spec)
    assert whole.shape == (10, 3, 16, 16)
    assert parts is not None
    assert parts.shape == (15, 3, 9, 9)
    assert whole.min() >= 0
    assert whole.max() <= 1


def test_dino_s_parts_are_shown_beside_the_photo() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (8, 20, 20, 3), np.uint8)
    spec = resolve("dino", 8, "cpu", epochs=1)
    seen = Crops(
        size=16, scale=(0.4, 1), local_size=6, local_scale=(0.05, 0.4), local_count=3, colour=1
    )
    spec = dataclasses.replace(spec, crops=seen, prototypes=7, hidden=9)
    shown = Dino(spec, tiny_encoder(), store_of(pixels)).eval().pictures(torch.tensor([2, 5]))
    assert [one.pixels.shape for one in shown] == [(16, 3 * 20 + 6 + 4 + 6, 3)] * 2
    assert shown[0].pixels[:, 16:20].min() == 255
    # Two local crops, one below the other, and a third.
    assert shown[0].pixels[6:10, 60:66].min() == 255
    assert shown[0].pixels[10:16, 60:66].max() < 255
    assert shown[0].pixels[10:16, 70:].min() == 255
    photo = torch.from_numpy(pixels[2:3]).permute(0, 3, 1, 2) / 255
    plain = cut(photo, centre_boxes(torch.ones(1)), 16, flips=False)[0].permute(1, 2, 0)
    np.testing.assert_allclose(shown[0].pixels[:, :16], plain * 255, atol=0.6)


def test_views_are_shown_with_how_alike_they_are() -> None:
    shades = np.arange(8, dtype=np.uint8)[:, None, None, None] * 30
    pixels = np.broadcast_to(shades, (8, 20, 20, 3))
    spec = resolve("simclr", 8, "cpu", epochs=1)
    method = SimCLR(dataclasses.replace(spec, hidden=9), tiny_encoder(), store_of(pixels)).eval()
    shown = method.pictures(torch.tensor([0, 7]))
    size = spec.crops.size
    assert shown[0].pixels.shape == (size, 3 * size + 2 * 4, 3)
    assert shown[0].pixels[:, :size].max() == 0
    assert shown[1].pixels[:, :size].min() == 210
    assert re.fullmatch(r".*: likeness 1\.00, to the other photos -?0\.\d\d", shown[0].caption)


def test_the_prototypes_have_length_one_whatever_their_weights() -> None:
    head = DinoHead(6, 7, 9)
    before = head(torch.ones(2, 6))
    with torch.no_grad():
        head.prototypes.mul_(3)
    torch.testing.assert_close(head(torch.ones(2, 6)), before)
    assert before.abs().max() <= 1


def test_the_teacher_follows_slowly_and_without_gradients() -> None:
    student = nn.Linear(2, 2)
    teacher = teacher_of(student)
    old = teacher.weight.clone()
    with torch.no_grad():
        student.weight.add_(1)
    follow(teacher, student, 0.9)
    torch.testing.assert_close(teacher.weight, old + 0.1)
    assert not any(weight.requires_grad for weight in teacher.parameters())


def test_schedules_meet_their_ends() -> None:
    assert cosine(0, 0.996, 1) == pytest.approx(0.996)
    assert cosine(0.5, 0, 1) == pytest.approx(0.5)
    assert cosine(1.2, 0.996, 1) == 1
    assert warmed_cosine(0, 0.1, 1, 0) == 0
    assert warmed_cosine(0.05, 0.1, 1, 0) == pytest.approx(0.5)
    assert warmed_cosine(0.1, 0.1, 1, 0) == pytest.approx(1)
    assert warmed_cosine(0, 0, 1, 0) == 1
    assert ramp(0.15, 0.3, 0.02, 0.04) == pytest.approx(0.03)
    assert ramp(0.9, 0.3, 0.02, 0.04) == pytest.approx(0.04)


def test_biases_do_not_decay_and_the_encoder_waits_for_its_head() -> None:
    asked = resolve("simclr", 50, "cpu", epochs=1)
    spec = dataclasses.replace(asked, head_start=0.5, head_lr=3 * asked.lr)
    optimiser = optimiser_for(spec, nn.Linear(2, 2), nn.Linear(2, 2))
    schedule(optimiser, spec, 0.25)
    for group in optimiser.param_groups:
        assert (group["lr"] == 0) == group["waits"]
        assert (group["weight_decay"] == 0) == (group["params"][0].ndim == 1)
    schedule(optimiser, spec, 0.75)
    assert all(group["lr"] > 0 for group in optimiser.param_groups)
    schedule(optimiser, dataclasses.replace(spec, head_start=0), 0.25)
    heads = [group["lr"] for group in optimiser.param_groups if not group["waits"]]
    bodies = [group["lr"] for group in optimiser.param_groups if group["waits"]]
    assert heads == pytest.approx([3 * lr for lr in bodies])


def test_a_grey_photo_can_be_opened_for_training(tmp_path: Path) -> None:
    Image.new("L", (9, 7), 128).save(tmp_path / "grey.png")
    assert open_photo(tmp_path / "grey.png", 8).mode == "RGB"
