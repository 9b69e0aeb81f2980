"""What the commands answer, as plain values ready for JSON."""

from collections.abc import Iterable
from pathlib import Path

from gallery_app.domain.encoder import EncoderFacts, KnownFacts
from gallery_app.domain.part import Part
from gallery_app.domain.suggestion import Suggestion
from gallery_app.domain.teaching import Asking, TagHealth, Why, Witness
from gallery_app.jobs.export.request import ExportReport
from gallery_app.jobs.scan import AddReport
from gallery_app.library import Library

Answer = dict[str, object] | list[dict[str, object]]


def added(report: AddReport, seconds: float) -> dict[str, object]:
    """Answer `add` and `rescan`."""
    return {
        "photos": report.photos,
        "new": len(report.scan.new),
        "changed": len(report.scan.changed),
        "moved": len(report.scan.moved),
        "missing": len(report.scan.missing),
        "problems": report.scan.problems,
        "vectors": report.vectors,
        "seconds": round(seconds, 3),
    }


def photos(library: Library, query: str) -> list[dict[str, object]]:
    """Answer `photos`."""
    ids = library.photo_ids(query)
    tags = library.tags_of(ids)
    return [
        {
            "id": photo.id,
            "path": str(photo.path),
            "taken": photo.taken,
            "width": photo.width,
            "height": photo.height,
            "tags": [tag.tag for tag in tags[photo.id]],
            "missing": photo.missing,
        }
        for photo in library.photos(ids)
    ]


def suggestions(library: Library, found: list[Suggestion]) -> list[dict[str, object]]:
    """Answer `suggest`."""
    paths = paths_of(library, (s.photo_id for s in found))
    return [
        {"path": paths[s.photo_id], "tag": s.tag, "probability": round(s.probability, 6)}
        for s in found
    ]


def questions(library: Library, asking: Asking) -> list[dict[str, object]]:
    """Answer `ask`."""
    paths = paths_of(library, (q.photo_id for q in asking.questions))
    return [
        {"path": paths[q.photo_id], "tags": list(q.tags), "reason": q.reason}
        for q in asking.questions
    ]


def health(library: Library, found: TagHealth) -> dict[str, object]:
    """Answer `tags health`."""
    halves = [i for split in found.splits for i in (*split.first, *split.second)]
    paths = paths_of(library, [*(m.photo_id for m in found.mistakes), *halves])
    return {
        "mistakes": [
            {
                "path": paths[m.photo_id],
                "tag": m.tag,
                "probability": round(m.probability, 6),
                "instead": m.instead,
            }
            for m in found.mistakes
        ],
        "splits": [
            {
                "tag": split.tag,
                "first": [paths[i] for i in split.first],
                "second": [paths[i] for i in split.second],
            }
            for split in found.splits
        ],
        "twins": [{"tags": [t.first, t.second], "mixed": round(t.mixed, 6)} for t in found.twins],
    }


def why(library: Library, found: Why) -> dict[str, object]:
    """Answer `why`."""
    paths = paths_of(library, (w.photo_id for w in (*found.witnesses, *found.against)))

    def told(witnesses: tuple[Witness, ...]) -> list[dict[str, object]]:
        return [{"path": paths[w.photo_id], "similarity": round(w.likeness, 6)} for w in witnesses]

    return {
        "tag": found.tag,
        "probability": round(found.probability, 6),
        "because": told(found.witnesses),
        "against": told(found.against),
    }


def clusters(library: Library) -> list[dict[str, object]]:
    """Answer `clusters`."""
    found, tags = library.clusters(), library.clustering.tags_in()
    paths = paths_of(library, (i for cluster in found for i in cluster.photo_ids))
    return [
        {
            "id": cluster.id,
            "name": cluster.title,
            "size": len(cluster.photo_ids),
            "paths": [paths[photo_id] for photo_id in cluster.photo_ids],
            "odd": [paths[photo_id] for photo_id in cluster.odd],
            "tags": [
                {"tag": share.tag, "share": round(share.share, 6)}
                for share in tags.get(cluster.id, ())
            ],
        }
        for cluster in found
    ]


def similar(library: Library, path: Path, limit: int, part: Part | None) -> list[dict[str, object]]:
    """Answer `similar`."""
    photo_id = library.find_photo(path).id
    if part is None:
        found = library.similar(photo_id, limit)
    else:
        found = library.browsing.like_part(photo_id, part, limit)
    paths = paths_of(library, (photo_id for photo_id, _ in found))
    return [{"path": paths[i], "similarity": round(cosine, 6)} for i, cosine in found]


def duplicates(library: Library) -> list[dict[str, object]]:
    """Answer `duplicates`."""
    found = library.duplicates()
    paths = paths_of(library, (i for group in found for i in group.photo_ids))
    return [
        {"kind": group.kind, "paths": [paths[photo_id] for photo_id in group.photo_ids]}
        for group in found
    ]


def turned(library: Library) -> list[dict[str, object]]:
    """Answer `turned`."""
    found = library.curation.on_their_side()
    paths = paths_of(library, (one.photo_id for one in found))
    return [
        {
            "path": paths[one.photo_id],
            "quarters": one.quarters,
            "probability": round(one.probability, 6),
        }
        for one in found
    ]


def encoder(facts: EncoderFacts) -> dict[str, object]:
    """Answer one line of `encoders`."""
    return {
        "name": facts.name,
        "dim": facts.dim,
        "source": facts.source,
        "active": facts.active,
        "provider": facts.provider,
        "photos_per_s": facts.photos_per_s,
    }


def known(facts: KnownFacts) -> dict[str, object]:
    """Answer one line of `encoders known`."""
    return {
        "name": facts.name,
        "title": facts.title,
        "megabytes": round(facts.size / 1e6, 1),
        "licence": facts.licence,
        "licence_url": facts.licence_url,
        "url": facts.url,
        "have": facts.have,
    }


def exported(report: ExportReport) -> dict[str, object]:
    """Answer `export`."""
    return {
        "written": report.written,
        "unchanged": report.unchanged,
        "waiting": [{"path": str(path), "reason": reason} for path, reason in report.waiting],
        "changes": [
            {"file": str(c.file), "field": c.field, "before": c.before, "after": c.after}
            for c in report.changes
        ],
    }


def paths_of(library: Library, ids: Iterable[int]) -> dict[int, str]:
    """Return the paths of photos by id."""
    return {photo.id: str(photo.path) for photo in library.photos(list(dict.fromkeys(ids)))}
