"""What people are called besides their names, `callings.toml` of one language as frozen tables."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nlp.lexicon import Words
from nlp.lexicon.faults import key_faults
from nlp.lexicon.files import read_tables

FILE = "callings.toml"
TABLES = frozenset({"states", "homes", "callings", "nouns", "words"})


@dataclass(frozen=True)
class Callings:
    """Descriptions that lead to one person, where only one of a text fits."""

    states: Mapping[str, str]  # name or abbreviation -> name, in lower case
    homes: Mapping[str, Words]  # person -> states and places
    callings: Mapping[str, Words]  # person -> descriptions
    fillers: Words  # adjectives that change nothing ("the freshman Ohio senator")
    nouns: Mapping[str, Words]  # noun that ends a description -> words of the offices it stands for

    @functools.cached_property
    def places(self) -> frozenset[str]:
        """Every place that somebody may be called by."""
        return frozenset(self.states.values()).union(*self.homes.values())


@functools.lru_cache(maxsize=4)
def load_callings(language: str = "en", folder: Path | None = None) -> Callings:
    """The descriptions of a language.

    Raises:
        LexiconError: Listing every table that is missing or that nothing reads.
    """
    tables = read_tables(FILE, lambda found: key_faults(found, TABLES), language, folder)
    states = {form: name for name, short in tables["states"].items() for form in (name, *short)}
    homes, callings, nouns = (
        {key: frozenset(words) for key, words in tables[name].items()}
        for name in ("homes", "callings", "nouns")
    )
    fillers = frozenset(tables["words"]["fillers"])
    return Callings(states=states, homes=homes, callings=callings, fillers=fillers, nouns=nouns)
