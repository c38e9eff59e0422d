"""Who is worth asking about: most pairs merely stand in one sentence, and the network is slow.

One weight for each trait of a pair, as a first and cheap step of a cascade (Viola and Jones 2001).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from pathlib import Path

GATE = "gate.json"


class Gate:
    """Lets pairs through of which the network might be sure.

    Args:
        folder: Holds gate.json: the weight of each trait, and the sum from which on a pair is let through.

    Raises:
        FileNotFoundError: If it does not.
    """

    def __init__(self, folder: Path) -> None:
        found = json.loads((folder / GATE).read_text(encoding="utf-8"))
        self._weights: dict[str, float] = found["weights"]
        self._least: float = found["least"]

    def lets(self, traits: Iterable[str]) -> bool:
        """Whether the network is to be asked about a pair of these traits (`nlp.stance.traits`)."""
        return math.fsum(self._weights.get(trait, 0.0) for trait in traits) >= self._least
