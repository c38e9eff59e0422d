"""The weights of clues, read from `nlp/lexicon/en/leanings.toml`, and the score they add up to."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from errors import LexiconError
from nlp.leanings.loaded import Clue
from nlp.leanings.vocabulary import SIGNS, Vocabulary
from nlp.lexicon import FOLDER

FILE = FOLDER / "en" / "leanings.toml"

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """What each clue adds to the score of a leaning, and where a score begins to count."""

    vocabulary: Vocabulary
    start: float  # added to every score, so that what remains above 0 is a leaning
    either: Weights  # of clues without a loaded word, for leanings of either sign
    signed: Mapping[int, Weights]  # the same, for leanings of one sign
    agreeing: Weights  # of clues from words of the leaning's own sign
    opposing: Weights  # of clues from words of the other sign

    def weight(self, clue: Clue, sign: int) -> float:
        """What a clue adds to the score of a leaning of a sign."""
        loaded, text = clue
        if not loaded:
            return self.either.get(text, 0.0) + self.signed[sign].get(text, 0.0)
        return (self.agreeing if loaded == sign else self.opposing).get(text, 0.0)

    def score(self, clues: Iterable[Clue], sign: int) -> float:
        """Above 0: a leaning. Each clue counts once, however often it is seen."""
        return (
            self.start
            + self.signed[sign].get("always", 0.0)
            + sum(self.weight(clue, sign) for clue in sorted(set(clues)))
        )


@functools.lru_cache(maxsize=4)
def load_scale(path: Path = FILE) -> Scale:
    """The scale of a file.

    Raises:
        LexiconError: If the file cannot be read or lacks a table.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return Scale(
            vocabulary=Vocabulary.of(tables["words"]),
            start=float(tables["start"]),
            either=tables["either"],
            signed={sign: tables[name] for name, sign in SIGNS.items()},
            agreeing=tables["agreeing"],
            opposing=tables["opposing"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LexiconError(
            str(error), where=str(path), mend="Count it again: benchmarks/count_leanings.py"
        ) from error
