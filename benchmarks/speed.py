"""Speed of extraction against the bare spaCy pipeline: `python -m benchmarks.speed TEXTS.jsonl [--repeat N]`.

TEXTS.jsonl holds one document a line, `{"id", "text"}`; a folder of .md or .txt files does as well. Both ways read the
same texts in the same run, in turn, so that the ratio holds on a busy machine.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from benchmarks.texts import read_texts
from errors import HustingsError
from nlp import Extractor
from nlp.parsing import DEFAULT_MODEL

BARE_BATCH = 16  # texts; larger batches are no faster


def main(arguments: Sequence[str] | None = None) -> int:
    """Print words a second of both, the ratio of their times (median of the pairs) and the peak memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--repeat", type=int, default=5, help="pairs of runs (default 5)")
    options = parser.parse_args(arguments)
    try:
        documents = read_texts(options.texts)
    except HustingsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    words = sum(len(document.text.split()) for document in documents)
    bare = spacy.load(DEFAULT_MODEL)
    extractor = Extractor()
    pairs = [
        (
            seconds(lambda: list(bare.pipe((d.text for d in documents), batch_size=BARE_BATCH))),
            seconds(lambda: list(extractor.readings(documents))),
        )
        for _ in range(options.repeat + 1)
    ][1:]  # the first pair warms up
    spacy_time, own_time = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(own / other for other, own in pairs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"documents {len(documents)} words {words}")
    print(f"bare spaCy {words / spacy_time:.0f} words/s, extraction {words / own_time:.0f} words/s")
    print(f"ratio {ratio:.3f} peak memory {peak:.0f} MB")
    return 0


def seconds(run: Callable[[], object]) -> float:
    """How long it takes by the clock on the wall."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
