"""Surnames of people whom the text never introduces: whom the knowledge base knows by them, if one person only.

The recogniser's word is not asked for where a name is rare enough, since it misses and mistypes many; names that many
bear, or that are words and places too (`common_surnames`), need a title before them and an office on the day.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.syntax import children, next_token
from records import Entity, slug

OTHER = {"male": "female", "female": "male"}
NO_PEOPLE = frozenset({"ORG", "FAC", "WORK_OF_ART", "GPE", "LAW"})
PEERS = load_words()["people"]["peers"]


def unintroduced(draft: Draft, token: Token, name: str, title: str) -> str | None:
    """A surname alone: the one person of that surname who can be meant; a common one only behind a title, in office."""
    known = draft.knowledge.surnames.get(name, ())
    titled = title in draft.lexicon.all_titles
    if not known or name.isupper():
        return _peer(draft, token, title) if title in PEERS and not known else None
    common = name.lower() in draft.lexicon.common_surnames
    if part_of_other_name(draft, token) or not (titled or (not common and _stands_alone(draft, token))):
        return None
    fitting = [p for p in known if title_fits(draft.knowledge.entities[p].gender, draft, title)]
    if common or (len(fitting) > 1 and token.dep_ != "compound"):
        fitting = [p for p in fitting if draft.knowledge.roles_of(p, draft.document.date)]
    return draft.know(fitting[0]).id if len(fitting) == 1 else None


def title_fits(gender: str | None, draft: Draft, title: str) -> bool:
    if gender not in OTHER:
        return True
    return title not in draft.lexicon.titles[OTHER[gender]]


def part_of_other_name(draft: Draft, token: Token) -> bool:
    """'Clinton' in 'Chelsea Clinton' or 'Clinton Foundation' is not the Clinton the text is about."""
    before = draft.doc[token.i - 1] if token.i else None
    after = next_token(token)
    if after is not None and after.pos_ == "PROPN" and after.text[:1].isupper() and not in_headline(token):
        if after.lower_ in draft.lexicon.not_surnames:
            return True
        if token.ent_type_ in NO_PEOPLE and after.ent_iob_ == "I":
            return True
    if (
        before is None
        or before.ent_type_ != "PERSON"
        or token.ent_iob_ != "I"
        or before.i in draft.mention_at
    ):
        return False
    return before.lower_ not in draft.lexicon.all_titles and before.lower_ not in draft.lexicon.role_nouns


def _stands_alone(draft: Draft, token: Token) -> bool:
    """Whether a surname is a name by itself, whatever the recogniser takes it for: not 'the Tusk', 'Rubio-Schumer'."""
    if token.pos_ != "PROPN" and token.dep_ != "nsubj" and not in_headline(token):
        return token.ent_type_ == "PERSON"
    if in_headline(token) or _subject_of_headline(draft, token):
        return True
    if token.ent_type_ in NO_PEOPLE and (token.ent_iob_ == "I" or _goes_on(draft, token)):
        return False  # 'Friends of Tusk'
    before, after = (draft.tokens[i : i + 1] for i in (token.i - 1, token.i + 1))
    neighbours = (*(before if token.i else ()), *after)
    if children(token, "poss"):
        return False  # 'Norway's Tusk'
    return not any(t.text in ("-", "&", "the", "The", "a") or _same_name(token, t) for t in neighbours)


def in_headline(token: Token) -> bool:
    """Whether a word stands among capitals, of which tagger and recogniser know nothing."""
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    before = token.nbor(-1) if token.i else token
    return token.text.isupper() and any(
        t.text.isupper() and t.is_alpha for t in (before, following) if t != token
    )


def _subject_of_headline(draft: Draft, token: Token) -> bool:
    """'Vela *Slams* Orrin': the tagger takes the capitalised verb for a part of the name."""
    verb = draft.words[token.i + 1] if token.i + 1 < len(draft.words) else ""
    frames = draft.lexicon.verb_frames
    return bool(token.is_sent_start) and verb.endswith("s") and (verb[:-1] in frames or verb[:-2] in frames)


def _goes_on(draft: Draft, token: Token) -> bool:
    """Whether the recogniser's name goes on behind a token, other than by the mark of a possessive."""
    following = draft.tokens[token.i + 1] if token.i + 1 < len(draft.tokens) else token
    return following.ent_iob_ == "I" and following.tag_ != "POS"


def _same_name(token: Token, other: Token) -> bool:
    """Whether the recogniser or the parser sees two neighbours as parts of one name."""
    capital = other.pos_ == "PROPN" and other.text[:1].isupper() and not other.text.isupper()
    return capital and (other.head == token or token.head == other)


def _peer(draft: Draft, token: Token, title: str) -> str:
    """'Lord Kemble': the title and the name together are what such a person is called."""
    name = f"{title.capitalize()} {token.text}"
    gender = next((g for g in ("male", "female") if title in draft.lexicon.titles[g]), None)
    person = draft.introduce(Entity(id=slug(name), name=name, type="person", gender=gender))
    return person.id
