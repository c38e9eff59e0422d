"""How good five-class probabilities are, and what is chosen for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.stance.model import softmax

CLASSES = 5
RESAMPLED = 1000
BINS = 10
TEMPERATURES = np.arange(0.6, 2.01, 0.05)
Floats = NDArray[np.floating]
Labels = NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and the 2.5th and 97.5th percentile of its bootstrap (Efron 1979)."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


def f1s(gold: Labels, found: Labels) -> Floats:
    """The F1 of each class."""
    both = [2 * np.sum((gold == k) & (found == k)) for k in range(CLASSES)]
    either = [max(1, np.sum(gold == k) + np.sum(found == k)) for k in range(CLASSES)]
    return np.asarray(np.array(both) / np.array(either))


def intervals(gold: Labels, found: Labels, seed: int = 0) -> list[Interval]:
    """Macro-F1, then the F1 of each class."""
    draw = np.random.default_rng(seed)
    rows = [draw.integers(len(gold), size=len(gold)) for _ in range(RESAMPLED)]
    drawn = np.array([_with_mean(f1s(gold[r], found[r])) for r in rows])
    low, high = np.percentile(drawn, (2.5, 97.5), axis=0)
    return [Interval(*each) for each in zip(_with_mean(f1s(gold, found)), low, high, strict=True)]


def mean_with_interval(values: Floats, seed: int = 0) -> Interval:
    """The mean."""
    draw = np.random.default_rng(seed)
    means = [draw.choice(values, len(values)).mean() for _ in range(RESAMPLED)]
    return Interval(float(values.mean()), *(float(each) for each in np.percentile(means, (2.5, 97.5))))


def chosen_temperature(scores: Floats, gold: Labels) -> float:
    """The temperature of the least log loss (Guo et al. 2017)."""
    return float(
        min(TEMPERATURES, key=lambda t: -np.log(softmax(scores / t)[np.arange(len(gold)), gold]).mean())
    )


def calibration_error(probabilities: Floats, gold: Labels) -> float:
    """Expected calibration error over ten bins of the highest probability (Naeini et al. 2015)."""
    sure, right = probabilities.max(1), probabilities.argmax(1) == gold
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [np.sum(bins == b) * abs(sure[bins == b].mean() - right[bins == b].mean()) for b in set(bins)]
    return float(sum(gaps) / len(gold))


def recall_at(probabilities: Floats, gold: Labels, precision: float, least: int = 5) -> tuple[float, float]:
    """The largest share of opinions found at which so many of those found are right in sign and direction.

    Returns:
        Recall, and the probability from which on it is reached; (0, 1) where no threshold does.
    """
    sure, labels = probabilities[:, 1:].max(1), 1 + probabilities[:, 1:].argmax(1)
    order = np.argsort(-sure)
    right = np.cumsum(labels[order] == gold[order])
    kept = np.flatnonzero(right / np.arange(1, len(order) + 1) >= precision)
    kept = kept[kept >= least - 1]
    if not len(kept):
        return 0.0, 1.0
    return float(right[kept[-1]] / np.sum(gold > 0)), float(sure[order[kept[-1]]])


def _with_mean(each: Sequence[float] | Floats) -> Floats:
    return np.array([np.mean(each), *each])
