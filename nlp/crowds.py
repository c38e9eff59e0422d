"""Groups known by whose they are or by what they are: "Vela's supporters", "members of the union", "Muslims".

They get a name of their own, so that what a group does is never said of the one whose group it is.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.plurals import first_of
from nlp.syntax import children, prepositional
from records import Entity, slug

OF_BODIES = ("of", "at", "from", "within")
NO_MORE = load_words()["people"]["unreal"]
CERTAIN = ("nummod", "relcl", "acl", "poss", "prep", "quantmod", "appos")  # they tell of certain ones
NONE = frozenset(
    {"no", "any", "few", "other", "many", "several", "some", "these", "those", "two", "three", "more"}
)
VAGUE = frozenset(
    {"other", "many", "several", "some", "new", "own", "fellow", "same", "such", "few", "more", "most"}
)
Crowd = tuple[Entity, int, int]
"""The group with its token span [start, end)."""


def crowd_of(draft: Draft, noun: Token) -> Crowd | None:
    """The group of people around somebody or in a body that a noun stands for, as an actor or a target."""
    if noun.tag_ not in ("NNS", "NNPS") or _denied(noun):
        return None
    word = noun.lower_
    if word in draft.lexicon.groups["owned"] and (owner := _owner(draft, noun)) is not None:
        return _named(draft, owner, noun)
    if word in draft.lexicon.groups["members"]:
        for preposition in OF_BODIES:
            for body in prepositional(noun, preposition)[:1]:
                if (entity := _body(draft, body)) is not None:
                    return _named(draft, entity, noun)
    return None


def class_of(draft: Draft, noun: Token) -> Crowd | None:
    """'insulted *Muslims*', 'praised *police officers*': people as a kind, who may be a target; no certain ones."""
    if noun.tag_ not in ("NNS", "NNPS") or noun.lower_ not in draft.lexicon.groups["classes"]:
        return None
    first = first_of(noun)
    others = [c for n in {first, noun} for c in children(n, *CERTAIN)]
    if others or any(child.lower_ in NONE for child in (*noun.children, *first.children)):
        return None
    words = [c for c in children(noun, "compound", "amod", "nmod") if c.i < noun.i]
    if any(child.lower_ == "the" for child in children(first, "det")) and not words:
        return None  # 'thanked the veterans': those who were there
    return _kind(draft, min([noun.i, *(c.left_edge.i for c in words)]), noun)


def described_group(draft: Draft, noun: Token) -> Crowd | None:
    """'eight *state legislative candidates*': people under the words that say which."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in draft.lexicon.nouns["grouped"]:
        return None
    words = [c for c in children(noun, "compound", "amod", "nmod") if c.i < noun.i and c.lower_ not in VAGUE]
    return _kind(draft, min(c.left_edge.i for c in words), noun) if words else None


def _kind(draft: Draft, start: int, noun: Token) -> Crowd:
    text = draft.span_text(start, noun.i + 1)
    entity = Entity(id=f"group--{slug(text)}", name=text[:1].upper() + text[1:], type="organization")
    return entity, start, noun.i + 1


def _denied(noun: Token) -> bool:
    """'no supporters', 'Vela's *former* supporters'."""
    return bool(children(noun, "neg")) or any(child.lower_ in NO_MORE for child in noun.children)


def _owner(draft: Draft, noun: Token) -> Entity | None:
    """Whose they are: 'his', 'Vela's', 'Vela' before the noun, '*of* Vela'; not 'are friends of mine'."""
    named = [n for n in prepositional(noun, "of")[:1] if n.i in draft.mention_at and noun.dep_ != "attr"]
    for child in (*children(noun, "poss", "compound", "nmod"), *named):
        if child.lower_ in ("our", "your"):
            return None  # 'our enemies' are those of a country
        entity_id = draft.entity_of(child)
        entity = draft.entities.get(entity_id) if entity_id is not None else None
        if entity is not None and entity.type in ("person", "organization"):
            return entity
    return None


def _body(draft: Draft, noun: Token) -> Entity | None:
    mention = draft.mention_at.get(noun.i)
    entity = draft.entities[mention.entity_id] if mention is not None and mention.kind != "group" else None
    return entity if entity is not None and entity.type in ("organization", "party") else None


def _named(draft: Draft, owner: Entity, noun: Token) -> Crowd:
    short = owner.name.split()[-1] if owner.type == "person" else owner.name
    name = f"{short} {noun.lower_}"
    return Entity(id=f"group--{slug(name)}", name=name, type="organization"), noun.i, noun.i + 1
