"""Why a text gives what it gives: the words that could have made a statement, and what kept them from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.resolve import actors_of, targets_of
from nlp.rules.frames import slots_of
from nlp.syntax import VERBAL, prepositional
from nlp.things import demanded
from records import Span, Statement

HELD_BACK = {
    "hypothetical": "it is only possible, planned, alleged or asked for",
    "future": "it is yet to happen",
    "question": "it is a question",
}


@dataclass(frozen=True, slots=True)
class Silence:
    """A cue that made no statement, and why."""

    span: Span  # characters of the cue
    cue: str
    relation: str  # what it could have expressed
    reason: str


def silences(draft: Draft, statements: Iterable[Statement]) -> Iterator[Silence]:
    """Every verb, noun and adjective of the relation lexicon that no statement was read from, in text order."""
    spoken = [statement.cue_span for statement in statements]
    for token in draft.tokens:
        frames = _frames(draft, token)
        if not frames or any(start <= token.idx < end for start, end in spoken):
            continue
        span = draft.chars(token.i, token.i + 1)
        reason = _reason(draft, token, frames)
        yield Silence(span, draft.span_text(token.i, token.i + 1), frames[0].relation.name, reason)


def why_not_drawn(statement: Statement) -> str:
    """Why a statement makes no edge; empty where it makes one."""
    if statement.negated:
        return "it is negated"
    return HELD_BACK.get(statement.modality, "")


def _frames(draft: Draft, token: Token) -> tuple[Frame, ...]:
    lexicon, lemma = draft.lexicon, token.lemma_.lower()
    if token.pos_ in VERBAL:
        return tuple(frame for frame in lexicon.verb_frames.get(lemma, ()) if frame.kind == "verbs")
    if token.pos_ == "NOUN":
        return lexicon.noun_frames.get(lemma, ()) or lexicon.bearer_frames.get(lemma, ())
    return lexicon.adjective_frames.get(token.lower_, ()) if token.pos_ == "ADJ" else ()


def _reason(draft: Draft, token: Token, frames: tuple[Frame, ...]) -> str:
    if token.pos_ in VERBAL:
        return _reason_of_verb(draft, token, frames)
    if not any(prepositional(token, word.split("_")[0]) for frame in frames for word in frame.words):
        return "nothing follows it that it could be about"
    return "whose it is, or what it is about, could not be resolved to an actor or a named thing"


def _reason_of_verb(draft: Draft, token: Token, frames: tuple[Frame, ...]) -> str:
    for frame in frames:
        slots = slots_of(draft, frame, token)
        if slots is None:
            continue
        if not slots.actors:
            return "nobody is said to do it"
        if not any(actors_of(draft, noun) for noun in slots.actors):
            return f"who does it ({_words(draft, slots.actors)}) could not be resolved to an actor"
        if not slots.targets:
            return "nothing stands where its target should"
        if not any(_reached(draft, frame, noun) for noun in slots.targets):
            return f"what it is about ({_words(draft, slots.targets)}) is no actor and no thing with a name of its own"
        return "who does it and whom it is about are the same, or do not fit this relation"
    return "the words that belong to it are not there"


def _reached(draft: Draft, frame: Frame, noun: Token) -> bool:
    kind = frame.relation.target
    if kind == "action":
        return demanded(draft, noun) is not None
    return bool(targets_of(draft, noun, "actor" if kind == "addressee" else kind))


def _words(draft: Draft, nouns: list[Token]) -> str:
    return ", ".join(f"“{draft.span_text(noun.left_edge.i, noun.i + 1)}”" for noun in nouns[:3])
