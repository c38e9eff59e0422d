"""Positions told by the tone of what is said: "made *unkind remarks* about Orrin", "a *glowing profile* of Vela"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import SIGNS, others
from nlp.rules.nouns import holders_of
from nlp.syntax import VERBAL, children, is_passive, prepositional, subjects

ABOUT = ("about", "of", "towards", "toward", "against", "at")
TELLING = load_words()["speech"]["remarking"]


def remark(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela made *disparaging comments* about Orrin', 'has a *dim view* of him', 'said *nice things* about her'."""
    sign = _tone(token)
    if not sign or token.pos_ != "NOUN" or token.i in draft.mention_at:
        return
    behind = [n for word in ABOUT for n in prepositional(token, word)]
    if not behind and token.dep_ == "dobj":
        behind = [n for word in ("about", "of") for n in prepositional(token.head, word) if n.i > token.i]
    holders = (holders_of(draft, token, behind) or _teller(draft, token)) if behind else ()
    targets = (
        others(holders, (t for noun in behind for t in targets_of(draft, noun, "actor"))) if holders else ()
    )
    if targets:
        relation, cue = draft.lexicon.relations[SIGNS[sign]], (token.i, token.i + 1)
        owned = bool(children(token, "poss"))
        yield Candidate(relation, holders, targets, token, cue, presupposed=owned)


def _tone(token: Token) -> int:
    tones = load_judging()
    modifiers = [c.lower_ for c in children(token, "amod", "compound")]
    return any(m in tones["kind"] for m in modifiers) - any(m in tones["unkind"] for m in modifiers)


def _teller(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """'*Vela* tweeted nasty things about Orrin': whoever says, writes or posts it."""
    verb = token.head
    told = draft.lexicon.nouns["uttering"] | TELLING
    if token.dep_ != "dobj" or verb.pos_ not in VERBAL or is_passive(verb) or verb.lemma_.lower() not in told:
        return ()
    return actors(draft, subjects(verb, draft.lexicon.governors["controlling"]))
