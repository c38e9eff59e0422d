"""The words that leanings know, as `nlp/lexicon/en/leanings.toml` lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SIGNS = {"positive": 1, "negative": -1}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lemmas by what they tell."""

    signs: Mapping[str, int]  # words of praise (+1) and blame (-1)
    saying: frozenset[str]  # "Vela *said* …"
    receiving: frozenset[str]  # "Vela *won* the backing of Orrin": the subject is whom it is about
    reversing: frozenset[str]  # "Vela *refused* to back Orrin"

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> Vocabulary:
        """From the lists of a file.

        Raises:
            KeyError: If a list is missing.
        """
        return cls(
            signs={word: sign for name, sign in SIGNS.items() for word in words[name]},
            saying=frozenset(words["saying"]),
            receiving=frozenset(words["receiving"]),
            reversing=frozenset(words["reversing"]),
        )
