"""How far someone new has come: photos found, understood, grouped, three tagged, one reviewed."""

from dataclasses import dataclass

ENOUGH_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """Numbers behind the checklist of the first run.

    Attributes:
        photos: Photos found.
        understood: Of these, those that the encoder has seen.
        groups: Groups found.
        examples: Photos of the tag with the most of them, accepted suggestions left out.
        answers: Answers given to suggestions.
    """

    photos: int = 0
    understood: int = 0
    groups: int = 0
    examples: int = 0
    answers: int = 0

    @property
    def taken(self) -> tuple[bool, bool, bool, bool, bool]:
        """Which of the five steps are done."""
        return (
            self.photos > 0,
            0 < self.photos <= self.understood,
            self.groups > 0,
            self.examples >= ENOUGH_EXAMPLES,
            self.answers > 0,
        )
