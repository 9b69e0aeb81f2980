"""The command line, from a folder of photos to a new encoder; real processes only where needed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ssl_core.__main__ import main
from ssl_core.embed.embedder import Embedder
from ssl_core.model_card import load_card
from ssl_core.train import worker
from ssl_core.train.judgement import judged
from ssl_core.train.settings import Asked
from tests.encoders import SIZE, add_tiny_encoder, network


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two classes of eight photos: stripes and plain colours; and one file that is no photo."""
    generator = np.random.default_rng(0)
    for number in range(8):
        base = generator.integers(0, 256, (32, 48, 3), dtype=np.uint8) // 4
        plain = base + generator.integers(60, 190, 3).astype(np.uint8)
        striped = base + np.where(np.arange(48) // 3 % 2, 190, 0).astype(np.uint8)[None, :, None]
        for name, pixels in (("plain", plain), ("striped", striped)):
            (tmp_path / "photos" / name).mkdir(parents=True, exist_ok=True)
            Image.fromarray(pixels).save(tmp_path / "photos" / name / f"{number}.png")
    (tmp_path / "photos/broken.jpg").write_bytes(b"\xff\xd8 no photo")
    return tmp_path / "photos"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    (tmp_path / "encoders").mkdir()
    add_tiny_encoder(tmp_path / "encoders")
    return tmp_path / "encoders/tiny.json"


def train(*arguments: object) -> int:
    return main(["train", *map(str, arguments)])


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_neighbours_make_an_encoder_from_a_card(
    photos: Path, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine"
    asked = (photos, "--method", "neighbours", "--from", tiny, "--epochs", 3, "--out", out)
    assert train(*asked) == 0
    told = lines(capsys.readouterr().out)
    assert told[-1]["name"] == "mine"
    assert any("broken.jpg" in str(line.get("left_out")) for line in told)
    assert [line["step"] for line in told if "loss" in line][-1] == 3
    assert told[-1]["better"] is False
    assert told[-1]["why"] == "16 photos are too few to tell encoders apart without tags."
    card = load_card(out / "mine.json")
    square = np.zeros((1, SIZE, SIZE, 3), np.uint8)
    assert Embedder(card, out / card.onnx).embed(square).shape == (1, card.dim)
    assert train(*asked) == 1
    assert "already an encoder named mine" in capsys.readouterr().err


def test_auto_tries_the_ways_and_says_why_it_keeps_or_changes(
    photos: Path, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine"
    assert train(photos, "--from", tiny, "--out", out) == 0
    told = lines(capsys.readouterr().out)
    assert told[-1] == {"kept": "16 photos are too few to tell encoders apart."}
    assert not (out / "encoded").exists()
    for path in list(photos.rglob("*.png")):
        shutil.copy(path, path.with_suffix(".more.png"))
    assert train(photos, "--from", tiny, "--out", out) == 0
    told = lines(capsys.readouterr().out)
    tried = [line for line in told if "tried" in line]
    assert tried
    assert all(line["low"] <= line["after"] - line["before"] <= line["high"] for line in tried)  # type: ignore[operator]
    if any(line["low"] > 0 for line in tried):  # type: ignore[operator]
        assert told[-1]["better"] is True
        assert load_card(Path(str(told[-1]["card"]))).dim == told[-1]["dim"]
    else:
        assert "kept" in told[-1]


def test_a_new_encoder_is_judged_beside_the_one_asked_for_and_after_an_interruption(
    photos: Path,
    tiny: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for path in list(photos.rglob("*.png")):
        shutil.copy(path, path.with_suffix(".more.png"))
    out, grey = tmp_path / "mine", tiny.parent / "grey.json"
    asked = (photos, "--method", "neighbours", "--out", out, "--beside", grey)
    fresh = ("--from", tiny, "--epochs", 1)
    assert train(*asked, *fresh) == 1
    assert "grey.json" in capsys.readouterr().err
    add_tiny_encoder(grey.parent, network(colours=False), "grey")
    orders = iter(["", "pause"])
    with monkeypatch.context() as patch:
        patch.setattr(worker, "judged", lambda *given: judged(*given[:-1], lambda: next(orders)))
        assert train(*asked, *fresh) == 0
    assert lines(capsys.readouterr().out)[-1] == {"paused": str(out)}
    assert train(*asked, "--resume") == 0
    told = lines(capsys.readouterr().out)
    assert not [line for line in told if "loss" in line]
    assert isinstance(told[-1]["better"], bool)
    assert "% of changed copies find the group of their photo, and " in str(told[-1]["why"])
    assert told[-1]["card"] == str(out / "mine.json")


TOGETHER = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]


@pytest.mark.parametrize("launcher", [[], TOGETHER])
def test_a_paused_training_is_resumed_by_the_command(
    launcher: list[str],
    photos: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a process of its own, or two: the order comes down its standard input."""
    out = tmp_path / "mine"
    asked = ["train", str(photos), "--method", "simclr", "--out", str(out)]
    fresh = ["--from", "scratch", "--backbone", "resnet18", "--epochs", "2"]
    run = subprocess.run(
        [sys.executable, *launcher, "-m", "ssl_core", *asked, *fresh],
        input="what?\npause\n",
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    assert lines(run.stdout)[-1] == {"paused": str(out)}
    assert main([*asked, *fresh]) == 1
    assert "go on with --resume" in capsys.readouterr().err
    (photos / "plain/0.png").rename(photos / "plain/0.txt")
    assert main([*asked, "--resume"]) == 1
    assert "was of 16 photos and now there are 15" in capsys.readouterr().err
    (photos / "plain/0.txt").rename(photos / "plain/0.png")
    # The conversion to ONNX has its own tests and takes seconds.
    monkeypatch.setattr(worker, "add_trained", lambda *_, **__: add_tiny_encoder(out, name="mine"))
    assert main([*asked, "--resume"]) == 0
    told = lines(capsys.readouterr().out)
    assert [line["step"] for line in told if "loss" in line] == [2]


def test_grey_photos_are_told_and_pictures_are_written(
    photos: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "add_trained", lambda *_, **__: add_tiny_encoder(out, name="mine"))
    noise = np.random.default_rng(0).integers(0, 256, (40, 40), dtype=np.uint8)
    Image.fromarray(noise).save(photos / "grey.png")
    asked = ("--from", "scratch", "--backbone", "resnet18", "--epochs", 1)
    out = tmp_path / "mine"
    assert train(photos, "--method", "colorization", *asked, "--out", out) == 0
    told = lines(capsys.readouterr().out)
    notes = [line["note"] for line in told if "note" in line]
    assert notes == ["1 of 17 photos are grey: no colours to learn from."]
    shown = [out / str(line["picture"]) for line in told if "picture" in line]
    assert len(shown) >= 8
    assert sorted(shown) == sorted((out / "pictures").iterdir())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--method", "simclr", "--epochs", "1", "--resume"], "holds no training to resume"),
        (["--method", "simclr"], "give either epochs or minutes"),
        (["--epochs", "1", "--method", "neighbours", "--from", "scratch"], "a model card"),
        (["--method", "simclr", "--epochs", "1", "--from", "/nowhere.pth"], "is not a file"),
        (["--from", "scratch"], "a model card"),
        (["--epochs", "1"], "give --minutes"),
    ],
)
def test_mistakes_get_one_sentence(
    photos: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    assert train(photos, "--out", tmp_path / "mine", *arguments) == 1
    error = capsys.readouterr().err
    assert words in error
    assert len(error.splitlines()) == 1


def test_a_recipe_is_asked_for_by_name_and_what_else_is_given_goes_first(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Asked] = []

    def heard(what: Asked, _: object) -> dict[str, object]:
        asked.append(what)
        return {}

    monkeypatch.setattr(worker, "train_folder", heard)
    for arguments in ([], ["--minutes", 3, "--backbone", "resnet18"]):
        assert train(photos, "--out", tmp_path / "mine", "--recipe", "long", *arguments) == 0
    assert train(photos, "--out", tmp_path / "mine") == 0
    found = [(one.method, one.start, one.backbone, one.epochs, one.minutes) for one in asked]
    assert found == [
        ("dino", "scratch", "vit-small", 800, None),
        ("dino", "scratch", "resnet18", None, 3),
        ("auto", "default", None, None, None),
    ]


def test_photos_that_are_all_the_same_teach_nothing(
    photos: Path, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in photos.rglob("*.png"):
        Image.new("RGB", (30, 20), "teal").save(path)
    arguments = (photos, "--out", tmp_path / "mine", "--epochs", 1)
    assert train(*arguments, "--method", "neighbours", "--from", tiny) == 1
    assert "All 16 photos look the same" in capsys.readouterr().err
    assert train(*arguments, "--method", "simclr", "--from", "scratch") == 1
    assert "All 16 photos are the same" in capsys.readouterr().err


def test_a_folder_without_enough_photos_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert train(tmp_path / "empty", "--out", tmp_path / "mine") == 1
    assert "Only 0 photos" in capsys.readouterr().err
    assert train(tmp_path / "gone", "--out", tmp_path / "mine") == 1
    assert "is not a folder" in capsys.readouterr().err


def test_score_tells_classes_and_views_apart(
    photos: Path, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (photos / "broken.jpg").unlink()
    assert main(["score", str(photos), "--encoder", str(tiny), "--classes"]) == 0
    scores = lines(capsys.readouterr().out)[0]
    assert scores["photos"] == 16
    assert scores["knn_5"] > 0.9  # type: ignore[operator]
    assert 0 < scores["prototypes_1"] <= 1  # type: ignore[operator]
    assert 1 <= scores["rank"] <= 8  # type: ignore[operator]


def test_training_without_torch_says_what_to_install(
    photos: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ssl_core.__main__.find_spec", lambda _name: None)
    assert train(photos, "--epochs", 1, "--out", tmp_path / "mine") == 1
    assert "pip install torch torchvision" in capsys.readouterr().err
