"""When, where and with what a photo was taken, read through Exiv2 from every format alike."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import exiv2

# Exiv2 writes its opinion of damaged files straight to standard error, which belongs to the CLI.
exiv2.LogMsg.setLevel(exiv2.LogMsg.Level.mute)

_FIRST_PHOTOGRAPH = 1826
_MAX_NAME = 80
_DECIMALS = 7  # A centimetre.
_MAX_OFFSET = timedelta(hours=14)
_EXIF_DATES = (
    ("Exif.Photo.DateTimeOriginal", "Exif.Photo.OffsetTimeOriginal", "SubSecTimeOriginal"),
    ("Exif.Photo.DateTimeDigitized", "Exif.Photo.OffsetTimeDigitized", "SubSecTimeDigitized"),
)
_XMP_DATES = ("Xmp.exif.DateTimeOriginal", "Xmp.photoshop.DateCreated", "Xmp.xmp.CreateDate")
_LAST_DATE = ("Exif.Image.DateTime", "Exif.Photo.OffsetTime", "SubSecTime")
_DATE = re.compile(
    r"(\d{4})[:./-](\d{1,2})[:./-](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})", re.ASCII)
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,12})?(?:/\d{1,12})?", re.ASCII)
_PART = r"(\d{1,12}(?:\.\d{1,12})?)"
_XMP_COORDINATE = re.compile(rf"{_PART}(?:,{_PART})?(?:,{_PART})?([NSEW])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Exif:
    """What the camera wrote; None where it wrote nothing or nonsense.

    Attributes:
        taken: Capture time, ISO 8601, with offset where the file knows it.
        camera: "Make Model" without a doubled make.
        latitude: Degrees, south negative, -90 to 90.
        longitude: Degrees, west negative, -180 to 180.
    """

    taken: str | None = None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def read_exif(path: Path) -> Exif:
    """Read the capture facts of a photo; never fails on what the fields hold.

    Args:
        path: The file.

    Returns:
        The facts; all None when the file holds no metadata that Exiv2 can read.
    """
    try:
        photo = exiv2.ImageFactory.open(str(path))
        photo.readMetadata()
    except exiv2.Exiv2Error:
        return Exif()
    fields = {**_texts(photo.exifData()), **_texts(photo.xmpData())}
    latitude, longitude = _place(fields)
    return Exif(_taken(fields), _camera(fields), latitude, longitude)


def _texts(data: Iterable[exiv2.Exifdatum | exiv2.Xmpdatum]) -> dict[str, str]:
    """Return the wanted fields as text; the first of a repeated field counts."""
    texts: dict[str, str] = {}
    for datum in data:
        key = datum.key()
        if key in _WANTED and key not in texts:
            try:
                texts[key] = datum.toString().replace("\0", " ").strip()
            except (exiv2.Exiv2Error, UnicodeError):
                continue
    return texts


def _taken(fields: dict[str, str]) -> str | None:
    exif = (_exif_date(fields, *names) for names in _EXIF_DATES)
    xmp = (_date(fields.get(name, "")) for name in _XMP_DATES)
    last = (_exif_date(fields, *names) for names in (_LAST_DATE,))
    return next((date.isoformat() for dates in (exif, xmp, last) for date in dates if date), None)


def _exif_date(fields: dict[str, str], date: str, offset: str, fraction: str) -> datetime | None:
    return _date(
        fields.get(date, ""),
        fields.get(offset, ""),
        fields.get(f"Exif.Photo.{fraction}", ""),
    )


def _date(text: str, offset: str = "", fraction: str = "") -> datetime | None:
    """Read a date of EXIF or XMP; None for blanks, zeros, and days that never were."""
    match = _DATE.match(text)
    if match is None:
        return None
    *numbers, own_fraction, own_offset = match.groups(default="")
    year, month, day, hour, minute, second = (int(number or 0) for number in numbers)
    text = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        return None
    micros = _micros(own_fraction or fraction)
    date = date.replace(microsecond=micros, tzinfo=_zone(own_offset or offset))
    return date if date.year >= _FIRST_PHOTOGRAPH else None


def _micros(fraction: str) -> int:
    digits = fraction[:6]
    return int(digits.ljust(6, "0")) if digits.isdecimal() and digits.isascii() else 0


def _zone(text: str) -> timezone | None:
    if text == "Z":
        return UTC
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    if offset > _MAX_OFFSET:
        return None
    return timezone(-offset if match[1] == "-" else offset)


def _camera(fields: dict[str, str]) -> str | None:
    make = _name(fields.get("Exif.Image.Make", ""))
    model = _name(fields.get("Exif.Image.Model", ""))
    first = make.split(" ")[0].casefold()
    if first and model.casefold().startswith(first):
        return model
    return f"{make} {model}".strip() or None


def _name(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:_MAX_NAME].rstrip()


def _place(fields: dict[str, str]) -> tuple[float, float] | tuple[None, None]:
    """Return latitude and longitude; (0, 0) is a receiver without a fix, not a place."""
    latitude = _coordinate(fields, "Latitude", "NS", 90)
    longitude = _coordinate(fields, "Longitude", "EW", 180)
    if latitude is None or longitude is None or not (latitude or longitude):
        return None, None
    return latitude, longitude


def _coordinate(fields: dict[str, str], name: str, letters: str, limit: int) -> float | None:
    parts = fields.get(f"Exif.GPSInfo.GPS{name}", "").split()
    letter = fields.get(f"Exif.GPSInfo.GPS{name}Ref", "")[:1].upper()
    if not parts and (match := _XMP_COORDINATE.fullmatch(fields.get(f"Xmp.exif.GPS{name}", ""))):
        *found, letter = match.groups(default="0")
        parts = list(found)
    degrees = _degrees(parts)
    if degrees is None or degrees > limit or not letter or letter not in letters:
        return None
    degrees = round(degrees, _DECIMALS)
    return -degrees if letter in "SW" else degrees


def _degrees(parts: list[str]) -> float | None:
    """Add up degrees, minutes and seconds, each a number or a fraction "48/1"."""
    if not 1 <= len(parts) <= 3 or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    total = 0.0
    for part, size in zip(parts, (1, 60, 3600), strict=False):
        above, _, below = part.partition("/")
        if below and not int(below):
            if size == 1 or int(float(above)):
                return None
            continue  # "0/0" seconds: some phones write this for none.
        total += float(above) / float(below or 1) / size
    return total


_WANTED = frozenset({
    *(name for names in (*_EXIF_DATES, _LAST_DATE) for name in names[:2]),
    *(f"Exif.Photo.{names[2]}" for names in (*_EXIF_DATES, _LAST_DATE)),
    *_XMP_DATES,
    "Exif.Image.Make",
    "Exif.Image.Model",
    *(f"Exif.GPSInfo.GPS{name}{ref}" for name in ("Latitude", "Longitude") for ref in ("", "Ref")),
    "Xmp.exif.GPSLatitude",
    "Xmp.exif.GPSLongitude",
})
