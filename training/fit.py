"""The training loop: two kinds of batches, one optimiser."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.examples import Example, as_tensors, batches
from training.measures import CLASSES
from training.network import PairNetwork


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was chosen; the attempts behind it are listed in docs/stance.md."""

    epochs: int = 5
    rate: float = 1e-4  # of the highest layer; each lower one has `decay` of it, the new heads five times
    decay: float = 0.9
    size: int = 32
    neutrals: float = 0.5  # share of the neutral examples, drawn anew in each epoch
    power: float = 0.3  # rarer classes weigh (all / class) ** power
    smoothing: float = 0.05
    tones: float = 0.3  # weight of the loss on single targets, of which half are drawn in each epoch
    warming: float = 0.08  # share of the steps in which the rate rises
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Lessons:
    """Examples by what they teach."""

    pairs: Sequence[Example]
    targets: Sequence[Example]


def train(
    network: PairNetwork, lessons: Lessons, recipe: Recipe, padding: int, tell: Callable[[str], None]
) -> None:
    """Train in place, in bfloat16 where the processor has it."""
    chance = random.Random(recipe.seed)
    plan = [step for _ in range(recipe.epochs) for step in _epoch(lessons, recipe, chance)]
    optimiser = torch.optim.AdamW(_groups(network, recipe))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(step, len(plan), recipe))
    losses = _losses(lessons.pairs, recipe)
    network.train()
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
    network.eval()
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].code.ids))
    found = np.zeros((len(examples), CLASSES), dtype=np.float32)
    for start in range(0, len(order), size):
        numbers = order[start : start + size]
        found[numbers] = _forward(network, [examples[n] for n in numbers], padding).numpy()
    return found


def _epoch(lessons: Lessons, recipe: Recipe, chance: random.Random) -> list[tuple[str, list[Example]]]:
    held = [example for example in lessons.pairs if example.label]
    neutral = [example for example in lessons.pairs if not example.label]
    drawn = {
        "pairs": held + chance.sample(neutral, int(len(neutral) * recipe.neutrals)),
        "targets": chance.sample(lessons.targets, len(lessons.targets) // 2),
    }
    steps = [(kind, batch) for kind, some in drawn.items() for batch in batches(some, recipe.size, chance)]
    chance.shuffle(steps)
    return steps


def _losses(pairs: Sequence[Example], recipe: Recipe) -> dict[str, Callable[..., torch.Tensor]]:
    counts = np.bincount([example.label for example in pairs], minlength=CLASSES).astype(np.float64)
    counts[0] *= recipe.neutrals
    weights = (counts.sum() / counts) ** recipe.power
    weights /= (weights * counts).sum() / counts.sum()
    of_class = nn.CrossEntropyLoss(torch.tensor(weights, dtype=torch.float), label_smoothing=recipe.smoothing)
    of_tone = nn.CrossEntropyLoss()

    def on_pairs(network: PairNetwork, batch: Sequence[Example], padding: int) -> torch.Tensor:
        loss: torch.Tensor = of_class(
            _forward(network, batch, padding), torch.tensor([e.label for e in batch])
        )
        return loss

    def on_targets(network: PairNetwork, batch: Sequence[Example], padding: int) -> torch.Tensor:
        ids, attended, first, _ = as_tensors(batch, padding)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = network.tones(ids, attended, first)
        loss: torch.Tensor = of_tone(found.float(), torch.tensor([e.label for e in batch]))
        return recipe.tones * loss

    return {"pairs": on_pairs, "targets": on_targets}


def _forward(network: PairNetwork, batch: Sequence[Example], padding: int) -> torch.Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found: torch.Tensor = network(*as_tensors(batch, padding))
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
    warm = math.ceil(recipe.warming * steps)
    return min((step + 1) / warm, (steps - step) / (steps - warm))
