"""The training loop: two kinds of batches, one optimiser."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.examples import Example, as_tensors, batches
from training.measures import CLASSES
from training.network import PairNetwork
from training.renaming import Renaming
from training.taught import Chances

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was chosen; the attempts behind it are listed in docs/stance.md."""

    epochs: int
    rate: float  # of the highest layer; each lower one has `decay` of it, the new heads five times
    decay: float = 0.9
    size: int = 64
    neutrals: float = 1.0  # share of the neutral examples, drawn anew in each epoch
    power: float = 0.3  # rarer classes weigh (all / class) ** power
    smoothing: float = 0.05
    label: float = (
        0.25  # weight of the reader's label beside what larger networks think, where they were asked
    )
    renamed: float = 0.15  # share of the pairs that get other names
    tones: float = 0.3  # weight of the loss on single targets, of which half are drawn in each epoch
    warming: int = 200  # steps in which the rate rises
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learned from."""

    pairs: Sequence[Example]
    targets: Sequence[Example]
    renaming: Renaming
    taught: Mapping[int, Chances] = field(default_factory=dict)  # empty: labels are all there is


def train(
    network: PairNetwork, lessons: Lessons, recipe: Recipe, padding: int, tell: Callable[[str], None]
) -> None:
    """Train in place, in bfloat16, on the GPU if there is one."""
    chance = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    network.to(DEVICE).train()
    plan = [step for _ in range(recipe.epochs) for step in _epoch(lessons, recipe, chance)]
    optimiser = torch.optim.AdamW(_groups(network, recipe))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(step, len(plan), recipe))
    losses = _losses(lessons, recipe)
    started = time.perf_counter()
    for number, (kind, batch) in enumerate(plan, 1):
        loss = losses[kind](network, batch, padding)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        if number % 100 == 0 or number == len(plan):
            tell(f"step {number} of {len(plan)}, {time.perf_counter() - started:.0f} s")
    network.eval()


@torch.no_grad()
def scores(
    network: PairNetwork, examples: Sequence[Example], padding: int, size: int = 64
) -> NDArray[np.float32]:
    """Scores of shape (examples, 5)."""
    network.to(DEVICE).eval()
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].code.ids))
    found = np.zeros((len(examples), CLASSES), dtype=np.float32)
    for start in range(0, len(order), size):
        numbers = order[start : start + size]
        found[numbers] = _forward(network, [examples[n] for n in numbers], padding).cpu().numpy()
    return found


def _epoch(lessons: Lessons, recipe: Recipe, chance: random.Random) -> list[tuple[str, list[Example]]]:
    held = [example for example in lessons.pairs if example.label != 0]
    neutral = [example for example in lessons.pairs if example.label == 0]
    drawn = held + chance.sample(neutral, int(len(neutral) * recipe.neutrals))
    named = [
        replace(e, code=lessons.renaming.renamed(e.code, e.named, chance))
        if chance.random() < recipe.renamed
        else e
        for e in drawn
    ]
    some = {"pairs": named, "targets": chance.sample(lessons.targets, len(lessons.targets) // 2)}
    steps = [(kind, batch) for kind, rows in some.items() for batch in batches(rows, recipe.size, chance)]
    chance.shuffle(steps)
    return steps


def _losses(lessons: Lessons, recipe: Recipe) -> dict[str, Callable[..., torch.Tensor]]:
    weights = torch.tensor(_weights(lessons.pairs, recipe), dtype=torch.float, device=DEVICE)

    def on_pairs(network: PairNetwork, batch: Sequence[Example], padding: int) -> torch.Tensor:
        found = torch.log_softmax(_forward(network, batch, padding), 1)
        labels = torch.tensor([example.label or 0 for example in batch], device=DEVICE)
        labelled = torch.tensor([example.label is not None for example in batch], device=DEVICE)
        share = weights[labels] * labelled
        by_label = share * nn.functional.nll_loss(found, labels, reduction="none")
        by_label = (1 - recipe.smoothing) * by_label - recipe.smoothing * share * found.mean(1)
        if not lessons.taught:
            return by_label.sum() / share.sum()
        thought = torch.tensor(np.stack([lessons.taught[example.key] for example in batch]), device=DEVICE)
        by_teacher = -(thought * found).sum(1)
        return (recipe.label * by_label + (1 - recipe.label * labelled) * by_teacher).mean()

    def on_targets(network: PairNetwork, batch: Sequence[Example], padding: int) -> torch.Tensor:
        ids, attended, first, _ = as_tensors(batch, padding, DEVICE)
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            found = network.tones(ids, attended, first)
        labels = torch.tensor([example.label or 0 for example in batch], device=DEVICE)
        return recipe.tones * nn.functional.cross_entropy(found.float(), labels)

    return {"pairs": on_pairs, "targets": on_targets}


def _weights(pairs: Sequence[Example], recipe: Recipe) -> NDArray[np.float64]:
    """Of each class, one on average over the labels."""
    labels = [example.label for example in pairs if example.label is not None]
    counts = np.bincount(labels, minlength=CLASSES).astype(np.float64).clip(1)
    counts[0] *= recipe.neutrals
    weights = (counts.sum() / counts) ** recipe.power
    return np.asarray(weights * counts.sum() / (weights * counts).sum())


def _forward(network: PairNetwork, batch: Sequence[Example], padding: int) -> torch.Tensor:
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        found: torch.Tensor = network(*as_tensors(batch, padding, DEVICE))
    return found.float()


def _groups(network: PairNetwork, recipe: Recipe) -> Iterator[dict[str, object]]:
    """Each weight with its own rate: the lower the layer, the less is there to change."""
    depth = len(network.layers)
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        rate = recipe.rate * 5
        if name.startswith("base."):
            layer = int(name.split(".")[3]) if name.startswith("base.encoder.layer.") else -1
            rate = recipe.rate * recipe.decay ** (depth - 1 - layer)
        yield {"params": [weight], "lr": rate, "weight_decay": 0.01 if weight.ndim > 1 else 0.0}


def _pace(step: int, steps: int, recipe: Recipe) -> float:
    """The share of the full rate: rising, then falling to nothing."""
    warm = min(recipe.warming, steps // 2)
    return min((step + 1) / (warm + 1), (steps - step) / (steps - warm))
