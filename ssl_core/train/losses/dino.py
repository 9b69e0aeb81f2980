"""DINO's loss: the student's view of a crop should say what the teacher's of another says."""

import torch
from torch import Tensor


def dino_loss(
    student: Tensor,
    teacher: Tensor,
    centre: Tensor,
    student_temperature: float,
    teacher_temperature: float,
) -> Tensor:
    """Cross-entropy between crops, teacher centred and sharpened.

    "Emerging Properties in Self-Supervised Vision Transformers" (Caron et al. 2021), eq. 3 and
    algorithm 1. No gradient flows to the teacher.

    Args:
        student: ``(V, B, K)`` outputs for all V crops, the T global ones first, T at most V.
        teacher: ``(T, B, K)`` outputs for the global crops, in the same order.
        centre: ``(K,)`` moving mean of teacher outputs.
        student_temperature: Above 0.
        teacher_temperature: Above 0; low values sharpen.

    Returns:
        The mean over photos and over all pairs of different crops.
    """
    wanted = teacher_probabilities(teacher, centre, teacher_temperature)
    said = torch.log_softmax(student.float() / student_temperature, dim=-1)
    pairs = -torch.einsum("tbk,vbk->tv", wanted, said)
    different = ~torch.eye(len(teacher), len(student), dtype=torch.bool, device=student.device)
    return pairs[different].sum() / (different.sum() * student.shape[1])


@torch.no_grad()
def teacher_probabilities(teacher: Tensor, centre: Tensor, temperature: float) -> Tensor:
    """Centre, sharpen and normalise teacher outputs: ``(..., K)`` → ``(..., K)``, in float32."""
    return torch.softmax((teacher.float() - centre) / temperature, dim=-1)


@torch.no_grad()
def moved_centre(centre: Tensor, teacher: Tensor, momentum: float) -> Tensor:
    """Move the centre towards a batch (eq. 4); call it after the loss, as the paper does.

    Args:
        centre: ``(K,)``.
        teacher: ``(T, B, K)`` outputs for the global crops.
        momentum: In [0, 1); 0.9 in the paper. 0.999 lets the run collapse.

    Returns:
        ``(K,)``.
    """
    return centre * momentum + teacher.float().mean(dim=(0, 1)) * (1 - momentum)
