import json
from pathlib import Path

import pytest

from ssl_core.embed.pretrained import (
    default_conversion,
    encoders_in,
    find_encoder,
    import_conversion,
)
from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard, encoder_name, file_sha256, load_card

FACTS = {
    "name": "tiny",
    "dim": 8,
    "source": "made in a test",
    "licence": "CC0-1.0",
    "onnx": "tiny.onnx",
    "sha256": "a" * 64,
    "input_size": 32,
    "resize": 36,
    "interpolation": "bicubic",
    "mean": (0.5, 0.5, 0.5),
    "std": (0.25, 0.25, 0.25),
    "input_name": "photos",
    "vector_output": "vector",
}


def test_saved_card_reads_back_the_same(tmp_path: Path) -> None:
    card = ModelCard(**FACTS, patch_output="tokens", patch_grid=2, turn_output="turns")
    path = card.save(tmp_path)
    assert path == tmp_path / "tiny.json"
    assert load_card(path) == card
    assert [file.name for file in tmp_path.iterdir()] == ["tiny.json"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": "../evil"}, "needs a name"),
        ({"onnx": "../../weights.onnx"}, "must name its network"),
        ({"dim": 0}, "needs a dim"),
        ({"dim": True}, "needs a dim"),
        ({"dim": "8"}, "needs a dim"),
        ({"sha256": "A" * 64}, "sha256"),
        ({"input_size": 100_000}, "input_size"),
        ({"input_size": "32"}, "input_size"),
        ({"resize": 31}, "resize"),
        ({"interpolation": "nearest"}, "interpolation"),
        ({"mean": (0.5, 0.5)}, "mean"),
        ({"mean": (0.5, 0.5, float("nan"))}, "mean"),
        ({"std": (0.25, 0.25, 0.0)}, "std"),
        ({"std": 1.0}, "std"),
        ({"input_name": ""}, "input"),
        ({"licence": None}, "licence"),
        ({"patch_output": "tokens"}, "together"),
        ({"turn_output": ""}, "turn_output"),
    ],
)
def test_contradicting_facts_are_refused(change: dict, words: str) -> None:
    with pytest.raises(EncoderError, match=words):
        ModelCard(**(FACTS | change))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"name": "tiny"}', "[" * 100_000, "\udcff"], ids=range(7)
)
def test_a_file_that_is_no_card_gets_one_sentence_with_its_path(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tiny.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(EncoderError) as caught:
        load_card(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_fact_of_a_newer_version_is_named(tmp_path: Path) -> None:
    path = ModelCard(**FACTS).save(tmp_path)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"audio": 1}))
    with pytest.raises(EncoderError, match="unknown audio"):
        load_card(path)


def test_a_missing_card_is_an_encoder_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"none\.json"):
        load_card(tmp_path / "none.json")


def test_a_replaced_network_is_noticed(tmp_path: Path) -> None:
    network = tmp_path / "tiny.onnx"
    network.write_bytes(b"weights")
    card = ModelCard(**(FACTS | {"sha256": file_sha256(network)}))
    card.check_network(network)
    network.write_bytes(b"weighty")
    with pytest.raises(EncoderError, match="damaged or was replaced"):
        card.check_network(network)
    network.unlink()
    with pytest.raises(EncoderError, match="cannot be read"):
        card.check_network(network)


@pytest.mark.parametrize(
    ("text", "name"),
    [("dinov2 (1)", "dinov2-1"), ("../x", "x"), ("überfoto", "berfoto"), ("日本", "encoder")],
)
def test_any_file_name_makes_a_valid_encoder_name(text: str, name: str) -> None:
    assert encoder_name(text) == name
    ModelCard(**(FACTS | {"name": name, "onnx": f"{name}.onnx"}))


def test_encoders_are_found_by_name(tmp_path: Path) -> None:
    assert encoders_in(tmp_path / "nowhere") == []
    card = ModelCard(**FACTS)
    card.save(tmp_path)
    assert encoders_in(tmp_path) == [card]
    with pytest.raises(EncoderError, match=r"tiny\.onnx is not there"):
        find_encoder(tmp_path, "tiny")
    (tmp_path / "tiny.onnx").write_bytes(b"weights")
    assert find_encoder(tmp_path, "tiny") == (card, tmp_path / "tiny.onnx")
    with pytest.raises(EncoderError, match="there is: tiny"):
        find_encoder(tmp_path, "huge")


def test_conversions_are_arguments_for_a_child(tmp_path: Path) -> None:
    assert default_conversion(tmp_path)[:3] == ["-m", "ssl_core.train.export_onnx", "default"]
    arguments = import_conversion(tmp_path / "a.pth", tmp_path, "mine")
    assert arguments[2:4] == ["import", str(tmp_path / "a.pth")]
    assert arguments[-2:] == ["--name", "mine"]
