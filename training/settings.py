"""Choose what goes with a network: `python -m training.settings --data FOLDER --gold GOLD.json... [--model FOLDER]`.

The temperature is chosen on directed_sentiment/valid.txt. The chance from which an opinion becomes a statement is the
one that makes the F1 of gold articles highest, among those with a precision of 0.9 there at which so many of the edges
that the model adds are right as rules find right ones on texts that nobody has tuned on: in the gold articles and in
those of the valid part of `annotations.tsv` (of rules and model together enough would be right with far too many of
the model's). An edge that a reader leaves open counts as right in gold, and not at all in the other. The figures are
printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.directed_sentiment import read_rows, scores_of, with_rules
from benchmarks.golds import Gold, load_golds
from benchmarks.statements import Score, document_of, edges_of, score, summary
from nlp import Extractor
from nlp.stance import FOLDER
from nlp.stance.model import NETWORK, SETTINGS, StanceModel, softmax
from nlp.stance.opinions import Told
from records import Statement
from training.annotations import ANNOTATIONS, annotated
from training.judged import Edge, judged_edges, right_of, told_of
from training.measures import (
    Floats,
    Labels,
    calibration_error,
    chosen_temperature,
    intervals,
    recall_at,
)

ADDED = 0.85  # precision of the edges that the model adds
OVERALL = 0.9  # precision of all edges of the gold articles
LEAST = 5  # edges; fewer prove nothing
LOWEST = 0.5  # chance below which nothing is tried
THRESHOLDS = np.arange(LOWEST, 0.995, 0.01)
DOUBTS = 0.8
NEVER = {"support": 1.0, "opposition": 1.0}
UNDECIDED = {"temperature": 1.0, "sure": NEVER, "doubts": 1.0}
CLASS_NAMES = ("macro", "neutral", "1 for 2", "2 for 1", "1 against 2", "2 against 1")


@dataclass(frozen=True, slots=True)
class Read:
    """A gold article as rules read it, and what the model would add from the lowest chance on."""

    gold: Gold
    rules: tuple[Statement, ...]
    added: tuple[Told, ...]

    def with_model(self, sure: dict[str, float]) -> list[Statement]:
        """The statements of the rules and of the opinions that are sure enough."""
        told = (o for o in self.added if sure[o.family] < NEVER[o.family] and o.chance >= sure[o.family])
        return [*self.rules, *(statement for opinion in told for statement in opinion.statements)]

    def scored(self, sure: dict[str, float]) -> Score:
        """What is right of them."""
        return score(self.gold, self.with_model(sure))

    def counts(self, sure: dict[str, float]) -> Counts:
        """How many there are, and what is right of them."""
        statements = self.with_model(sure)
        found = score(self.gold, statements)
        return Counts(len(edges_of(statements)), found.wrong, found.hits, found.core)


@dataclass(frozen=True, slots=True)
class Counts:
    """Distinct edges, those of them that are wrong, the core edges found and all core edges."""

    edges: int = 0
    wrong: int = 0
    hits: int = 0
    core: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.edges + other.edges,
            self.wrong + other.wrong,
            self.hits + other.hits,
            self.core + other.core,
        )

    @property
    def precision(self) -> float:
        """Of the edges that count, as `benchmarks.statements` has it."""
        return self.hits / max(self.hits + self.wrong, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / max(self.hits + self.wrong + self.core, 1)

    def adds_right(self, alone: Counts) -> bool:
        """Whether enough of what these have beyond others is right."""
        edges, wrong = self.edges - alone.edges, self.wrong - alone.wrong
        return edges >= LEAST and wrong <= (1 - ADDED) * edges


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how well the model does on valid, choose, print what it adds on gold, write the settings."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--annotations", type=Path, default=ANNOTATIONS)
    options = parser.parse_args(arguments)
    golds = list(load_golds(options.gold, sorted((options.data / "attribution").glob("*.jsonl"))))
    write_settings(options.model, **UNDECIDED)
    rows = options.data / "directed_sentiment" / "valid.txt"
    scores, together, gold = on_rows(StanceModel(options.model), rows)
    print("\n".join(["the model alone:", *told(scores, gold), "with rules:", *told(together, gold)]))
    calibrated = {
        "temperature": round(chosen_temperature(scores, gold), 2),
        "doubts": DOUBTS,
    }
    write_settings(options.model, **calibrated, sure=dict.fromkeys(NEVER, LOWEST))
    model = StanceModel(options.model)
    read = list(readings(golds, model))
    judged = list(judged_edges(options.data, annotated(options.data, options.annotations), model))
    print("\n".join(["added to our own valid articles:", *told_of(judged)]))
    sure = chosen_sure(read, judged)
    print("rules alone:", summary(each.scored(NEVER) for each in read))
    print("with the model:", summary(each.scored(sure) for each in read), sure)
    write_settings(options.model, **calibrated, sure=sure)
    return 0


def on_rows(model: StanceModel, path: Path) -> tuple[Floats, Floats, Labels]:
    """Scores of shape (rows, 5) of the model and of all together, and the labels; unmarked rows are neutral."""
    rows = read_rows(path)
    alone = scores_of(model, rows)
    together = with_rules(Extractor(stance=False), rows, alone)
    return alone, together, np.array([row.label or 0 for row in rows])


def told(scores: Floats, gold: Labels) -> Iterator[str]:
    """What is to be said of a model on labelled rows, of which only the temperature is chosen on them."""
    cooled = softmax(scores / chosen_temperature(scores, gold))
    yield f"expected calibration error {calibration_error(cooled, gold):.3f}"
    for name, interval in zip(CLASS_NAMES, intervals(gold, scores.argmax(1)), strict=True):
        yield f"{name} F1 {interval}"
    for precision in (0.9, 0.85, 0.75):
        recall, chance = recall_at(cooled, gold, precision)
        yield f"opinions at precision {precision}: recall {recall:.3f} from {chance:.2f} on"


def readings(golds: Iterable[Gold], model: StanceModel) -> Iterator[Read]:
    """Each gold article as the rules read it, and what the model adds."""
    extractor = Extractor(stance=False)
    extractor.stance = model
    for gold in golds:
        yield Read(gold, *extractor.told(document_of(gold)))


def chosen_sure(read: Sequence[Read], judged: Sequence[Edge]) -> dict[str, float]:
    """Family -> chance from which an opinion becomes a statement; 1 where from none on enough is right."""
    sure = dict(NEVER)
    for family in NEVER:
        before, found = _total(read, sure), {}
        for threshold in THRESHOLDS:
            chance = round(float(threshold), 2)
            both = _total(read, {**sure, family: chance})
            right = enough_right(judged, family, chance) and both.adds_right(before)
            if right and both.precision >= OVERALL:
                found[chance] = both.f1
        sure[family] = max(found, key=lambda chance: (found[chance], -chance), default=NEVER[family])
    return sure


def enough_right(edges: Sequence[Edge], family: str, chance: float) -> bool:
    """Whether from this chance on enough of the judged edges of the family are right."""
    kept = [edge for edge in edges if edge.family == family and edge.chance >= chance]
    return len(kept) >= LEAST and right_of(kept) >= ADDED


def _total(read: Sequence[Read], sure: dict[str, float]) -> Counts:
    return sum((each.counts(sure) for each in read), Counts())


def write_settings(folder: Path, **settings: object) -> None:
    """The settings with the version, which is the beginning of the network's SHA-256."""
    version = hashlib.sha256((folder / NETWORK).read_bytes()).hexdigest()[:12]
    text = json.dumps({"version": version, **settings}, indent=2)
    (folder / SETTINGS).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
