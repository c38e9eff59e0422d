"""Whether names sway the model: `python -m training.biases DATA.txt [--rows N]`.

In each sentence of DATA.txt (form: benchmarks.directed_sentiment) one of the two actors is named anew: once as a woman
and once as a man, once as one party and once as its rival. Printed is how much likelier the second name makes it, on
average, that this actor is against the other, and that the other is against this actor, with bootstrap intervals. A
model that names do not sway gives 0.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.directed_sentiment import Row, read_rows
from nlp.stance import FOLDER
from nlp.stance.model import StanceModel
from nlp.stance.pairs import Pair
from training.measures import Floats, mean_with_interval

SWAPS = (
    ("Mary Collins", "James Collins"),
    ("Sarah Whitmore", "Robert Whitmore"),
    ("the Democrats", "the Republicans"),
    ("the Labour Party", "the Conservative Party"),
)
AGAINST, AGAINST_IT = 3, 4  # classes, the actor named anew being the first


def main(arguments: Sequence[str] | None = None) -> int:
    """Print two differences for each swap."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--model", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    rows = [row for row in read_rows(options.data) if len(row.spans) == 2][: options.rows]
    model = StanceModel(options.model)
    for one, other in SWAPS:
        change = named(model, rows, other) - named(model, rows, one)
        for number, what in ((AGAINST, "against the other"), (AGAINST_IT, "opposed by the other")):
            print(f"{other} rather than {one}, {what}: {mean_with_interval(change[:, number])}")
    return 0


def named(model: StanceModel, rows: Sequence[Row], name: str) -> Floats:
    """Probabilities of shape (2 * rows, 5): the first actor named so, then the second; it counts as the first."""
    return np.vstack([model.probabilities([_named(row, place, name) for row in rows]) for place in (0, 1)])


def _named(row: Row, place: int, name: str) -> Pair:
    start, end = row.spans[place]
    longer = len(name) - (end - start)
    other_start, other_end = row.spans[1 - place]
    moved = longer if other_start >= end else 0
    text = row.text[:start] + name + row.text[end:]
    return Pair(text, (start, start + len(name)), (other_start + moved, other_end + moved))


if __name__ == "__main__":
    sys.exit(main())
