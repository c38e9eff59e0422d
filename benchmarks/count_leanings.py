"""Count the weights of leanings anew: `python -m benchmarks.count_leanings TRAIN.txt`.

TRAIN.txt has the form that `benchmarks/directed_sentiment.py` reads, with labels. The words stay those of
`nlp/lexicon/en/leanings.toml`, which is written again with new weights: the fewest clues that tell the four kinds of
opinion from none (logistic regression with an L1 penalty), then the offsets that make the best macro-F1 on thirds of
TRAIN.txt held out in turn. The same rows give the same file.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import textwrap
import tomllib
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.directed_sentiment import LABELS, Row, macro_f1, read_rows
from errors import HustingsError
from nlp import Extractor
from nlp.leanings import clues
from nlp.leanings.loaded import Clue, loaded_words
from nlp.leanings.pairs import Pair, Stretch
from nlp.leanings.scale import FILE
from nlp.leanings.vocabulary import SIGNS, Vocabulary

LEAST = 16  # candidates that a clue must be seen with
PENALTY = 5.0  # of a unit of weight, against the log-loss summed over all candidates
ROUNDS = 500
FOLDS = 3
NEGLIGIBLE = 0.02
KINDS = ((0, 1, 1), (1, 0, 1), (0, 1, -1), (1, 0, -1))  # (holder, target, sign), in the order of their labels
OFFSETS = list(
    itertools.product(np.arange(0, 1.76, 0.25), (-0.5, -0.25, 0.0, 0.25, 0.5), np.arange(0, 1.51, 0.25))
)
"""What is added to every score, to a positive one, and to one whose target stands first."""
TABLES = ("either", *SIGNS, "agreeing", "opposing")
HEAD = """\
# Words of praise and blame, and what each clue around them adds to a leaning: who is for or against whom.
# The words are chosen by hand. The weights are counted on annotated news by `python -m benchmarks.count_leanings`
# (Park, Pan and Joo 2021, training part): do not edit them by hand. A clue "by holder about target" says whose a word
# is and whom it is about; "subject and object" are the roles of holder and target in the clause that holds both.
"""
NOTES = {
    "either": "without a word of praise or blame, for leanings of either sign",
    "positive": "the same, only for being in favour",
    "negative": "the same, only for being against",
    "agreeing": "from a word of the leaning's own sign: praise for being in favour, blame for being against",
    "opposing": "from a word of the other sign",
}

Numbers = NDArray[np.floating[Any]]
Feature = tuple[str, str]  # table, clue


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, and write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--output", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    words = tomllib.loads(FILE.read_text(encoding="utf-8"))["words"]
    try:
        rows = [row for row in read_rows(options.train) if len(row.spans) == 2]
        seen = list(_seen(rows, Extractor(stance=False), Vocabulary.of(words)))
    except HustingsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    start, weights = count(rows, seen)
    options.output.write_text(_as_toml(words, start, weights), encoding="utf-8")
    return 0


def count(
    rows: Sequence[Row], seen: Sequence[tuple[frozenset[Clue], ...]]
) -> tuple[float, dict[Feature, float]]:
    """The start and the weights of a scale.

    Args:
        rows: With labels.
        seen: The clues of each row, for its first stretch as holder and for its second.
    """
    candidates = [_features(pair[holder], sign) for pair in seen for holder, _, sign in KINDS]
    counts = Counter(itertools.chain.from_iterable(candidates))
    names = sorted(name for name, number in counts.items() if number >= LEAST)
    matrix = _matrix(candidates, names)
    labels = np.array([row.label or 0 for row in rows])
    right = np.array([LABELS[kind] == label for label in labels for kind in KINDS], dtype=np.float32)
    start, positive, backward = _offsets(matrix, right, labels, np.array([_fold(row) for row in rows]))
    found = _fit(matrix, right)
    weights = dict(zip(names, found[1:].tolist(), strict=True))
    weights["positive", "always"] += positive
    weights["either", "target first"] += backward
    print(f"{sum(abs(weight) >= NEGLIGIBLE for weight in weights.values())} weights of {len(names)} clues")
    return float(found[0]) + start, weights


def _seen(
    rows: Sequence[Row], extractor: Extractor, vocabulary: Vocabulary
) -> Iterator[tuple[frozenset[Clue], frozenset[Clue]]]:
    for row, doc in zip(rows, extractor.parse([row.text for row in rows]), strict=True):
        words = loaded_words(doc, vocabulary)
        first, second = (Stretch.of(doc, span, vocabulary.saying) for span in row.spans)
        if first and second:
            yield clues(Pair(first, second), words), clues(Pair(second, first), words)
        else:
            yield frozenset(), frozenset()


def _features(seen: Iterable[Clue], sign: int) -> set[Feature]:
    """Which tables and entries a candidate of a sign would read."""
    own = next(name for name in SIGNS if SIGNS[name] == sign)
    found = {(table, text) for loaded, text in seen if not loaded for table in ("either", own)}
    return found | {("agreeing" if loaded == sign else "opposing", text) for loaded, text in seen if loaded}


def _matrix(candidates: Sequence[Iterable[Feature]], names: Sequence[Feature]) -> Numbers:
    """A row for each candidate: a one, then 1 or 0 for each feature."""
    columns = {name: number for number, name in enumerate(names, 1)}
    matrix = np.zeros((len(candidates), len(names) + 1), dtype=np.float32)
    matrix[:, 0] = 1
    for row, features in zip(matrix, candidates, strict=True):
        row[[columns[name] for name in features if name in columns]] = 1
    return matrix


def _fold(row: Row) -> int:
    """Rows of the same sentence fall into the same third."""
    return zlib.crc32(row.text.encode()) % FOLDS


def _fit(matrix: Numbers, right: Numbers) -> Numbers:
    """Weights of a logistic regression; the L1 penalty keeps all but the useful ones at 0.

    Source:
        Beck and Teboulle 2009, the fast iterative shrinkage-thresholding algorithm.
    """
    step = 4 / _greatest_curvature(matrix)
    ahead: Numbers = np.zeros(matrix.shape[1], dtype=np.float32)
    weights = ahead
    pace = 1.0
    for _ in range(ROUNDS):
        error = 1 / (1 + np.exp(-(matrix @ ahead))) - right
        moved = ahead - step * (error @ matrix)
        shrunk = np.sign(moved) * np.maximum(np.abs(moved) - step * PENALTY, 0)
        shrunk[0] = moved[0]  # the start is not penalised
        next_pace = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        ahead = shrunk + np.float32((pace - 1) / next_pace) * (shrunk - weights)
        weights, pace = shrunk, next_pace
    return weights.astype(np.float64)


def _greatest_curvature(matrix: Numbers) -> np.float32:
    """The largest eigenvalue of the matrix with itself, by power iteration, and a little more."""
    vector: Numbers = np.ones(matrix.shape[1], dtype=np.float32)
    for _ in range(30):
        vector = (matrix @ vector) @ matrix
        vector = vector / np.float32(np.linalg.norm(vector))
    return np.float32(1.05 * np.linalg.norm((matrix @ vector) @ matrix))


def _offsets(
    matrix: Numbers, right: Numbers, labels: NDArray[np.int_], folds: NDArray[np.int_]
) -> tuple[float, float, float]:
    """The offsets that make the best macro-F1 on rows whose weights were counted without them."""
    scores = np.zeros((len(labels), len(KINDS)))
    by_candidate = np.repeat(folds, len(KINDS))
    for fold in range(FOLDS):
        held_out = by_candidate == fold
        weights = _fit(matrix[~held_out], right[~held_out])
        scores[folds == fold] = (matrix[held_out] @ weights).reshape(-1, len(KINDS))
    results = {offsets: macro_f1(labels.tolist(), _labelled(scores, *offsets)) for offsets in OFFSETS}
    best = max(results, key=lambda offsets: results[offsets])
    print(f"macro-F1 {results[best]:.3f} on held-out thirds, offsets {tuple(map(float, best))}")
    return float(best[0]), float(best[1]), float(best[2])


def _labelled(scores: Numbers, start: float, positive: float, backward: float) -> list[int]:
    added = [start + positive * (sign > 0) + backward * (holder > target) for holder, target, sign in KINDS]
    moved = scores + np.array(added)
    best = np.array([LABELS[kind] for kind in KINDS])[moved.argmax(axis=1)]
    return list(map(int, np.where(moved.max(axis=1) > 0, best, 0)))


def _as_toml(words: Mapping[str, Sequence[str]], start: float, weights: Mapping[Feature, float]) -> str:
    lines = [HEAD, "# added to every score: what then is above 0 is a leaning", f"start = {start:.2f}", ""]
    lines.append("[words]")
    for name, group in words.items():
        listed = ", ".join(f'"{word}"' for word in sorted(group))
        lines += [f"{name} = [", textwrap.indent(textwrap.fill(f"{listed},", 106), "    "), "]"]
    for table in TABLES:
        entries = sorted((text, weight) for (name, text), weight in weights.items() if name == table)
        lines += ["", f"[{table}] # {NOTES[table]}"]
        lines += [f'"{text}" = {weight:.2f}' for text, weight in entries if abs(weight) >= NEGLIGIBLE]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
