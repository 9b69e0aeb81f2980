"""What the machine found in the made library: vectors, groups, suggestions, a map."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from gallery_app.library import Library
from tests.encoders import add_tiny_encoder, network

NAME, DIM = "made", 1280
GROUPS = (400, 1600)
"""Of the level shown first, and of the finer one."""
SUGGESTED = 150_000
BURST = 3
ON_THEIR_SIDE = 300
CHUNK = 5000


def is_burst(number: int) -> bool:
    """Return whether a photo, counted from 0, was shot in a burst: one in five."""
    return number // BURST % 5 == 0


def fill_machine(library: Library, count: int, tags: int) -> None:
    """Write what jobs would have found in photos 1 to ``count``."""
    folder = library._place.paths.encoders
    folder.mkdir(exist_ok=True)
    replace(add_tiny_encoder(folder, network(dim=DIM), NAME), dim=DIM).save(folder)
    catalogue = library._catalogue
    catalogue.encoders.add(NAME, DIM, "made in a benchmark")
    random = np.random.default_rng(1)
    group_of = np.arange(count) // BURST * 7919 % GROUPS[0]
    ids = np.arange(1, count + 1)
    for start in range(0, count, CHUNK):
        rows = slice(start, start + CHUNK)
        found = _vectors(ids[rows], group_of[rows])
        catalogue.vectors.add(1, zip(ids[rows].tolist(), found, strict=True))
    middles = random.uniform(-0.9, 0.9, (GROUPS[0], 2))
    catalogue.map_places.put(
        1, ids.tolist(), middles[group_of] + 0.02 * random.normal(size=(count, 2))
    )
    with catalogue.connection.write() as db:
        for level, (number, first) in enumerate(zip(GROUPS, (1, 10_001), strict=True)):
            db.executemany(
                "INSERT INTO clusters(id, encoder_id, level) VALUES (?, 1, ?)",
                [(first + n, level) for n in range(number)],
            )
            db.executemany(
                "INSERT INTO cluster_photos VALUES (?, ?, ?, ?)",
                [
                    (first + (i // BURST * 7919) % number, i + 1, i, 1 - i / count)
                    for i in range(count)
                    if i % 5  # noise stays outside
                ],
            )
        db.executemany(
            "INSERT INTO closest_clusters VALUES (1, ?, ?)",
            [(i + 1, 1 + int(group_of[i])) for i in range(0, count, 5)],
        )
        db.executemany(
            "INSERT INTO bursts(photo_id, burst) VALUES (?, ?)",
            [(n + 1, n // BURST * BURST + 1 if is_burst(n) else None) for n in range(count)],
        )
        db.executemany(
            "INSERT OR IGNORE INTO suggestions VALUES (?, ?, ?, 'made', ?, '2026-01-01')",
            _suggestions(random, count, tags),
        )
        db.execute(
            "INSERT OR IGNORE INTO turned(content_hash, quarters, probability, model) "
            "SELECT content_hash, 1 + id % 3, 0.9, ? FROM photos ORDER BY id LIMIT ?",
            (NAME, ON_THEIR_SIDE),
        )


def _vectors(ids: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Return (N, DIM) vectors: those of a group are alike, those of a burst more so."""
    middles = np.random.default_rng(2).normal(size=(GROUPS[0], DIM)).astype(np.float32)
    of_burst = np.random.default_rng([3, int(ids[0])]).normal(size=(len(ids) // BURST + 2, DIM))
    own = np.random.default_rng([4, int(ids[0])]).normal(size=(len(ids), DIM))
    shot = (ids - 1) // BURST - (ids[0] - 1) // BURST
    return (middles[groups] + 0.8 * of_burst[shot] + 0.3 * own).astype(np.float32)


def _suggestions(
    random: np.random.Generator, count: int, tags: int
) -> Iterator[tuple[int, int, float, str]]:
    number = min(SUGGESTED, count)
    photos = random.integers(1, count + 1, number).tolist()
    chances = random.beta(1, 2, number).tolist()
    because = random.integers(1, count + 1, (number, 3)).tolist()
    of_tag = random.integers(1, tags + 1, number).tolist()
    for photo, tag, chance, speakers in zip(photos, of_tag, chances, because, strict=True):
        yield photo, tag, chance, " ".join(map(str, speakers)) if chance >= 0.3 else ""
