"""Fit the gate before a network: `python -m training.gate --data FOLDER [--model FOLDER]`.

Every two actors who meet in the articles of `annotations.tsv` are shown to the network. The gate is a logistic
regression on their traits for whether it sees an opinion. The network will be asked where the sum of the weights is as
high as in the share `PASSED` of the pairs of the valid part, which teach nothing. Nothing here needs labels.
"""

from __future__ import annotations

import argparse
import json
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
from training.annotations import VALID, articles_of, parts_of_articles
from training.settings import UNDECIDED, write_settings

PASSED = 0.6
SEEN = 0.7  # chance of an opinion, of either family and either holder
LEAST = 30  # pairs that have a trait; rarer ones are not weighed
PENALTY = 10.0
STEPS = 60

Floats = NDArray[np.floating]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, say what is lost on articles that were not used, and write gate.json."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    texts, parts = articles_of(options.data), parts_of_articles()
    if not (options.model / GATE).exists():  # a network that was just made
        write_gate(options.model, {}, 0.0)
        write_settings(options.model, **UNDECIDED)
    model = StanceModel(options.model)
    seen = list(_seen(model, [Document(id=id, text=texts[id]) for id in sorted(parts)]))
    known = sorted(trait for trait, n in Counter(t for _, ts, _ in seen for t in ts).items() if n >= LEAST)
    rows = np.array([[trait in traits for trait in known] for _, traits, _ in seen], dtype=np.float32)
    opinion = np.array([chance >= SEEN for *_, chance in seen])
    held = np.array([parts[article] == VALID for article, *_ in seen])
    weights = fitted(rows[~held], opinion[~held])
    sums = rows @ weights
    least = float(np.quantile(sums[held], 1 - PASSED))
    passed, kept = np.mean(sums[held] >= least), np.mean(sums[held & opinion] >= least)
    print(
        f"{len(seen)} pairs, {opinion.mean():.3f} with an opinion; of the valid part {passed:.2f} let through,"
    )
    print(f"among them {kept:.2f} of those with an opinion")
    write_gate(options.model, dict(zip(known, weights.tolist(), strict=True)), least)
    return 0


def _seen(model: StanceModel, articles: Sequence[Document]) -> Iterator[tuple[str, frozenset[str], float]]:
    """Id of the article, traits and highest chance of an opinion of each pair."""
    extractor = Extractor(stance=False)
    for article in articles:
        met = extractor.pairs(article)
        chances = model.probabilities([pair for pair, _ in met])[:, 1:]
        yield from ((article.id, traits, float(c.max())) for (_, traits), c in zip(met, chances, strict=True))


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
