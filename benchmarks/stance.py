"""How fast the learned model reads: `python -m benchmarks.stance DATA.txt [--rows N] [--repeat N]`.

DATA.txt has the form of `benchmarks.directed_sentiment`: a sentence with two actors a line. Bare spaCy parses the
sentences and the model reads the pairs, in turn; printed is what each does in a second, and the ratio.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

import spacy

from benchmarks.directed_sentiment import read_rows
from benchmarks.speed import BARE_BATCH, seconds
from errors import HustingsError
from nlp.parsing import DEFAULT_MODEL
from nlp.stance import load_stance
from nlp.stance.pairs import Pair


def main(arguments: Sequence[str] | None = None) -> int:
    """Print sentences a second of both and their ratio, the median of the pairs of runs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=int, default=512, help="how many of them (default 512)")
    parser.add_argument("--repeat", type=int, default=3, help="pairs of runs (default 3)")
    options = parser.parse_args(arguments)
    try:
        rows = [row for row in read_rows(options.data) if len(row.spans) == 2][: options.rows]
    except HustingsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    stance, bare = load_stance(), spacy.load(DEFAULT_MODEL)
    if stance is None:
        print("the learned model is not installed", file=sys.stderr)
        return 2
    pairs = [Pair(row.text, *row.spans) for row in rows]
    runs = [
        (
            seconds(lambda: list(bare.pipe((row.text for row in rows), batch_size=BARE_BATCH))),
            seconds(lambda: stance.probabilities(pairs)),
        )
        for _ in range(options.repeat + 1)
    ][1:]  # the first pair warms up
    parsed, judged = (len(rows) / statistics.median(column) for column in zip(*runs, strict=True))
    ratio = statistics.median(parse / judge for parse, judge in runs)
    print(f"bare spaCy {parsed:.0f} sentences/s, the model {judged:.0f} pairs/s, ratio {ratio:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
