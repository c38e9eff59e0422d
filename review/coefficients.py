"""Two measures of agreement beyond chance, and how sure they are.

Cohen's kappa (two coders, nominal): (po - pe) / (1 - pe), where po is the share of units on which both agree and pe
the share to be expected from how often each of them uses each value. J. Cohen (1960), A coefficient of agreement for
nominal scales, Educational and Psychological Measurement 20, 37-46.

Krippendorff's alpha (any number of coders, gaps allowed; here nominal): 1 - Do / De, where Do is the disagreement
within units and De the one to be expected if all values were dealt out at random. K. Krippendorff (2011), Computing
Krippendorff's Alpha-Reliability, University of Pennsylvania.

Intervals are percentiles of bootstrap samples of whole units. Each measure is therefore written as a function of how
often each unit is drawn, which makes a sample as cheap as a sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAMPLES = 1_000
SEED = 1960
PERCENTILES = (2.5, 97.5)
DEFINED = 0.9  # least share of samples in which a measure must be defined for its interval to mean anything

Interval = tuple[float, float]
Codes = NDArray[np.int64]
Weights = NDArray[np.float64]  # unit -> how often it is drawn


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the 95 % interval around it; None where it is not defined."""

    value: float | None
    interval: Interval | None


def kappa(pairs: Sequence[tuple[str, str]]) -> Measured:
    """Cohen's kappa; not defined where both coders use one value only, the same.

    Args:
        pairs: For each unit what the first and what the second coder says.

    Fifty applications, read by two: 20 both accept, 15 both refuse.

    >>> kappa([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15).value
    0.4
    """
    codes, size = _numbered([value for pair in pairs for value in pair])
    first, second = codes[::2], codes[1::2]

    def measure(weights: Weights) -> float:
        total = weights.sum()
        observed = weights[first == second].sum() / total
        uses = [np.bincount(each, weights, size) / total for each in (first, second)]
        return _beyond_chance(1 - observed, 1 - float(uses[0] @ uses[1]))

    return _measured(len(pairs), measure)


def alpha(units: Iterable[Sequence[str]]) -> Measured:
    """Krippendorff's alpha for nominal data; not defined where all values are the same.

    Args:
        units: For each unit the values that were given, by however many coders; one alone cannot disagree and
            does not count.

    >>> alpha([["yes", "yes"], ["no", "no"], ["no"]]).value
    1.0
    """
    paired = [list(values) for values in units if len(values) > 1]
    codes, size = _numbered([value for values in paired for value in values])
    sizes = np.array([len(values) for values in paired], dtype=np.int64)
    unit_of = np.repeat(np.arange(len(paired)), sizes)
    within = np.array([_unequal(values) / (len(values) - 1) for values in paired])

    def measure(weights: Weights) -> float:
        uses = np.bincount(codes, weights[unit_of], size)
        total = uses.sum()
        expected = (total**2 - float(uses @ uses)) / (total - 1)
        return _beyond_chance(float(weights @ within), expected)

    return _measured(len(paired), measure)


def _unequal(values: Sequence[str]) -> int:
    """Ordered pairs of different values."""
    return len(values) ** 2 - sum(values.count(value) for value in values)


def _numbered(values: Sequence[str]) -> tuple[Codes, int]:
    """The values as whole numbers, and how many different ones there are."""
    known = {value: number for number, value in enumerate(sorted(set(values)))}
    return np.array([known[value] for value in values], dtype=np.int64), len(known)


def _beyond_chance(observed: float, expected: float) -> float:
    """1 - observed / expected disagreement; not a number where none is to be expected."""
    return 1 - observed / expected if expected > 1e-12 else float("nan")


def _measured(units: int, measure: Callable[[Weights], float]) -> Measured:
    if units == 0:
        return Measured(None, None)
    value = measure(np.ones(units))
    if np.isnan(value):
        return Measured(None, None)
    return Measured(round(float(value), 12), _interval(units, measure))


def _interval(units: int, measure: Callable[[Weights], float]) -> Interval | None:
    dice = np.random.default_rng(SEED)
    drawn = (np.bincount(dice.integers(units, size=units), minlength=units) for _ in range(SAMPLES))
    found = np.array([measure(counts.astype(np.float64)) for counts in drawn])
    found = found[~np.isnan(found)]
    if len(found) < DEFINED * SAMPLES:
        return None
    low, high = np.percentile(found, PERCENTILES)
    return float(low), float(high)
