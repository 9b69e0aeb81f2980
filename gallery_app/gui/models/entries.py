"""Lines of the sidebar, before they become Qt items."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gallery_app.catalogue.photos import Folder
from gallery_app.domain.album import Album
from gallery_app.domain.cluster import ClusterSize
from gallery_app.domain.query import quoted
from gallery_app.domain.tag import ancestors, leaf
from gallery_app.gui.models.clusters import group_title
from gallery_app.gui.models.place import Screen, Spot

FOLDER = "folder:"
"""How the keys of folders begin."""
MOST_FOLDERS = 500
"""Folders inside those added that have lines, the outermost; each line costs the window time."""


@dataclass(slots=True)
class Entry:
    """One line.

    Attributes:
        key: Tells it from all others, as long as it lives.
        title: What it is called.
        icon: In ``resources/icons``.
        badge: How many photos; 0 is not shown.
        spot: Where a click leads; None for a heading.
        tag: The tag that photos dropped here get.
        album: The album that photos dropped here go to, or whose menu it has.
        takes_photos: Whether photos can be dropped here.
        tip: More words.
        folder_id: The folder whose menu it has.
        below: Lines under it.
    """

    key: str
    title: str
    icon: str = ""
    badge: int = 0
    spot: Spot | None = None
    tag: str = ""
    album: int = 0
    takes_photos: bool = False
    tip: str = ""
    folder_id: int = 0
    below: list["Entry"] = field(default_factory=list)

    @property
    def shape(self) -> object:
        """What must stay the same for the line to be recounted in place."""
        return self.key, self.title, self.icon, tuple(entry.shape for entry in self.below)


def album_entries(albums: Sequence[Album]) -> Entry:
    """Return the albums: those filled by hand, then the saved searches."""
    below = [
        Entry(
            f"album:{album.id}",
            album.name,
            "album" if album.query is None else "search",
            album.photos,
            Spot(query=f"album:{quoted(album.name)}", title=album.name),
            album=album.id,
            takes_photos=album.query is None,
            tip=album.query or album.name,
        )
        for album in sorted(albums, key=lambda album: album.query is not None)
    ]
    return Entry("albums", QCoreApplication.translate("Sidebar", "Albums"), below=below)


def group_entries(groups: Sequence[ClusterSize], number: int) -> list[Entry]:
    """Return the biggest groups, and a line that leads to all of them where there are more.

    Args:
        groups: Biggest first.
        number: How many there are.
    """
    entries = [
        Entry(
            f"group:{group.id}",
            group_title(group),
            "groups",
            group.photos,
            Spot(query=f"cluster:{group.id}", title=group_title(group)),
            tip=group_title(group),
        )
        for group in groups
    ]
    if number > len(groups):
        words = QCoreApplication.translate("Sidebar", "All groups…")
        entries.append(Entry("all-groups", words, "groups", number, Spot(Screen.CLUSTERS)))
    return entries


def folder_entries(folders: Sequence[Folder], inner: Sequence[tuple[Path, int]]) -> Entry:
    """Return the added folders, and those inside them as far as there are lines for them.

    Args:
        folders: As they were added.
        inner: The folders below, outer ones first, with how many photos lie in each.
    """
    below = [_folder_entry(folder.path, folder.photos, folder.id) for folder in folders]
    made = {folder.path: entry for folder, entry in zip(folders, below, strict=True)}
    by_depth = sorted(inner, key=lambda each: len(each[0].parts))
    for path, photos in sorted(by_depth[:MOST_FOLDERS]):
        if path not in made:  # else it was added itself, too
            made[path] = _folder_entry(path, photos)
            made[path.parent].below.append(made[path])
    return Entry("folders", QCoreApplication.translate("Sidebar", "Folders"), below=below)


def _folder_entry(path: Path, photos: int, folder_id: int = 0) -> Entry:
    return Entry(
        f"{FOLDER}{path}",
        path.name or str(path),
        "folder",
        photos,
        Spot(query=f"folder:{quoted(str(path))}", title=path.name),
        tip=str(path),
        folder_id=folder_id,
    )


def tag_entries(tags: Sequence[tuple[str, int]]) -> Entry:
    """Return the tag tree, with how many photos carry each tag."""
    heading = Entry("tags", QCoreApplication.translate("Sidebar", "Tags"))
    made: dict[str, Entry] = {}
    for tag, photos in tags:
        for name in [*ancestors(tag), tag]:
            if name.casefold() not in made:
                entry = made[name.casefold()] = _tag_entry(name)
                above = [made[upper.casefold()] for upper in ancestors(name)]
                (above[-1] if above else heading).below.append(entry)
        made[tag.casefold()].badge = photos
    return heading


def _tag_entry(tag: str) -> Entry:
    spot = Spot(query=f"tag:{quoted(tag)}", title=leaf(tag))
    return Entry(f"tag:{tag}", leaf(tag), "tag", 0, spot, tag=tag, takes_photos=True, tip=tag)
