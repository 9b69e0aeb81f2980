"""Photos without a library: a folder, or a list."""

from pathlib import Path

import pytest

from ssl_core.embed.folder import photos_in
from ssl_core.errors import EncoderError
from tests.photos import noise, save_photo


def test_photos_come_from_a_folder_or_from_a_list(tmp_path: Path) -> None:
    for name in ("b.jpg", "in/a.jpg"):
        save_photo(tmp_path / name, noise(32, 32))
    (tmp_path / "notes.txt").write_text(f"b.jpg\n\n{tmp_path / 'in/a.jpg'}\ngone.jpg\n")
    both = [tmp_path / "b.jpg", tmp_path / "in/a.jpg"]
    assert photos_in(tmp_path) == both
    assert photos_in(tmp_path / "notes.txt") == both


def test_what_is_neither_gets_a_sentence(tmp_path: Path) -> None:
    save_photo(tmp_path / "b.jpg", noise(32, 32))
    with pytest.raises(EncoderError, match=r"b\.jpg is neither a folder of photos nor a text file"):
        photos_in(tmp_path / "b.jpg")
    with pytest.raises(EncoderError, match="gone is not a folder"):
        photos_in(tmp_path / "gone")
