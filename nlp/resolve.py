"""From a noun in the parse to the entities it stands for.

An actor is reached by name, role, group or pronoun, through relative words, apposition, lists ("people like A and B"),
partitives ("several of Vela's plans") and possession: criticism of what belongs to somebody is criticism of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.again import thing_again
from nlp.antecedents import described, stand_in
from nlp.crowds import Crowd, class_of, crowd_of, described_group
from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.lists import is_group, members_of
from nlp.meant import backed_by, meant_instead
from nlp.named_behind import behind_dateline, named_after
from nlp.owned import is_quality, owner_of
from nlp.syntax import (
    RELATIVES,
    agents,
    children,
    next_token,
    own_subjects,
    prepositional,
    subjects,
    with_conjuncts,
)
from nlp.things import Thing, requested, thing_of
from records import ACTOR_TYPES

PARTITIVES = frozenset(
    {"several", "many", "one", "some", "most", "all", "both", "each", "part", "much", "any", "few", "none"}
)
MAKING = load_words()["deeds"]["making"]
DECIDING = load_words()["deeds"]["deciding"]


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity reached from a noun: which, and the tokens [start, end) that show it."""

    entity_id: str
    start: int
    end: int
    inherited: bool = False  # reached through something that belongs to it
    head: int = -1  # token of the noun that was looked at


def actors_of(draft: Draft, token: Token, depth: int = 0) -> list[Reference]:
    """The actors a noun stands for, itself only (no conjuncts); empty where it stands for none."""
    if depth > 5:
        return []
    if token.i in draft.plural:
        found = [Reference(each, token.i, token.i + 1, head=token.i) for each in draft.plural[token.i]]
        return found + _members(draft, token, draft.plural[token.i], depth)
    other = stand_in(draft, token) or described(draft, token)
    if other is not None:
        return actors_of(draft, other, depth + 1) if other != token else []
    entity_id = draft.entity_of(token)
    if entity_id is not None and draft.entities[entity_id].type in ACTOR_TYPES:
        return [_reference(draft, token, entity_id), *_members(draft, token, [entity_id], depth)]
    return (
        _by_possession(draft, token, depth)
        or _by_list(draft, token, depth)
        or _by_apposition(draft, token, depth)
        or [r for noun in behind_dateline(draft, token) for r in actors_of(draft, noun, depth + 1)]
        or _crowd(draft, crowd_of(draft, token), token)
    )


def _crowd(draft: Draft, crowd: Crowd | None, token: Token) -> list[Reference]:
    """A reference to a group, which is one of the document's entities from now on."""
    if crowd is None:
        return []
    entity, start, end = crowd
    return [Reference(draft.introduce(entity).id, start, end, head=token.i)]


def _members(draft: Draft, token: Token, entity_ids: list[str], depth: int) -> list[Reference]:
    """'several *senators*, including Vela', 'Republicans like Vela said *they* would': its named members too."""
    if len(entity_ids) != 1 or draft.entities[entity_ids[0]].type == "person":
        return []
    group: Token | None = token
    if token.i not in draft.mention_at:
        before = reversed(draft.doc[token.sent.start : token.i])
        group = next((t for t in before if is_group(draft, t) and draft.entity_of(t) == entity_ids[0]), None)
    if group is None:
        return []
    listed = (members_of(draft, group), named_after(draft, group))
    found = ([r for noun in named for r in actors_of(draft, noun, depth + 1)] for named in listed)
    return next((each for each in found if each), [])


def _by_apposition(draft: Draft, token: Token, depth: int) -> list[Reference]:
    """'another Tory, *Tom Orrin*'."""
    if token.pos_ == "PROPN" and token.text not in draft.knowledge.names:
        return []  # the parser may put what follows a comma beside any name
    several = named_after(draft, token) if is_group(draft, token) else []
    if listed := [r for noun in several for r in actors_of(draft, noun, depth + 1)]:
        return listed
    for child in children(token, "appos"):
        if found := actors_of(draft, child, depth + 1):
            return found
    return _named_next(draft, token)


def _named_next(draft: Draft, token: Token) -> list[Reference]:
    """'the sitting *congresswoman*, Dana Ferris,': the parser may hang the name between the commas elsewhere."""
    comma = next_token(token)
    if token.tag_ != "NN" or token.lower_ not in draft.lexicon.role_nouns or str(comma) != ",":
        return []
    name = draft.mention_at.get(token.i + 2)
    if name is None or name.kind != "name" or draft.entities[name.entity_id].type != "person":
        return []
    closed = draft.tokens[name.end].text in (",", ".", ";", ")") if name.end < len(draft.tokens) else True
    return [Reference(name.entity_id, name.start, name.end, head=token.i)] if closed else []


def _reference(draft: Draft, token: Token, entity_id: str) -> Reference:
    mention = draft.mention_at.get(token.i)
    if mention is None:
        return Reference(entity_id, token.i, token.i + 1, head=token.i)
    return Reference(entity_id, mention.start, mention.end, head=token.i)


def _by_list(draft: Draft, token: Token, depth: int) -> list[Reference]:
    """'people like *Vela* and *Orrin*', 'one of *Vela's* plans'."""
    found = [r for noun in members_of(draft, token) for r in actors_of(draft, noun, depth + 1)]
    if not found and token.lower_ in PARTITIVES and (token.i == 0 or token.nbor(-1).lower_ != "not"):
        for noun in prepositional(token, "of"):
            found += actors_of(draft, noun, depth + 1)
    if not found and token.lower_ in draft.lexicon.nouns["measures"]:
        found = [r for noun in prepositional(token, "of") for r in _groups(draft, noun, depth)]
    return found


def _groups(draft: Draft, noun: Token, depth: int) -> list[Reference]:
    """'a growing number of Democratic *senators*': groups, not the people or bodies that a noun leads to."""
    return [r for r in actors_of(draft, noun, depth + 1) if not r.inherited and _is_crowd(draft, r, noun)]


def _is_crowd(draft: Draft, found: Reference, noun: Token) -> bool:
    mention = draft.mention_at.get(noun.i)
    if mention is None:
        return draft.entities[found.entity_id].type == "organization"
    plural = draft.entities[found.entity_id].type == "party" and noun.tag_ in ("NNS", "NNPS")
    return mention.kind == "group" or plural  # 'most of the Republicans'


def _by_possession(draft: Draft, token: Token, depth: int) -> list[Reference]:
    """'*Vela's* record', 'the comments of *Vela*', 'the plan that *Vela* wrote'."""
    inherited = draft.lexicon.nouns["inherited"]
    if token.lemma_.lower() not in inherited and token.lower_ not in inherited:
        quality = is_quality(draft, token)
        owners = children(token, "poss") or prepositional(token, "of") if quality else []
        return _owners(draft, owners, token, depth)
    owners = children(token, "poss")
    for preposition in _owning_prepositions(draft, token):
        owners = owners or prepositional(token, preposition)
    for clause in children(token, "acl"):
        if not _takes_position(draft, clause):
            owners = owners or agents(clause)  # 'remarks made by *Vela*'
    for clause in children(token, "relcl"):
        if children(clause, "mark", "dobj") or _takes_position(draft, clause):
            continue  # 'a report *that Orrin had gone*', 'a plan that Orrin *fought*': not Orrin's
        owners = owners or [s for s in own_subjects(clause) if s != token and s.lower_ not in RELATIVES]
    return _owners(draft, owners, token, depth)


def _owners(draft: Draft, owners: list[Token], token: Token, depth: int) -> list[Reference]:
    found = [
        r for owner in owners for noun in with_conjuncts(owner) for r in actors_of(draft, noun, depth + 1)
    ]
    return [Reference(r.entity_id, r.start, r.end, True, token.i) for r in dict.fromkeys(found)]


def _takes_position(draft: Draft, clause: Token) -> bool:
    """'the policies Orrin *campaigned against*', 'an idea *approved* by Orrin': not his for that."""
    against = any(c.lower_ == "against" for c in children(clause, "prep"))
    frames = draft.lexicon.verb_frames.get(clause.lemma_.lower(), ())
    families = {frame.relation.family for frame in frames if frame.kind == "verbs"}
    return against or bool(families & {"support", "opposition"} and clause.lemma_.lower() not in MAKING)


def _owning_prepositions(draft: Draft, token: Token) -> tuple[str, ...]:
    """'the treatment of Orrin *by Vela*' is Vela's; 'criticism *of* Orrin' is not Orrin's."""
    frames = draft.lexicon.noun_frames.get(token.lemma_.lower(), ())
    undergone = token.lemma_.lower() in draft.lexicon.nouns["undergone"]
    aimed = undergone or any("of" in frame.words for frame in frames)
    return ("by", "from") if aimed else ("by", "of", "from")


def deed_of(draft: Draft, token: Token) -> list[Reference]:
    """'the *decision* was criticised': whoever last decided something, within three sentences."""
    determined = any(child.lower_ in ("the", "this", "that") for child in children(token, "det"))
    others = [
        child
        for child in token.children
        if child.dep_ in ("amod", "compound", "prep", "poss", "acl", "relcl")
    ]
    if token.lower_ not in draft.lexicon.nouns["deeds"] or not determined or others:
        return []
    for verb in reversed(draft.doc[max(0, token.sent.start - 120) : token.sent.start]):
        if verb.pos_ == "VERB" and verb.lemma_.lower() in DECIDING and verb.i not in draft.quote_at:
            acting = [r for noun in subjects(verb) for r in actors_of(draft, noun)]
            if acting:
                return [Reference(r.entity_id, token.i, token.i + 1, True, token.i) for r in acting]
    return []


def targets_of(draft: Draft, token: Token, kind: str, depth: int = 0) -> list[Reference]:
    """What a relation is about, at one noun: actors, things, or either; a thing of its own name comes before its owner.

    Args:
        draft: The document being read.
        token: A noun, pronoun or the head of a clause.
        kind: "actor", "thing" or "either".
        depth: How many nouns have led here that only mean another.
    """
    token = stand_in(draft, token) or token
    if depth < 5 and (meant := _meant(draft, token, kind)) is not None:
        return [r for noun in meant for r in targets_of(draft, noun, kind, depth + 1)]
    found = (actors_of(draft, token) or _backed_by(draft, token)) if kind != "thing" else []
    if not found and kind != "actor" and draft.entity_of(token) is None and _within(draft, token):
        token = token.head.head  # 'the pact with Tolland, *which* she signed'
    if found and not found[0].inherited:
        return found
    request = kind == "either" and token.lemma_.lower() in draft.lexicon.nouns["requests"]
    if request and (wanted := _noted(draft, token, requested(draft, token))):
        return wanted  # rejecting Vela's call for a ban is about the ban
    if kind != "thing":
        found = found or _owners(draft, owner_of(draft, token), token, 0)
        found = found or deed_of(draft, token) or _crowd(draft, class_of(draft, token), token)
    found = found or _crowd(draft, described_group(draft, token), token)
    if found or kind == "actor":
        return found
    return _noted(draft, token, thing_of(draft, token)) or _named_beside(draft, token) or _again(draft, token)


def _meant(draft: Draft, token: Token, kind: str) -> list[Token] | None:
    """What a word is about by its meaning alone: 'the *idea* of a tax', 'a *number* of gun laws'; None for others."""
    if (
        kind != "thing"
        and token.lower_ in draft.lexicon.nouns["elected"]
        and (chosen := _chosen(draft, token))
    ):
        return chosen
    if token.lower_ in draft.lexicon.nouns["measures"] and token.i not in draft.mention_at:
        return prepositional(token, "of") or [c for c in children(token, "poss") if c.pos_ == "NOUN"] or None
    return meant_instead(token)


def _chosen(draft: Draft, token: Token) -> list[Token]:
    """'the re-*election* of Vela': Vela, if it is somebody."""
    return [noun for noun in prepositional(token, "of") if draft.entity_of(noun) is not None]


def _named_beside(draft: Draft, token: Token) -> list[Reference]:
    """'his signature achievement, the *Harbour Act*'."""
    laws = (c for c in children(token, "appos") if c.pos_ == "PROPN")
    return [r for noun in laws for r in _noted(draft, noun, thing_of(draft, noun))]


def _again(draft: Draft, token: Token) -> list[Reference]:
    """'rejected *the idea*', 'rejected *that*': the thing named just before."""
    entity = thing_again(draft, token)
    return _noted(draft, token, None if entity is None else (entity, token.i, token.i + 1))


def _backed_by(draft: Draft, token: Token) -> list[Reference]:
    """'gave $5,000 to a *super PAC* backing Orrin': what is done for it is done for him."""
    found = [r for noun in backed_by(draft, token) for r in actors_of(draft, noun)]
    return [Reference(r.entity_id, r.start, r.end, True, token.i) for r in found]


def _within(draft: Draft, token: Token) -> bool:
    """Whether a noun only completes the name of a thing ("the pact with *Tolland*")."""
    whole = token.head.head
    complement = token.dep_ == "pobj" and token.head.dep_ == "prep" and whole.pos_ == "NOUN"
    return complement and token.pos_ == "PROPN" and whole.lemma_.lower() in draft.lexicon.nouns["things"]


def _noted(draft: Draft, token: Token, thing: Thing | None) -> list[Reference]:
    """A reference to a thing, which is one of the document's entities from now on."""
    if thing is None:
        return []
    entity, start, end = thing
    return [Reference(draft.introduce(entity).id, start, end, head=token.i)]
