"""Demands on groups and things that are no actors of their own: "urged lawmakers to …", "called for … to be closed"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.policies import Policies
from nlp.resolve import Reference, actors_of
from nlp.rules.verbs import slots_of
from nlp.syntax import children, is_infinitive, is_passive, own_subjects, subjects
from nlp.things import LEADING, action_of

Wish = tuple[list[Token], list[Reference], Token]
"""Nouns of those who ask, what they ask for, the verb."""


def wishes(draft: Draft, policies: Policies, verb: Token) -> Iterator[Wish]:
    """'Vela *urged* lawmakers to close the gap', '*called for* the camps to be closed'."""
    lemma = verb.lemma_.lower()
    if lemma in policies["urging"]:
        yield from _of_a_group(draft, policies, verb)
    if lemma in policies["wanting"] or lemma in ("call", "press", "push"):
        yield from _of_a_thing(draft, policies, verb)


def _of_a_group(draft: Draft, policies: Policies, verb: Token) -> Iterator[Wish]:
    for frame in draft.lexicon.verb_frames.get(verb.lemma_.lower(), ()):
        slots = slots_of(draft, frame, verb) if frame.relation.target == "addressee" else None
        if slots is None or not slots.targets:
            continue
        noun = slots.targets[0]
        clause = next((c for c in _clauses(verb, noun) if is_infinitive(c) and c.i > noun.i), None)
        if clause is not None and is_unnamed(draft, noun) and is_public_deed(policies, clause):
            yield slots.actors, [wanted_of(draft, noun, clause)], verb
        return


def _clauses(verb: Token, noun: Token) -> list[Token]:
    holders = [verb, noun, *children(verb, "prep")]
    return [c for each in holders for c in children(each, "xcomp", "ccomp", "advcl", "acl", "relcl")]


def _of_a_thing(draft: Draft, policies: Policies, verb: Token) -> Iterator[Wish]:
    for clause in children(verb, "advcl", "ccomp", "xcomp"):
        nouns = own_subjects(clause)
        wanted = is_infinitive(clause) and clause.i > verb.i and len(nouns) == 1 and nouns[0].i > verb.i
        marked = any(c.lower_ == "for" for c in children(clause, "mark"))
        if (
            wanted
            and marked != (verb.lemma_.lower() in policies["wanting"])
            and is_public_deed(policies, clause)
        ):
            noun = nouns[0]
            people = noun.lemma_.lower() in policies["crowd"]  # 'wants voters to …' is her hope
            if noun.pos_ in ("NOUN", "PROPN") and not people and not actors_of(draft, noun):
                yield subjects(verb), [wanted_of(draft, noun, clause)], verb


def is_public_deed(policies: Policies, clause: Token) -> bool:
    """Something to be done in public; not 'asked voters *to vote for him*'."""
    lemma = clause.lemma_.lower()
    vague = any(child.pos_ == "PRON" for child in children(clause, "dobj"))
    said = is_passive(clause) or bool(children(clause, "dobj", "prep", "prt", "acomp"))
    return said and not vague and lemma not in policies["no_deeds"] and lemma != "vote"


def is_unnamed(draft: Draft, noun: Token) -> bool:
    """'*lawmakers*', 'the *governor*', 'a *council*': several people, an office or a body that are no entity."""
    fits = noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NN" and is_office(draft, noun))
    return fits and noun.i not in draft.mention_at and not actors_of(draft, noun)


def is_office(draft: Draft, noun: Token) -> bool:
    """'*governor*', '*council*', '*lawmakers*': who can be asked to do something in public."""
    lexicon, lemma = draft.lexicon, noun.lemma_.lower()
    return (
        lemma in lexicon.role_nouns
        or lemma in lexicon.groups["bodies"]
        or lemma in lexicon.nouns["collectives"]
    )


def wanted_of(draft: Draft, noun: Token, clause: Token) -> Reference:
    """What they shall do, in the words of the text."""
    last = max([noun.i, *(c.i for c in children(noun, "prep"))])
    stop = noun.right_edge.i + 1 if last > noun.i and noun.right_edge.i < clause.i else noun.i + 1
    text = LEADING.sub("", " ".join(draft.span_text(noun.left_edge.i, stop).split()))
    entity, _, end = action_of(draft, text[:1].upper() + text[1:], clause)
    draft.introduce(entity)
    return Reference(entity.id, noun.left_edge.i, max(end, noun.i + 1), head=clause.i)
