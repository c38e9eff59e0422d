"""Positions whose clause names no target: "Orrin spoke for an hour. Vela *hit back*" is about Orrin."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.resolve import Reference
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import judged, others
from nlp.rules.verdicts import DENYING
from nlp.syntax import VERBAL, children, is_passive, own_subjects

FINITE = frozenset({"VBD", "VBZ", "VBP"})
PLACES = frozenset({"prep", "dobj", "xcomp", "ccomp", "dative"})


def riposte(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Orrin said he had won. Vela *scoffed*.'"""
    if token.pos_ not in VERBAL or token.tag_ not in FINITE or is_passive(token) or children(token, "neg"):
        return
    if not _is_riposte(token) or token.i in draft.quote_at or any(t.lower_ in DENYING for t in token.subtree):
        return
    holders = actors(draft, own_subjects(token))
    targets = others(holders, iter(_answered(draft, token))) if holders else ()
    if targets:
        yield judged(draft, -1, holders, targets, token, token)


def _is_riposte(verb: Token) -> bool:
    """A phrase of answering with nothing behind it that would name whom it answers."""
    phrases = load_judging().phrases["ripostes"].get(verb.lemma_.lower(), ())
    if not phrases and verb.lemma_.lower() not in load_judging()["ripostes"]:
        return False
    beside = {c.lower_ for c in children(verb, "prt", "advmod", "acomp")}
    said = any(all(word in beside for word in words) for words in phrases)
    said = said or verb.lemma_.lower() in load_judging()["ripostes"]
    named = [
        c for c in verb.children if c.dep_ in PLACES and c.lower_ in ("at", "on", "with", "to", "against")
    ]
    return said and not named and not children(verb, "dobj", "dative")


def _answered(draft: Draft, verb: Token) -> list[Reference]:
    """The one person of the sentence before, who acts in it; nobody where others are named too."""
    start = verb.sent.start
    if start == 0:
        return []
    before = draft.tokens[start - 1].sent
    people = {
        mention.entity_id
        for mention in draft.found
        if before.start <= mention.start < before.end and draft.entities[mention.entity_id].type == "person"
    }
    acting = [r for noun in own_subjects(before.root) for r in actors(draft, [noun])]
    if len(people) > 1 or len(acting) != 1 or (people and acting[0].entity_id not in people):
        return []
    return acting
