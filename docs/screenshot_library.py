"""The library that the screenshots show."""

import shutil
from pathlib import Path

from handful_demo.gallery import make_gallery
from PIL import Image
from PIL.ExifTags import IFD, Base

from gallery_app.jobs.job import finish
from gallery_app.library import Library

BURST = 5


def organised(place: Path) -> tuple[Library, Path]:
    """Make a library of the demo's gallery, with what a real one has besides.

    Returns:
        The library, open, and the table of all its tags.
    """
    gallery = make_gallery(place / "gallery")
    (gallery.photos / "IMG_0000.jpg").write_bytes(b"\xff\xd8\xff\xe0 cut off")
    _copy_some(gallery.photos)
    _shoot_burst(gallery.photos)
    library = Library.open(place / "library")
    for job in (
        library.add_folders([gallery.photos]),
        library.import_tags(gallery.tags),
        library.group(),
        library.suggest(),
    ):
        finish(job)
    _mark(library)
    return library, gallery.truth


def _copy_some(photos: Path) -> None:
    """Leave copies behind, as old telephones and mails do."""
    backup = photos / "Old telephone"
    backup.mkdir()
    first, second, third = sorted(photos.rglob("*.jpg"))[20:80:20]
    shutil.copy(first, backup)
    for name in (second.name, "by mail.jpg"):
        shutil.copy(second, backup / name)
    with Image.open(third) as photo:
        photo.resize((photo.width // 2, photo.height // 2)).save(backup / "small.jpg", quality=70)


def _shoot_burst(photos: Path) -> None:
    """Take one more photo, five times within four seconds."""
    with Image.open(sorted(photos.glob("*.jpg"))[30]) as photo:
        exif = photo.getexif()
        for shot in range(BURST):
            taken = f"2026:09:20 11:30:{10 + shot}"
            exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = taken
            part = photo.crop((shot * 3, 0, photo.width - 12 + shot * 3, photo.height))
            part.save(photos / f"IMG_9{shot}.jpg", exif=exif, quality=90)


def _mark(library: Library) -> None:
    """Give stars, picks and albums, as somebody would after an evening."""
    ids, hand = library.photo_ids(), library.curation
    for number, photo_id in enumerate(ids[:60:3]):
        hand.rate(1 + number % 5, [photo_id])
    hand.pick(ids[4:40:7])
    hand.reject(ids[9:11])
    hand.make_album("Best of the year", ids[3:30:4])
    hand.make_album("Wall calendar", ids[40:52])
    hand.save_search("Four stars and more", "rating:4..")
