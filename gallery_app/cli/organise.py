"""The main job in one go: add, learn from a few tags, tag the rest, hand the tags on."""

import time
from argparse import Namespace
from pathlib import Path

from gallery_app.cli import answers
from gallery_app.cli.answers import Answer
from gallery_app.cli.progress import drive
from gallery_app.domain.suggestion import REVIEW_FROM
from gallery_app.jobs.export.request import ExportReport, ExportRequest
from gallery_app.library import Library


def organise(library: Library, options: Namespace) -> Answer:
    """Answer `organise` with a summary of every step.

    Suggestions that are more likely right than not become tags. The export goes beside the
    photos (XMP) and into the present folder (CSV), or all of it below ``--out``.
    """
    start = time.monotonic()
    report = drive(library.add_folders([options.folder]))
    imported = drive(library.import_tags(options.tags))
    groups = drive(library.group())
    drive(library.suggest())
    accepted = library.accept(REVIEW_FROM)
    sidecars = drive(library.export(ExportRequest("xmp", _below(options.out, "xmp"))))
    table = drive(library.export(ExportRequest("csv", _below(options.out, "tags.csv"))))
    return {
        **answers.added(report, time.monotonic() - start),
        "imported": imported.changed,
        "unmatched": list(imported.unmatched),
        "tags": sum(1 for tag in library.tags() if tag.photos),
        "clusters": groups,
        "accepted": accepted.count,
        "untagged": library.counts().untagged,
        "xmp": _summary(sidecars),
        "csv": _summary(table),
    }


def _below(out: Path | None, name: str) -> Path | None:
    return out / name if out else None


def _summary(report: ExportReport) -> dict[str, object]:
    facts = answers.exported(report)
    return {key: facts[key] for key in ("written", "unchanged", "waiting")}
