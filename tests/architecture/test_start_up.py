"""The window and the command line start light: no torch, no Qt where it is not needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ["torch", "sklearn", "scipy", "hdbscan", "igraph", "onnxruntime", "onnx", "timm", "skimage"]

OPEN_WINDOW = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gallery_app import app

class Brief(QApplication):
    def exec(self):
        assert any(window.isVisible() for window in self.topLevelWidgets())
        QTimer.singleShot(500, self.quit)
        return super().exec()

app.QApplication = Brief
assert app.open_window(Path({library!r})) == 0
"""
RUN_COMMAND = """
import runpy
sys.argv = ["handful", "--library", {library!r}, *{arguments!r}]
try:
    runpy.run_module("gallery_app", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
"""
TELL_MODULES = """
import json
print("\\n" + json.dumps([name for name in sys.modules if "." not in name]))
"""
EMIT = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

bell, heard = Bell(), []
bell.rung.connect(heard.append)
for _ in range(5000):
    bell.rung.emit(True)
assert len(heard) == 5000
"""


def modules_after(code: str) -> set[str]:
    """Run code in a Python of its own and return the top-level modules that it loaded."""
    child = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}{TELL_MODULES}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return set(json.loads(child.stdout.splitlines()[-1]))


def test_the_window_opens_without_anything_heavy(tmp_path: Path) -> None:
    loaded = modules_after(OPEN_WINDOW.format(library=str(tmp_path / "library")))
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("arguments", [["--help"], ["photos"], ["tag", "list"]])
def test_the_command_line_needs_no_qt(tmp_path: Path, arguments: list[str]) -> None:
    code = RUN_COMMAND.format(library=str(tmp_path / "library"), arguments=arguments)
    assert modules_after(code).isdisjoint([*HEAVY, "PySide6", "shiboken6"])


def test_the_check_can_fail() -> None:
    assert "onnxruntime" in modules_after("import onnxruntime")


def test_this_pyside_survives_many_signals() -> None:
    """6.12.0 drops a reference to True with each emission and aborts after some 560."""
    modules_after(EMIT)
