"""Positions expressed by adjectives with a preposition."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon import Relation
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.syntax import VERBAL, children, own_subjects, prepositional, subjects

FEARING = load_words()["judging"]["fearing"]
STRENGTHS = load_words()["judging"]["strengths"]
CONTENT = load_words()["judging"]["content"]


def adjective(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela is *critical of* Orrin', 'a senator *sceptical of* the plan', 'she is *appalled that* Orrin stayed'."""
    if token.pos_ not in ("ADJ", "VERB"):
        return
    for frame in draft.lexicon.adjective_frames.get(token.lower_, ()):
        nouns = [noun for preposition in frame.words for noun in prepositional(token, preposition)]
        if token.lower_ in draft.lexicon.feelings:
            nouns += [noun for clause in _told(token) for noun in own_subjects(clause)]
        if token.lower_ in FEARING:  # 'nervous about Orrin's *ability* to win'
            nouns = [noun for noun in nouns if noun.lemma_.lower() not in STRENGTHS]
        targets = tuple(t for each in nouns for t in targets_of(draft, each, frame.relation.target))
        found = actors(draft, _bearers(draft, token)) if targets else ()
        if found:
            yield _candidate(draft, token, frame.relation, found, targets)
            return


def _candidate(
    draft: Draft,
    token: Token,
    relation: Relation,
    found: tuple[Reference, ...],
    targets: tuple[Reference, ...],
) -> Candidate:
    """'is *not happy* with Orrin' is criticism."""
    cue, above = (token.i, token.i + 1), token.head
    if token.lower_ in CONTENT and above.pos_ in VERBAL and is_negated(above):
        return Candidate(draft.lexicon.relations["criticised"], found, targets, above, cue, judged=True)
    return Candidate(relation, found, targets, token, cue)


def _told(token: Token) -> list[Token]:
    """'appalled *that Orrin stayed*', but not 'pleased *if* he went'."""
    return [c for c in children(token, "ccomp") if all(m.lower_ != "if" for m in children(c, "mark"))]


def _bearers(draft: Draft, token: Token) -> list[Token]:
    """Who is critical: the subject of the copula, or the noun described."""
    while token.dep_ == "conj" and token.head.pos_ == "ADJ":
        token = token.head  # 'confident in Vela and *sceptical* of Orrin'
    above = token.head
    if above.pos_ in VERBAL:
        return subjects(above, draft.lexicon.governors["controlling"])
    if token.pos_ == "VERB":
        return subjects(token)
    return [above] if token.dep_ in ("amod", "appos", "acl", "relcl") else []
