"""`make bench-gui`: the window's goals on 100,000 photos, beside a plain QListView.

``python -m tests.benchmarks.window [--photos N]``. The library is made in code, once, and kept in
the temporary folder. Windows are real ones, on a virtual display where there is none (xvfb-run).
Three times stand beside each other: by the clock, the same without waiting for a processor that
other programs have, and processor time of the GUI thread. What happened while the machine itself
faltered (`hiccups`) is counted by itself.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gallery_app.files.thumbnails import ThumbnailStore
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.window.made_library import ready_library

HERE = "tests.benchmarks.window"
RUNS = 5
SCREEN = "-screen 0 1280x800x24"


def main() -> int:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    count = parser.parse_args().photos
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        return _again_in_virtual_display()
    print(describe_machine())
    library = ready_library(count)
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder)
        paths = _thumbnails(library, reports / "paths.txt")
        opened = [_open("opening", library, str(count)) for _ in range(RUNS)]
        plain_opened = [_open("plain", paths) for _ in range(RUNS)]
        plain = _session("plain", paths, reports / "plain.json")
        own = _session("session", library, reports / "own.json")
        own |= _session("map_frames", count, reports / "map.json")
    _print_table(opened, plain_opened, own, plain)
    _print_steps(own["steps"])
    return 0


def _again_in_virtual_display() -> int:
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        sys.exit("There is no display; install xvfb (Debian: apt install xvfb).")
    command = [xvfb, "-a", "-s", SCREEN, sys.executable, "-m", HERE, *sys.argv[1:]]
    return subprocess.run(command, check=False).returncode


def _thumbnails(library: Path, listed: Path) -> Path:
    """Write the thumbnails' paths in the order of the wall."""
    store = ThumbnailStore(library / "thumbnails")
    with sqlite3.connect(library / "catalogue.sqlite") as db:
        rows = db.execute("SELECT content_hash FROM photos ORDER BY taken DESC, path")
        listed.write_text("\n".join(str(store.path(row[0])) for row in rows))
    return listed


def _open(module: str, *arguments: object) -> list[float]:
    """Return seconds from the start of a process to the wall, bare and with pictures; its work."""
    start = time.time()
    painted, usable, *worked = map(float, _run(module, *arguments).split())
    return [painted - start, usable - start, *worked]


def _session(module: str, given: object, report: Path) -> dict:
    _run(module, given, report)
    return json.loads(report.read_text())


def _run(module: str, *arguments: object) -> str:
    command = [sys.executable, "-m", f"{HERE}.{module}", *map(str, arguments)]
    # an installed program has its byte code
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=surroundings)
    return ran.stdout


def _print_table(opened: list, plain_opened: list, own: dict, plain: dict) -> None:
    """Print goals and figures, beside the plain list's where it can do the same."""
    painted, usable, work, thread = map(statistics.median, zip(*opened, strict=True))
    first, plain_usable, plain_work, _ = map(statistics.median, zip(*plain_opened, strict=True))
    steps = own["steps"]
    working = {"scan and encode", "suggest"}
    walked = [step for name, step in steps.items() if name not in working]
    rows = [
        ("", "goal", "Handful", "QListView"),
        ("start to the wall painted, s", "", f"{painted:.2f}", f"{first:.2f}"),
        ("start to every picture in sight, s", "1.5", f"{usable:.2f}", f"{plain_usable:.2f}"),
        (
            "… processor time: all · GUI thread, s",
            "",
            f"{work:.2f} · {thread:.2f}",
            f"{plain_work:.2f}",
        ),
        ("p99 frame, fling, ms", "33", _times(own["frame"]), _times(plain["frame"])),
        ("… while scanning and encoding", "33", _times(own["frame while encoding"])),
        ("… while suggesting", "33", _times(own["frame while suggesting"])),
        ("p99 frame of the map, pan, ms", "33", _times(own["pan"])),
        ("… zoom", "33", _times(own["zoom"])),
        ("longest stall, fling, ms", "50", _times(steps["fling"]), _times(plain["stall"])),
        ("… while scanning and encoding", "50", _times(steps["scan and encode"])),
        ("… while suggesting", "50", _times(steps["suggest"])),
        ("stalls over 50 ms, all other steps", "0", _stalls(walked)),
        ("… while scanning and encoding", "0", _stalls([steps["scan and encode"]])),
        ("… while suggesting", "0", _stalls([steps["suggest"]])),
        ("tagging 10,000, ms", "1000", _times(own["tag"])),
        ("undoing that, ms", "1000", _times(own["undo"])),
        ("memory after flinging through, MB", "600", _mb(own["memory"]), _mb(plain["memory"])),
        ("… after all screens", "600", _mb(own["memory after the tour"])),
        ("… at most, while working", "600", _mb(own["most"])),
    ]
    print("\nTimes: by the clock · without waiting for a processor · work of the GUI thread")
    for row in rows:
        cells = [*row, *["–"] * (4 - len(row))]  # a plain list cannot do that
        print("| " + " | ".join(cells) + " |")
        if row[1] == "goal":
            print("|---" * len(cells) + "|")


def _times(beat: dict) -> str:
    return f"{beat['clock']:.0f} · {beat['own']:.0f} · {beat['work']:.0f}"


def _stalls(steps: list[dict]) -> str:
    beside = sum(step["beside"]["stalls"] for step in steps)
    return f"{sum(step['stalls'] for step in steps)} (beside hiccups {beside})"


def _mb(number: float) -> str:
    return f"{number:.0f}"


def _print_steps(steps: dict[str, dict]) -> None:
    print("\n| step | longest stall, ms | … hiccups too | stalls over 50 ms |\n|---|---|---|---|")
    for name, step in steps.items():
        print(f"| {name} | {_times(step)} | {_times(step['beside'])} | {_stalls([step])} |")


if __name__ == "__main__":
    sys.exit(main())
