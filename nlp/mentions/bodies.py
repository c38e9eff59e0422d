"""Organizations that the recogniser finds, and "the government"."""

from __future__ import annotations

from spacy.tokens import Span

from nlp.draft import Draft
from records import Entity, slug


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
        if ent.label_ != "ORG":
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
        if end - start == 1 and any(c.lower_ in ("a", "an", "super") for c in draft.tokens[start].children):
            continue  # 'a PAC', 'a CEO': a kind, not a name
        if draft.doc[end - 1].lemma_.lower() in draft.lexicon.nouns["things"]:
            continue  # a bill or an act is no actor
        name = draft.span_text(start, end)
        draft.introduce(Entity(id=slug(name), name=name, type="organization"))
        draft.add(start, end, slug(name), "name")


def _is_organization_name(span: Span) -> bool:
    """Capitalised throughout, and more than one word or an acronym."""
    words = [
        token for token in span if token.pos_ not in ("ADP", "DET", "CCONJ", "PART") and not token.is_punct
    ]
    if not words or not all(token.text[:1].isupper() or token.text[:1].isdigit() for token in words):
        return False
    if any(token.is_space or token.text == '"' for token in span):
        return False
    return len(words) > 1 or (words[0].text.isupper() and len(words[0].text) > 2)


def governments(draft: Draft) -> None:
    """'the government', 'the UK government': the government of the country the text is about."""
    government = {"GB": "uk-government", "US": "white-house"}.get(draft.country)
    for token in draft.tokens:
        if (
            draft.words[token.i] != "government"
            or token.i in draft.mention_at
            or token.tag_ not in ("NN", "NNP")
        ):
            continue
        modifiers = [child for child in token.children if child.dep_ in ("amod", "compound", "nmod")]
        determiner = {child.lower_ for child in token.children if child.dep_ in ("det", "poss")}
        parties = [
            m
            for c in modifiers
            if (m := draft.mention_at.get(c.i)) and draft.entities[m.entity_id].type == "party"
        ]
        if parties:
            draft.add(token.i, token.i + 1, parties[0].entity_id, "party-word")
        elif (
            government in draft.knowledge.entities
            and determiner
            and determiner <= {"the", "this"} | {"'s"}
            and not ({m.lower_ for m in modifiers} - {"current", "uk", "british", "u.k.", "whole"})
        ):
            draft.know(str(government))
            draft.add(token.i, token.i + 1, str(government), "role")
