"""How far a statement can be trusted: a probability, added up from what it was read from.

Every statement has a few circumstances ("rule verb", "actor pronoun", "target elsewhere"). Each has a weight in log
odds, fitted by logistic regression on statements that people judged right or wrong (`benchmarks/calibrate.py`), so that
of the statements with a confidence of 0.8 about eight in ten are right.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from nlp.draft import Draft
from nlp.resolve import Reference

WEIGHTS = Path(__file__).with_name("lexicon") / "en" / "confidence.toml"
BASE = "base"
LONG = 40  # tokens of a sentence in which the parser often goes wrong
FAR = 12  # tokens between the cue and the name


def circumstances(
    draft: Draft, cue: tuple[int, int], ends: tuple[Reference, Reference], told: Mapping[str, str]
) -> Iterator[str]:
    """What speaks for and against a statement.

    Args:
        cue: Tokens [start, end).
        ends: Actor and target.
        told: What is known by a word: rule, relation, voice.
    """
    yield from (f"{key} {value}" for key, value in told.items())
    sentence = draft.sentence_at[cue[0]]
    for role, end in zip(("actor", "target"), ends, strict=True):
        yield f"{role} {_kind(draft, end)}"
        if end.inherited:
            yield f"{role} through possession"
        if draft.sentence_at[end.start] != sentence:
            yield f"{role} elsewhere"
        elif min(abs(end.start - cue[1]), abs(cue[0] - end.end)) > FAR:
            yield f"{role} far"
    if len(draft.tokens[cue[0]].sent) > LONG:
        yield "sentence long"


def confidence(found: Iterable[str]) -> float:
    """The probability, between 0 and 1, that a statement with these circumstances is right."""
    weights = load_weights()
    odds = weights[BASE] + sum(weights.get(name, 0.0) for name in found)
    return round(1 / (1 + math.exp(-odds)), 2)


@cache
def load_weights() -> Mapping[str, float]:
    """Circumstance -> weight in log odds; those without one weigh nothing."""
    weights: dict[str, float] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return weights


def _kind(draft: Draft, end: Reference) -> str:
    """How the words that show an entity name it."""
    if end.start in draft.pronouns or end.start in draft.plural:
        return "pronoun"
    mention = draft.mention_at.get(end.start)
    return mention.kind if mention else draft.entities[end.entity_id].type
