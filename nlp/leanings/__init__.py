"""Leanings: how one stretch of a text seems to feel about another, where no rule finds a statement.

A leaning is a sum of small clues, each with a weight counted on annotated news (`nlp/lexicon/en/leanings.toml`). It is
right far less often than a statement is, has no relation and no evidence of its own, and never becomes an edge.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.leanings.loaded import Clue, Loaded, clues_of, clues_of_all, loaded_words
from nlp.leanings.pairs import Pair, Stretch, standing
from nlp.leanings.scale import Scale
from records import Span


@dataclass(frozen=True, slots=True)
class Leaning:
    """One stretch seems to be for or against another."""

    holder: int  # number of the stretch
    target: int
    sign: int  # +1 for, -1 against
    score: float  # above 0; not a probability
    words: tuple[str, ...]  # of the text, those that decided first; never empty


def find_leanings(doc: Doc, spans: Sequence[Span], scale: Scale) -> Iterator[Leaning]:
    """At most one leaning for each two stretches, in the order of the stretches.

    Args:
        doc: A parsed text.
        spans: Characters [start, end) of each stretch.
        scale: The weights.
    """
    words = loaded_words(doc, scale.vocabulary)
    stretches = [Stretch.of(doc, span, scale.vocabulary.saying) for span in spans]
    for one, other in itertools.combinations(range(len(spans)), 2):
        first, second = stretches[one], stretches[other]
        if first and second and not first.overlaps(second):
            forward = _leanings((one, other), Pair(first, second), words, scale)
            backward = _leanings((other, one), Pair(second, first), words, scale)
            best = max((*forward, *backward), key=lambda leaning: leaning.score)
            if best.score > 0 and best.words:
                yield best


def clues(pair: Pair, words: Sequence[Loaded]) -> frozenset[Clue]:
    """Everything seen about a pair."""
    outside = [word for word in words if word.token not in pair]
    return frozenset(
        itertools.chain(
            ((0, text) for text in standing(pair)),
            (clue for word in outside for clue in clues_of(word, pair)),
            clues_of_all(outside, pair),
        )
    )


def _leanings(
    numbers: tuple[int, int], pair: Pair, words: Sequence[Loaded], scale: Scale
) -> Iterator[Leaning]:
    seen = clues(pair, words)
    for sign in (1, -1):
        score = round(scale.score(seen, sign), 2)
        yield Leaning(*numbers, sign, score, _deciding(pair, sign, words, scale))


def _deciding(pair: Pair, sign: int, words: Sequence[Loaded], scale: Scale) -> tuple[str, ...]:
    """The loaded words that speak for the sign, the weightiest first."""
    weights = {
        word.token: sum(scale.weight(clue, sign) for clue in clues_of(word, pair))
        for word in words
        if word.sign == sign and word.token not in pair
    }
    decided = sorted((token for token in weights if weights[token] > 0), key=lambda token: -weights[token])
    return tuple(dict.fromkeys(token.text for token in decided))
