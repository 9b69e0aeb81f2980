"""What is embedded in a photo file, taken out by Exiv2."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import exiv2

from gallery_app.errors import UserError
from gallery_app.files.xmp_document import XmpDocument

exiv2.LogMsg.setLevel(exiv2.LogMsg.Level.mute)
exiv2.XmpParser.initialize()

_KEYWORDS = "Iptc.Application2.Keywords"
_XP_KEYWORDS = "Exif.Image.XPKeywords"
_RATING = "Exif.Image.Rating"
_BYTES = (exiv2.DataValue, exiv2.StringValueBase)
_PACKET_IN_TIFF = "Exif.Image.XMLPacket"


@dataclass(frozen=True, slots=True)
class Embedded:
    """Metadata of one file.

    Attributes:
        xmp: The embedded XMP, or None.
        iptc: Texts by Exiv2 name, "Iptc.Application2.Keywords" and its like.
        xp_keywords: Words from Windows' EXIF field.
        rating: The EXIF rating, or None.
        warnings: What could not be read.
    """

    xmp: XmpDocument | None = None
    iptc: dict[str, tuple[str, ...]] = field(default_factory=dict)
    xp_keywords: tuple[str, ...] = ()
    rating: int | None = None
    warnings: tuple[str, ...] = ()

    @property
    def keywords(self) -> tuple[str, ...]:
        """The flat words: IPTC keywords, then Windows' keywords."""
        return (*self.iptc.get(_KEYWORDS, ()), *self.xp_keywords)


def read_embedded(path: Path) -> Embedded:
    """Read a photo's embedded XMP, IPTC and rating; damage becomes a warning."""
    try:
        photo = exiv2.ImageFactory.open(str(path))
        photo.readMetadata()
        xmp, warnings = _xmp(photo)
        words, rating = _exif(photo)
        return Embedded(xmp, _iptc(photo), words, rating, warnings)
    except (exiv2.Exiv2Error, UnicodeError, OverflowError) as error:
        reason = str(getattr(error, "message", error)).removeprefix(f"{path}: ").rstrip(".")
        return Embedded(warnings=(f"{path.name}: the metadata cannot be read ({reason}).",))


def _xmp(photo: exiv2.Image) -> tuple[XmpDocument | None, tuple[str, ...]]:
    """Take the packet as it lies in the file, else as Exiv2 understood and mended it."""
    reason = ""
    for packet in _packets(photo):
        try:
            return XmpDocument(packet), ()
        except UserError as error:
            reason = str(error)
    return None, (f"The embedded XMP is not read: {reason}",) if reason else ()


def _packets(photo: exiv2.Image) -> Iterator[bytes]:
    for as_stored in (True, False):
        if as_stored and _PACKET_IN_TIFF in (exif := photo.exifData()):
            yield _bytes(exif[_PACKET_IN_TIFF])
        photo.writeXmpFromPacket(as_stored)
        packet = photo.xmpPacket().encode("utf-8", "surrogateescape").strip(b"\0 \n")
        if packet:
            yield packet


def _exif(photo: exiv2.Image) -> tuple[tuple[str, ...], int | None]:
    words: tuple[str, ...] = ()
    rating = None
    for datum in photo.exifData():
        if datum.key() == _XP_KEYWORDS:
            words = _split(_bytes(datum).decode("utf-16-le", "replace"))
        elif datum.key() == _RATING and datum.count():
            rating = int(datum.toInt64())
    return words, rating


def _split(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.strip("\0").split(";") if word.strip("\0 "))


def _iptc(photo: exiv2.Image) -> dict[str, tuple[str, ...]]:
    texts: dict[str, tuple[str, ...]] = {}
    for datum in photo.iptcData():
        text = _decoded(_bytes(datum)).strip("\0 ")
        if text and datum.key().startswith("Iptc.Application2."):
            texts[datum.key()] = (*texts.get(datum.key(), ()), text)
    return texts


def _bytes(datum: exiv2.Metadatum) -> bytes:
    """A text's bytes; numbers and dates, where a damaged file has them instead, give none."""
    value = datum.value()
    return bytes(value.data()) if isinstance(value, _BYTES) else b""


def _decoded(raw: bytes) -> str:
    """Decode IPTC text: UTF-8 with or without its marker, else Latin-1.

    Many programs write UTF-8 and forget the marker, and Latin-1 text is practically never
    valid UTF-8 by chance. A keyword cut inside a character keeps its whole characters.
    """
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        cut_at_the_end = len(raw) >= 61 and len(raw) - error.start <= 3
        return raw[: error.start].decode() if cut_at_the_end else raw.decode("latin-1")
