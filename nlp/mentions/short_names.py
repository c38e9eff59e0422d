"""The same people again, in short: surnames, and given names after a title."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from records import Entity, slug

OFFICES = frozenset({"president", "secretary", "governor", "mayor", "chancellor"})
PEERS = frozenset({"lord", "lady", "baroness", "viscount", "earl"})


def short_names(draft: Draft) -> None:
    """'Phillips', 'Mr Swinney', 'Sir Keir', 'Hillary': the same person again, in short."""
    latest: dict[str, str] = {}
    for token in draft.tokens:
        mention = draft.mention_at.get(token.i)
        if mention is not None:
            if token.i == mention.end - 1 and (
                token.text not in latest or token.dep_ not in ("pobj", "compound", "poss")
            ):
                latest[token.text] = mention.entity_id
            continue
        if not token.text[:1].isupper() or token.pos_ not in (
            "PROPN",
            "NOUN",
            "ADJ",
            "VERB",
            "X",
            "INTJ",
            "ADP",
        ):
            continue
        entity_id = _by_surname(draft, token, latest) or _by_given_name(draft, token)
        if entity_id is not None:
            draft.add(token.i, token.i + 1, entity_id, "surname")
            latest[token.text] = entity_id


def _by_surname(draft: Draft, token: Token, latest: dict[str, str]) -> str | None:
    title = draft.words[token.i - 1] if token.i else ""
    candidates = _by_office(draft, token, title) or draft.surnames.get(token.text, [])
    if not candidates:
        return _unintroduced(draft, token, title)
    if _part_of_other_name(draft, token):
        return None
    fitting = [c for c in candidates if _title_fits(draft, title, c)]
    if len(fitting) > 1 and latest.get(token.text) in fitting:
        return latest[token.text]
    return fitting[0] if fitting else None


def _by_office(draft: Draft, token: Token, title: str) -> list[str]:
    """'President Clinton', 'Secretary Clinton': the one of that surname who ever held such an office."""
    if title not in OFFICES:
        return []
    held = [
        person
        for person in draft.knowledge.surnames.get(token.text, ())
        if any(
            title in draft.knowledge.posts[post]["label"].lower().split()
            for post, _ in draft.knowledge.offices.get(person, ())
        )
    ]
    return [draft.know(held[0]).id] if len(held) == 1 else []


def _part_of_other_name(draft: Draft, token: Token) -> bool:
    """'Clinton' in 'Chelsea Clinton' or 'Clinton Foundation' is not the Clinton the text is about."""
    before = draft.doc[token.i - 1] if token.i else None
    after = draft.doc[token.i + 1] if token.i + 1 < len(draft.doc) else None
    if (
        after is not None
        and after.pos_ == "PROPN"
        and token.ent_type_ in ("ORG", "FAC", "WORK_OF_ART", "GPE", "LAW")
        and after.ent_iob_ == "I"
    ):
        return True
    if (
        before is None
        or before.ent_type_ != "PERSON"
        or token.ent_iob_ != "I"
        or before.i in draft.mention_at
    ):
        return False
    return before.lower_ not in draft.lexicon.all_titles and before.lower_ not in draft.lexicon.role_nouns


def _title_fits(draft: Draft, title: str, entity_id: str) -> bool:
    gender = draft.entities[entity_id].gender
    if gender is None:
        return True
    other = "female" if gender == "male" else "male"
    return title not in draft.lexicon.titles[other]


def _unintroduced(draft: Draft, token: Token, title: str) -> str | None:
    """A surname alone: the one person of that surname whom the knowledge base has, if NER sees a person."""
    known = draft.knowledge.surnames.get(token.text, ())
    titled = title in draft.lexicon.all_titles
    if len(known) == 1 and (token.ent_type_ == "PERSON" or titled) and not _part_of_other_name(draft, token):
        draft.know(known[0])
        return known[0]
    return _peer(draft, token, title) if title in PEERS and not known else None


def _peer(draft: Draft, token: Token, title: str) -> str:
    """'Lord Kemble': the title and the name together are what such a person is called."""
    name = f"{title.capitalize()} {token.text}"
    gender = next((g for g in ("male", "female") if title in draft.lexicon.titles[g]), None)
    person = draft.introduce(Entity(id=slug(name), name=name, type="person", gender=gender))
    return person.id


def _by_given_name(draft: Draft, token: Token) -> str | None:
    """'Sir Keir', 'Hillary': only where one person of the text is called so."""
    title = draft.words[token.i - 1] if token.i else ""
    candidates = list(dict.fromkeys(draft.given.get(token.text, [])))
    if not candidates and (knights := draft.knowledge.knights.get((title, token.text), ())):
        candidates = list(knights)  # 'Sir Keir' in a text that never gives his surname
    if len(candidates) != 1:
        return None
    following = draft.doc[token.i + 1] if token.i + 1 < len(draft.doc) else None
    if following is not None and following.pos_ == "PROPN" and following.text not in ("'s",):
        return None
    if title not in ("sir", "dame", "lord", "lady") and token.ent_type_ != "PERSON":
        return None
    if candidates[0] not in draft.entities:
        draft.know(candidates[0])
    return candidates[0]
