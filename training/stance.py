"""Make the learned model anew: `python -m training.stance --data FOLDER --base FOLDER`.

DATA holds directed_sentiment/train.txt and valid.txt (Park, Pan and Joo 2021), target_sentiment/train.jsonl (NewsMTSC,
Hamborg and Donnay 2021) and attribution/train.jsonl (PolNeAR, Newell, Margolin and Ruths 2018), whose sentences
`annotations.tsv` points to. BASE is the folder of a pretrained encoder, unpacked from the package that docs/stance.md
names. Seeds are fixed. Takes an hour on two cores that know bfloat16.

The network learns from the two public sets first, and then from our own annotations and a part of the first set. The
second step is done three times, once with sentences written for this too, and the weights are averaged (model soups:
Wortsman et al. 2022). The file FIRST keeps the weights in between: where it is there, they are read from it, as when
only the annotations have grown. LAST keeps those at the end, before eight bits.
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
from training.examples import Example, own_pairs, pairs, targets, written_pairs
from training.export import export
from training.fit import Lessons, Recipe, scores, train
from training.measures import f1s
from training.network import PairNetwork

SOUP = (  # how the second step is done, and whether with the written sentences
    (Recipe(epochs=2, rate=6e-5), False),
    (Recipe(epochs=3, rate=8e-5), False),
    (Recipe(epochs=3, rate=8e-5), True),
)
Weights = dict[str, torch.Tensor]

AGAIN = 0.4  # share of the public pairs that is read again with our own, so that they are not forgotten


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, say how well it does on valid, and write the network; `training.settings` chooses the rest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--first", type=Path)
    parser.add_argument("--last", type=Path)
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    sentiment, tones = options.data / "directed_sentiment", options.data / "target_sentiment"
    recipe, encoder = Recipe(), Encoder(options.base / PIECES)
    tell = partial(print, flush=True)

    def taught(recipe: Recipe, lessons: Lessons, start: Weights | None = None) -> Weights:
        torch.manual_seed(recipe.seed)
        network = PairNetwork(options.base, encoder)
        if start is not None:
            network.load_state_dict(start)
        train(network, lessons, recipe, encoder.padding, tell)
        weights: Weights = network.state_dict()
        return weights

    public = pairs(sentiment / "train.txt", encoder)
    if options.first is not None and options.first.exists():
        first = torch.load(options.first, weights_only=True)
    else:
        first = taught(recipe, Lessons(public, targets(tones / "train.jsonl", encoder)))
        if options.first is not None:
            torch.save(first, options.first)
    again = random.Random(recipe.seed).sample(public, int(len(public) * AGAIN))
    known, more = [*again, *own_pairs(options.data, encoder, TRAIN)], written_pairs(encoder)
    soup = [taught(each, Lessons([*known, *more] if wide else known, ()), first) for each, wide in SOUP]
    network = PairNetwork(options.base, encoder)
    network.load_state_dict({name: sum(each[name] for each in soup) / len(soup) for name in first})
    if options.last is not None:
        torch.save(network.state_dict(), options.last)
    for name, valid in (
        ("valid", pairs(sentiment / "valid.txt", encoder)),
        ("our own valid", own_pairs(options.data, encoder, VALID)),
    ):
        print(f"{name}: macro-F1 {_macro_f1(network, valid, encoder.padding):.3f}")
    export(network, options.base, options.output)
    return 0


def _macro_f1(network: PairNetwork, examples: Sequence[Example], padding: int) -> float:
    gold = np.array([example.label for example in examples])
    return float(f1s(gold, scores(network, examples, padding).argmax(1)).mean())


if __name__ == "__main__":
    sys.exit(main())
