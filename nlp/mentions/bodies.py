"""Organizations that the recogniser finds, and "the government"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.named_behind import dateline_end
from nlp.names import Names
from nlp.syntax import children, prepositional
from records import Entity, slug

NAMED_AFTER_PEOPLE = load_words()["bodies"]["after_people"]
BODIES = NAMED_AFTER_PEOPLE | load_words()["bodies"]["acting"]
OWN_GOVERNMENTS = {"GB": "uk-government", "US": "us-government"}


def parties_by_name(draft: Draft) -> None:
    """'the Lantern Party': a party that the knowledge base does not know."""
    for token in draft.tokens:
        if token.text != "Party" or token.i in draft.mention_at:
            continue
        start = token.i
        while start > 0 and draft.tokens[start - 1].pos_ == "PROPN" and draft.free(start - 1, start):
            start -= 1
        if start < token.i:
            name = draft.span_text(start, token.i + 1)
            draft.introduce(Entity(id=slug(name), name=name, type="party", party=name))
            draft.add(start, token.i + 1, slug(name), "party-word")


def organizations_of_ner(draft: Draft) -> None:
    for ent in draft.doc.ents:
        if ent.label_ != "ORG" and not (ent.label_ == "PERSON" and ent[-1].lower_ in NAMED_AFTER_PEOPLE):
            continue
        start, end = ent.start, ent.end
        while start < end and (
            draft.doc[start].lower_ in ("the", "a") or draft.doc[start].is_punct or draft.doc[start].is_space
        ):
            start += 1
        while start < end and (
            draft.doc[end - 1].is_punct or draft.doc[end - 1].is_space or draft.doc[end - 1].lower_ == "'s"
        ):
            end -= 1
        if start >= end or not draft.free(start, end) or not _is_organization_name(draft.doc[start:end]):
            continue
        if end - start == 1 and (_is_kind(draft, draft.tokens[start]) or _of_dateline(draft, start)):
            continue
        last = draft.doc[end - 1].lemma_.lower()
        if last in draft.lexicon.nouns["things"] and last not in BODIES:
            continue  # a bill or an act is no actor
        name = draft.span_text(start, end)
        draft.introduce(Entity(id=slug(name), name=name, type="organization"))
        draft.add(start, end, slug(name), "name")


def _of_dateline(draft: Draft, start: int) -> bool:
    """'*BEDFORD*, N.H. (AP) - …': a place in capitals."""
    place = draft.tokens[start]
    dash = dateline_end(draft, place) if place.text.isupper() and place.i == place.sent.start else None
    if dash is None or not draft.tokens[dash - 1].whitespace_:
        return False  # 'UNISON slammed ex-mayor Orrin'
    return all(token.pos_ not in ("VERB", "AUX") for token in draft.tokens[start:dash])


def _is_kind(draft: Draft, word: Token) -> bool:
    """'a PAC', 'a CEO', 'the PAC': a kind, not a name."""
    led = any(child.lower_ in ("a", "an", "super") for child in word.children)
    return led or word.lower_ in draft.lexicon.groups["bodies"]


def _is_organization_name(span: Span) -> bool:
    """Capitalised throughout, and more than one word or an acronym."""
    words = [
        token for token in span if token.pos_ not in ("ADP", "DET", "CCONJ", "PART") and not token.is_punct
    ]
    if not words or not all(token.text[:1].isupper() or token.text[:1].isdigit() for token in words):
        return False
    if any(token.is_space or token.text == '"' for token in span):
        return False
    if len(words) > 3 and span.text.isupper():
        return False  # a headline in capitals
    return len(words) > 1 or (words[0].text.isupper() and len(words[0].text) > 2)


def governments(draft: Draft, names: Names) -> None:
    """'the government', 'the UK government': the government of the country the text is about."""
    own = OWN_GOVERNMENTS.get(draft.country)
    for token in draft.tokens:
        if draft.words[token.i] != "government" or token.i in draft.mention_at:
            continue
        if token.tag_ not in ("NN", "NNP"):
            continue
        found = [m for c in _modifiers(token) if (m := draft.mention_at.get(c.i))]
        parties = [m.entity_id for m in found if draft.entities[m.entity_id].type == "party"]
        if parties:
            draft.add(token.i, token.i + 1, parties[0], "party-word")
        elif own in draft.knowledge.entities and _is_own(token) and not _abroad(draft, names, token):
            draft.know(str(own))
            draft.add(token.i, token.i + 1, str(own), "role")


def _modifiers(token: Token) -> list[Token]:
    return children(token, "amod", "compound", "nmod")


def _is_own(token: Token) -> bool:
    """'the government', 'the current UK government', not 'a government', 'the government of Ruritania'."""
    determiner = {child.lower_ for child in children(token, "det", "poss")}
    others = {word.lower_ for word in _modifiers(token)} - {
        "current",
        "uk",
        "british",
        "u.k.",
        "whole",
        "federal",
    }
    return (
        bool(determiner)
        and determiner <= {"the", "this", "'s"}
        and not others
        and not prepositional(token, "of")
    )


def _abroad(draft: Draft, names: Names, token: Token) -> bool:
    """Whether another country is spoken of, in the sentence so far or in the one before."""
    start = token.sent.start
    start = draft.tokens[start - 1].sent.start if start else 0
    before = {t.lower_ for t in draft.tokens[start : token.i] if t.text[:1].isupper()}
    foreign = {names.nations.get(word) for word in before} - {None, *OWN_GOVERNMENTS.values()}
    return bool(foreign) or not before.isdisjoint(draft.lexicon.countries["others"])
