"""Subjects that the parser lost: "*Vela*, without naming him, also accused Orrin"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft, Found
from nlp.resolve import Reference, actors_of
from nlp.syntax import VERBAL, children, is_finite, is_passive

FARTHEST = 25  # tokens that an insertion may have
OPENING = frozenset({",", "-", "--", "–", "—", '"', "''", "and", "but"})
BESIDE = frozenset({"ADV", "AUX", "PART"})


def stranded(draft: Draft, verb: Token) -> tuple[Reference, ...]:
    """The actor whose name stands where the subject of a finite verb without one should."""
    if verb.dep_ not in ("ROOT", "ccomp", "conj") or not is_finite(verb) or is_passive(verb):
        return ()
    if children(verb, "nsubj", "nsubjpass", "csubj", "expl") or (
        verb.dep_ == "conj" and verb.head.pos_ in VERBAL
    ):
        return ()
    named = _before(draft, verb)
    return tuple(actors_of(draft, draft.tokens[named.end - 1])) if named is not None else ()


def _before(draft: Draft, verb: Token) -> Found | None:
    """The name right before the verb, or before one insertion between commas."""
    start, at = verb.sent.start, verb.i - 1
    while at > start and (draft.tokens[at].pos_ in BESIDE or draft.tokens[at].ent_type_ == "DATE"):
        at -= 1
    if draft.words[at] == "on":
        at -= 1  # '*on* Tuesday'
    if draft.words[at] != ",":
        return _opening(draft, at, start)
    for index in range(at - 1, max(start, at - FARTHEST), -1):
        if draft.words[index] == "," and (named := _opening(draft, index - 1, start)) is not None:
            return named
    return None


def _opening(draft: Draft, last: int, start: int) -> Found | None:
    """The name that ends at a token, if its phrase opens the clause."""
    named = draft.mention_at.get(last)
    if named is None or named.end != last + 1 or draft.tokens[last].tag_ == "POS":
        return None
    first = draft.tokens[last].left_edge.i if draft.tokens[last].left_edge.i >= start else named.start
    first = min(first, named.start)
    opens = first == start or draft.words[first - 1] in OPENING
    return named if opens else None
