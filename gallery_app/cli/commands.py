"""One function for each command: parsed options in, answer out."""

import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from gallery_app.cli import answers, curation
from gallery_app.cli.answers import Answer
from gallery_app.cli.consent import ask_before_fetching
from gallery_app.cli.progress import drive
from gallery_app.cli.training import compare, train
from gallery_app.domain.changes import Changes
from gallery_app.domain.suggestion import REVIEW_FROM, Verdict
from gallery_app.errors import UserError
from gallery_app.jobs.export.request import ExportRequest
from gallery_app.library import Library
from gallery_app.teaching import Teaching

LEAST = 0.01  # `suggest --all`


def add(library: Library, options: Namespace) -> Answer:
    """Scan folders, make thumbnails and vectors."""
    start = time.monotonic()
    report = drive(library.add_folders(options.folders))
    return answers.added(report, time.monotonic() - start)


def rescan(library: Library, _options: Namespace) -> Answer:
    """Look through all folders again."""
    start = time.monotonic()
    return answers.added(drive(library.rescan()), time.monotonic() - start)


def photos(library: Library, options: Namespace) -> Answer:
    """List photos."""
    return answers.photos(library, options.query)


def problems(library: Library, _options: Namespace) -> Answer:
    """List unreadable files."""
    return [{"path": str(p.path), "reason": p.reason} for p in library.problems()]


_TO_A_TAG: dict[str, Callable[[Teaching, Namespace], Changes]] = {
    "rename": lambda teaching, options: teaching.rename(options.tag, options.name),
    "delete": lambda teaching, options: teaching.drop(options.tag),
    "exclusive": lambda teaching, options: teaching.set_exclusive(
        options.tag, on=options.state == "on"
    ),
}
"""What is done to a tag itself, whatever photos carry it."""


def tag(library: Library, options: Namespace) -> Answer:
    """Add, remove, rename, list or import tags."""
    if options.action in _TO_A_TAG:
        return {"changed": _TO_A_TAG[options.action](library.teaching, options).count}
    if options.action == "list":
        return [{"tag": t.tag, "photos": t.photos} for t in library.tags()]
    if options.action == "folders":
        folder_id = _folder_id(library, options.folder)
        return {"changed": library.curation.tag_by_folders(folder_id).count, "unmatched": []}
    if options.action == "import":
        report = drive(library.import_tags(options.file))
        return {"changed": report.changed, "unmatched": report.unmatched}
    ids, unmatched = _photo_ids(library, options.paths)
    if options.action == "add" and options.part:
        tag_part = library.teaching.tag_part
        counts = [tag_part(options.tag, photo_id, options.part).count for photo_id in ids]
        return {"changed": sum(counts), "unmatched": unmatched}
    change = library.tag if options.action == "add" else library.untag
    return {"changed": change(options.tag, ids).count, "unmatched": unmatched}


def suggest(library: Library, options: Namespace) -> Answer:
    """Learn and propose."""
    drive(library.suggest())
    least = LEAST if options.all else REVIEW_FROM
    minimum = least if options.min is None else options.min
    return answers.suggestions(library, library.suggestions(options.tag, minimum))


def accept(library: Library, options: Namespace) -> Answer:
    """Turn suggestions into tags."""
    drive(library.suggest())
    return {"changed": library.accept(options.min, options.tag).count}


def verdict(library: Library, options: Namespace) -> Answer:
    """Answer suggestions."""
    ids, unmatched = _photo_ids(library, options.paths)
    if unmatched:
        raise UserError(f"{unmatched[0]} is not in the library; add its folder first.")
    return {"changed": library.answer(Verdict(options.answer), options.tag, ids).count}


def ask(library: Library, options: Namespace) -> Answer:
    """List what to answer next."""
    return answers.questions(library, drive(library.teaching.ask(options.count)))


def tags(library: Library, _options: Namespace) -> Answer:
    """Look over the tags."""
    return answers.health(library, drive(library.teaching.tag_health()))


def why(library: Library, options: Namespace) -> Answer:
    """Explain a tag on a photo."""
    photo = library.find_photo(options.path)
    found = answers.why(library, drive(library.teaching.why(photo.id, options.tag)))
    if options.part:
        part = library.teaching.where(photo.id, options.tag)
        found["part"] = None if part is None else [round(side, 4) for side in part]
    return found


def runs(library: Library, options: Namespace) -> Answer:
    """List runs that filled in tags, or take one back."""
    if options.undo:
        return {"changed": library.teaching.undo_run(options.undo).count}
    return [{"model": run.model, "photos": run.photos} for run in library.teaching.runs()]


def clusters(library: Library, _options: Namespace) -> Answer:
    """Group photos."""
    drive(library.group())
    return answers.clusters(library)


def similar(library: Library, options: Namespace) -> Answer:
    """List photos like one."""
    return answers.similar(library, options.path, options.limit, options.part)


def duplicates(library: Library, _options: Namespace) -> Answer:
    """List duplicates."""
    return answers.duplicates(library)


def turned(library: Library, options: Namespace) -> Answer:
    """List photos that lie on their side, turn some, or remember that some do not."""
    if options.yes or options.no:
        ids, unmatched = _photo_ids(library, options.yes or options.no)
        answer = library.curation.set_upright if options.yes else library.curation.leave_lying
        return {"changed": answer(ids).count, "unmatched": unmatched}
    drive(library.find_turned())
    return answers.turned(library)


def encoders(library: Library, options: Namespace) -> Answer:
    """List, fetch, add, compare or choose encoders."""
    if options.action == "compare":
        return compare(library, options)
    if options.action == "known":
        return [answers.known(facts) for facts in library.known_encoders()]
    if options.action == "add":
        drive(library.add_encoder(options.file, use=options.use))
    elif options.action == "get":
        _get_encoder(library, options)
    elif options.action == "use":
        drive(library.switch_encoder(options.name))
    return [answers.encoder(facts) for facts in library.encoders()]


def _get_encoder(library: Library, options: Namespace) -> None:
    accepted = options.accept_licence
    job = library.get_encoder(options.name, use=options.use, accepted=accepted)
    found = {facts.name: facts for facts in library.known_encoders()}.get(options.name)
    if found and not found.have:
        ask_before_fetching(found, yes=options.yes)
    drive(job)


def export(library: Library, options: Namespace) -> Answer:
    """Hand tags or vectors to other programs."""
    if options.waiting and (options.format != "xmp" or options.out or options.min is not None):
        raise UserError("What waits is written as it was asked for; give --waiting with xmp alone.")
    request = ExportRequest(
        options.format,
        options.out,
        options.dry_run,
        options.min,
        options.photos,
        waiting=options.waiting,
    )
    report = drive(library.export(request))
    if options.format == "vectors":
        return {"written": report.written + report.unchanged}
    return answers.exported(report)


def undo(library: Library, _options: Namespace) -> Answer:
    """Take back the last act."""
    title, changes = library.undo()
    if changes.encoder:
        drive(library.switch_encoder(changes.encoder))
    return {"undone": title}


def _folder_id(library: Library, path: Path) -> int:
    wanted = path.resolve()
    for folder in library.folders():
        if folder.path == wanted:
            return folder.id
    raise UserError(f"{path} was not added to the library.", command=f"handful add {path}")


def _photo_ids(library: Library, paths: list[Path]) -> tuple[list[int], list[str]]:
    found, unmatched = [], []
    for path in paths:
        try:
            found.append(library.find_photo(path).id)
        except UserError:
            unmatched.append(str(path))
    return found, unmatched


COMMANDS: dict[str, Callable[[Library, Namespace], Answer]] = {
    "add": add,
    "rescan": rescan,
    "photos": photos,
    "problems": problems,
    "tag": tag,
    "album": curation.album,
    "rate": curation.rate,
    "turn": curation.turn,
    "suggest": suggest,
    "accept": accept,
    "verdict": verdict,
    "ask": ask,
    "tags": tags,
    "why": why,
    "runs": runs,
    "clusters": clusters,
    "similar": similar,
    "duplicates": duplicates,
    "turned": turned,
    "encoders": encoders,
    "train": train,
    "export": export,
    "undo": undo,
}
