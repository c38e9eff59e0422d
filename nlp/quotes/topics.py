"""What somebody was asked about: the one whom "he" means in the answer.

'“He is a fraud,” Vela said when asked about *Orrin*', 'Asked about *Orrin's comments*, Vela said they were wrong'.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.quotes.cues import is_cue
from nlp.syntax import children, phrase_of, prepositional

GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
PLURAL = frozenset({"they", "them"})
LEADING = ("about", "on", "over", "of")


def settle_topics(draft: Draft) -> None:
    """Give the pronouns of an answer the topic of its question, where nobody else of that gender is named in it."""
    for cue in draft.tokens:
        if cue.i in draft.quote_at or not is_cue(draft, cue):
            continue
        for topic in _topics(draft, cue):
            for start, end in _answers(draft, cue):
                _settle(draft, topic, start, end)


def _topics(draft: Draft, cue: Token) -> list[Token]:
    """'… said when *asked about* Orrin'."""
    return [
        noun
        for verb in children(cue, "advcl", "prep")
        if verb.lemma_.lower() in draft.lexicon.speech["asking_about"]
        for preposition in LEADING
        for noun in prepositional(verb, preposition)
    ]


def _answers(draft: Draft, cue: Token) -> Iterator[tuple[int, int]]:
    """Token spans of what a cue reports: quotations and clauses."""
    yield from ((quote.start, quote.end) for quote in draft.quotes if quote.cue == cue.i)
    yield from (phrase_of(clause) for clause in children(cue, "ccomp"))


def _settle(draft: Draft, topic: Token, start: int, end: int) -> None:
    entity_id = draft.entity_of(topic)
    gender = draft.entities[entity_id].gender if entity_id is not None else None
    plural = topic.tag_ == "NNS" and topic.lemma_.lower() in draft.lexicon.nouns["inherited"]
    for index in range(start, end):
        mention = draft.mention_at.get(index)
        if mention is not None and draft.entities[mention.entity_id].type == "person":
            return
        if entity_id is not None and GENDERS.get(draft.words[index], "") == gender:
            draft.pronouns[index] = entity_id
        elif plural and draft.words[index] in PLURAL:
            draft.plural.pop(index, None)
            draft.same_as[index] = topic.i
