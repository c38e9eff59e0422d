"""From a noun in the parse to the entities it stands for.

An actor is reached by name, role, group or pronoun, through relative words, apposition, lists ("people like A and B"),
partitives ("several of Vela's plans") and possession: criticism of what belongs to somebody is criticism of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lists import is_group, members_of
from nlp.meant import backed_by, meant_instead, person_meant
from nlp.syntax import (
    RELATIVES,
    agents,
    children,
    own_subjects,
    prepositional,
    subjects,
    with_conjuncts,
)
from nlp.things import Thing, requested, thing_of
from records import ACTOR_TYPES, Entity, slug

VAGUE = frozenset(
    {"other", "many", "several", "some", "new", "own", "fellow", "same", "such", "few", "more", "most"}
)
PARTITIVES = frozenset(
    {"several", "many", "one", "some", "most", "all", "both", "each", "part", "much", "any", "few", "none"}
)


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
    other = _stand_in(draft, token) or _described(draft, token)
    if other is not None:
        return actors_of(draft, other, depth + 1) if other != token else []
    entity_id = draft.entity_of(token)
    if entity_id is not None and draft.entities[entity_id].type in ACTOR_TYPES:
        return [_reference(draft, token, entity_id), *_members(draft, token, [entity_id], depth)]
    return (
        _by_possession(draft, token, depth)
        or _by_list(draft, token, depth)
        or _by_apposition(draft, token, depth)
    )


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
    return [r for noun in members_of(draft, group) for r in actors_of(draft, noun, depth + 1)]


def _stand_in(draft: Draft, token: Token) -> Token | None:
    """The noun that a relative word or a "them" repeats; the token itself where a relative word has none."""
    if token.i in draft.same_as:
        return draft.tokens[draft.same_as[token.i]]
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "WP$", "IN"):
        return _antecedent(token) or token
    return None


def _described(draft: Draft, token: Token) -> Token | None:
    """'Ada Vela, a coastal *Democrat* who backs …': the one described, where the noun names nobody itself."""
    described = token.head
    if token.dep_ != "appos" or token.tag_ not in ("NN", "NNP") or described.pos_ != "PROPN":
        return None
    person = draft.mention_at.get(described.i)
    own = draft.mention_at.get(token.i)
    article = any(child.lower_ in ("a", "an") for child in children(token, "det"))
    if person is None or draft.entities[person.entity_id].type != "person" or not article:
        return None
    named = own is not None and draft.entities[own.entity_id].type == "person"
    return None if named else described


def _by_apposition(draft: Draft, token: Token, depth: int) -> list[Reference]:
    """'another Tory, *Tom Orrin*'."""
    if token.pos_ == "PROPN" and token.text not in draft.knowledge.names:
        return []  # the parser may put what follows a comma beside any name
    for child in children(token, "appos"):
        if found := actors_of(draft, child, depth + 1):
            return found
    return _named_next(draft, token)


def _named_next(draft: Draft, token: Token) -> list[Reference]:
    """'the sitting *congresswoman*, Dana Ferris,': the parser may hang the name between the commas elsewhere."""
    if token.tag_ != "NN" or token.lower_ not in draft.lexicon.role_nouns or token.nbor().text != ",":
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


def _antecedent(relative: Token) -> Token | None:
    """'Vela, *who* …': the noun that the relative clause describes."""
    for ancestor in (relative, *relative.ancestors):
        if ancestor.dep_ == "relcl":
            noun = person_meant(relative, ancestor.head)
            denied = (
                noun.dep_ == "appos"
                and noun.left_edge.i > 0
                and noun.doc[noun.left_edge.i - 1].lower_ == "not"
            )
            return noun.head if denied else noun  # 'Vela, not Orrin, *who* …'
    return None


def _by_list(draft: Draft, token: Token, depth: int) -> list[Reference]:
    """'people like *Vela* and *Orrin*', 'one of *Vela's* plans'."""
    found = [r for noun in members_of(draft, token) for r in actors_of(draft, noun, depth + 1)]
    if not found and token.lower_ in PARTITIVES:
        for noun in prepositional(token, "of"):
            found += actors_of(draft, noun, depth + 1)
    return found


def _by_possession(draft: Draft, token: Token, depth: int) -> list[Reference]:
    """'*Vela's* record', 'the comments of *Vela*', 'the plan that *Vela* wrote'."""
    if (
        token.lemma_.lower() not in draft.lexicon.nouns["inherited"]
        and token.lower_ not in draft.lexicon.nouns["inherited"]
    ):
        return []
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


MAKING = frozenset({"propose", "promise", "pledge", "unveil", "introduce", "table", "champion", "sponsor"})


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


DECIDING = frozenset(
    [
        "instruct",
        "reject",
        "refuse",
        "order",
        "announce",
        "appoint",
        "sack",
        "scrap",
        "block",
        "approve",
        "decide",
        "decline",
        "rule",
        "cancel",
        "launch",
        "commission",
        "introduce",
        "impose",
        "ban",
        "abolish",
        "cut",
        "veto",
        "withdraw",
        "choose",
        "nominate",
    ]
)


def targets_of(draft: Draft, token: Token, kind: str, depth: int = 0) -> list[Reference]:
    """What a relation is about, at one noun: actors, things, or either; a thing of its own name comes before its owner.

    Args:
        draft: The document being read.
        token: A noun, pronoun or the head of a clause.
        kind: "actor", "thing" or "either".
        depth: How many nouns have led here that only mean another.
    """
    token = _stand_in(draft, token) or token
    if depth < 5 and (meant := meant_instead(token)) is not None:
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
        found = found or deed_of(draft, token)
    found = found or _group_of(draft, token)
    if found or kind == "actor":
        return found
    return _noted(draft, token, thing_of(draft, token)) or _named_beside(draft, token)


def _named_beside(draft: Draft, token: Token) -> list[Reference]:
    """'his signature achievement, the *Harbour Act*'."""
    laws = (c for c in children(token, "appos") if c.pos_ == "PROPN")
    return [r for noun in laws for r in _noted(draft, noun, thing_of(draft, noun))]


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


def _group_of(draft: Draft, token: Token) -> list[Reference]:
    """'eight *state legislative candidates*': people under the words that say which."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in draft.lexicon.nouns["grouped"]:
        return []
    words = [
        c for c in children(token, "compound", "amod", "nmod") if c.i < token.i and c.lower_ not in VAGUE
    ]
    if not words:
        return []
    start = min(c.left_edge.i for c in words)
    text = draft.span_text(start, token.i + 1)
    entity = Entity(id=f"group--{slug(text)}", name=text[:1].upper() + text[1:], type="organization")
    return [Reference(draft.introduce(entity).id, start, token.i + 1, head=token.i)]
