"""Party words: the party itself, its groups ("senior Tories"), and the words that only say whose member somebody is."""

from __future__ import annotations

import dataclasses

from spacy.tokens import Token

from nlp.draft import Draft, Found
from nlp.lexicon.words import load_words
from nlp.syntax import children, next_token, subjects
from records import Entity, slug

PAST_NOW = load_words()["people"]["former"]
NATIONWIDE = load_words()["groups"]["nationwide"]
LETTERS = {"R": "republican-party", "D": "democratic-party"}  # as US newspapers mark their politicians


def party_words(draft: Draft) -> None:
    """A party word before a noun belongs to that noun: 'Tory leader', 'Conservative MPs', 'senior Tories'."""
    for mention in draft.found_in_order():
        if draft.entities[mention.entity_id].type != "party" or mention.kind == "role":
            continue
        head = draft.tokens[mention.end - 1]
        noun = _modified_noun(draft, head)
        if noun is not None:
            _give_to_noun(draft, mention, noun)
        elif _one_member(draft, mention, head) or _share(draft, mention):
            _unmention(draft, mention.start, mention.end)
        elif head.tag_ in ("NNS", "NNPS") and (words := _group_words(draft, mention)):
            _note_some(draft, mention, head, words)


def _give_to_noun(draft: Draft, mention: Found, noun: Token) -> None:
    """The party word is no mention by itself; with its noun it may name a group or the party as a whole."""
    draft.party_of_head[noun.i] = mention.entity_id
    _unmention(draft, mention.start, mention.end)
    if noun.i in draft.mention_at:
        return
    nouns = draft.lexicon.nouns
    words = {noun.lemma_.lower(), noun.lower_}
    acting = nouns["collectives"] | draft.lexicon.groups["named"] | draft.lexicon.groups["plain"]
    if _is_plural(noun) and words & acting:
        past = mention.start > noun.sent.start and draft.words[mention.start - 1] in PAST_NOW
        _add_group(draft, mention.start - past, noun.i + 1, mention.entity_id)  # '*former* Tory ministers'
    elif noun.lower_ in nouns["whole_party"]:
        draft.add(mention.start, noun.i + 1, mention.entity_id, "party-word")


def _is_plural(noun: Token) -> bool:
    """'senators', and 'MPs', which the tagger may take for a name."""
    return noun.tag_ in ("NNS", "NNPS") or (noun.text[:-1].isupper() and noun.text.endswith("s"))


def _one_member(draft: Draft, mention: Found, head: Token) -> bool:
    """'Another *Tory*, Tom Orrin', 'a *Democrat*': a person, not the party."""
    note = draft.knowledge.notes.get((draft.doc[mention.start : mention.end].text, mention.entity_id), "")
    return note == "demonym" and head.tag_ in ("NN", "NNP", "JJ")


def _modified_noun(draft: Draft, token: Token) -> Token | None:
    """The noun that a party word modifies, None where the party word stands for itself."""
    joined = draft.mention_at.get(token.head.i)
    if joined is not None and draft.entities[joined.entity_id].type == "party" and children(token, "cc"):
        return None  # 'Labour and Reform UK'
    if (
        token.dep_ in ("compound", "amod", "nmod")
        and token.head.i > token.i
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        return token.head
    if (
        token.dep_ == "conj"
        and token.head.dep_ in ("compound", "amod", "nmod")
        and token.head.head.i > token.i
    ):
        return token.head.head
    following = next_token(token)
    if token.pos_ == "ADJ" and following is not None and following.pos_ == "NOUN":
        return following
    return None


def _note_some(draft: Draft, mention: Found, head: Token, words: list[Token]) -> None:
    """'*senior Tories*' as a group; of '*two* Tories' nobody knows who they are, unless they are named."""
    named = any(child.left_edge.pos_ != "ADP" for child in children(head, "appos"))  # not 'among them Orrin'
    if all(word.tag_ == "CD" for word in words) and not named:
        if not any(child.lower_ in ("the", "all") for child in children(head, "det", "predet")):
            _unmention(draft, mention.start, mention.end)
        return
    if words[0].tag_ == "CD" and words[1:]:
        words = words[1:]
    _add_group(draft, mention.start - len(words), mention.end, mention.entity_id)


def _share(draft: Draft, mention: Found) -> bool:
    """'*six in 10* Tories': some whom a survey has counted, not the party."""
    before = draft.tokens[max(0, mention.start - 3) : mention.start]
    return [token.tag_ for token in before] == ["CD", "IN", "CD"] and before[1].lower_ == "in"


def _group_words(draft: Draft, mention: Found) -> list[Token]:
    """'several *senior*' before 'Tories', '*Latino*', '*anti-Vela*', '*two*': some of them only."""
    start, noun = mention.start, draft.tokens[mention.end - 1]
    while start > noun.sent.start:
        before = draft.tokens[start - 1]
        joined = start - 2 >= noun.sent.start and _is_hyphen(before)
        if not joined and before.lower_ not in draft.lexicon.nouns["senior"] and not _sorts(before, noun):
            break
        start -= 2 if joined else 1
    return draft.tokens[start : mention.start]


def _is_hyphen(mark: Token) -> bool:
    """'anti*-*Vela', not the dash of a list."""
    return (
        mark.text == "-" and not mark.whitespace_ and mark.nbor(-1).is_alpha and not mark.nbor(-1).whitespace_
    )


def _sorts(word: Token, noun: Token) -> bool:
    """'*Latino* Tories', '*Harbour Alliance* Tories', '*two* Tories': a word that says which."""
    capital = word.text[:1].isupper() and not word.is_sent_start
    named = (word.pos_ == "PROPN" or word.ent_type_ == "NORP" or capital) and word.lower_ not in NATIONWIDE
    which = word.dep_ in ("compound", "nmod", "amod") and named
    return word.head in (noun, word.nbor()) and (which or word.dep_ == "nummod")


def _unmention(draft: Draft, start: int, end: int) -> None:
    """A party word that only modifies is no mention of the party as an actor."""
    for index in range(start, end):
        draft.mention_at.pop(index, None)


def _add_group(draft: Draft, start: int, end: int, party_id: str) -> None:
    party = draft.entities[party_id]
    text = draft.span_text(start, end)
    name = text[:1].upper() + text[1:]
    group = draft.introduce(
        Entity(
            id=f"{party_id}--{slug(text)}", name=name, type="organization", party=party.party or party.name
        )
    )
    _unmention(draft, start, end)
    draft.add(start, end, group.id, "group")


def the_party(draft: Draft) -> None:
    """'*The party* said': the one party named in this sentence so far or in the two before it."""
    gatherings = -1  # token of the latest 'a party', 'the Christmas party'
    for token in draft.tokens:
        if draft.words[token.i] != "party" or token.i in draft.mention_at or token.dep_ == "compound":
            continue
        if not _is_the_party(token):
            gatherings = token.i
            continue
        named = _parties_before(draft, token)
        if len(named) != 1 or any(mention.start < gatherings for mention in named.values()):
            continue
        (party_id,) = named
        if party_id not in _acting_beside(draft, token) and not _of_another(draft, token, party_id):
            draft.add(token.i, token.i + 1, party_id, "party-word")


def _of_another(draft: Draft, token: Token, party_id: str) -> bool:
    """Whether the latest politician of the sentence belongs elsewhere: 'the Green leader said *the party* …'."""
    start, party = token.sent.start, draft.entities[party_id].party
    people = [
        m for m in draft.found if start <= m.start < token.i and draft.entities[m.entity_id].type == "person"
    ]
    latest = max(people, key=lambda m: m.start, default=None)
    return latest is not None and draft.entities[latest.entity_id].party not in (None, party)


def _acting_beside(draft: Draft, token: Token) -> set[str]:
    """Who acts on the party in its own clause: 'Tories urged the party' is no call of the Tories on themselves."""
    if token.dep_ != "dobj":
        return set()
    return {entity_id for noun in subjects(token.head) if (entity_id := draft.entity_of(noun)) is not None}


def _is_the_party(token: Token) -> bool:
    """'the party', not 'a party', 'the search party', 'the party of peace'."""
    before = token.nbor(-1).lower_ if token.i else ""
    said_more = any(child.dep_ in ("prep", "relcl", "amod", "compound", "acl") for child in token.children)
    return before in ("the", "The") and token.tag_ == "NN" and not said_more


def _parties_before(draft: Draft, token: Token) -> dict[str, Found]:
    """The parties that the text names or hints at ("a Tory peer") up to two sentences before, latest mention each."""
    here = draft.sentence_at[token.i]
    near = (m for m in draft.found if m.start < token.i and here - draft.sentence_at[m.start] <= 2)
    return {m.entity_id: m for m in near if draft.entities[m.entity_id].type == "party"}


def parties_of_people(draft: Draft) -> None:
    """'Tory leader Ada Vela', 'Vela (R-Texas)': the party of somebody the knowledge base does not know."""
    for mention in draft.found:
        entity = draft.entities[mention.entity_id]
        if entity.type != "person" or entity.party is not None:
            continue
        party_id = _party_beside(draft, mention.start, mention.end) or _party_letter(draft, mention.end)
        if party_id is not None:
            draft.entities[entity.id] = dataclasses.replace(entity, party=draft.entities[party_id].name)


def _party_letter(draft: Draft, end: int) -> str | None:
    """'Tom Orrin (R-Ohio)', 'Rep. Ada Vela, D-Mich.'."""
    words = [token.text for token in draft.tokens[end : end + 3]]
    party = LETTERS.get(words[1]) if len(words) == 3 and words[0] in "(," and words[2] == "-" else None
    if party is None or party not in draft.knowledge.entities:
        return None
    return draft.know(party).id


def _party_beside(draft: Draft, start: int, end: int) -> str | None:
    for index in range(max(0, start - 5), end):
        if index in draft.party_of_head and draft.doc[index].sent == draft.doc[start].sent:
            head = draft.doc[index]
            if head.i >= start or head.head.i in range(start, end) or draft.doc[end - 1].head.i == head.i:
                return draft.party_of_head[index]
    return None
