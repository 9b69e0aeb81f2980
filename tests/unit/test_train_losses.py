"""Each loss against a slow reference from its paper, and against the library lightly."""

import math

import pytest
import torch
from lightly.loss import DCLLoss, DINOLoss, NTXentLoss
from torch import Tensor

from ssl_core.train.losses.colour import rebalanced_cross_entropy
from ssl_core.train.losses.dino import dino_loss, moved_centre
from ssl_core.train.losses.masked import masked_l1
from ssl_core.train.losses.nt_xent import nt_xent

B, D, K = 7, 13, 11
TOLERANCE = {"rtol": 0, "atol": 1e-5}


def views(*shape: int, seed: int = 0) -> list[Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [torch.randn(shape, generator=generator, requires_grad=True) for _ in range(2)]


def slow_nt_xent(
    first: Tensor, second: Tensor, temperature: float, *, decoupled: bool, kin: set[tuple[int, int]]
) -> Tensor:
    """Chen et al. eq. 1 and Yeh et al. eq. 6, term by term."""
    z = [v / v.norm() for v in (*first, *second)]
    count = len(first)
    total = torch.zeros(())
    for i in range(2 * count):
        positive = (i + count) % (2 * count)
        similarity = torch.dot(z[i], z[positive]) / temperature
        below = torch.zeros(())
        for k in range(2 * count):
            is_kin = (i % count, k % count) in kin and k != positive
            if k == i or is_kin or (decoupled and k == positive):
                continue
            below = below + torch.exp(torch.dot(z[i], z[k]) / temperature)
        total = total - (similarity - torch.log(below))
    return total / (2 * count)


@pytest.mark.parametrize("decoupled", [False, True])
@pytest.mark.parametrize("kin", [set(), {(0, 3), (3, 0), (2, 5), (5, 2)}])
def test_nt_xent_is_the_paper_s(*, decoupled: bool, kin: set[tuple[int, int]]) -> None:
    first, second = views(B, D)
    mask = torch.zeros(B, B, dtype=torch.bool)
    for pair in kin:
        mask[pair] = True
    ours = nt_xent(first, second, 0.2, decoupled=decoupled, kin=mask)
    slow = slow_nt_xent(first, second, 0.2, decoupled=decoupled, kin=kin)
    torch.testing.assert_close(ours, slow, **TOLERANCE)
    same_gradients(ours, slow, [first, second])


def test_nt_xent_of_orthogonal_photos_has_a_closed_form() -> None:
    eye = torch.eye(5)
    expected = math.log(math.exp(2) + 8) - 2
    assert nt_xent(eye, eye, 0.5).item() == pytest.approx(expected, abs=1e-6)
    assert nt_xent(eye, eye, 0.5, decoupled=True).item() == pytest.approx(math.log(8) - 2, abs=1e-6)


def test_a_photo_without_negatives_only_draws_its_views_together() -> None:
    first, second = views(2, D)
    everyone = torch.ones(2, 2, dtype=torch.bool)
    loss = nt_xent(first, second, 1.0, decoupled=True, kin=everyone)
    cosine = torch.nn.functional.cosine_similarity(first, second).mean()
    torch.testing.assert_close(loss, -cosine)


@pytest.mark.parametrize("decoupled", [False, True])
def test_nt_xent_is_lightly_s(*, decoupled: bool) -> None:
    theirs = DCLLoss(0.3) if decoupled else NTXentLoss(0.3)
    first, second = views(B, D, seed=1)
    ours, reference = nt_xent(first, second, 0.3, decoupled=decoupled), theirs(first, second)
    torch.testing.assert_close(ours, reference, **TOLERANCE)
    same_gradients(ours, reference, [first, second])


def slow_dino(student: Tensor, teacher: Tensor, centre: Tensor, ts: float, tt: float) -> Tensor:
    """Caron et al., eq. 3, pair by pair and photo by photo."""
    student, teacher = student.double(), teacher.double()
    total, pairs = torch.zeros((), dtype=torch.float64), 0
    for t in range(len(teacher)):
        for v in range(len(student)):
            if t == v:
                continue
            pairs += 1
            for photo in range(student.shape[1]):
                p = torch.exp((teacher[t, photo] - centre) / tt)
                q = torch.exp(student[v, photo] / ts)
                total = total - (p / p.sum() * torch.log(q / q.sum())).sum()
    return (total / (pairs * student.shape[1])).float()


def test_dino_is_the_paper_s() -> None:
    student, _ = views(5, B, K)
    teacher, _ = views(2, B, K, seed=1)
    centre = torch.linspace(-1, 1, K)
    ours = dino_loss(student, teacher, centre, 0.1, 0.4)
    slow = slow_dino(student, teacher.detach(), centre, 0.1, 0.4)
    torch.testing.assert_close(ours, slow, **TOLERANCE)
    same_gradients(ours, slow, [student])
    assert teacher.grad is None


def test_dino_is_lightly_s() -> None:
    theirs = DINOLoss(K, teacher_temp=0.04, student_temp=0.1, center_momentum=0.9)
    student, _ = views(5, B, K)
    teacher = views(2, B, K, seed=1)[0].detach()
    centre = torch.zeros(K)
    for _ in range(3):
        ours = dino_loss(student, teacher, centre, 0.1, 0.04)
        reference = theirs(list(teacher), list(student))
        torch.testing.assert_close(ours, reference, **TOLERANCE)
        same_gradients(ours, reference, [student])
        centre = moved_centre(centre, teacher, 0.9)
        torch.testing.assert_close(centre, theirs.center.flatten(), **TOLERANCE)


def test_a_teacher_that_knows_nothing_costs_the_logarithm_of_the_prototypes() -> None:
    flat = torch.zeros(2, B, K)
    assert dino_loss(flat, flat, torch.zeros(K), 0.1, 0.04).item() == pytest.approx(math.log(K))


def slow_colour(logits: Tensor, shared: Tensor, weights: Tensor) -> Tensor:
    """Zhang et al., eq. 2 and 3, pixel by pixel, with all bins' shares written out."""
    total = torch.zeros(())
    pixels = 0
    for photo in range(len(logits)):
        for row in range(logits.shape[2]):
            for column in range(logits.shape[3]):
                said, z = logits[photo, :, row, column], shared[photo, :, row, column]
                probability = torch.exp(said) / torch.exp(said).sum()
                total = total - weights[int(z.argmax())] * (z * torch.log(probability)).sum()
                pixels += 1
    return total / pixels


def test_colorization_s_is_the_paper_s() -> None:
    generator = torch.Generator().manual_seed(0)
    logits, _ = views(3, K, 5, 2)
    nearest = torch.rand(3, K, 5, 2, generator=generator).argsort(dim=1)[:, :5]
    shares = torch.rand(3, 5, 5, 2, generator=generator)
    shares /= shares.sum(dim=1, keepdim=True)
    weights = torch.rand(K, generator=generator)
    ours = rebalanced_cross_entropy(logits, nearest, shares, weights)
    shared = torch.zeros(3, K, 5, 2).scatter(1, nearest, shares)
    slow = slow_colour(logits, shared, weights)
    torch.testing.assert_close(ours, slow, **TOLERANCE)
    same_gradients(ours, slow, [logits])


def test_inpainting_s_is_the_paper_s() -> None:
    """Xie et al., eq. 1: the distance of hidden values over their number."""
    found, wanted = views(3, 2, 7, 5)
    hidden = torch.rand(3, 1, 7, 5, generator=torch.Generator().manual_seed(1)) < 0.4
    total, values = torch.zeros(()), 0
    for photo, row, column in hidden[:, 0].nonzero().tolist():
        for channel in range(2):
            place = (photo, channel, row, column)
            total = total + (found[place] - wanted[place]).abs()
            values += 1
    ours, slow = masked_l1(found, wanted, hidden), total / values
    torch.testing.assert_close(ours, slow, **TOLERANCE)
    same_gradients(ours, slow, [found, wanted])
    assert (torch.autograd.grad(masked_l1(found, wanted, hidden), found)[0] * ~hidden == 0).all()


def same_gradients(ours: Tensor, reference: Tensor, inputs: list[Tensor]) -> None:
    for one, other in zip(
        torch.autograd.grad(ours, inputs), torch.autograd.grad(reference, inputs), strict=True
    ):
        torch.testing.assert_close(one, other, **TOLERANCE)
