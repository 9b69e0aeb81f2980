"""The settings of the tagger that matter: candidates for each, and what it is chosen by."""

from typing import Any, NamedTuple

PACKAGE = "ssl_core.tagging"
TOP1, HONEST, SURE, STRANGE, MANY = (
    "top-1",
    "calibration error",
    "accepted, if 93 % right",
    "no tag, less calibration error",
    "many tags, mAP",
)


class Setting(NamedTuple):
    """One constant.

    Attributes:
        where: Its dotted name.
        others: Candidates beside what is built.
        merit: Of `tests.benchmarks.tagging_merits.MERITS`.
        prepares: Whether the library must be prepared anew.
    """

    where: str
    others: tuple[Any, ...]
    merit: str
    prepares: bool = False


SETTINGS = [
    Setting(f"{PACKAGE}.propagate.POWER", (1.0, 0.6), TOP1, prepares=True),
    Setting("ssl_core.search.whiten.SHRINKAGE", (0.1, 0.6), TOP1, prepares=True),
    Setting("ssl_core.search.whiten.NEIGHBOURS", (3, 10), TOP1, prepares=True),
    Setting(f"{PACKAGE}.propagate.NEIGHBOURS", (5, 20), TOP1, prepares=True),
    Setting(
        f"{PACKAGE}.ensemble.PENALTIES", ((0.1, 0.3, 1, 3, 10), (0.01, 0.03, 0.1, 0.3, 1)), TOP1
    ),
    Setting(f"{PACKAGE}.ensemble.CAUTION", (1.0, 16.0), TOP1),
    Setting(f"{PACKAGE}.ensemble.MOST_SMOOTHED", (2, 1), TOP1),
    Setting(f"{PACKAGE}.ensemble.LOGISTIC_SHARE", (0.0, 0.15, 0.5), MANY),
    Setting(f"{PACKAGE}.logistic.STRENGTH", (0.1, 10.0), MANY),
    Setting(f"{PACKAGE}.logistic.AVERAGE", (-2.0, -6.0), MANY),
    Setting(f"{PACKAGE}.calibrate.ALIKE_TO", (0.1, 0.4, 1e9), MANY),
    Setting(f"{PACKAGE}.calibrate.MOST_TOGETHER", (0.5, 1.0), MANY),
    Setting(f"{PACKAGE}.calibrate.PRIOR_EXAMPLES", (10.0, 1e9), HONEST),
    Setting(f"{PACKAGE}.calibrate.UNNAMED", (2.0, 32.0), HONEST),
    Setting(f"{PACKAGE}.calibrate.BACKGROUND", (0.5, 0.9), HONEST),
    Setting(f"{PACKAGE}.rehearsal.POWER", (1.2, 1.6), HONEST),
    Setting(f"{PACKAGE}.rehearsal.POWER_OF_ONE", (0.0, 0.6), HONEST),
    Setting(f"{PACKAGE}.rehearsal.FULL_TRUST", (20.0, 200.0), HONEST),
    Setting(f"{PACKAGE}.calibrate.DOUBT", (0.0, 0.07, 0.1), SURE),
    Setting(f"{PACKAGE}.calibrate.MOST", (0.96, 0.98), SURE),
    Setting(f"{PACKAGE}.calibrate.SHARPNESS", (1.0, 1.5, 6.0), STRANGE),
    Setting(f"{PACKAGE}.calibrate.STRANGE_BELOW", (2.0, 4.0), STRANGE),
]
