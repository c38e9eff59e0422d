"""Campaigns by whose they are, "the Ada Vela campaign", and who speaks for somebody: "a spokesman for Vela"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft, Found
from nlp.lexicon.words import load_words
from nlp.syntax import children, prepositional
from records import Entity, slug

BETWEEN = load_words()["people"]["campaigning"]
SPEAKERS = load_words()["people"]["speakers"]
STANDING = load_words()["people"]["candidates"]


def campaigns(draft: Draft) -> None:
    """Note 'the Ada Vela campaign' as a body of its own; 'a Vela campaign spokesman' and the like speak for it."""
    for token in draft.tokens:
        word = draft.words[token.i]
        if word == "campaign" and token.tag_ in ("NN", "NNP") and token.dep_ != "compound":
            _note_campaign(draft, token)
        elif word in SPEAKERS and token.tag_ in ("NN", "NNP") and token.i not in draft.mention_at:
            _note_speaker(draft, token)


def _note_campaign(draft: Draft, noun: Token) -> None:
    """'The *Ada Vela presidential campaign*'; what stands before it must be the person's name and no possessive."""
    owner = _named_before(draft, noun)
    if owner is None or noun.i in draft.mention_at or draft.entities[owner.entity_id].type != "person":
        return
    before = draft.words[owner.start - 1] if owner.start else ""
    if before not in ("the", "a") and noun.dep_ not in ("nsubj", "nsubjpass"):
        return
    for index in range(owner.start, owner.end):
        draft.mention_at.pop(index, None)
    draft.add(owner.start, noun.i + 1, _campaign_of(draft, owner.entity_id), "name")


def _note_speaker(draft: Draft, noun: Token) -> None:
    """'*a spokesman* for Vela said': the campaign of somebody who stands for office, or the body itself."""
    following = draft.tokens[noun.i + 1] if noun.i + 1 < len(draft.tokens) else noun
    if noun.dep_ not in ("nsubj", "pobj") or following.pos_ == "PROPN" or children(noun, "appos"):
        return
    if _named_behind(draft, noun) or children(noun, "amod"):
        return
    owner = _named_before(draft, noun)
    for name in prepositional(noun, "for"):
        owner = owner or draft.mention_at.get(name.i)
    if owner is None:
        return
    if draft.entities[owner.entity_id].type != "person":
        draft.add(noun.i, noun.i + 1, owner.entity_id, "role")
    elif stands(draft, owner.entity_id):
        draft.add(noun.i, noun.i + 1, _campaign_of(draft, owner.entity_id), "role")


def _named_behind(draft: Draft, noun: Token) -> bool:
    """'a spokesman for the union, *Tom Orrin*, said'."""
    comma = noun.right_edge.i + 1
    for index in (comma, comma + 1):
        mention = draft.mention_at.get(index)
        if mention is not None and draft.entities[mention.entity_id].type == "person":
            return True
    return False


def _named_before(draft: Draft, noun: Token) -> Found | None:
    """Whose bare name stands right before a noun, "presidential" and "campaign" left out."""
    index = noun.i - 1
    while index > 0 and index not in draft.mention_at and draft.words[index] in BETWEEN:
        index -= 1
    owner = draft.mention_at.get(index)
    return (
        owner if owner is not None and owner.end == index + 1 and owner.kind in ("name", "surname") else None
    )


def stands(draft: Draft, person: str) -> bool:
    """Whether somebody stands for office, by the text or the knowledge base."""
    titles = draft.knowledge.titles_of(person, draft.document.date)
    told = {word for _, words, who in draft.roles if who == person for word in words}
    return bool(STANDING & told) or any(STANDING & set(title.split()) for title in titles)


def _campaign_of(draft: Draft, person: str) -> str:
    """One campaign for each person, named in short: the base's own where it has it."""
    name = f"{draft.entities[person].name.split()[-1]} campaign"
    known = draft.knowledge.names.get(name, ())
    if len(known) == 1:
        return draft.know(known[0]).id
    return draft.introduce(Entity(id=slug(name), name=name, type="organization")).id
