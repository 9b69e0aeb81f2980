"""Named recipes: what to ask for, for those who do not want to choose each thing."""

from dataclasses import dataclass

from ssl_core.run_spec import AUTO, DEFAULT, SCRATCH


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """What a person would ask for; `ssl_core.run_spec.resolve` makes the settings of it.

    Attributes:
        title: What it is for.
        method: ``"auto"``, or one of `ssl_core.run_spec.METHODS`.
        start: Where to start.
        backbone: For a start from scratch.
        epochs: Or minutes.
        minutes: Or epochs.
    """

    title: str
    method: str
    start: str = DEFAULT
    backbone: str | None = None
    epochs: int | None = None
    minutes: float | None = None


RECIPES = {
    "laptop": Recipe(title="minutes on a laptop", method=AUTO, minutes=8),
    # A few thousand photos serve best to continue a network: 2,000 of them are 3,000 steps.
    "one-gpu": Recipe(title="one GPU, an hour or so", method="dino", epochs=200),
    # From nothing it takes many passes; DINO on a ViT gives the best neighbours of all methods.
    "long": Recipe(
        title="long: days on GPUs, from nothing",
        method="dino",
        start=SCRATCH,
        backbone="vit-small",
        epochs=800,
    ),
}
"""By the name that ``--recipe`` takes."""
