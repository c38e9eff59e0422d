"""Fit the weights of `nlp/lexicon/en/confidence.toml`: `python -m benchmarks.calibrate JUDGED.csv TEXTS.jsonl`.

JUDGED.csv has a row for each statement that a person judged: document, actor, family, target, cue (the character where
the cue begins), right (1 or 0; 0.5 where it stayed open). TEXTS.jsonl has the documents, `{"id", "text"}`. The
statements are read anew; those that are no longer found, and those nobody judged, are left out. Logistic regression
with a ridge penalty (Hoerl and Kennard 1970), so that what was seen a few times weighs little; the penalty is chosen by
cross-validation over documents, and the reliability table is that of the held-out folds.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.texts import read_texts
from nlp import Extractor
from nlp.confidence import BASE, WEIGHTS

LEAST = 5  # statements; what was seen in fewer gets no weight
PENALTIES = (1.0, 2.0, 4.0, 8.0, 16.0)
FOLDS = 5
STEPS = 50  # of Newton's method, which needs about six

Key = tuple[str, str, str, str, int]
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement's document and circumstances, and how right a person found it."""

    document: str
    circumstances: tuple[str, ...]
    right: float  # 1, 0, or 0.5 where it stayed open


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the reliability of the held-out folds and write the weights fitted on all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("judged", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="default: the lexicon's own file")
    options = parser.parse_args(arguments)
    rows = list(judged(read_verdicts(options.judged), options.texts))
    counts = Counter(name for row in rows for name in set(row.circumstances))
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    table, right = _table(rows, names), np.array([row.right for row in rows])
    folds = np.array([hash_of(row.document) % FOLDS for row in rows])
    penalty = min(PENALTIES, key=lambda p: _loss(held_out(table, right, folds, p), right))
    print(f"{len(rows)} judged statements, {right.mean():.2f} of them right; penalty {penalty:g}")
    for line in reliability(held_out(table, right, folds, penalty), right):
        print(line)
    options.output.write_text(as_toml(fit(table, right, penalty), names, len(rows)), encoding="utf-8")
    return 0


def read_verdicts(path: Path) -> dict[Key, float]:
    """What was judged, by document, actor, family, target and where the cue begins."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["document"], row["actor"], row["family"], row["target"], int(row["cue"])): float(
                row["right"]
            )
            for row in csv.DictReader(file)
        }


def judged(verdicts: dict[Key, float], texts: Path) -> Iterator[Judged]:
    """The statements that are still read from the texts and were judged."""
    wanted = {key[0] for key in verdicts}
    extractor = Extractor(stance=False)
    for document in read_texts(texts):
        if document.id not in wanted:
            continue
        for statement, circumstances in extractor.circumstances(document):
            key = (
                document.id, statement.actor, statement.family, statement.target, statement.cue_span[0]
            )  # fmt: skip
            if key in verdicts:
                yield Judged(document.id, circumstances, verdicts[key])


def fit(table: Numbers, right: Numbers, penalty: float) -> Numbers:
    """Weights of a ridge-penalised logistic regression, the first that of the base, which is free."""
    weights = np.zeros(table.shape[1])
    ridge = np.diag([1e-6] + [penalty] * (table.shape[1] - 1))
    for _ in range(STEPS):
        chance = chance_of(table, weights)
        gradient = table.T @ (right - chance) - ridge @ weights
        curvature = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        step = np.linalg.solve(curvature, gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def reliability(chances: Numbers, right: Numbers) -> Iterator[str]:
    """For each band of confidence: how many statements, their mean confidence, the share that is right."""
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        band = (chances >= low) & (chances < high)
        if band.any():
            yield (
                f"{low:.1f} to {min(high, 1):.1f}: {band.sum()} statements, "
                f"mean confidence {chances[band].mean():.2f}, right {right[band].mean():.2f}"
            )


def hash_of(document: str) -> int:
    """A number of the name that is the same on every machine."""
    return sum(map(ord, document))


def _table(rows: Sequence[Judged], names: Sequence[str]) -> Numbers:
    """A row each: 1 for the base, then 1 where it has the circumstance."""
    return np.array([[1.0, *(float(name in row.circumstances) for name in names)] for row in rows])


def held_out(table: Numbers, right: Numbers, folds: Numbers, penalty: float) -> Numbers:
    """The chance of each row by the weights of the folds that it is not of."""
    chances = np.zeros(len(right))
    for fold in range(FOLDS):
        here = folds == fold
        chances[here] = chance_of(table[here], fit(table[~here], right[~here], penalty))
    return chances


def chance_of(table: Numbers, weights: Numbers) -> Numbers:
    """The chance of each row of a table, of shape (rows,)."""
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def _loss(chances: Numbers, right: Numbers) -> float:
    """Mean log loss."""
    sure = np.clip(chances, 1e-6, 1 - 1e-6)
    return float(-(right * np.log(sure) + (1 - right) * np.log(1 - sure)).mean())


def as_toml(weights: Numbers, names: Sequence[str], number: int) -> str:
    """The weights file: the base, then a line for each circumstance in the order of its name."""
    found = zip((BASE, *names), weights, strict=True)
    head = f"# Written by benchmarks/calibrate.py from {number} judged statements: log odds of being right.\n"
    return head + "[weights]\n" + "".join(f'"{name}" = {weight:.3f}\n' for name, weight in found)


if __name__ == "__main__":
    sys.exit(main())
