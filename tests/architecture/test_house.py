"""House rules that no linter checks."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
REQUIREMENTS = [Requirement(line) for line in PROJECT["dependencies"]]
FOR_DEVELOPERS = [
    Requirement(line) for group in PROJECT["optional-dependencies"].values() for line in group
]
MODULES = [
    path
    for folder in ("gallery_app", "ssl_core", "packaging", "tests")
    for path in (ROOT / folder).rglob("*.py")
]
NAMELESS = {"utils", "util", "helpers", "common", "misc", "manager", "base"}


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [path for path in MODULES if path.stem in NAMELESS]


def test_no_module_is_too_long() -> None:
    assert not [path for path in MODULES if len(path.read_text("utf-8").splitlines()) > 500]


def test_no_sentence_that_the_window_shows_names_a_command() -> None:
    shown = [
        path
        for path in (ROOT / "gallery_app").rglob("*.py")
        if path.parent.name != "cli" and "Error(" in path.read_text("utf-8")
    ]
    assert len(shown) > 20
    naming = re.compile(r"\bhandful [a-z]|--[a-z]")
    for path in shown:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("Error"):
                words = " ".join(map(ast.unparse, call.args))
                assert not naming.search(words), f"{path}: give it as `command`: {words}"


def test_migrations_are_numbered_without_gaps_and_without_twins() -> None:
    files = (ROOT / "gallery_app/catalogue/migrations").glob("*.sql")
    numbers = sorted(int(file.name[:4]) for file in files)
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_pyside_that_aborts_is_excluded() -> None:
    pyside = next(r for r in REQUIREMENTS if r.name == "PySide6-Essentials")
    assert "6.12.0" not in pyside.specifier
    assert "6.11.3" in pyside.specifier


@pytest.mark.parametrize("page", ["docs/dependencies.md", "packaging/licences.md"])
def test_every_dependency_is_listed(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert not [r.name for r in REQUIREMENTS + FOR_DEVELOPERS if f"| {r.name} |" not in text]


def test_tested_versions_satisfy_the_project() -> None:
    lines = (ROOT / "packaging/constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.lower().replace("_", "-").split("==") for line in lines if "==" in line)
    for requirement in REQUIREMENTS + FOR_DEVELOPERS:
        assert pins[requirement.name.lower()] in requirement.specifier, requirement.name


def test_no_committed_file_names_a_registry() -> None:
    text = (ROOT / "packaging/constraints.txt").read_text("utf-8")
    assert "://" not in text
    assert "@" not in text
