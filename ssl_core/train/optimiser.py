"""AdamW, with what decays, what does not, and what waits for the heads."""

from torch import nn
from torch.optim import AdamW

from ssl_core.run_spec import RunSpec
from ssl_core.train.schedules import cosine, warmed_cosine

_LEAST_LR = 0.01
"""The learning rate ends at this share of its peak."""


def optimiser_for(spec: RunSpec, encoder: nn.Module, head: nn.Module) -> AdamW:
    """Build the optimiser: matrices decay; biases, norms, tokens and positions do not."""
    groups = []
    for waits, module in ((True, encoder), (False, head)):
        weights = dict(module.named_parameters())
        for decays in (True, False):
            chosen = [weight for name, weight in weights.items() if _decays(name, weight) == decays]
            if chosen:
                groups.append({"params": chosen, "decays": decays, "waits": waits})
    return AdamW(groups, lr=spec.lr)


def schedule(optimiser: AdamW, spec: RunSpec, progress: float) -> None:
    """Set learning rates and weight decays for a moment of the run.

    Args:
        optimiser: From `optimiser_for`.
        spec: Peaks, warm-up and head start.
        progress: Share of the run that is done, in [0, 1).
    """
    head = warmed_cosine(progress, spec.warm_up, spec.head_lr, spec.head_lr * _LEAST_LR)
    left = (progress - spec.head_start) / (1 - spec.head_start)
    body = warmed_cosine(left, spec.warm_up, spec.lr, spec.lr * _LEAST_LR) if left >= 0 else 0.0
    for group in optimiser.param_groups:
        group["lr"] = body if group["waits"] else head
        group["weight_decay"] = cosine(progress, *spec.weight_decay) if group["decays"] else 0.0


def _decays(name: str, weight: nn.Parameter) -> bool:
    return weight.ndim > 1 and not name.endswith(("cls_token", "pos_embed", "reg_token"))
