"""Directed sentiment between two actors: `python -m benchmarks.directed_sentiment DATA.txt --output LABELS.txt`.

DATA.txt holds one sentence a line with p and q in brackets, then p, q and perhaps the label, separated by tabs (Park,
Pan and Joo 2021): 0 neutral, 1 p is positive towards q, 2 q towards p, 3 p is negative towards q, 4 q towards p.
LABELS.txt gets one label a line, in order; where DATA.txt has labels, macro-F1 and the F1 of each are printed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from errors import HustingsError, InputError
from nlp import Extractor
from nlp.stance.model import StanceModel
from nlp.stance.pairs import Pair
from records import Document, Span

LABELS = {(0, 1, 1): 1, (1, 0, 1): 2, (0, 1, -1): 3, (1, 0, -1): 4}  # (holder, target, sign)
STATED = 2.0  # added to the model's score of the label that a rule's statement gives

Scores = NDArray[np.float64]
BRACKETED = re.compile(r"\[([^\[\]]*)\](\w*)")  # the data cut some names before their last letters


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence without brackets, where its two actors stand, and the label if it is known."""

    text: str
    spans: tuple[Span, ...]
    label: int | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Label every row and print the score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    try:
        rows = read_rows(options.data)
        extractor = Extractor()
        labels = labels_of(extractor, rows)
    except HustingsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    options.output.write_text("".join(f"{label}\n" for label in labels), encoding="utf-8")
    if any(row.label is not None for row in rows):
        print(summary([row.label or 0 for row in rows], labels))
    return 0


def labels_of(extractor: Extractor, rows: Sequence[Row]) -> list[int]:
    """The label of each row: what rules and the learned model make of it together, else rules and leanings."""
    if extractor.stance is not None:
        scores = with_rules(extractor, rows, scores_of(extractor.stance, rows))
        return [int(label) for label in scores.argmax(axis=1)]
    return [_by_rules(extractor, row) for row in rows]


def scores_of(stance: StanceModel, rows: Sequence[Row]) -> Scores:
    """The model's scores, of shape (rows, 5); a row whose two are not marked is neutral."""
    pairs = [Pair(row.text, *row.spans) if len(row.spans) == 2 else Pair("", (0, 0), (0, 0)) for row in rows]
    return stance.scores(pairs).astype(float)


def with_rules(extractor: Extractor, rows: Sequence[Row], scores: Scores) -> Scores:
    """The scores, and more for the label of a rule's statement; a leaning adds nothing to a model."""
    found = scores.copy()
    for number, row in enumerate(rows):
        if len(row.spans) == 2 and (stated := stated_in(extractor, row)):
            found[number, stated] += STATED
    return found


def _by_rules(extractor: Extractor, row: Row) -> int:
    if len(row.spans) != 2:
        return 0
    stated, leaning = stated_in(extractor, row), leaning_in(extractor, row)
    return stated or (leaning[0] if leaning else 0)


def stated_in(extractor: Extractor, row: Row) -> int:
    """The label of the first asserted position between the two that a rule reads, else 0."""
    for holder, target, statement in extractor.between(Document(id="row", text=row.text), row.spans):
        label = LABELS.get((holder, target, statement.polarity))
        if label is not None and statement.makes_edge:
            return label
    return 0


def leaning_in(extractor: Extractor, row: Row) -> tuple[int, float] | None:
    """The label of how the two seem to feel about each other, and its score."""
    for leaning in extractor.leanings(Document(id="row", text=row.text), row.spans):
        return LABELS[leaning.holder, leaning.target, leaning.sign], leaning.score
    return None


def summary(gold: Sequence[int], labels: Sequence[int]) -> str:
    """Macro-F1 over the five labels, then the F1 of each."""
    scores = [_f1(gold, labels, label) for label in range(5)]
    return f"macro-F1 {macro_f1(gold, labels):.3f} (" + " ".join(f"{score:.2f}" for score in scores) + ")"


def macro_f1(gold: Sequence[int], labels: Sequence[int]) -> float:
    """The mean F1 of the five labels."""
    return sum(_f1(gold, labels, label) for label in range(5)) / 5


def _f1(gold: Iterable[int], labels: Iterable[int], label: int) -> float:
    pairs = list(zip(gold, labels, strict=True))
    hits = sum(a == b == label for a, b in pairs)
    found = sum((a == label) + (b == label) for a, b in pairs)
    return 2 * hits / found if found else 0.0


def read_rows(path: Path) -> list[Row]:
    """The rows of a file.

    Raises:
        InputError: If it cannot be read or a label is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
    return [_row(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _row(line: str, where: str) -> Row:
    marked, *more = line.split("\t")
    text, spans, last = "", [], 0
    for match in BRACKETED.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match[1] + match[2])))
        text += match[1] + match[2]
        last = match.end()
    label = more[2].strip() if len(more) > 2 else ""
    if label and label not in "01234":
        raise InputError(f"'{label}' is no label from 0 to 4", where=where)
    return Row(text + marked[last:], tuple(spans), int(label) if label else None)


if __name__ == "__main__":
    sys.exit(main())
