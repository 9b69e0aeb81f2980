"""A wheel carries the languages of the window, though they are not in the repository."""

import shutil
from pathlib import Path

import pytest
import translations
import wheel_with_languages


def test_languages_are_built_before_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shutil.copy(translations.TRANSLATIONS / "handful_de.ts", tmp_path)
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    there = []

    def build(*_arguments: object) -> str:
        there.extend(tmp_path.glob("*.qm"))
        return "a wheel"

    monkeypatch.setattr(wheel_with_languages.build_meta, "build_wheel", build)
    assert wheel_with_languages.build_wheel("out") == "a wheel"
    assert [qm.name for qm in there] == ["handful_de.qm"]
    assert "PySide6-Essentials" in wheel_with_languages.get_requires_for_build_wheel()
