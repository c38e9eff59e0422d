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

from benchmarks.calibrate import FOLDS, Numbers, fit, hash_of, held_out, read_verdicts, reliability
from nlp import Extractor
from nlp.stance import FOLDER
from nlp.stance.model import SETTINGS, StanceModel
from nlp.stance.opinions import OTHER
from nlp.stance.weighing import log_odds
from records import Document
from training.annotations import articles_of
from training.settings import write_settings

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
        folds = np.array([hash_of(row.document) % FOLDS for row in here])
        told = reliability(held_out(table, right, folds, PENALTY), right)
        print(f"{family}: {len(here)}", *told, sep="\n  ")
        found[family] = [round(float(weight), DECIMALS) for weight in fit(table, right, PENALTY)]
    print(found)
    if options.write:
        settings = json.loads((options.model / SETTINGS).read_text(encoding="utf-8"))
        del settings["version"]  # which is written anew
        write_settings(options.model, **(settings | {"weighing": found}))
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


if __name__ == "__main__":
    sys.exit(main())
