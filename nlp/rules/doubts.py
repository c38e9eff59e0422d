"""Doubts about what somebody can or did do: "does not *believe* Orrin can win", "*questioned whether* he knew"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.resolve import targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import judged, others
from nlp.rules.verdicts import COPULAS, verdict
from nlp.syntax import VERBAL, children, is_passive, own_subjects, subjects

THINKING = load_words()["speech"]["expecting"]
ASKING = frozenset({"question"})
OPEN = frozenset({"whether", "if", "how", "why", "what"})
ABLE = frozenset({"can", "could", "will", "would", "'ll", "'d", "ought", "should"})
DOUBTING = THINKING | ASKING | {"doubt"}


def doubted(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela does *not believe* Orrin *can* govern', '*questioned whether* he knew', '*doubts* that he would'."""
    lemma = token.lemma_.lower()
    if token.pos_ not in VERBAL or lemma not in DOUBTING or is_passive(token):
        return
    if is_negated(token) != (lemma in THINKING):
        return
    for clause in children(token, "ccomp"):
        if not _is_doubted(draft, lemma, clause):
            continue
        holders = actors(draft, subjects(token, draft.lexicon.governors["controlling"]))
        targets = others(holders, (t for n in own_subjects(clause) for t in targets_of(draft, n, "actor")))
        if holders and targets:
            yield judged(draft, -1, holders, targets, token, token)


def _is_doubted(draft: Draft, lemma: str, clause: Token) -> bool:
    """Whether the clause says what somebody would do well to do, or what should be asked."""
    if clause.pos_ not in VERBAL or verdict(draft, clause)[0]:
        return False  # which is another rule's
    asked = any(c.lower_ in OPEN for c in clause.children)
    if lemma in ASKING:
        return asked
    able = any(c.lower_ in ABLE for c in children(clause, "aux"))
    bad = clause.lemma_.lower() in load_judging()["setbacks"] or is_negated(clause) or is_passive(clause)
    return able and not asked and not bad and clause.lemma_.lower() not in COPULAS
