"""Make the learned model anew: `python -m training.stance --data FOLDER --base FOLDER`.

DATA holds directed_sentiment/train.txt and valid.txt (Park, Pan and Joo 2021), target_sentiment/train.jsonl (NewsMTSC,
Hamborg and Donnay 2021) and attribution/train.jsonl (PolNeAR, Newell, Margolin and Ruths 2018), whose sentences
`annotations.tsv` points to. BASE is the folder of a pretrained encoder, unpacked from the package that docs/stance.md
names. Seeds are fixed. Takes twenty minutes on two cores that know bfloat16.

The network learns from the two public sets first, and then from our own annotations and a part of the first set. FILE
keeps the weights in between: where it is there, they are read from it, as when only the annotations have grown.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch

from nlp.stance import FOLDER
from nlp.stance.encoding import Encoder
from nlp.stance.model import PIECES
from training.annotations import TRAIN, VALID
from training.examples import Example, own_pairs, pairs, targets
from training.export import export
from training.fit import Lessons, Recipe, scores, train
from training.measures import f1s
from training.network import PairNetwork

SECOND = Recipe(epochs=2, rate=6e-5)
AGAIN = 0.4  # share of the public pairs that is read again with our own, so that they are not forgotten


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, say how well it does on valid, and write the network; `training.settings` chooses the rest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--first", type=Path)
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    sentiment, tones = options.data / "directed_sentiment", options.data / "target_sentiment"
    articles = options.data / "attribution" / "train.jsonl"
    recipe, encoder = Recipe(), Encoder(options.base / PIECES)
    torch.manual_seed(recipe.seed)
    network = PairNetwork(options.base, encoder)
    public, own = pairs(sentiment / "train.txt", encoder), own_pairs(articles, encoder, TRAIN)
    tell = partial(print, flush=True)
    if options.first is not None and options.first.exists():
        network.load_state_dict(torch.load(options.first, weights_only=True))
    else:
        train(
            network, Lessons(public, targets(tones / "train.jsonl", encoder)), recipe, encoder.padding, tell
        )
        if options.first is not None:
            torch.save(network.state_dict(), options.first)
    again = random.Random(recipe.seed).sample(public, int(len(public) * AGAIN))
    train(network, Lessons([*again, *own], ()), SECOND, encoder.padding, tell)
    for name, valid in (
        ("valid", pairs(sentiment / "valid.txt", encoder)),
        ("our own valid", own_pairs(articles, encoder, VALID)),
    ):
        print(f"{name}: macro-F1 {_macro_f1(network, valid, encoder.padding):.3f}")
    export(network, options.base, options.output)
    return 0


def _macro_f1(network: PairNetwork, examples: Sequence[Example], padding: int) -> float:
    gold = np.array([example.label for example in examples])
    return float(f1s(gold, scores(network, examples, padding).argmax(1)).mean())


if __name__ == "__main__":
    sys.exit(main())
