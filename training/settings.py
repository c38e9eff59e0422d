"""Choose what goes with a network: `python -m training.settings --data FOLDER --gold GOLD.json... [--model FOLDER]`.

The temperature and the weights of the classes are chosen on directed_sentiment/valid.txt, and the chance from which an
opinion becomes a statement on both: the lowest at which nine in ten of the opinions on valid.txt are right, and nine in
ten of the edges that the model adds to gold articles (of rules and model together nine in ten would be right with far
too many of the model's). An edge that gold leaves open counts as right. The figures are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.directed_sentiment import blended, read_rows
from benchmarks.statements import Gold, Score, document_of, edges_of, load_gold, score, summary
from nlp import Extractor
from nlp.stance import FOLDER
from nlp.stance.model import NETWORK, SETTINGS, StanceModel, softmax
from nlp.stance.opinions import METHOD
from nlp.stance.pairs import Pair
from records import Statement
from training.measures import (
    Floats,
    Labels,
    calibration_error,
    chosen_offsets,
    chosen_temperature,
    f1s,
    held_out_labels,
    intervals,
    recall_at,
)

PRECISION = 0.9
LEAST = 5  # edges; fewer prove nothing
LOWEST = 0.5  # chance below which nothing is tried
THRESHOLDS = np.arange(LOWEST, 0.995, 0.01)
DOUBTS = 0.8
NEVER = {"support": 1.0, "opposition": 1.0}
CLASS_NAMES = ("macro", "neutral", "1 for 2", "2 for 1", "1 against 2", "2 against 1")


@dataclass(frozen=True, slots=True)
class Read:
    """A gold article as rules read it, and what the model would add from the lowest chance on."""

    gold: Gold
    rules: tuple[Statement, ...]
    added: tuple[Statement, ...]

    def with_model(self, sure: dict[str, float]) -> list[Statement]:
        """The statements of the rules and of the opinions that are sure enough."""
        return [*self.rules, *(s for s in self.added if (s.confidence or 0) >= sure[s.family])]

    def scored(self, sure: dict[str, float]) -> Score:
        """What is right of them."""
        return score(self.gold, self.with_model(sure))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how well the model does on valid, choose, print what it adds on gold, write the settings."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--model", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    undecided = {"temperature": 1.0, "offsets": [0.0] * 5, "sure": NEVER, "doubts": 1.0}
    write_settings(options.model, **undecided)
    rows = options.data / "directed_sentiment" / "valid.txt"
    scores, together, gold = on_rows(StanceModel(options.model), rows)
    print(
        "\n".join(
            ["the model alone:", *told(scores, gold), "with rules and leanings:", *told(together, gold)]
        )
    )
    calibrated = {
        "temperature": round(chosen_temperature(scores, gold), 2),
        "offsets": [round(float(offset), 2) for offset in chosen_offsets(together, gold)],
        "doubts": DOUBTS,
    }
    write_settings(options.model, **calibrated, sure=dict.fromkeys(NEVER, LOWEST))
    read = list(readings(options.gold, StanceModel(options.model)))
    _, least = recall_at(softmax(scores / chosen_temperature(scores, gold)), gold, PRECISION)
    sure = {family: max(chance, round(least, 2)) for family, chance in chosen_sure(read).items()}
    print("rules alone:", summary(each.scored(NEVER) for each in read))
    print("with the model:", summary(each.scored(sure) for each in read), sure)
    write_settings(options.model, **calibrated, sure=sure)
    return 0


def on_rows(model: StanceModel, path: Path) -> tuple[Floats, Floats, Labels]:
    """Scores of shape (rows, 5) of the model and of all together, and the labels; unmarked rows are neutral."""
    rows, extractor = read_rows(path), Extractor(stance=False)
    pairs = [Pair(row.text, *row.spans) if len(row.spans) == 2 else Pair("", (0, 0), (0, 0)) for row in rows]
    alone = model.scores(pairs).astype(float)
    together = [
        blended(extractor, model, row) if len(row.spans) == 2 else scores
        for row, scores in zip(rows, alone, strict=True)
    ]
    return alone, np.array(together), np.array([row.label or 0 for row in rows])


def told(scores: Floats, gold: Labels) -> Iterator[str]:
    """What is to be said of a model on labelled rows, before and after anything is chosen on them."""
    cooled = softmax(scores / chosen_temperature(scores, gold))
    yield f"expected calibration error {calibration_error(cooled, gold):.3f}"
    yield f"as it is: macro-F1 {f1s(gold, scores.argmax(1)).mean():.3f}"
    for name, interval in zip(CLASS_NAMES, intervals(gold, held_out_labels(scores, gold)), strict=True):
        yield f"offsets chosen on other folds: {name} F1 {interval}"
    for precision in (0.9, 0.85, 0.75):
        recall, chance = recall_at(cooled, gold, precision)
        yield f"opinions at precision {precision}: recall {recall:.3f} from {chance:.2f} on"


def readings(paths: Sequence[Path], model: StanceModel) -> Iterator[Read]:
    """Each gold article as the rules read it and as both do."""
    extractor = Extractor(stance=False)
    for path in paths:
        gold = load_gold(path)
        extractor.stance = None
        rules = extractor.read(document_of(gold)).statements
        extractor.stance = model
        both = extractor.read(document_of(gold)).statements
        yield Read(gold, rules, tuple(s for s in both if s.method == METHOD))


def chosen_sure(read: Sequence[Read]) -> dict[str, float]:
    """Family -> chance from which most gold edges are found while nine in ten of those added are right; 1: never."""
    sure = dict(NEVER)
    alone = totals(read, NEVER)
    for family in NEVER:
        for threshold in THRESHOLDS:
            chance = round(float(threshold), 2)
            edges, wrong = (
                both - before
                for both, before in zip(totals(read, {**NEVER, family: chance}), alone, strict=True)
            )
            if edges >= LEAST and wrong <= (1 - PRECISION) * edges:
                sure[family] = chance
                break
    return sure


def totals(read: Sequence[Read], sure: dict[str, float]) -> tuple[int, int]:
    """Distinct edges, and those of them that are wrong, over all articles."""
    edges = sum(len(edges_of(each.with_model(sure))) for each in read)
    return edges, sum(each.scored(sure).wrong for each in read)


def write_settings(folder: Path, **settings: object) -> None:
    """The settings with the version, which is the beginning of the network's SHA-256."""
    version = hashlib.sha256((folder / NETWORK).read_bytes()).hexdigest()[:12]
    text = json.dumps({"version": version, **settings}, indent=2)
    (folder / SETTINGS).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
