"""Nouns that mean another: "the idea of a harbour tax", "a super PAC backing Orrin", "how Orrin behaved"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.syntax import RELATIVES, children, is_passive, objects, own_subjects, prepositional

TIED = load_words()["deeds"]["tied"]
IDEAS = load_words()["things"]["ideas"]
YEARS = load_words()["elections"]["years"]
LONGER = frozenset({"more", "another", "second", "third", "fourth"})
TERMS = YEARS | load_words()["elections"]["terms"]
ELECTING = load_words()["elections"]["electing"]


def meant_instead(token: Token) -> list[Token] | None:
    """What a word is about by its meaning alone; None where it stands for itself."""
    if token.lower_ in IDEAS and not children(token, "poss"):
        nouns = prepositional(token, "of")
        deed = any(noun.tag_ == "VBG" and own_subjects(noun) for noun in nouns)
        return [] if deed else nouns or None  # 'rejected the idea of Orrin leaving' is not about Orrin
    if token.lower_ in TERMS:
        return _of_a_term(token)
    if token.dep_ == "pcomp" and token.lemma_.lower() in ELECTING:
        return objects(token)
    return _doers(token)


def _of_a_term(token: Token) -> list[Token] | None:
    """'four more *years* of Orrin', 'a third *term* for Orrin', 'an Orrin *presidency*': Orrin."""
    if token.lower_ in YEARS:
        longer = token.i > 0 and token.nbor(-1).lower_ in LONGER
        return (prepositional(token, "of") if longer else None) or None
    article = any(c.lower_ in ("a", "an", "another") for c in children(token, "det"))
    named = [c for c in children(token, "compound", "nmod") if c.pos_ == "PROPN"]
    return named[-1:] if article and named else None


def _doers(token: Token) -> list[Token] | None:
    """'angry at *how Orrin behaved*', 'criticised *the way* he runs the port': who does it; None for other words."""
    if token.dep_ in ("pcomp", "ccomp") and is_told(token):
        return [] if is_passive(token) else own_subjects(token)
    if token.lower_ not in ("way", "manner"):
        return None
    clauses = [clause for clause in children(token, "relcl") if not is_passive(clause)]
    return [s for clause in clauses for s in own_subjects(clause) if s != token and s.lower_ not in RELATIVES]


def is_told(clause: Token) -> bool:
    """'*how* Orrin behaved', '*what* he did', '*Orrin* leaving': a deed in the place of a noun."""
    asked = any(c.lower_ == "how" for c in children(clause, "advmod"))
    done = any(c.lower_ == "what" for c in children(clause, "dobj"))
    gerund = clause.tag_ == "VBG" and not children(clause, "aux", "mark") and bool(children(clause, "nsubj"))
    return asked or done or gerund


def backed_by(draft: Draft, token: Token) -> list[Token]:
    """Whom a body is there for: 'a *super PAC* backing Orrin', 'the pro-Orrin *group*', 'a fund tied to Orrin'."""
    if token.lemma_.lower() not in draft.lexicon.nouns["vehicles"]:
        return []
    nouns = []
    for clause in children(token, "acl", "relcl"):
        frames = draft.lexicon.verb_frames.get(clause.lemma_.lower(), ())
        if clause.tag_ != "VBN" and any(not f.words and f.relation.name == "backed" for f in frames):
            nouns += children(clause, "dobj")  # what is joined to it may be the next clause's
        elif clause.lemma_.lower() in TIED:
            nouns += [n for word in ("to", "with", "by") for n in prepositional(clause, word)]
    start = token.left_edge.i
    named = [t for t in draft.tokens[start : token.i] if t.i - 2 >= start and t.nbor(-2).lower_ == "pro"]
    return [*nouns, *named]


def person_meant(relative: Token, noun: Token) -> Token:
    """'a nurse from *Port Lowell, Ohio*, who backs Vela': no place is a "who"."""
    if relative.lower_ not in ("who", "whom"):
        return noun
    for _ in range(3):
        if noun.ent_type_ not in ("GPE", "LOC", "FAC") and not _is_origin(noun):
            break
        above = noun.head if noun.dep_ == "appos" else noun.head.head
        if noun.dep_ not in ("appos", "pobj") or above == noun:
            break
        noun = above
    return noun


def _is_origin(noun: Token) -> bool:
    """'from *Hilton Head*, South Carolina'."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "from" and noun.pos_ == "PROPN"
