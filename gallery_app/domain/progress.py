"""How far a job is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One report of a running job.

    Attributes:
        step: What is being done now, in a few words: "Understanding photos".
        done: Items finished in this step.
        total: Items in this step, 0 while unknown.
        note: Something worth saying once ("CUDA is not available, using the CPU"), or "".
        elsewhere: Whether only a child of its own is at work, so that other jobs may run
            meanwhile. What the job does between a report that says so and one that does not touches
            nothing that other jobs touch.
    """

    step: str
    done: int = 0
    total: int = 0
    note: str = ""
    elsewhere: bool = False
