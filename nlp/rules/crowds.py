"""Positions told of everybody: "we cannot *afford* Orrin", "nobody *trusts* him", "we *deserve better than* him"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate
from nlp.rules.judgements import disowned, holder_of, judged, others
from nlp.syntax import VERBAL, children, is_passive, own_subjects, prepositional, with_conjuncts

WE = frozenset({"we", "you", "us"})
BETTER = frozenset({"better", "more"})


def crowd_view(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“We can't *trust* Orrin,” said Vela', 'said the country cannot *afford* him', '“Nobody *likes* Orrin”'."""
    judging, lemma = load_judging(), token.lemma_.lower()
    if token.pos_ not in VERBAL or is_passive(token) or lemma not in judging.heads["crowds"]:
        return
    sign, nouns = _viewed(draft, token)
    if not nouns or not (holder := holder_of(draft, token)) or disowned(draft, token):
        return
    people = (t for noun in nouns for t in targets_of(draft, noun, "actor") if _stands_for_election(draft, t))
    if targets := others(holder, people):
        yield judged(draft, sign, holder, targets, token, token)


def _viewed(draft: Draft, verb: Token) -> tuple[int, list[Token]]:
    """The sign of what everybody is said to think, and of whom."""
    judging, lemma = load_judging(), verb.lemma_.lower()
    if not _everybody(draft, verb):
        return 0, []
    denied = is_negated(verb)  # by "not" or by "nobody"
    if lemma in judging["deserving"] and not denied:
        better = [c for c in children(verb, "advmod", "dobj") if c.lower_ in BETTER]
        return -1, [noun for word in (verb, *better) for noun in prepositional(word, "than")]
    if lemma not in (judging["denied"] if denied else judging["held"]):
        return 0, []
    nouns = [noun for child in children(verb, "dobj") for noun in with_conjuncts(child)]
    return (-1 if denied else 1), nouns


def _everybody(draft: Draft, verb: Token) -> bool:
    """'we', 'you', 'the *city*', '*no one*': whoever is spoken for; in reported words no "we" and no "you"."""
    crowd = load_judging()["spoken_for"] | (WE if verb.i in draft.quote_at else frozenset())
    return any(
        noun.lower_ in crowd or (noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.children))
        for noun in own_subjects(verb)
    )


def _stands_for_election(draft: Draft, reference: Reference) -> bool:
    return draft.entities[reference.entity_id].type in ("person", "party")


# ── first choice ────────────────────────────────────────────────────────────────────────────────────────────────


def own_choice(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“I would *choose* Orrin,” said Vela', '“I'm *with* Orrin”', '“I *want* to *see* Orrin elected”'."""
    if token.pos_ not in VERBAL or token.i not in draft.quote_at or is_passive(token):
        return
    if not any(noun.lower_ in ("i", "we") for noun in own_subjects(token)) or is_negated(token):
        return
    nouns = _chosen(token)
    holder = holder_of(draft, token) if nouns else ()
    people = (t for noun in nouns for t in targets_of(draft, noun, "actor") if not t.inherited)
    if targets := others(holder, (t for t in people if _stands_for_election(draft, t))):
        yield judged(draft, 1, holder, targets, token, token)


def _chosen(verb: Token) -> list[Token]:
    """Whom somebody says that they would choose or are with."""
    if verb.lemma_.lower() == "be":
        if any(c.dep_ not in ("nsubj", "prep", "punct", "advmod", "cc", "conj") for c in verb.children):
            return []
        sides = [p for p in children(verb, "prep") if p.lower_ in ("with", "for", "behind")]
        named = [n for p in sides if p.i == verb.i + 1 for n in children(p, "pobj")]
        return [n for n in named if n.pos_ in ("PROPN", "PRON")]
    auxiliaries = {c.lower_ for c in children(verb, "aux")}
    would = bool(auxiliaries & {"would", "'d", "will", "'ll"}) and "have" not in auxiliaries
    if (
        not would
        or any(t.lower_ == "if" for t in verb.sent)
        or verb.lemma_.lower() not in load_judging()["choosing"]
        or children(verb, "prt", "xcomp")
    ):
        return []
    return [noun for noun in children(verb, "dobj") if noun.pos_ in ("PROPN", "PRON")]
