"""Names that the knowledge base has, longest first."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.lists import ABBREVIATED
from nlp.mentions.countries import is_country, stands_for_government
from nlp.names import Names
from nlp.syntax import next_token

NATIONWIDE = load_words()["groups"]["nationwide"]
HOUSES = frozenset({"senate", "house", "court", "congress", "assembly"})
MEMBER_NOTES = frozenset({"demonym", "plural"})


def known_names(draft: Draft, names: Names) -> None:
    """Note every name of the knowledge base that stands as a name."""
    tokens = draft.tokens
    words = [token.text for token in tokens]
    for start, end, ids in names.capitals.matches(words):
        entity_id = ids[0] if len(ids) == 1 else _best_known(draft, ids)
        draft.know(entity_id)
        draft.add(start, end, entity_id, "name")
    surnames = _surnames(draft)
    matches = sorted(names.entities.matches(words), key=lambda match: len(match[2]) > 1)  # sure ones first
    for start, end, ids in matches:
        entity_id = ids[0] if len(ids) == 1 else _best_known(draft, ids)
        kind = draft.knowledge.entities[entity_id].type
        if end - start == 1 and not _stands_as_name(tokens[start], kind == "party"):
            continue
        if end - start == 1 and kind != "person" and words[start] in surnames:
            continue
        if kind == "organization" and _of_a_part(draft, tokens[start], tokens[end - 1]):
            continue
        country = is_country(draft, " ".join(words[start:end]), entity_id)
        if country and not stands_for_government(draft, tokens[end - 1], start):
            continue
        if (end < len(tokens) and _goes_on(tokens[end - 1], tokens[end])) or not draft.free(start, end):
            continue
        draft.know(entity_id)
        draft.add(start, end, entity_id, _name_kind(draft, tokens[start:end], entity_id))


def _of_a_part(draft: Draft, first: Token, last: Token) -> bool:
    """'the *North Carolina* Senate', 'the *state* Supreme Court': no house of the whole country."""
    if last.lower_ not in HOUSES or first.i == 0:
        return False
    before = first.nbor(-1)
    if before.lower_ in ("state", "city", "county"):
        return True
    place = (
        before.ent_type_ in ("GPE", "ORG")
        and before.pos_ == "PROPN"
        and before.text not in draft.knowledge.surnames
    )
    led = before.dep_ in ("compound", "nmod") and before.head in (last, first)
    start = before.i
    while start > 0 and before.doc[start - 1].pos_ == "PROPN":
        start -= 1
    apart = start > 0 and before.doc[start - 1].pos_ == "ADP"  # 'in *Ohio* Congress said …'
    return place and led and not apart and before.lower_ not in NATIONWIDE


def _surnames(draft: Draft) -> set[str]:
    """Surnames of the people whom the text introduces by a known given name: after 'Tom Alba' no Alba is a party."""
    given = draft.lexicon.given["male"] | draft.lexicon.given["female"]
    people = (ent for ent in draft.doc.ents if ent.label_ == "PERSON" and len(ent) > 1)
    return {ent[-1].text for ent in people if ent[0].lower_ in given and ent[-1].tag_ == "NNP"}


def _stands_as_name(token: Token, party: bool) -> bool:
    """One capitalised word is a name unless the tagger sees a plain word that a sentence happens to open with."""
    if token.pos_ == "PROPN" or not token.text[:1].isupper():
        return token.pos_ == "PROPN"
    if not token.is_sent_start:
        return token.pos_ != "VERB"
    following = next_token(token)
    return (
        party
        and token.pos_ in ("NOUN", "ADJ", "X", "VERB")
        and (following is None or following.lower_ != "of")
    )


def _goes_on(last: Token, following: Token) -> bool:
    """'Jay' within 'Jay Leno': a longer person's name than the one known."""
    return (
        following.text not in ABBREVIATED  # 'Tory MPs'
        and last.ent_type_ == "PERSON"
        and following.ent_type_ == "PERSON"
        and following.ent_iob_ == "I"
        and (following.text[:1].isupper() and following.dep_ != "case" and following.text not in ("'s", "'"))
    )


def _best_known(draft: Draft, ids: tuple[str, ...]) -> str:
    """Of several entities of one name, the one already met, else the first of the document's country."""
    for entity_id in ids:
        if entity_id in draft.entities:
            return entity_id
    country = country_of(draft)
    return next((one for one in ids if _area(draft, one) == country), ids[0])


def _name_kind(draft: Draft, tokens: list[Token], entity_id: str) -> str:
    note = draft.knowledge.notes.get((" ".join(token.text for token in tokens), entity_id), "")
    return "party-word" if note in MEMBER_NOTES or draft.entities[entity_id].type == "party" else "name"


def country_of(draft: Draft) -> str:
    """The country whose parties and people the text names most: whose government "the government" is."""
    counts: Counter[str] = Counter()
    for mention in draft.found:
        if area := _area(draft, mention.entity_id):
            counts[area] += 1
        party = draft.entities[mention.entity_id].party
        counts["US" if party in ("Republican Party", "Democratic Party") else "GB"] += party is not None
    return counts.most_common(1)[0][0] if counts else "GB"


def _area(draft: Draft, entity_id: str) -> str:
    """The country of a body of the knowledge base, in two letters; "" for any other entity."""
    row = draft.knowledge.organizations.get(entity_id) or {}
    return str(row.get("area") or "")[:2]
