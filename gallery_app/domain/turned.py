"""A photo that looks as if it lies on its side."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turned:
    """What an encoder that learnt to tell turns apart says of a photo.

    Attributes:
        photo_id: The photo.
        quarters: Quarter turns clockwise that would set it upright, 1 to 3.
        probability: 0 to 1.
        model: The encoder's name.
    """

    photo_id: int
    quarters: int
    probability: float
    model: str
