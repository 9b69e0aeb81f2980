"""Run the demo: `python -m handful_demo [--folder FOLDER --tags FILE.csv]` from the checkout."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path
from typing import Any

from handful_demo.gallery import Gallery, make_gallery, read_pairs

HANDFUL = (sys.executable, "-m", "gallery_app")
HERE = Path("demo")


def main() -> int:
    """Run the main job and return the exit code."""
    options = _parser().parse_args()
    if bool(options.folder) != bool(options.tags):
        _say("Give both: make demo FOLDER=/path/to/photos TAGS=tags.csv (columns path,tag).")
        return 1
    if options.folder:
        place = HERE / _name_for(options.folder)
        gallery = Gallery(options.folder, options.tags)
    else:
        place = HERE / "sample"
        shutil.rmtree(place, ignore_errors=True)
        _say("Making a gallery from the photographs inside scikit-image and scikit-learn …")
        gallery = make_gallery(place)
    code = _organise(gallery, place)
    if code == 0 and _has_display():
        _say("Opening the window; close it to end the demo.")
        return subprocess.run(
            [*HANDFUL, "--library", str(place / "library")], check=False
        ).returncode
    return code


def _organise(gallery: Gallery, place: Path) -> int:
    library, export = place / "library", place / "export"
    handful = [*HANDFUL, "--library", str(library), "--json"]
    arguments = ["organise", str(gallery.photos), "--tags", str(gallery.tags), "--out", str(export)]
    run = subprocess.run([*handful, *arguments], stdout=subprocess.PIPE, check=False)
    if run.returncode:
        return run.returncode
    facts = json.loads(run.stdout)
    listed = subprocess.run([*handful, "photos"], stdout=subprocess.PIPE, check=True)
    _tell(facts, json.loads(listed.stdout), gallery, export)
    return 0


def _tell(
    facts: dict[str, Any], photos: list[dict[str, Any]], gallery: Gallery, export: Path
) -> None:
    lines = {
        "photos": f"{facts['photos']} ({facts['problems']} files cannot be read)",
        "vectors": facts["vectors"],
        "clusters": facts["clusters"],
        "tags learned": f"{facts['tags']} ({facts['imported']} tagged photos came in)",
        "tagged by Handful": (
            _score(photos, gallery) if gallery.truth else f"{facts['accepted']} in this run"
        ),
        "left untagged": facts["untagged"],
        "XMP sidecars": f"{export / 'xmp'} ({facts['xmp']['written']} written)",
        "CSV": export / "tags.csv",
        "seconds": facts["seconds"],
    }
    _say("")
    for name, value in lines.items():
        _say(f"  {name:<18} {value}")
    if facts["unmatched"]:
        _say(f"  {len(facts['unmatched'])} lines of {gallery.tags} match no photo.")


def _score(photos: list[dict[str, Any]], gallery: Gallery) -> str:
    """Say how many photos that the user did not tag were tagged, and how many of them right."""
    assert gallery.truth
    truth, given = read_pairs(gallery.truth), read_pairs(gallery.tags)
    by_handful = {
        Path(photo["path"]): photo["tags"]
        for photo in photos
        if photo["tags"] and Path(photo["path"]) not in given
    }
    right = sum(tags == [truth[path]] for path, tags in by_handful.items())
    return f"{len(by_handful)} of {len(truth) - len(given)}, {right} of them right"


def _name_for(folder: Path) -> str:
    """Return the name of the demo's folder for someone's own photos: another for each folder."""
    place = folder.expanduser().absolute()
    return f"{place.name}-{blake2b(os.fsencode(place), digest_size=4).hexdigest()}"


def _has_display() -> bool:
    if sys.platform == "linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make demo")
    parser.add_argument("--folder", type=Path, help="your own photos; they are only read")
    parser.add_argument("--tags", type=Path, help="a few of their tags: CSV with path,tag")
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
