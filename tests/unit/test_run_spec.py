"""Run specs: every combination resolves, survives JSON, and mistakes get a sentence."""

import dataclasses
import json

import pytest

from ssl_core.errors import TrainingError
from ssl_core.recipes import RECIPES
from ssl_core.run_spec import (
    AUTO,
    BACKBONES,
    DEFAULT,
    DEVICES,
    METHODS,
    SCRATCH,
    SMALLEST,
    from_json,
    resolve,
)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("start", [SCRATCH, DEFAULT])
@pytest.mark.parametrize("photos", [8, 31, 100_000])
def test_every_combination_resolves_and_survives_json(
    method: str, device: str, start: str, photos: int
) -> None:
    spec = resolve(method, photos, device, start=start, minutes=2)
    assert spec.batch <= photos
    assert from_json(spec.as_json(), "here") == spec


@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_is_one_that_can_be_run(name: str) -> None:
    recipe = RECIPES[name]
    assert (recipe.epochs is None) != (recipe.minutes is None)
    if recipe.method == AUTO:
        return
    spec = resolve(
        recipe.method,
        2000,
        "cuda",
        start=recipe.start,
        backbone=recipe.backbone,
        epochs=recipe.epochs,
        minutes=recipe.minutes,
    )
    assert spec.method == recipe.method


@pytest.mark.parametrize(("photos", "processes", "batch"), [(1000, 2, 512), (13, 4, 12), (9, 8, 8)])
def test_processes_share_a_batch_equally(photos: int, processes: int, batch: int) -> None:
    spec = resolve("simclr", photos, "cuda", epochs=1, processes=processes)
    assert spec.batch == batch


def test_a_continued_network_is_treated_with_care() -> None:
    continued, scratch = (
        resolve("simclr", 500, "cpu", start=start, epochs=1) for start in (DEFAULT, SCRATCH)
    )
    assert continued.frozen_norm
    assert continued.head_start > 0
    assert not scratch.frozen_norm
    assert continued.lr < scratch.lr


def test_minutes_of_a_cpu_are_spent_on_a_small_network() -> None:
    small, given, gpu = (
        resolve("simclr", 500, device, start=SCRATCH, backbone=backbone, minutes=2)
        for device, backbone in (("cpu", None), ("cpu", "resnet18"), ("cuda", None))
    )
    assert small.backbone == SMALLEST
    assert small.crops.size < given.crops.size < gpu.crops.size
    assert small.crops.colour < given.crops.colour
    assert small.lr > given.lr
    dino = resolve("dino", 500, "cpu", start=SCRATCH, minutes=2)
    assert dino.head_lr < dino.lr


def test_local_crops_are_the_smaller_part() -> None:
    for backbone in BACKBONES:
        crops = resolve("dino", 500, "cuda", backbone=backbone, epochs=1).crops
        assert crops.local_scale[1] <= crops.scale[0] < 0.5


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"method": "magic"}, "method"),
        ({"photos": 7}, "at least 8 photos"),
        ({"device": "tpu"}, "cpu or cuda"),
        ({"epochs": None}, "epochs or minutes"),
        ({"minutes": 3}, "epochs or minutes"),
        ({"epochs": -1}, "above zero"),
        ({"epochs": 0}, "above zero"),
        ({"backbone": "vgg"}, "backbone"),
    ],
)
def test_mistakes_get_a_sentence(changes: dict[str, object], words: str) -> None:
    asked = {"method": "dino", "photos": 50, "device": "cpu", "epochs": 1} | changes
    with pytest.raises(TrainingError, match=words):
        resolve(**asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("damage", ["{", "[]", "{}", "unknown"])
def test_settings_of_another_version_are_refused(damage: str) -> None:
    if damage == "unknown":
        settings = dataclasses.asdict(resolve("dino", 50, "cpu", epochs=1))
        damage = json.dumps(settings | {"magic": 1})
    with pytest.raises(TrainingError, match=r"run\.json holds no settings of this version"):
        from_json(damage, "run.json")


@pytest.mark.parametrize("method", ["simclr", "dino", "jigsaw"])
@pytest.mark.parametrize("device", DEVICES)
def test_crops_are_of_whole_patches(method: str, device: str) -> None:
    crops = resolve(method, 500, device, start="dinov2.pth", epochs=1, patch=14).crops
    assert crops.size % 14 == crops.local_size % 14 == 0
    assert crops.local_size <= crops.size / 3 or method != "jigsaw"


def test_a_small_network_is_continued_on_crops_as_small_as_those_it_began_with():
    began = resolve("simclr", 500, "cpu", start=SCRATCH, epochs=1).crops
    crops = resolve("simclr", 500, "cpu", start="mine.json", epochs=1, read=96).crops
    assert crops.size == began.size < resolve("simclr", 500, "cpu", epochs=1).crops.size
