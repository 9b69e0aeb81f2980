"""How the window was left survives, and never stops it from opening."""

from pathlib import Path

import pytest

from gallery_app.settings import FILE, Settings, load_settings, save_settings


def test_settings_come_back(tmp_path: Path):
    kept = Settings(theme="dark", zoom=301, geometry="00ff", sidebar=False, inspector=False)
    save_settings(tmp_path, kept)
    assert load_settings(tmp_path) == kept


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", '"dark"', '{"theme": "sepia", "zoom": "wide", "sidebar": 3, "unknown": 1}'],
)
def test_nonsense_is_as_new(tmp_path: Path, stored: str):
    (tmp_path / FILE).write_text(stored, encoding="utf-8")
    assert load_settings(tmp_path) == Settings()


def test_a_library_that_cannot_be_written_is_no_error(tmp_path: Path):
    save_settings(tmp_path / "gone", Settings())
    assert load_settings(tmp_path / "gone") == Settings()
