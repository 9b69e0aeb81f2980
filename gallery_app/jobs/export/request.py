"""What to export, and what came of it."""

from dataclasses import dataclass, field
from pathlib import Path

from gallery_app.exports.xmp_fields import FieldChange

STEP = "Exporting tags"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export.

    Attributes:
        format: "xmp", "csv", "json" or "vectors".
        out: The file of a table or of vectors; for XMP a folder in place of the photos' own.
        dry_run: Only say what would change.
        minimum: Also export open suggestions of at least this probability; None for none.
        query: Only the photos that it finds; "" for the whole library.
        photo_ids: Only these of them; None for all.
        waiting: Only the sidecars that earlier exports could not write, each as it was asked for
            then.
    """

    format: str
    out: Path | None = None
    dry_run: bool = False
    minimum: float | None = None
    query: str = ""
    photo_ids: tuple[int, ...] | None = None
    waiting: bool = False


@dataclass
class ExportReport:
    """What an export did, or would do.

    Attributes:
        written: Files written.
        unchanged: Files that say the same already.
        waiting: (photo, reason) of what cannot be written now. The catalogue keeps it, and the next
            export tries again.
        changes: Field by field.
    """

    written: int = 0
    unchanged: int = 0
    waiting: list[tuple[Path, str]] = field(default_factory=list)
    changes: list[FieldChange] = field(default_factory=list)

    def add(self, other: "ExportReport") -> None:
        """Take in what another export did."""
        self.written += other.written
        self.unchanged += other.unchanged
        self.waiting += other.waiting
        self.changes += other.changes
