"""Memory over many articles: `python -m benchmarks.memory TEXTS.jsonl [--articles N]`.

The texts are read again and again as one stream until N articles are done; every copy brings new made-up words, as
new days bring new names, so that whatever keeps words grows. Printed is the resident memory along the way.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.texts import read_texts
from errors import HustingsError
from nlp import Extractor
from records import Document

STEPS = 10
NEW_WORDS = 0.02  # share of the words of a text that are its own
PAGE = os.sysconf("SC_PAGE_SIZE")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the resident memory at ten points and its growth from the second to the last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, default=10_000, help="how many to read (default 10000)")
    options = parser.parse_args(arguments)
    try:
        documents = read_texts(options.texts)
    except HustingsError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    step = max(options.articles // STEPS, 1)
    sizes: list[float] = []
    for number, _ in enumerate(Extractor().readings(stream(documents, options.articles)), start=1):
        if number % step == 0:
            sizes.append(resident())
            print(f"articles {number} resident {sizes[-1]:.0f} MB", flush=True)
    print(f"growth after the second point {sizes[-1] - sizes[min(1, len(sizes) - 1)]:.0f} MB")
    return 0


def stream(documents: Sequence[Document], number: int) -> Iterator[Document]:
    """So many documents, the given ones in turn, each with new words in it."""
    chance = random.Random(0)
    for index, document in enumerate(itertools.islice(itertools.cycle(documents), number)):
        words = document.text.split(" ")
        for place in chance.sample(range(len(words)), k=int(len(words) * NEW_WORDS)):
            words[place] = "".join(chance.choices(string.ascii_lowercase, k=9)).capitalize()
        yield Document(id=f"{document.id}-{index}", text=" ".join(words))


def resident() -> float:
    """Resident memory of this process in MB; Linux only."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE / 2**20


if __name__ == "__main__":
    sys.exit(main())
