"""Positions of those who hold something against somebody: "*alleged that* Orrin hid it", "Orrin *hurts* us"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_conditional, is_negated
from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import disowned, holder_of, judged, judged_targets, others
from nlp.rules.nouns import holders_of
from nlp.rules.verdicts import COPULAS, verdict
from nlp.syntax import VERBAL, children, is_finite, is_passive, own_subjects, subjects

GOODS = load_words()["judging"]["evils"]
ALLEGING = load_words()["speech"]["holding_against"]
UNSURE = frozenset({"might", "may", "could"})


def accusing(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *alleged that* Orrin had hidden the letters', '*complained that* he ignored the islands'."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in load_judging()["accusing"] or is_passive(token):
        return
    holders = actors(draft, subjects(token))
    for clause in children(token, "ccomp") if holders and not is_negated(token) else ():
        told = clause.i > token.i and is_finite(clause) and not is_conditional(draft.lexicon, clause)
        targets = _doers(draft, holders, clause) if told else ()
        if targets and (_is_deed(draft, clause) or token.lemma_.lower() in ALLEGING):
            yield judged(draft, -1, holders, targets, token, token)


def accusation(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela's *accusation that* Orrin hid the letters', '*criticism* from Vela *that* he was late'."""
    if token.pos_ != "NOUN":
        return
    below = children(token, "acl", "ccomp", "relcl")
    # 'expressed anger *that* he stayed': the parser may hang the clause on the verb
    beside = children(token.head, "ccomp") if token.dep_ == "dobj" else []
    clauses = [c for c in (*below, *beside) if c.i > token.i and _is_told(c)]
    if not clauses:
        return
    holders = holders_of(draft, token, [])
    for clause in clauses[:1] if holders else ():
        targets = _doers(draft, holders, clause)
        sign = verdict(draft, clause)[0]
        if targets and (sign < 0 or (sign == 0 and token.lemma_.lower() in load_judging()["accusations"])):
            yield judged(draft, -1, holders, targets, token, token, presupposed=True)


def _is_told(clause: Token) -> bool:
    """'… *that* Orrin hid it'; not 'the accusation *that* hurt him'."""
    return is_finite(clause) and any(c.lower_ == "that" for c in children(clause, "mark"))


def _is_deed(draft: Draft, clause: Token) -> bool:
    """Whether a clause tells a deed, or blames somebody for what they are: 'was *too principled*' does neither."""
    sign = verdict(draft, clause)[0]
    return sign < 0 or (sign == 0 and clause.lemma_.lower() not in COPULAS)


def harming(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela warned that Orrin would *wreck* the economy', '“His plan will *hurt* families,” said Vela'."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in load_judging()["harmful"] or is_passive(token):
        return
    objects = children(token, "dobj")
    if not objects or is_negated(token) or not (is_finite(token) or token.dep_ == "xcomp"):
        return
    if any(noun.lower_ in GOODS or noun.i in draft.mention_at for noun in objects) or _is_unlikely(token):
        return
    holder = holder_of(draft, token)
    if holder and not disowned(draft, token):
        doers = (t for noun in subjects(token) for t in judged_targets(draft, noun))
        if targets := others(holder, doers):
            yield judged(draft, -1, holder, targets, token, token)


def _is_unlikely(verb: Token) -> bool:
    guessed = any(child.lower_ in UNSURE for child in children(verb, "aux"))
    return guessed and verb.head.lemma_.lower() not in load_judging()["worrying"]


def _doers(draft: Draft, holders: tuple[Reference, ...], clause: Token) -> tuple[Reference, ...]:
    nouns = own_subjects(clause) if clause.pos_ in VERBAL and not is_passive(clause) else []
    return others(holders, (t for noun in nouns for t in targets_of(draft, noun, "actor")))
