"""Make the learned model anew: `python -m training.stance --data FOLDER --base FOLDER`.

DATA holds directed_sentiment/train.txt and valid.txt (Park, Pan and Joo 2021), target_sentiment/train.jsonl (NewsMTSC,
Hamborg and Donnay 2021) and attribution/train.jsonl (PolNeAR, Newell, Margolin and Ruths 2018), whose sentences
`annotations.tsv` points to. BASE is the folder of a pretrained encoder, unpacked from the package that docs/stance.md
names. Seeds are fixed. Takes an hour on two cores that know bfloat16.

The network learns from the two public sets first, and then from our own annotations and a part of the first set. The
second step is done three times, once with sentences written for this too, and the weights are averaged (model soups:
Wortsman et al. 2022). The folder KEEP holds the weights that each of the four runs ended with, and the average before
eight bits: a run of the same recipe and lessons is not done again, as when something broke off.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
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

FIRST, AVERAGE = "first", "average"
SOUP = (  # how the second step is done, and whether with the written sentences
    (Recipe(epochs=2, rate=6e-5), False),
    (Recipe(epochs=3, rate=8e-5), False),
    (Recipe(epochs=3, rate=8e-5), True),
)
AGAIN = 0.4  # share of the public pairs that is read again with our own, so that they are not forgotten

Weights = dict[str, torch.Tensor]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, say how well it does on valid, and write the network; `training.settings` chooses the rest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    sentiment, tones = options.data / "directed_sentiment", options.data / "target_sentiment"
    encoder = Encoder(options.base / PIECES)
    runs = Runs(options.base, encoder, options.keep)
    public = pairs(sentiment / "train.txt", encoder)
    first = runs.weights(FIRST, Recipe(), Lessons(public, targets(tones / "train.jsonl", encoder)))
    again = random.Random(Recipe().seed).sample(public, int(len(public) * AGAIN))
    known, more = [*again, *own_pairs(options.data, encoder, TRAIN)], written_pairs(encoder)
    soup = [
        runs.weights(f"second-{number}", recipe, Lessons([*known, *more] if wide else known, ()), first)
        for number, (recipe, wide) in enumerate(SOUP, 1)
    ]
    network = runs.network({name: sum(each[name] for each in soup) / len(soup) for name in first})
    runs.save(AVERAGE, network.state_dict())
    for name, valid in (
        ("valid", pairs(sentiment / "valid.txt", encoder)),
        ("our own valid", own_pairs(options.data, encoder, VALID)),
    ):
        print(f"{name}: macro-F1 {_macro_f1(network, valid, encoder.padding):.3f}")
    export(network, options.base, options.output)
    return 0


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of training from one base, whose weights are kept where a folder is given."""

    base: Path
    encoder: Encoder
    keep: Path | None

    def weights(self, name: str, recipe: Recipe, lessons: Lessons, start: Weights | None = None) -> Weights:
        """What a run ends with; read from its file if the same was done before."""
        file = self._file(f"{name}-{_digest(recipe, lessons, start)}")
        if file is not None and file.exists():
            print(f"{name}: read from {file}", flush=True)
            kept: Weights = torch.load(file, weights_only=True)
            return kept
        torch.manual_seed(recipe.seed)
        network = self.network(start)
        train(
            network, lessons, recipe, self.encoder.padding, lambda line: print(f"{name}: {line}", flush=True)
        )
        self._save(file, network.state_dict())
        return dict(network.state_dict())

    def network(self, weights: Weights | None = None) -> PairNetwork:
        """The network with these weights; with those of the base and new heads if there are none."""
        network = PairNetwork(self.base, self.encoder)
        if weights is not None:
            network.load_state_dict(weights)
        return network

    def save(self, name: str, weights: Weights) -> None:
        """Keeps them, if that was asked for."""
        self._save(self._file(name), weights)

    def _file(self, name: str) -> Path | None:
        return None if self.keep is None else self.keep / f"{name}.pt"

    @staticmethod
    def _save(file: Path | None, weights: Weights) -> None:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = file.with_suffix(".part")
            torch.save(weights, unfinished)
            unfinished.replace(file)


def _digest(recipe: Recipe, lessons: Lessons, start: Weights | None) -> str:
    """Twelve hexadecimal digits of all that a run depends on besides the base."""
    found = hashlib.sha256(repr((recipe, lessons)).encode())
    for name, weight in (start or {}).items():
        found.update(name.encode() + weight.numpy().tobytes())
    return found.hexdigest()[:12]


def _macro_f1(network: PairNetwork, examples: Sequence[Example], padding: int) -> float:
    gold = np.array([example.label for example in examples])
    return float(f1s(gold, scores(network, examples, padding).argmax(1)).mean())


if __name__ == "__main__":
    sys.exit(main())
