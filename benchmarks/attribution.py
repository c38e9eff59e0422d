"""Who says what: `python -m benchmarks.attribution DATA.jsonl --output PREDICTIONS.jsonl`.

DATA.jsonl holds one article a line, `{"id", "text"}`; PREDICTIONS.jsonl gets one line for each, in order, with
`{"id", "attributions": [{"source", "cue", "content"}]}`, each a list of [start, end) character spans. Scoring is left
to the scorer that comes with the data, so that every system is scored alike.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.texts import read_texts
from errors import HustingsError
from nlp import Extractor
from records import Reading


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the attributions of every article and say how many there are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    try:
        documents = read_texts(options.data)
        readings = list(Extractor(stance=False).readings(documents))
    except HustingsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    options.output.write_text("".join(f"{_line(reading)}\n" for reading in readings), encoding="utf-8")
    count = sum(len(reading.attributions) for reading in readings)
    print(f"{len(readings)} articles, {count} attributions")
    return 0


def _line(reading: Reading) -> str:
    rows = [{"source": a.source, "cue": a.cue, "content": a.content} for a in reading.attributions]
    return json.dumps({"id": reading.document.id, "attributions": rows})


if __name__ == "__main__":
    sys.exit(main())
