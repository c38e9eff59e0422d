"""The lexicon of judging beside `evaluative.toml`: `judging.toml` of one language as frozen tables."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nlp.lexicon import Words
from nlp.lexicon.faults import key_faults
from nlp.lexicon.files import read_tables

FILE = "judging.toml"
LISTS = frozenset(
    {
        *("cleared", "possessed_negative", "possessed_positive", "telling", "deeds", "befalling"),
        *(
            "liking",
            "liking_phrases",
            "disliking_phrases",
            "striking_negative",
            "striking_positive",
            "struck",
        ),
        *("disowned", "nicknames", "naming_negative", "descriptions", "ripostes", "agreeing"),
        *("addressing", "accusing", "worrying", "harmful", "electing", "stopping", "crowd", "endured"),
        *("spoken_for", "held", "denied", "deserving", "choosing", "accusations", "claims"),
        *("remarks", "kind", "unkind", "setbacks"),
    }
)

HEADS = {
    "liking": ("liking", "endured", "liking_phrases"),
    "ballots": ("electing", "stopping"),
    "crowds": ("held", "denied", "deserving"),
}
"""Rule -> the lists whose first words it looks at."""


@dataclass(frozen=True, slots=True)
class Judging:
    """What the rules for judgements know besides single judging words."""

    words: Mapping[str, Words]  # by list
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]  # list -> head lemma -> what must follow
    heads: Mapping[str, Words]  # rule -> the lemmas that it looks at
    examples: tuple[tuple[str, str], ...]  # text, edges

    def __getitem__(self, name: str) -> Words:
        return self.words[name]


@functools.lru_cache(maxsize=4)
def load_judging(language: str = "en", folder: Path | None = None) -> Judging:
    """The lexicon of judging of a language.

    Raises:
        LexiconError: Listing every list that is missing or that nothing reads.
    """
    table = read_tables(FILE, lambda found: key_faults(set(found) - {"examples"}, LISTS), language, folder)
    examples = table.pop("examples", [])
    return Judging(
        words={name: frozenset(words) for name, words in table.items()},
        heads={rule: _heads(table, names) for rule, names in HEADS.items()},
        phrases={
            name: _by_head(words) for name, words in table.items() if any(" " in word for word in words)
        },
        examples=tuple((example["text"], example["find"]) for example in examples),
    )


def _heads(table: Mapping[str, list[str]], names: tuple[str, ...]) -> Words:
    return frozenset(phrase.split()[0] for name in names for phrase in table[name])


def _by_head(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """'hit back' -> hit: (back,)."""
    heads: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        head, *words = phrase.split()
        heads.setdefault(head, []).append(tuple(words))
    return {head: tuple(group) for head, group in heads.items()}
