"""A sidecar that an export could not write yet."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WaitingExport:
    """One photo whose sidecar waits.

    Attributes:
        photo_id: The photo.
        path: Its file.
        out: The folder where the sidecar goes; None for beside the photo.
        reason: Why it could not be written at the last try, a clause.
        since: When it could not be written for the first time, ISO 8601, UTC.
    """

    photo_id: int
    path: Path
    out: Path | None
    reason: str
    since: str
