"""A library of 100,000 photos made in code, once, and kept in the temporary folder.

Rows go into the catalogue directly. A few hundred pictures are drawn; the thumbnails and the photos
themselves are hard links to them, so that scanning finds every file where the catalogue says. As in
real libraries there are bursts, a few duplicates, tags on some of the photos, groups, suggestions,
vectors as long as the default encoder's, and a map.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

import numpy as np

from gallery_app.library import Library
from tests.benchmarks.window.made_machine import BURST, fill_machine, is_burst
from tests.photos import jpeg_bytes, noise

PICTURES, A_FOLDER, TAGS = 300, 500, 60
ABOVE = ("Places", "Things", "People")
A_DAY = 48
FIRST_DAY, DAYS_BETWEEN = datetime(2000, 1, 1, 9), 4.38  # noqa: DTZ001 - cameras know no zone
NEW = 1500
"""Photos that are scanned and encoded while the window is watched."""


def ready_library(count: int) -> Path:
    """Return the folder of a fresh copy of the library, which is made when there is none.

    The catalogue alone is copied; nothing else in the folder changes while the window is measured.
    """
    version = len(list((files("gallery_app.catalogue") / "migrations").iterdir()))
    home = Path(tempfile.gettempdir()) / "handful-bench-gui" / f"{count}-{version}"
    if not home.is_dir():
        half = home.with_name("half-made")
        shutil.rmtree(half, ignore_errors=True)
        print(f"Making a library of {count:,} photos in {home} …", flush=True)
        _make(half, home, count)
        half.rename(home)
    shutil.copy(home / "made.sqlite", home / "library" / "catalogue.sqlite")
    for left in ("catalogue.sqlite-wal", "catalogue.sqlite-shm", "window.json"):
        (home / "library" / left).unlink(missing_ok=True)
    return home / "library"


def new_photos(library: Path) -> Path:
    """Return a folder with photos that the library does not know, made when there is none."""
    folder = library.parent / "new"
    for number in range(NEW):
        file = folder / f"IMG_{number:05}.jpg"
        if not file.is_file():
            folder.mkdir(exist_ok=True)
            file.write_bytes(jpeg_bytes(noise(640, 480, seed=1_000_000 + number)))
    return folder


def _make(half: Path, home: Path, count: int) -> None:
    """Make everything in ``half``, with the paths it has once it is called ``home``."""
    pictures = [half / "pictures" / f"{number}.jpg" for number in range(PICTURES)]
    pictures[0].parent.mkdir(parents=True)
    for number, picture in enumerate(pictures):
        picture.write_bytes(jpeg_bytes(noise(512, 384 if number % 3 else 512, seed=number)))
    library = Library.open(half / "library")
    for number in range(count):
        picture, content = pictures[number % PICTURES], _content(number)
        _link(picture, half / "photos" / _name(number))
        _link(picture, library._place.thumbnails.path(content))
    connection = library._catalogue.connection
    with connection.write() as db:
        db.execute("INSERT INTO folders VALUES (1, ?, '2026-01-01')", (str(home / "photos"),))
        db.executemany(
            "INSERT INTO photos(id, folder_id, path, size, modified_ns, content_hash, width, "
            "height, orientation, taken, camera, rating, picked, thumbnail, perceptual, added, "
            "file_rating) VALUES (?, 1, ?, ?, ?, ?, 512, ?, 1, ?, ?, ?, ?, 1, ?, '2026-01-01', ?)",
            _photos(pictures, home, count),
        )
        db.execute("UPDATE photo_numbers SET last = ?", (count,))
        tags = [f"{ABOVE[n % 3]}/{n:02}" for n in range(TAGS)]
        db.executemany(
            "INSERT INTO tags(id, path, key) VALUES (?, ?, ?)",
            [(n + 1, tag, tag.casefold()) for n, tag in enumerate(tags)],
        )
        db.executemany(
            "INSERT INTO photo_tags VALUES (?, ?, 'hand', NULL, NULL, '2026-01-01', NULL)",
            [(n, 1 + n // 7 % TAGS) for n in range(1, count + 1) if n % 10 in {1, 2, 3}],
        )
        db.execute("INSERT INTO albums VALUES (1, 'Best', 'best', NULL)")
        db.execute("INSERT INTO albums VALUES (2, 'Four stars', 'four stars', 'rating:4..')")
        db.executemany(
            "INSERT INTO album_photos VALUES (1, ?)", [(n,) for n in range(1, count, 50)]
        )
    fill_machine(library, count, TAGS)
    library.close()
    (half / "library" / "catalogue.sqlite").rename(half / "made.sqlite")


def _photos(pictures: list[Path], home: Path, count: int) -> Iterator[Iterable[object]]:
    marks = np.random.default_rng(0).integers(-(2**63), 2**63, count)
    status = [picture.stat() for picture in pictures]
    for number in range(count):
        of = status[number % PICTURES]
        day, moment = divmod(number, A_DAY)
        apart = 1 if is_burst(number) else 60
        seconds = moment // BURST * 240 + moment % BURST * apart
        taken = FIRST_DAY + timedelta(days=day * DAYS_BETWEEN, seconds=seconds)
        rating = number % 6 if number % 9 == 0 else None
        yield (
            number + 1,
            str(home / "photos" / _name(number)),
            of.st_size,
            of.st_mtime_ns,
            _content(number),
            384 if number % PICTURES % 3 else 512,
            taken.isoformat(timespec="seconds"),
            f"Camera {number % 5}",
            rating,
            int(number % 50 == 0),
            int(marks[number - (number % 100 == 1)]),  # every hundredth looks like another
            rating,
        )


def _name(number: int) -> str:
    return f"Album {number // A_FOLDER:03}/IMG_{number:06}.jpg"


def _content(number: int) -> str:
    number -= number % 500 == 2  # a few files are the same
    return blake2b(number.to_bytes(4, "big"), digest_size=16).hexdigest()


def _link(picture: Path, place: Path) -> None:
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.hardlink_to(picture)
