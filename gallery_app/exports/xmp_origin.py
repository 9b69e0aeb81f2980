"""What a sidecar starts from.

Programs that read a sidecar take it as the only truth (digiKam ignores what is embedded,
PhotoPrism every field that the sidecar has), so a new one carries on what is embedded.
"""

from pathlib import Path

from gallery_app.files.embedded import Embedded, read_embedded
from gallery_app.files.metadata import find_sidecars, read_sidecar
from gallery_app.files.xmp_document import XmpDocument

# MWG guidelines 2.0, section 5: which XMP property says the same as which IPTC dataset.
_TEXTS = {
    "City": "photoshop:City",
    "ProvinceState": "photoshop:State",
    "CountryName": "photoshop:Country",
    "Headline": "photoshop:Headline",
    "Credit": "photoshop:Credit",
    "Source": "photoshop:Source",
    "TransmissionReference": "photoshop:TransmissionReference",
    "SpecialInstructions": "photoshop:Instructions",
    "BylineTitle": "photoshop:AuthorsPosition",
    "Writer": "photoshop:CaptionWriter",
}
_LISTS = {
    "Byline": ("dc:creator", "Seq"),
    "Caption": ("dc:description", "Alt"),
    "ObjectName": ("dc:title", "Alt"),
    "Copyright": ("dc:rights", "Alt"),
}


def starting_document(photo: Path, sidecar: bytes | None) -> XmpDocument:
    """Return the document that a sidecar's edit starts from.

    Args:
        photo: The photo.
        sidecar: The bytes of the sidecar to be written, or None when there is none.

    Returns:
        The sidecar's own content; else that of ``photo.xmp``; else the photo's embedded XMP
        completed by its IPTC texts.

    Raises:
        UserError: When the sidecar to start from is not XMP.
        OSError: When it cannot be read.
    """
    if sidecar is not None:
        return XmpDocument(sidecar)
    others = find_sidecars(photo)
    if others:
        return read_sidecar(others[0])
    return _with_iptc(read_embedded(photo))


def _with_iptc(embedded: Embedded) -> XmpDocument:
    """Add IPTC texts that the embedded XMP does not say already."""
    document = embedded.xmp or XmpDocument()
    for dataset, name in _TEXTS.items():
        texts = embedded.iptc.get(f"Iptc.Application2.{dataset}", ())
        if texts and not document.has(name):
            document = document.with_text(name, texts[0])
    for dataset, (name, kind) in _LISTS.items():
        texts = embedded.iptc.get(f"Iptc.Application2.{dataset}", ())
        if texts and not document.has(name):
            document = document.with_list(name, texts if kind == "Seq" else texts[:1], kind)
    return document
