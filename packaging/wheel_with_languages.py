"""What pip builds Handful with: setuptools, after the languages of the window are built."""

from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)
from translations import main as build_translations

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

Settings = dict[str, str | list[str] | None] | None


def get_requires_for_build_wheel(config_settings: Settings = None) -> list[str]:
    """Return what setuptools wants, and Qt, which has the compiler of languages."""
    return [*build_meta.get_requires_for_build_wheel(config_settings), "PySide6-Essentials"]


def build_wheel(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Build the languages, then the wheel around them."""
    build_translations(["--release"])
    return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
