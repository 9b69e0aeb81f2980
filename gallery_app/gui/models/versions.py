"""What Handful runs on: versions and licences, as the installed packages state them."""

import platform
import re
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires, version

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A package that Handful stands on."""

    name: str
    version: str
    licence: str


def own_version() -> str:
    """Return Handful's version."""
    try:
        return version("handful")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0"


def system() -> str:
    """Return the operating system and Python, in a line."""
    return f"{platform.system()} {platform.release()}, Python {platform.python_version()}"


def parts() -> list[Part]:
    """Return the packages that Handful needs and that are here, by name."""
    try:
        needed = requires("handful") or []
    except PackageNotFoundError:
        return []
    found = []
    for line in needed:
        name = re.match(r"[\w.-]+", line)
        if name and "extra ==" not in line:
            try:
                facts = metadata(name[0])
            except PackageNotFoundError:  # for another system
                continue
            found.append(Part(facts["Name"], facts["Version"], _licence(facts)))
    return sorted(found, key=lambda part: part.name.casefold())


def _licence(facts: PackageMetadata) -> str:
    told = [facts[name] for name in ("License-Expression", "License") if name in facts]
    told += [
        kind.rpartition(" :: ")[2]
        for kind in facts.get_all("Classifier") or ()
        if kind.startswith("License")
    ]
    first = next((words for words in map(str.strip, told) if words not in {"", "UNKNOWN"}), "")
    first = first.split("\n")[0]
    return first if len(first) <= LONGEST else f"{first[:LONGEST]}…"
