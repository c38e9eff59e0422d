"""Positions told by whom somebody wishes to win: "she *hopes* Orrin wins", "Orrin is her *first choice*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, targets_of
from nlp.rules.belonging import BEING
from nlp.rules.candidate import Candidate, actors
from nlp.syntax import VERBAL, children, own_subjects, subjects

WISHING = load_words()["elections"]["wishing"]
WINNING = load_words()["elections"]["winning"]
LOSING = load_words()["elections"]["losing"]
CHOOSING = load_words()["elections"]["choosing"]
BECOMING = BEING | load_words()["elections"]["ending_up"]
OFFICES = load_words()["elections"]["ending_up_as"]
CHOICES = load_words()["elections"]["choices"]
LESSER = load_words()["elections"]["lesser"]


def hope(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *hopes* that Orrin *wins*', '“I *want* Orrin to *lose*,” Vela said'."""
    if token.lemma_.lower() not in WISHING or token.pos_ not in VERBAL:
        return
    for clause in children(token, "ccomp", "xcomp"):
        won = _outcome(clause)
        if won is None:
            continue
        relation = draft.lexicon.relations["backed" if won else "opposed"]
        targets = tuple(t for noun in own_subjects(clause) for t in targets_of(draft, noun, "actor"))
        found = actors(draft, subjects(token, draft.lexicon.governors["controlling"])) if targets else ()
        if found:
            yield Candidate(relation, found, targets, token, (token.i, token.i + 1))


def _outcome(clause: Token) -> bool | None:
    """Whether what is hoped for is that somebody wins, or loses; None where it is anything else."""
    lemma = clause.lemma_.lower()
    if is_negated(clause) or children(clause, "dobj"):
        return None
    if lemma in LOSING:
        return False
    chosen = lemma in CHOOSING and bool(children(clause, "auxpass"))
    office = any(c.lemma_.lower() in OFFICES for c in children(clause, "attr", "oprd", "acomp"))
    return True if lemma in WINNING or chosen or (lemma in BECOMING and office) else None


def choice(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Orrin is Vela's *first choice*', 'her *pick*, Tom Orrin'."""
    owners = children(token, "poss") if token.tag_ == "NN" and token.lemma_.lower() in CHOICES else []
    if not owners:
        return
    if any(child.lower_ in LESSER for child in children(token, "amod")):
        return
    targets = tuple(_chosen(draft, token))
    found = actors(draft, owners) if targets else ()
    if found:
        yield Candidate(draft.lexicon.relations["backed"], found, targets, token, (token.i, token.i + 1))


def _chosen(draft: Draft, token: Token) -> Iterator[Reference]:
    verb = token.head
    nouns = children(token, "appos")
    if token.dep_ == "attr" and verb.lemma_ == "be":
        nouns = own_subjects(verb)
    elif token.dep_ == "nsubj" and verb.lemma_ == "be":
        nouns = children(verb, "attr")
    for noun in nouns:
        yield from (r for r in targets_of(draft, noun, "actor") if not r.inherited)
