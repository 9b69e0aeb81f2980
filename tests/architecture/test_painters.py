"""A painter that an error leaves open ends the program at the next frame: all are in a `with`."""

import ast
from pathlib import Path

GUI = Path(__file__).parents[2] / "gallery_app/gui"


def test_every_painter_is_closed_whatever_happens():
    left_open = []
    for file in GUI.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        safe = {
            id(item.context_expr)
            for node in ast.walk(tree)
            if isinstance(node, ast.With)
            for item in node.items
        }
        left_open += [
            f"{file.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "QPainter"
            and id(node) not in safe
        ]
    assert left_open == []
