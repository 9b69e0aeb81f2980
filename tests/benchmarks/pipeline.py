"""What each step costs on galleries of camera-sized photos, beside the plain loop.

``make bench`` or ``python -m tests.benchmarks.pipeline``; the galleries (about 8 GB) are made once
in a temporary folder. ``--photos 100 200`` makes smaller ones.
"""

import argparse
import tempfile
import time
from pathlib import Path

from gallery_app.jobs.job import finish
from gallery_app.library import Library
from ssl_core.embed.pretrained import find_encoder
from tests.benchmarks.machine import describe_machine, peak_memory_mb, timed_steps
from tests.benchmarks.made_photos import make_gallery
from tests.benchmarks.plain_loop import measure

_SIZES = ((4000, 3000), (1632, 1224))  # 12 and 2 megapixels
_TAGS = 20
_LABELS = 5


def main() -> None:
    """Run the benchmark and print one table a gallery."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs=2, default=(1000, 10000), metavar="N")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "handful-bench"
    )
    options = parser.parse_args()
    print(describe_machine())
    for count, size in zip(options.photos, _SIZES, strict=True):
        name = f"{count} photos of {size[0] * size[1] / 1e6:.0f} megapixels"
        gallery = make_gallery(options.folder / f"{size[0]}x{size[1]}-{count}", count, size)
        with tempfile.TemporaryDirectory() as directory:
            _report(name, gallery, Path(directory))


def _report(name: str, gallery: Path, directory: Path) -> None:
    library = Library.open(directory)
    try:
        finish(library.rescan())  # of nothing: the encoder is converted, once in a library's life
        steps = _ours(library, gallery)
        paths = sorted(gallery.glob("*.jpg"))
        encoder = library.encoders()[0].name
    finally:
        library.close()
    plain = measure(paths, *find_encoder(directory / "encoders", encoder))
    count = len(paths)
    steps["plain loop: Pillow draft"] = count / plain.decode
    steps["plain loop: ONNX Runtime"] = count / plain.encode
    print(f"\n### {name}\n\n| step | seconds | photos/s |\n|---|---|---|")
    for step, seconds in steps.items():
        print(f"| {step} | {seconds:.2f} | {count / max(seconds, 1e-6):.0f} |")
    rate = count / steps["Understanding photos"]
    print(
        f"\n“Understanding photos” (thumbnails and vectors) runs at {rate / plain.slower:.2f} of "
        f"the plain loop's slower part and {rate / plain.whole:.2f} of the whole loop. "
        f"Largest process: {peak_memory_mb():.0f} MB."
    )


def _ours(library: Library, gallery: Path) -> dict[str, float]:
    steps = timed_steps(library.add_folders([gallery]))
    steps |= timed_steps(library.group())
    ids = sorted(library.photo_ids())
    for tag in range(_TAGS):
        library.tag(f"Subject {tag}", ids[tag::_TAGS][:_LABELS])
    steps |= timed_steps(library.suggest())
    steps["the same after one more answer"] = sum(timed_steps(library.suggest()).values())
    for step, photo_id in (("similar, first", ids[0]), ("similar, next", ids[1])):
        start = time.perf_counter()
        library.similar(photo_id)
        steps[step] = time.perf_counter() - start
    return steps


if __name__ == "__main__":
    main()
