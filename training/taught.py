"""What larger networks think of a pair: the greater part of what the small one learns.

Knowledge distillation (Hinton, Vinyals and Dean 2015). `taught.npz` holds no words: for each pair the beginning of the
SHA-256 of its sentence and places, and five chances in steps of 1/255. `training.teacher` makes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlp.parsing import PLAIN_MARKS
from nlp.stance.pairs import Pair

TAUGHT = Path(__file__).with_name("taught.npz")
STEPS = 255

Chances = NDArray[np.float32]


def key_of(pair: Pair) -> int:
    """What a pair is found by: 64 bits, the same whatever quotation marks its text has."""
    told = f"{pair.text.translate(PLAIN_MARKS)}|{pair.first}|{pair.second}"
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], "big")


def read_taught(path: Path = TAUGHT) -> dict[int, Chances]:
    """Key of a pair -> chances of shape (5).

    Raises:
        OSError: If the file cannot be read.
    """
    with np.load(path) as found:
        chances = found["chances"].astype(np.float32)
        keys = [int(key) for key in found["keys"]]
    return dict(zip(keys, chances / chances.sum(1, keepdims=True), strict=True))


def write_taught(path: Path, chances: Mapping[int, Sequence[float] | Chances]) -> None:
    """Keep what `read_taught` gives back, in the order of the keys."""
    keys = sorted(chances)
    steps = np.array([chances[key] for key in keys]) * STEPS
    with path.open("wb") as file:
        np.savez_compressed(
            file, keys=np.array(keys, dtype=np.uint64), chances=steps.round().astype(np.uint8)
        )
