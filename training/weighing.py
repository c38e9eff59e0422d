"""Fit how much the model's word counts for what rules found: `python -m training.weighing --data FOLDER`.

Of the statements that people judged (`benchmarks/judged.csv`) it takes those whose two ends meet in one sentence, so
that the model has a word on them. For each family a logistic regression with a ridge penalty (Hoerl and Kennard 1970)
makes of two numbers, the confidence of the rules and the model's chance of the same opinion, both in log odds, the
chance that the statement is right. The reliability of folds held out by document is printed; with --write the weights
go into the model's settings.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.calibrate import FOLDS, Numbers, chance_of, fit, hash_of, read_verdicts, reliability
from nlp import Extractor
from nlp.stance import FOLDER
from nlp.stance.model import SETTINGS, StanceModel
from nlp.stance.opinions import OTHER
from nlp.stance.weighing import log_odds
from records import Document
from training.annotations import articles_of

JUDGED = Path(__file__).parents[1] / "benchmarks" / "judged.csv"
PENALTY = 1.0
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A judged statement: what rules and model say of it, and how right it is."""

    document: str
    family: str
    rules: float  # confidence
    model: float  # chance of the same opinion
    right: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, say how reliable it is, and write the settings if asked to."""
    parser = argparse.ArgumentParser(prog="training.weighing", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--write", action="store_true", help="into the model's settings")
    options = parser.parse_args(arguments)
    rows = list(weighed(options.data, options.judged, StanceModel(options.model)))
    print(f"{len(rows)} judged statements of which the model has a word")
    found = {}
    for family in sorted(OTHER):
        if not (here := [row for row in rows if row.family == family]):
            continue
        table, right = table_of(here), np.array([row.right for row in here])
        print(f"{family}: {len(here)}", *reliability(held_out(here, table, right), right), sep="\n  ")
        found[family] = [round(float(weight), DECIMALS) for weight in fit(table, right, PENALTY)]
    print(found)
    if options.write:
        path = options.model / SETTINGS
        settings = json.loads(path.read_text(encoding="utf-8")) | {"weighing": found}
        path.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    return 0


def weighed(data: Path, judged: Path, model: StanceModel) -> Iterator[Weighed]:
    """The judged statements that rules still find and on which the model has a word."""
    verdicts, texts, extractor = read_verdicts(judged), articles_of(data), Extractor(stance=False)
    extractor.stance = model
    for article in sorted({key[0] for key in verdicts} & set(texts)):
        for statement, chance in extractor.agreement(Document(id=article, text=texts[article])):
            key = (article, statement.actor, statement.family, statement.target, statement.cue_span[0])
            if key in verdicts and chance is not None and statement.confidence is not None:
                yield Weighed(article, statement.family, statement.confidence, chance, verdicts[key])


def table_of(rows: Sequence[Weighed]) -> Numbers:
    """A row each: 1 for the base, then both numbers in log odds."""
    return np.array([[1.0, log_odds(row.rules), log_odds(row.model)] for row in rows])


def held_out(rows: Sequence[Weighed], table: Numbers, right: Numbers) -> Numbers:
    """The chance of each row by the weights of the folds without its document."""
    folds = np.array([hash_of(row.document) % FOLDS for row in rows])
    chances = np.zeros(len(rows))
    for fold in range(FOLDS):
        here = folds == fold
        chances[here] = chance_of(table[here], fit(table[~here], right[~here], PENALTY))
    return chances


if __name__ == "__main__":
    sys.exit(main())
