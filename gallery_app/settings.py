"""How the window was left: a small JSON file in the library's folder."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from gallery_app.domain.arrangement import Grouping
from gallery_app.log import log

FILE = "window.json"


@dataclass(slots=True)
class Settings:
    """What the window remembers.

    Attributes:
        theme: "system", "light" or "dark".
        zoom: Wished side of a photo on the wall, logical pixels.
        language: "system" or a language's code; unknown ones are like "system".
        geometry: Qt's own description of the window's place, hexadecimal.
        sidebar: Whether the sidebar is shown.
        inspector: Whether the inspector is shown.
        sidebar_width: In logical pixels; 0 for the usual.
        inspector_width: Likewise.
        timeline: Whether the strip of months is shown under the wall.
        stacks: Whether the wall shows the shots of a burst as one stack.
        first_steps: Whether the checklist of the first run is still wanted.
        duplicates: Groups of duplicates at the last look, which takes long in a large library.
        training: Whether an encoder was being trained.
        grouping: What the wall's sections have in common, a `domain.arrangement.Grouping`.
    """

    theme: str = "system"
    language: str = "system"
    zoom: int = 176
    geometry: str = ""
    sidebar: bool = True
    inspector: bool = True
    sidebar_width: int = 0
    inspector_width: int = 0
    timeline: bool = True
    stacks: bool = True
    grouping: str = "month"
    first_steps: bool = True
    duplicates: int = 0
    training: bool = False


def load_settings(directory: Path) -> Settings:
    """Return the settings of a library; what is not there or makes no sense is as new."""
    try:
        stored = json.loads((directory / FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    kinds = {field.name: type(getattr(Settings(), field.name)) for field in fields(Settings)}
    sound = {name: stored[name] for name in kinds if type(stored.get(name)) is kinds[name]}
    if sound.get("theme", "system") not in {"system", "light", "dark"}:
        del sound["theme"]
    if sound.get("grouping", "month") not in set(Grouping):
        del sound["grouping"]
    return Settings(**sound)


def save_settings(directory: Path, settings: Settings) -> None:
    """Store the settings; a library that cannot be written keeps the old ones."""
    try:
        (directory / FILE).write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    except OSError as error:
        log().warning("The window's settings were not stored: %s", error)
