"""ACDSee's categories: a tree of tags as XML inside one string."""

from collections.abc import Iterable
from xml.parsers import expat
from xml.sax.saxutils import escape

from gallery_app.domain.tag import ancestors, leaf
from gallery_app.errors import UserError
from gallery_app.files.keywords import tag_of


class _Categories:
    """The assigned paths of a ``<Categories>`` tree, read without recursion or entities."""

    def __init__(self, xml: str) -> None:
        self.paths: list[str] = []
        self._levels: list[str] = []
        self._assigned: list[bool] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.buffer_size = 2**20
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)  # noqa: FBT003

    def _refuse(self, *_: object) -> None:
        raise UserError("ACDSee categories with a document type are not read.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Category":
            self._note_parent()
            self._levels.append("")
            self._assigned.append(attributes.get("Assigned") == "1")

    def _characters(self, text: str) -> None:
        if self._levels:
            self._levels[-1] += text

    def _end(self, name: str) -> None:
        if name == "Category":
            self._note_parent()
            self._levels.pop()
            self._assigned.pop()

    def _note_parent(self) -> None:
        # A category's name ends where its first child starts, or at its end.
        if self._assigned and self._assigned[-1]:
            self._assigned[-1] = False
            self.paths.append("|".join(self._levels))


def read_categories(xml: str) -> tuple[str, ...]:
    """Return the tags that ``Assigned="1"`` marks.

    Args:
        xml: The value of ``acdsee:categories``.

    Raises:
        UserError: When it is not well-formed or has a document type.
    """
    if not xml.strip():
        return ()
    try:
        paths = _Categories(xml).paths
    except expat.ExpatError as error:
        raise UserError(f"The ACDSee categories are damaged ({error}).") from error
    return tuple(tag for path in paths if (tag := tag_of(path, "|")) is not None)


def write_categories(tags: Iterable[str]) -> str:
    """Return the value of ``acdsee:categories`` for these tags."""
    assigned = set(tags)
    nodes = sorted(assigned | {above for tag in assigned for above in ancestors(tag)}, key=_levels)
    xml, open_tags = "", 0
    for node in nodes:
        depth = node.count("/")
        xml += "</Category>" * (open_tags - depth)
        xml += f'<Category Assigned="{int(node in assigned)}">{escape(leaf(node))}'
        open_tags = depth + 1
    return f"<Categories>{xml}{'</Category>' * open_tags}</Categories>"


def _levels(tag: str) -> list[str]:
    return tag.split("/")
