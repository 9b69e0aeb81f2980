"""The teacher: a slow average of the student."""

import copy

import torch


def teacher_of(student: torch.nn.Module) -> torch.nn.Module:
    """Copy a network as its teacher, without gradients."""
    return copy.deepcopy(student).requires_grad_(requires_grad=False)


@torch.no_grad()
def follow(teacher: torch.nn.Module, student: torch.nn.Module, momentum: float) -> None:
    """Move the teacher's weights a step towards the student's.

    Only parameters are averaged; buffers, such as batch norm's counts, are the teacher's own.

    Args:
        teacher: From `teacher_of`.
        student: The network being trained.
        momentum: In [0, 1]; 1 keeps the teacher as it is.
    """
    for ours, theirs in zip(teacher.parameters(), student.parameters(), strict=True):
        ours.lerp_(theirs.to(ours.dtype), 1 - momentum)
