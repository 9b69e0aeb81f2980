"""NT-Xent, the loss of SimCLR, and its decoupled form for small batches."""

import torch
from torch import Tensor
from torch.nn import functional


def nt_xent(
    first: Tensor,
    second: Tensor,
    temperature: float,
    *,
    decoupled: bool = False,
    kin: Tensor | None = None,
) -> Tensor:
    """Contrast two views of each photo with the views of all others.

    "A Simple Framework for Contrastive Learning" (Chen et al. 2020), eq. 1; decoupled as in
    "Decoupled Contrastive Learning" (Yeh et al. 2021), eq. 6 without weights: the positive is left
    out of the denominator, whose size no longer depends on how easy the positive is. Unlike both,
    ``kin`` are spared from the negatives: copies and bursts in a gallery are no different photos.

    Args:
        first: ``(B, D)`` one view of each photo, of any length.
        second: ``(B, D)`` the other view.
        temperature: Above 0.
        decoupled: Leave the positive out of the denominator; B is then at least 2.
        kin: ``(B, B) bool`` symmetric, True where a photo is no negative for another.

    Returns:
        The mean over all 2B views.
    """
    count = len(first)
    views = functional.normalize(torch.cat([first, second]).float(), dim=1)
    logits = views @ views.T / temperature
    own = torch.eye(2 * count, dtype=torch.bool, device=logits.device)
    other = own.roll(count, dims=1)
    positive = logits[other]
    left_out = own | other if decoupled else own
    if kin is not None:
        left_out |= kin.repeat(2, 2) & ~other
    # The lowest finite number, not -inf: a photo whose batch is all kin has no negatives left.
    denominator = logits.masked_fill(left_out, torch.finfo(logits.dtype).min).logsumexp(dim=1)
    alone = left_out.all(dim=1)
    return torch.where(alone, -positive, denominator - positive).mean()
