"""What the model's word on a statement of the rules makes of its confidence."""

from __future__ import annotations

import math
from collections.abc import Sequence

SUREST = 0.995  # nothing is surer, so that no single word decides alone


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, which is held between 1 - SUREST and SUREST.

    >>> log_odds(0.5)
    0.0
    """
    held = min(max(chance, 1 - SUREST), SUREST)
    return math.log(held / (1 - held))


def weighed(weights: Sequence[float], rules: float, model: float) -> float:
    """The chance that a statement is right.

    Args:
        weights: Of the base, of the rules' confidence and of the model's chance, for log odds; `training.weighing`.
        rules: Confidence of the rules.
        model: Chance that the model gives the same opinion.
    """
    base, by_rules, by_model = weights
    odds = base + by_rules * log_odds(rules) + by_model * log_odds(model)
    return round(1 / (1 + math.exp(-odds)), 2)
