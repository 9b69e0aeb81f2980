"""Which files are photos: by their first bytes, and by extension only where bytes cannot tell."""

from enum import StrEnum

SNIFF_BYTES = 32


class Format(StrEnum):
    """The formats that open here; values are Pillow's names, RAW goes to LibRaw."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    TIFF = "TIFF"
    GIF = "GIF"
    BMP = "BMP"
    HEIF = "HEIF"
    AVIF = "AVIF"
    RAW = "RAW"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RAW_EXTENSIONS = _words(
    ".3fr .arw .cr2 .cr3 .crw .dcr .dng .erf .fff .iiq .k25 .kdc .mef .mos .mrw .nef .nrw .orf "
    ".pef .raf .raw .rw2 .rwl .sr2 .srf .srw .x3f"
)
PHOTO_EXTENSIONS = RAW_EXTENSIONS | _words(
    ".jpg .jpeg .jpe .jfif .png .apng .webp .tif .tiff .gif .bmp .dib .heic .heif .hif .heics "
    ".heifs .avif"
)

# Pictures of kinds that Handful does not open: they are reported, not passed over in silence.
OTHER_PICTURE_EXTENSIONS = _words(
    ".ai .blp .cur .dds .djvu .emf .eps .exr .ff .fits .fli .hdr .icns .ico .im .j2c .j2k .jp2 "
    ".jpc .jpf .jpx .jxl .jxr .kra .msp .pam .pbm .pcd .pcx .pfm .pgm .png8 .pnm .ppm .ps .psb "
    ".psd .qoi .ras .sgi .sun .svg .svgz .tga .wdp .wmf .xbm .xcf .xpm"
)

# Files that live beside photos and are none: sidecars, films, sound, papers, archives, databases.
COMPANION_EXTENSIONS = _words(
    ".3gp .7z .aac .aae .aif .avi .bak .bib .bz2 .cat .cfg .conf .cop .cos .cot .css .csv .db "
    ".dll .doc .docx .dop .dylib .exe .exif .flac .gpx .gz .htm .html .icc .icm .ini .json .kml "
    ".log .lnk .lrcat .lrv .lua .m2ts .m4a .m4v .md .mkv .mov .mp3 .mp4 .mpeg .mpg .mts .nksc "
    ".npy .npz .odt .ogg .on1 .onnx .opus .pdf .pickle .pkl .plist .pp3 .ppt .pptx .pt .pth .py "
    ".pyc .rar .rtf .safetensors .so .sqlite .sqlite3 .srt .tar .tgz .thm .toml .tsv .ttf .txt "
    ".url .vob .wav .webm .wma .wmv .xlsx .xls .xml .xmp .xz .yaml .yml .zip .zst"
)

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1"}
_AVIF_BRANDS = {b"avif", b"avis"}
_RAW_SIGNATURES = (b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"\0MRM", b"FOVb")
_TIFF_SIGNATURES = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_SIGNATURES: dict[bytes, Format] = {
    b"\xff\xd8\xff": Format.JPEG,
    b"\x89PNG\r\n\x1a\n": Format.PNG,
    b"GIF87a": Format.GIF,
    b"GIF89a": Format.GIF,
    **dict.fromkeys(_RAW_SIGNATURES, Format.RAW),
    **dict.fromkeys(_TIFF_SIGNATURES, Format.TIFF),
}
_BMP_HEADER_SIZES = {12, 16, 40, 52, 56, 64, 108, 124}


def sniff(head: bytes, extension: str = "") -> Format | None:
    """Tell the format from a file's first bytes.

    Args:
        head: The first `SNIFF_BYTES` bytes, fewer when the file is shorter.
        extension: Lower-case extension with its dot. Used only to tell camera RAW from plain
            TIFF: both begin alike.

    Returns:
        The format, or None when the bytes are none of ours.
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    if head[4:8] == b"ftyp":
        return _sniff_brands(head)
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return Format.BMP
    for signature, found in _SIGNATURES.items():
        if head.startswith(signature):
            is_raw = head[8:10] == b"CR" or extension in RAW_EXTENSIONS
            return Format.RAW if found is Format.TIFF and is_raw else found
    if head[:2] == b"II" and head[6:14] == b"HEAPCCDR":
        return Format.RAW
    return None


def _sniff_brands(head: bytes) -> Format | None:
    """Tell HEIF, AVIF and Canon's CR3 apart from films, which share their container."""
    brands = [head[at : at + 4] for at in (8, *range(16, len(head), 4))]
    if brands[0] == b"crx ":
        return Format.RAW
    if _AVIF_BRANDS.intersection(brands):
        return Format.AVIF
    return Format.HEIF if _HEIF_BRANDS.intersection(brands) else None


def is_text(head: bytes) -> bool:
    """Return whether bytes read as text: no control characters but white space."""
    return bool(head) and all(byte >= 0x20 or byte in b"\t\n\r\f" for byte in head)
