"""Fit the gate before a network: `python -m training.gate --data FOLDER [--model FOLDER] [--articles N]`.

Every two actors who meet in articles of attribution/train.jsonl are shown to the network. The gate is a logistic
regression on their traits for whether it is sure of an opinion. The network will be asked where the sum of the weights
is as high as in the share `PASSED` of all pairs. Nothing here needs labels.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from nlp import Extractor
from nlp.stance import FOLDER
from nlp.stance.gate import GATE
from nlp.stance.model import StanceModel
from records import Document
from training.annotations import texts_of

PASSED = 0.4
SURE = 0.75  # chance of an opinion, of either family and either holder
LEAST = 10  # pairs that have a trait; rarer ones are not weighed
PENALTY = 10.0
STEPS = 60
HELD = 5  # one article in so many is kept for the figures

Floats = NDArray[np.floating]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, say what is lost on articles that were not used, and write gate.json."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--articles", type=int, default=300)
    options = parser.parse_args(arguments)
    texts = texts_of(options.data / "attribution" / "train.jsonl")
    chosen = random.Random(1).sample(sorted(texts), min(options.articles, len(texts)))
    seen = list(_seen(StanceModel(options.model), [Document(id=id, text=texts[id]) for id in chosen]))
    known = sorted(trait for trait, n in Counter(t for _, ts, _ in seen for t in ts).items() if n >= LEAST)
    rows = np.array([[trait in traits for trait in known] for _, traits, _ in seen], dtype=np.float32)
    sure = np.array([chance >= SURE for *_, chance in seen])
    held = np.array([number % HELD == 0 for number, *_ in seen])
    weights = fitted(rows[~held], sure[~held])
    sums = rows @ weights
    least = float(np.quantile(sums[~held], 1 - PASSED))
    passed, kept = np.mean(sums[held] >= least), np.mean(sums[held & sure] >= least)
    print(f"{len(seen)} pairs, {sure.mean():.3f} of them sure; held-out articles: {passed:.2f} let through,")
    print(f"among them {kept:.2f} of those of which the network is sure")
    write_gate(options.model, dict(zip(known, weights.tolist(), strict=True)), least)
    return 0


def _seen(model: StanceModel, articles: Sequence[Document]) -> Iterator[tuple[int, frozenset[str], float]]:
    """Number of the article, traits and highest chance of an opinion of each pair."""
    extractor = Extractor(stance=False)
    for number, article in enumerate(articles):
        met = extractor.pairs(article)
        chances = model.probabilities([pair for pair, _ in met])[:, 1:]
        yield from ((number, traits, float(c.max())) for (_, traits), c in zip(met, chances, strict=True))


def fitted(rows: Floats, wanted: NDArray[np.bool_]) -> Floats:
    """The weights, of shape (traits), of a logistic regression with a penalty on their squares."""
    given = torch.tensor(rows, dtype=torch.float64)
    gold = torch.tensor(wanted, dtype=torch.float64)
    weights = torch.zeros(rows.shape[1], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        fit = torch.nn.functional.binary_cross_entropy_with_logits(given @ weights, gold, reduction="sum")
        total: torch.Tensor = fit + PENALTY / 2 * (weights**2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    return np.asarray(weights.detach())


def write_gate(folder: Path, weights: dict[str, float], least: float) -> None:
    """The gate as the program reads it."""
    found = {"least": round(least, 3), "weights": {t: round(w, 3) for t, w in weights.items()}}
    (folder / GATE).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
