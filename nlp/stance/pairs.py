"""Which two actors of a text meet: two of one sentence, or a speaker and whom the quotation names."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from nlp.draft import Draft
from nlp.resolve import Reference
from records import ACTOR_TYPES, Span

COLON = ": "
TELLING = frozenset({"VERB", "NOUN", "ADJ", "ADV", "INTJ"})
MODIFYING = frozenset({"compound", "amod", "nmod"})  # "*Republican* senator", "the *Vela* camp"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches of one text."""

    text: str
    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Met:
    """Two actors that meet in a sentence, and the words that the model is to read of them."""

    first: Reference  # in text order; a speaker from outside the sentence comes first
    second: Reference
    sentence: Tokens
    pair: Pair
    here: tuple[Reference, ...]  # the actors of the sentence, in text order
    words: frozenset[str]  # lemmas of the sentence that say something
    said: bool = False  # the first is a speaker whom the sentence does not name

    @property
    def both(self) -> frozenset[str]:
        return frozenset({self.first.entity_id, self.second.entity_id})


def meetings(draft: Draft) -> Iterator[Met]:
    """Every two actors of every sentence once, where they stand nearest to each other."""
    shown = _shown(draft)
    for number, sentence in enumerate(draft.doc.sents):
        here = shown.get(number)
        if here is None:
            continue
        words = frozenset(token.lemma_.lower() for token in sentence if token.pos_ in TELLING)
        for one, other in _nearest(here):
            text, start = sentence.text, sentence.start_char
            first, second = (
                (a - start, b - start) for a, b in (draft.chars(r.start, r.end) for r in (one, other))
            )
            yield Met(one, other, sentence, Pair(text, first, second), tuple(here), words)
        yield from _said(draft, sentence, here, words)


def _said(draft: Draft, sentence: Tokens, here: list[Reference], words: frozenset[str]) -> Iterator[Met]:
    """A speaker whom the sentence does not name, with each actor named in the quotation."""
    met = {reference.entity_id for reference in here}
    for reference in _once(here):
        quote = draft.quote_at.get(reference.start)
        if quote is None or quote.speaker is None or quote.speaker in met or quote.speaker_span is None:
            continue
        speaker = draft.entities[quote.speaker]
        if speaker.type not in ACTOR_TYPES:
            continue
        before = speaker.name + COLON
        span = draft.chars(reference.start, reference.end)
        moved = len(before) - sentence.start_char
        pair = Pair(before + sentence.text, (0, len(speaker.name)), (span[0] + moved, span[1] + moved))
        source = Reference(speaker.id, *quote.speaker_span)
        yield Met(source, reference, sentence, pair, tuple(here), words, said=True)


def _shown(draft: Draft) -> dict[int, list[Reference]]:
    """Sentence -> the words that show an actor in it, in text order."""
    shown: dict[int, list[Reference]] = {}
    references = [Reference(m.entity_id, m.start, m.end) for m in draft.found]
    references += [Reference(id, place, place + 1) for place, id in draft.pronouns.items()]
    for reference in sorted(references, key=lambda r: (r.start, -r.end)):
        actor = draft.entities[reference.entity_id].type in ACTOR_TYPES
        if actor and head_of(draft, reference).dep_ not in MODIFYING:
            shown.setdefault(draft.sentence_at[reference.start], []).append(reference)
    return shown


def head_of(draft: Draft, reference: Reference) -> Token:
    """The word of a mention on which its others depend."""
    return draft.doc[reference.start : reference.end].root


def _nearest(here: list[Reference]) -> Iterator[tuple[Reference, Reference]]:
    best: dict[frozenset[str], tuple[Reference, Reference]] = {}
    for one, other in itertools.combinations(here, 2):
        if one.entity_id == other.entity_id or other.start < one.end:
            continue
        both = frozenset({one.entity_id, other.entity_id})
        if both not in best or other.start - one.end < best[both][1].start - best[both][0].end:
            best[both] = (one, other)
    yield from best.values()


def _once(here: list[Reference]) -> Iterator[Reference]:
    """The first words for each actor."""
    seen: set[str] = set()
    for reference in here:
        if reference.entity_id not in seen:
            seen.add(reference.entity_id)
            yield reference
