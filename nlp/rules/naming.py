"""Positions expressed by what somebody is called: "called Orrin a liar", "described the plan as shameful"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import SIGNS, judged_targets, whole_word
from nlp.syntax import (
    VERBAL,
    agents,
    children,
    is_infinitive,
    is_passive,
    own_subjects,
    prepositional,
    subjects,
)


def naming(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *called* Orrin a liar', '*describing* the plan as shameful', 'Orrin was *branded* a fraud by Vela'."""
    if token.pos_ not in VERBAL:
        return
    lemma = token.lemma_.lower()
    speech = draft.lexicon.speech
    if lemma in speech["naming"]:
        name = _small_clause(token)
    elif lemma in speech["naming_as"]:
        name = _as_phrase(token)
    elif lemma in draft.lexicon.likening:
        name = children(token, "dobj", "nsubjpass"), prepositional(token, "to")
    else:
        return
    if name is None or not all(name):
        return
    target, described = name
    sign, word = _sign_of(draft, described)
    holders = actors(
        draft, agents(token) if is_passive(token) else subjects(token, draft.lexicon.governors["controlling"])
    )
    targets = tuple(t for noun in target for t in judged_targets(draft, noun))
    if sign and word is not None and holders and targets:
        relation = draft.lexicon.relations[SIGNS[sign]]
        yield Candidate(relation, holders, targets, token, (min(token.i, word.i), max(token.i, word.i) + 1))


def _small_clause(token: Token) -> tuple[list[Token], list[Token]] | None:
    """(target nouns, describing tokens) of 'call Orrin a liar'; the parser has several shapes for it."""
    if is_passive(token):
        target = own_subjects(token) or ([token.head] if token.dep_ == "acl" else [])
        return target, children(token, "oprd", "attr", "acomp", "dobj")
    for clause in children(token, "ccomp", "xcomp", "oprd"):
        if target := own_subjects(clause):
            behind = [t for t in clause.subtree if t.i > target[-1].i and t not in list(target[-1].subtree)]
            return target, behind
    objects = children(token, "dobj")
    if len(objects) > 1:
        return objects[:1], objects[1:]  # 'branded *Orrin* a *hypocrite*'
    described = children(token, "oprd", "attr", "acomp", "ccomp", "xcomp", "npadvmod")
    described += [
        c for noun in objects for c in children(noun, "appos")
    ]  # 'labelled the plan “a *disgrace*”'
    return objects, [c for c in described if c.i > token.i and not is_infinitive(c)]


def _as_phrase(token: Token) -> tuple[list[Token], list[Token]] | None:
    """(target nouns, describing tokens) of 'describe the plan as shameful'; the last "as" behind the object counts."""
    target = own_subjects(token) if is_passive(token) else children(token, "dobj")
    for as_ in reversed(list(token.subtree)):
        if target and as_.lower_ == "as" and as_.dep_ in ("prep", "mark") and as_.i > token.i:
            return target, [t for t in as_.subtree if t != as_]
    return None


def _sign_of(draft: Draft, described: list[Token]) -> tuple[int, Token | None]:
    """The sign of the first judging word among the describing words and what hangs on them."""
    for token in described:
        aside = {t.i for clause in children(token, "relcl") for t in clause.subtree}
        for each in [token, *(t for t in token.subtree if t.i not in aside)]:
            for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
                if whole_word(each) in words.adjectives or (
                    each.pos_ in ("NOUN", "PROPN") and each.lemma_.lower() in words.nouns
                ):
                    negated = any(
                        t.dep_ == "neg" or t.lower_ in ("not", "no", "hardly")
                        for t in (*each.children, *each.head.children)
                    )
                    if negated:
                        return (-1, each) if sign > 0 else (0, None)
                    return sign, each
    return 0, None
