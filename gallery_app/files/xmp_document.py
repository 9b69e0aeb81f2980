"""An XMP packet, read and edited in place.

Only the bytes of the property that changes are replaced; everything other programs wrote stays
byte for byte. Exiv2's own encoder is not used for writing: it turns ``rdf:resource`` into plain
text, drops comments, and reorders the rest.
"""

import codecs
import re
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax import saxutils

from gallery_app.errors import UserError

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMESPACES = {
    "MicrosoftPhoto": "http://ns.microsoft.com/photo/1.0/",
    "acdsee": "http://ns.acdsee.com/iptc/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "digiKam": "http://www.digikam.org/ns/1.0/",
    "lr": "http://ns.adobe.com/lightroom/1.0/",
    "mediapro": "http://ns.iview-multimedia.com/mediapro/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
BLANK = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
    f' <rdf:RDF xmlns:rdf="{RDF}">\n'
    '  <rdf:Description rdf:about="">\n'
    "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n"
    '<?xpacket end="w"?>\n'
).encode()
LARGEST = 16 * 2**20

_LI, _VALUE, _DESCRIPTION, _ROOT = (
    f"{RDF} {name}" for name in ("li", "value", "Description", "RDF")
)
_START_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>\"']+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*\?>")


@dataclass(slots=True)
class _Description:
    """A top-level ``rdf:Description``: offsets of its start tag and of its end tag."""

    start: int
    end_tag: int = 0
    prefixes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Property:
    """One property: an element (``start`` to ``end``) or an attribute (``qname`` in its owner)."""

    uri: str
    local: str
    owner: _Description
    start: int = -1
    end: int = -1
    qname: str = ""
    items: list[str] = field(default_factory=list)
    text: str = ""


class XmpDocument:
    """An XMP packet, immutable; edits return a new document.

    Properties are named ``"dc:subject"`` with the prefixes of `NAMESPACES`, whatever prefix the
    packet itself uses.

    Args:
        data: The packet, with or without ``<?xpacket?>`` wrapper, in any declared encoding.

    Raises:
        UserError: When it is not well-formed XMP, or has a document type (entities can explode).
    """

    def __init__(self, data: bytes = BLANK) -> None:
        self.data = _as_utf8(data)
        parsing = _Parsing(self.data)
        self._properties = parsing.properties
        self._descriptions = parsing.descriptions
        self._prefixes = parsing.declared

    def entries(self, name: str) -> tuple[str, ...]:
        """Return the entries of a list property; a plain text counts as one entry."""
        found = self._find(name)
        return tuple(
            entry.strip() for one in found for entry in (one.items or [one.text]) if entry.strip()
        )

    def text(self, name: str) -> str | None:
        """Return a simple property's value, or None when it is absent."""
        found = self._find(name)
        return found[0].text.strip() if found else None

    def has(self, name: str) -> bool:
        """Tell whether the property is there, even when empty."""
        return bool(self._find(name))

    def with_list(self, name: str, entries: tuple[str, ...], kind: str) -> "XmpDocument":
        """Return a document whose property is this list; an empty list removes it.

        Args:
            name: For example ``"lr:hierarchicalSubject"``.
            entries: The entries in order.
            kind: ``"Bag"`` or ``"Seq"``, or ``"Alt"`` for one text in the default language.
        """
        language = ' xml:lang="x-default"' if kind == "Alt" else ""
        lines = "".join(f"\n     <rdf:li{language}>{_escaped(entry)}</rdf:li>" for entry in entries)
        body = f'\n    <rdf:{kind} xmlns:rdf="{RDF}">{lines}\n    </rdf:{kind}>\n   '
        return self._replaced(name, body if entries else None)

    def with_text(self, name: str, value: str | None) -> "XmpDocument":
        """Return a document whose property is this text; None removes it."""
        return self._replaced(name, None if value is None else _escaped(value))

    def _find(self, name: str) -> list[_Property]:
        prefix, local = name.split(":")
        full = (NAMESPACES[prefix].rstrip("/"), local)
        return [one for one in self._properties if (one.uri.rstrip("/"), one.local) == full]

    def _replaced(self, name: str, body: str | None) -> "XmpDocument":
        found = self._find(name)
        edits = [self._removal(one) for one in found]
        if body is not None:
            # Exiv2 ends Microsoft's URI with "/", Microsoft does not: keep what is there.
            uri = found[0].uri if found else NAMESPACES[name.partition(":")[0]]
            edits.append(self._insertion(name, uri, body))
        pieces, at = [], 0
        for start, end, new in sorted(edits):
            pieces += [self.data[at:start], new]
            at = end
        return XmpDocument(b"".join([*pieces, self.data[at:]]))

    def _removal(self, one: _Property) -> tuple[int, int, bytes]:
        if not one.qname:
            start = len(self.data[: one.start].rstrip())
            return start, one.end, b""
        attributes = _ATTRIBUTE.finditer(_start_tag(self.data, one.owner.start))
        spans = (match.span() for match in attributes if match.group(1) == one.qname.encode())
        start, end = next(spans)
        return one.owner.start + start, one.owner.start + end, b""

    def _insertion(self, name: str, uri: str, body: str) -> tuple[int, int, bytes]:
        owner = self._descriptions[0]
        usual, _, local = name.partition(":")
        # Adobe's toolkit gives up on a packet with two prefixes for one namespace: old packets
        # say "xap" where we would say "xmp".
        prefix = self._prefixes.get(uri, usual)
        declaration = "" if owner.prefixes.get(prefix) == uri else f' xmlns:{prefix}="{uri}"'
        if owner.prefixes.get("rdf") == RDF:
            body = body.replace(f' xmlns:rdf="{RDF}"', "", 1)
        element = f"\n   <{prefix}:{local}{declaration}>{body}</{prefix}:{local}>".encode()
        tag = _start_tag(self.data, owner.start)
        tag_end = owner.start + len(tag)
        if tag.endswith(b"/>"):
            tag_name = re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0]
            return tag_end - 2, tag_end, b">" + element + b"\n  </" + tag_name + b">"
        spot = max(tag_end, len(self.data[: owner.end_tag].rstrip()))
        return spot, spot, element


class _Parsing:
    """One pass of expat over a packet, noting where each top-level property lies."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.properties: list[_Property] = []
        self.descriptions: list[_Description] = []
        self.declared: dict[str, str] = {}
        """The first prefix of each namespace."""
        self._stack: list[str] = []
        self._prefixes: dict[str, list[str]] = {}
        self._root_depth = -1
        self._current: _Property | None = None
        self._expat = expat.ParserCreate("utf-8", " ")
        self._expat.namespace_prefixes = True
        self._expat.buffer_text = True
        self._expat.buffer_size = 2**20  # few pieces: joining many small ones is quadratic
        self._expat.StartDoctypeDeclHandler = self._refuse
        self._expat.StartNamespaceDeclHandler = self._declare
        self._expat.EndNamespaceDeclHandler = lambda prefix: self._prefixes[prefix or ""].pop()
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters
        try:
            self._expat.Parse(data, True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise UserError(f"This is not valid XMP ({error}).") from error
        if not self.descriptions:
            raise UserError("This is not valid XMP (no rdf:Description in it).")

    def _refuse(self, *_: object) -> None:
        raise UserError("This is not valid XMP (it has a document type).")

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._prefixes.setdefault(prefix or "", []).append(uri or "")
        if prefix and uri:
            self.declared.setdefault(uri, prefix)

    def _start(self, triplet: str, attributes: dict[str, str]) -> None:
        name = " ".join(triplet.split(" ")[:2])
        depth = len(self._stack) - self._root_depth
        if name == _ROOT and self._root_depth < 0:
            self._root_depth = len(self._stack)
        elif self._root_depth >= 0 and depth == 1 and name == _DESCRIPTION:
            self._describe(attributes)
        elif self._root_depth >= 0 and depth == 2 and self._stack[-1] == _DESCRIPTION:
            start = self._expat.CurrentByteIndex
            uri, _, local = name.rpartition(" ")
            self._current = _Property(uri, local, self.descriptions[-1], start)
            self.properties.append(self._current)
        elif self._current is not None and name == _LI and depth == 4:
            self._current.items.append("")
        self._stack.append(name)

    def _describe(self, attributes: dict[str, str]) -> None:
        prefixes = {prefix: uris[-1] for prefix, uris in self._prefixes.items() if uris}
        owner = _Description(self._expat.CurrentByteIndex, prefixes=prefixes)
        self.descriptions.append(owner)
        for triplet, value in attributes.items():
            uri, _, rest = triplet.partition(" ")
            local, _, prefix = rest.partition(" ")
            if prefix and uri != RDF:
                qname = f"{prefix}:{local}"
                self.properties.append(_Property(uri, local, owner, qname=qname, text=value))

    def _end(self, _: str) -> None:
        name = self._stack.pop()
        depth = len(self._stack) - self._root_depth
        if self._current is not None and depth == 2:
            self._current.end = self._element_end(self._current.start)
            self._current = None
        elif depth == 1 and name == _DESCRIPTION and self.descriptions:
            self.descriptions[-1].end_tag = self._expat.CurrentByteIndex

    def _element_end(self, start: int) -> int:
        # At the end of <a/> expat already points behind it, at the end of <a></a> at its end tag.
        here = self._expat.CurrentByteIndex
        if _start_tag(self.data, start).endswith(b"/>"):
            return here
        return self.data.index(b">", here) + 1

    def _characters(self, text: str) -> None:
        if self._current is None:
            return
        own = f"{self._current.uri} {self._current.local}"
        if self._stack[-1] not in {own, _LI, _VALUE}:
            return
        depth = len(self._stack) - self._root_depth
        if self._current.items and depth in {5, 6}:
            self._current.items[-1] += text
        elif depth in {3, 4}:
            self._current.text += text


def _escaped(text: str) -> str:
    return saxutils.escape(_NOT_XML.sub("", text))


def _start_tag(data: bytes, start: int) -> bytes:
    match = _START_TAG.match(data, start)
    return match.group() if match else b""


def _as_utf8(data: bytes) -> bytes:
    """Return the packet in UTF-8 without byte-order mark and without a wrong declaration."""
    if len(data) > LARGEST:
        raise UserError(f"This XMP is larger than {LARGEST // 2**20} MB.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _recoded(data, "utf-16")
    data = data.strip(b"\0").strip()
    declared = _DECLARED.match(data)
    if declared and declared.group(1).lower() not in {b"utf-8", b"utf8"}:
        return _recoded(data, declared.group(1).decode())
    return data.removeprefix(codecs.BOM_UTF8).lstrip()


def _recoded(data: bytes, encoding: str) -> bytes:
    try:
        recoded = data.decode(encoding).encode()
    except (LookupError, UnicodeError) as error:
        raise UserError(f"This is not valid XMP (its encoding is not {encoding}).") from error
    return _DECLARED.sub(b"", recoded).strip(b"\0").strip()
