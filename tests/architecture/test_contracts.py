"""Every import contract holds, and is seen to fail when someone breaks it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")

# Contract: (file, line added to it) of each breach that it must catch.
BREACHES = {
    "two-products": [
        ("ssl_core/search/neighbours.py", "import gallery_app.errors"),
        ("ssl_core/embed/session.py", "import PySide6.QtGui"),
        ("ssl_core/vectors.py", "import sqlite3"),
    ],
    "gallery-layers": [
        ("gallery_app/catalogue/photos.py", "import gallery_app.files.walk"),
        ("gallery_app/jobs/scan.py", "import gallery_app.library"),
        ("gallery_app/cli/main.py", "import gallery_app.gui.theme"),
        ("gallery_app/utils.py", "X = 1"),
    ],
    "gui-layers": [
        ("gallery_app/gui/models/sidebar.py", "import gallery_app.gui.views.sidebar"),
        ("gallery_app/gui/bridge.py", "import gallery_app.gui.models.sidebar"),
        ("gallery_app/gui/extras.py", "X = 1"),
    ],
    "views-are-blind": [
        ("gallery_app/gui/views/sidebar.py", "import gallery_app.library"),
        ("gallery_app/gui/dialogs/about.py", "import gallery_app.files.walk"),
    ],
    "qt-in-gui": [
        ("gallery_app/domain/photo.py", "import PySide6.QtCore"),
        ("gallery_app/cli/text.py", "from PySide6 import QtCore"),
    ],
    "sql-in-catalogue": [("gallery_app/jobs/scan.py", "import sqlite3")],
    "threads-in-jobs": [
        ("gallery_app/gui/bridge.py", "import threading"),
        ("gallery_app/jobs/scan.py", "import subprocess"),
        ("gallery_app/files/walk.py", "from concurrent.futures import ThreadPoolExecutor"),
        ("ssl_core/search/neighbours.py", "import multiprocessing"),
        ("gallery_app/jobs/runner.py", "import subprocess"),
    ],
    "light-gallery": [
        ("gallery_app/gui/models/clusters.py", "import sklearn"),
        ("gallery_app/jobs/cluster.py", "import hdbscan"),
    ],
    "no-training-in-gallery": [
        ("gallery_app/jobs/encoders.py", "import ssl_core.train.checkpoint"),
        ("gallery_app/jobs/tagging/suggest.py", "import torch"),
    ],
    "torch-in-train": [
        ("ssl_core/embed/session.py", "import torch"),
        ("ssl_core/tagging/few_label.py", "from timm import create_model"),
    ],
    "ssl-layers": [
        ("ssl_core/search/neighbours.py", "import ssl_core.tagging.few_label"),
        ("ssl_core/embed/session.py", "import ssl_core.search.neighbours"),
        ("ssl_core/helpers.py", "X = 1"),
    ],
    "train-layers": [
        ("ssl_core/train/checkpoint.py", "import ssl_core.train.nets.vit"),
        ("ssl_core/train/losses/dino.py", "import ssl_core.train.methods.dino"),
        ("ssl_core/train/data/crops.py", "import ssl_core.train.nets.heads"),
        ("ssl_core/train/export_onnx/graph.py", "import ssl_core.train.loop"),
        ("ssl_core/train/common.py", "X = 1"),
    ],
    "jobs-alone": [("gallery_app/jobs/tagging/suggest.py", "import gallery_app.jobs.cluster")],
    "no-cycles": [("gallery_app/domain/tag.py", "import gallery_app.domain.query_words")],
}
CASES = [
    pytest.param(contract, file, line, id=f"{contract}-{Path(file).stem}")
    for contract, breaches in BREACHES.items()
    for file, line in breaches
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the two packages and the project file, to break."""
    folder = tmp_path_factory.mktemp("checkout")
    for package in ("gallery_app", "ssl_core"):
        shutil.copytree(
            ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", folder)
    # The other half of the cycle that a breach closes.
    (folder / "gallery_app/domain/query_words.py").write_text("import gallery_app.domain.tag\n")
    return folder


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-logo", *options], cwd=folder, capture_output=True, text=True, check=False
    )


def test_all_contracts_hold(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("contract", "file", "line"), CASES)
def test_a_breach_is_caught(copy: Path, contract: str, file: str, line: str) -> None:
    module = copy / file
    before = module.read_text("utf-8") if module.exists() else None
    module.write_text(f"{before or ''}\n{line}\n", "utf-8")
    try:
        result = lint(copy, "--contract", contract)
    finally:
        if before is None:
            module.unlink()
        else:
            module.write_text(before, "utf-8")
    assert "BROKEN" in result.stdout, result.stdout + result.stderr
    assert result.returncode == 1
    assert Path(file).stem in result.stdout


def test_every_contract_has_a_breach() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {c["id"] for c in project["tool"]["importlinter"]["contracts"]}
    assert contracts == set(BREACHES)
