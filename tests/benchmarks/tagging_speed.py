"""CPU seconds to learn again after an answer, on vectors made in code.

Seconds of one core, not of the clock: the machine is shared.
"""

import time

import numpy as np

from ssl_core.tagging.answers import collect
from ssl_core.tagging.ask_next import ask_next
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.propagate import neighbourhood

TAGS, EXAMPLES, WIDTH = 20, 10, 384
GOALS = {10_000: 0.2, 100_000: 1.0}


def speed_table() -> list[str]:
    """Seconds of preparing a library once, of learning again, and of asking."""
    lines = [
        f"| photos × {TAGS} tags | preparing, once | learning again | goal | ten questions |",
        "|---|---|---|---|---|",
    ]
    for count, goal in GOALS.items():
        random = np.random.default_rng(0)
        kinds = random.integers(0, 10 * TAGS, count)
        middles = random.normal(size=(10 * TAGS, WIDTH)).astype(np.float32)
        vectors = middles[kinds] + random.normal(size=(count, WIDTH)).astype(np.float32)
        start = time.process_time()
        known = neighbourhood(vectors)
        prepared = time.process_time() - start
        yes = [np.flatnonzero(kinds == tag)[:EXAMPLES] for tag in range(TAGS)]
        learnt, asked = [], []
        for answer in range(5):
            yes[0] = np.flatnonzero(kinds == 0)[: EXAMPLES + answer]
            start = time.process_time()
            tagging = suggest(known, collect(yes, [yes[0][:0]] * TAGS, (), known.copies))
            learnt.append(time.process_time() - start)
            start = time.process_time()
            ask_next(known, tagging)
            asked.append(time.process_time() - start)
        lines.append(
            f"| {count:,} | {prepared:.1f} s | {np.median(learnt):.2f} s | ≤ {goal} s "
            f"| {np.median(asked):.2f} s |"
        )
    return lines
