"""Roles that stand for people: by the text's own appositions first, by the knowledge base at its date second."""

from __future__ import annotations

import dataclasses

from spacy.tokens import Token

from nlp.draft import Draft, Found
from nlp.lexicon.words import load_words
from nlp.mentions.former import PAST_NOW, note_former
from nlp.names import Names
from nlp.syntax import children, prepositional
from records import Entity

DEFINITE = frozenset({"the", "this", "that", "our", "its"})
PAST = PAST_NOW | load_words()["people"]["past"]
BORNE_BY_MANY = load_words()["people"]["candidates"]
NATIONWIDE = load_words()["groups"]["nationwide"]
OWN_BODIES = load_words()["people"]["own_bodies"]
HIGHEST = (("prime",), ("first",))  # nobody calls the Prime Minister "the minister"


def roles(draft: Draft, names: Names) -> None:
    """'Health Secretary Wes Streeting', 'Ada Vela, the harbour minister', and later 'the harbour minister'."""
    _appositions(draft)
    for start, end, (label,) in names.roles.matches(draft.words):
        if draft.free(start, end):
            _note_role(draft, start, end, label)
    for token in draft.tokens:
        if (
            draft.words[token.i] in draft.lexicon.role_nouns
            and token.i not in draft.mention_at
            and token.tag_ in ("NN", "NNP")
        ):
            start = _role_start(draft, token)
            _note_role(draft, start, token.i + 1, draft.doc[start : token.i + 1].text.lower())


def _appositions(draft: Draft) -> None:
    """What the text itself says a person is: the words before the name, or after a comma."""
    for mention in list(draft.found):
        if draft.entities[mention.entity_id].type != "person":
            continue
        for words in (_words_before(draft, mention.start), _apposition_after(draft, mention.end)):
            if words:
                _learn(draft, mention.start, words, mention.entity_id)


def _learn(draft: Draft, at: int, words: tuple[str, ...], person_id: str) -> None:
    """Note a role for later mentions, and as the person's own where nothing better is known."""
    draft.roles.append((at, words, person_id))
    person = draft.entities[person_id]
    if not person.roles:
        parties = {
            word.lower() for e in draft.entities.values() if e.type == "party" for word in _party_names(e)
        }
        office = " ".join(word for word in words if word not in parties)
        draft.entities[person_id] = dataclasses.replace(person, roles=(office,))


def _learn_short(draft: Draft, noun: Token, person_id: str) -> None:
    """'leader of the Lantern Party', 'mayor of Brackmouth': in short 'the Lantern leader', 'the Brackmouth mayor'."""
    for name in prepositional(noun, "of"):
        words = [t.lower_ for t in (*name.lefts, name) if t.pos_ == "PROPN" and t.lower_ != "party"]
        if words and name.pos_ == "PROPN":
            draft.roles.append((noun.i, (*words, noun.lower_), person_id))


def _party_names(party: Entity) -> tuple[str, ...]:
    return (party.name, *party.other_names)


def _words_before(draft: Draft, start: int) -> tuple[str, ...]:
    """'Conservative shadow home secretary' before a name, if it ends in a noun of office."""
    words: list[str] = []
    index = start - 1
    while index >= 0 and len(words) < 7:
        token = draft.doc[index]
        if (
            token.pos_ not in ("NOUN", "PROPN", "ADJ")
            and token.text != "-"
            and token.lower_ not in ("for", "of", "and")
        ):
            break
        if token.lower_ in PAST:
            return ()
        if token.is_sent_start or token.is_space:
            words.insert(0, token.lower_)
            break
        words.insert(0, token.lower_)
        index -= 1
    if not words or (
        words[-1] not in draft.lexicon.role_nouns and words[-1] not in draft.lexicon.titles["any"]
    ):
        return ()
    while words and words[0] in ("for", "of", "and", "-"):
        words.pop(0)
    return tuple(words)


def _apposition_after(draft: Draft, end: int) -> tuple[str, ...]:
    """'…, the harbour minister, …' or '…, a key adviser to …'."""
    doc = draft.doc
    if end + 1 >= len(doc) or doc[end].text != ",":
        return ()
    words: list[str] = []
    for token in doc[end + 1 : end + 9]:
        if token.lower_ in ("the", "a", "an", "his", "her", "its"):
            if words:
                break
            continue
        if token.lower_ in PAST:
            return ()
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.text != "-":
            break
        words.append(token.lower_)
        if token.lower_ in draft.lexicon.role_nouns:
            return tuple(words)
    return ()


def _role_start(draft: Draft, noun: Token) -> int:
    """'the *shadow home secretary*', 'the *Tory leader*': where the words of a role begin."""
    start = noun.i
    while start > 0:
        before = draft.tokens[start - 1]
        if before.dep_ not in ("compound", "amod", "nmod") or before.lower_ in PAST:
            break
        known = draft.mention_at.get(before.i)
        if known is not None and draft.entities[known.entity_id].type != "party":
            break
        start -= 1
    return start


def _note_role(draft: Draft, start: int, end: int, label: str) -> None:
    doc = draft.doc
    following = draft.mention_at.get(end)
    if following is not None and following.start == end and _is_person(draft, following):
        draft.add(start, end, following.entity_id, "role")
        if (past := _past_word(draft, start)) is not None:
            draft.past_roles.append((past, tuple(label.split()), following.entity_id))
        return
    if doc[end - 1].tag_ in ("NNS", "NNPS"):
        return
    appositive = _appositive_owner(draft, doc[start:end].root)
    if (past := _past_word(draft, start)) is not None:
        note_former(draft, (past, start, end), label, appositive)
        return
    if appositive is not None:
        _learn(draft, start, tuple(label.split()), appositive)
        _learn_short(draft, doc[start:end].root, appositive)
    elsewhere = _of_another_body(draft, doc[start:end].root, end)
    entity_id = appositive or (
        _holder(draft, start, end, label, elsewhere) if _refers(draft, start, end) else None
    )
    if entity_id is not None:
        role = draft.add(start, end, entity_id, "role")
        _take_party(draft, role)


def _past_word(draft: Draft, start: int) -> int | None:
    """The token that makes a role one of the past: 'the *former* minister', 'the *ex*-minister'."""
    if start and draft.words[start - 1] in PAST:
        return start - 1
    if start > 1 and draft.words[start - 2 : start] == ["ex", "-"]:
        return start - 2
    return None


def _is_person(draft: Draft, mention: Found) -> bool:
    return draft.entities[mention.entity_id].type == "person"


def _take_party(draft: Draft, role: Found) -> None:
    """The party word in 'the Tory leader' belongs to the role, and is no mention of the party."""
    for index in range(role.start, role.end):
        known = draft.mention_at[index]
        if known is not role and draft.entities[known.entity_id].type == "party":
            draft.party_of_head[role.end - 1] = known.entity_id
            draft.mention_at[index] = role


def _refers(draft: Draft, start: int, end: int) -> bool:
    """A role refers to its holder with "the", or capitalised like a name ("Health Secretary said")."""
    before = draft.words[start - 1] if start else ""
    if before in DEFINITE:
        return True
    following = draft.tokens[end] if end < len(draft.tokens) else None
    if following is not None and following.pos_ == "PROPN" and following.text[:1].isupper():
        return False  # 'Justice Tuft': of somebody whom nobody knows
    return draft.tokens[start].text[:1].isupper() and before not in ("a", "an", "any", "every", "no")


def _appositive_owner(draft: Draft, noun: Token) -> str | None:
    """'Orrin, the *minister*' and 'the *minister*, Tom Orrin'."""
    if noun.dep_ == "appos":
        return _person_at(draft, noun.head)
    for child in noun.children:
        if child.dep_ == "appos" and _person_at(draft, child):
            return _person_at(draft, child)
    return None


def _person_at(draft: Draft, token: Token) -> str | None:
    mention = draft.mention_at.get(token.i)
    if mention is not None and draft.entities[mention.entity_id].type == "person":
        return mention.entity_id
    return None


def _of_another_body(draft: Draft, noun: Token, end: int) -> bool:
    """'the president *of the Lamp Institute*': no office that the knowledge base could know by so short a name."""
    behind = (name for name in prepositional(noun, "of") if name.i >= end and name.pos_ == "PROPN")
    return any(not (_is_own_body(name) or _party_at(draft, name) is not None) for name in behind)


def _is_own_body(name: Token) -> bool:
    """'of the *United States*', 'of the *Supreme Court*', but not 'of the European *Parliament*'."""
    which = {child.lower_ for child in children(name, "compound", "amod", "nmod")}
    return name.lower_ in OWN_BODIES and which <= NATIONWIDE | {"united", "supreme"}


def _holder(draft: Draft, start: int, end: int, label: str, elsewhere: bool) -> str | None:
    """By the text's own appositions first, by the knowledge base at the document's date second."""
    words = tuple(label.split())
    if label in BORNE_BY_MANY:
        return None
    if led := _leader(draft, start, end):
        return led
    exact = [person for at, role, person in draft.roles if at < start and role[-len(words) :] == words]
    if exact and len(words) > 1:
        return exact[-1]
    if len(set(exact)) == 1:  # of several ministers "the minister" is neither
        dated = draft.document.date is not None  # without a day the base knows only who ever was one
        others = _called(draft, start, words[0]) - set(exact) if dated else set()
        return None if others else exact[-1]
    if elsewhere:
        return None
    holder = _the_one(draft, draft.knowledge.holders(label, draft.document.date))
    if holder is not None:
        return holder
    return _latest_called(draft, start, words[0]) if len(words) == 1 else None


def _leader(draft: Draft, start: int, end: int) -> str | None:
    """'the Tory leader': who leads the party on the day."""
    party = draft.mention_at.get(start)
    if party is None or draft.words[end - 1] != "leader" or end - party.end != 1:
        return None
    return _the_one(draft, draft.knowledge.leaders(party.entity_id, draft.document.date))


def party_leaders(draft: Draft) -> None:
    """'the party's leader', 'Labour's deputy leader': whoever leads it on the day, or does so in the text."""
    for token in draft.tokens:
        if draft.words[token.i] != "leader" or token.i in draft.mention_at:
            continue
        parties = [m for c in token.children if c.dep_ in ("poss", "compound") and (m := _party_at(draft, c))]
        start = _title_start(draft, token)
        if start is None or not parties or token.tag_ not in ("NN", "NNP"):
            continue
        title = "".join(draft.words[start : token.i + 1])
        holder = _the_one(draft, draft.knowledge.leaders(parties[0].entity_id, draft.document.date, title))
        if holder is not None:
            draft.add(start, token.i + 1, holder, "role")


def _title_start(draft: Draft, noun: Token) -> int | None:
    """Where 'leader', 'co-leader', 'deputy leader' begins; None where something else stands before it."""
    before = draft.words[max(0, noun.i - 2) : noun.i]
    if before == ["co", "-"]:
        return noun.i - 2
    if before[-1:] == ["deputy"]:
        return noun.i - 1
    return noun.i if before[-1:] in (["'s"], ["'"], ["party"]) else None


def _party_at(draft: Draft, token: Token) -> Found | None:
    mention = draft.mention_at.get(token.i)
    return mention if mention is not None and draft.entities[mention.entity_id].type == "party" else None


def _the_one(draft: Draft, holders: list[str]) -> str | None:
    """Of several holders the one whom the text names; without a date nobody else will do."""
    named = [holder for holder in holders if holder in draft.entities]
    if draft.document.date is None or len(holders) > 1:
        holders = named
    return draft.know(holders[0]).id if len(holders) == 1 else None


def _latest_called(draft: Draft, start: int, noun: str) -> str | None:
    """'the minister': the one person met so far whom the text or the base calls so; of two, neither."""
    called = _called(draft, start, noun)
    return called.pop() if len(called) == 1 else None


def _called(draft: Draft, start: int, noun: str) -> set[str]:
    """Whom of the people met so far the text or the base calls so."""
    before = {mention.entity_id for mention in draft.found if mention.start < start}
    called = {person for _, role, person in draft.roles if role[-1] == noun and role[-2:-1] not in HIGHEST}
    for entity_id in before:
        titles = (role.split() for role in draft.knowledge.titles_of(entity_id, draft.document.date))
        if any(noun in words and (words[0],) not in HIGHEST for words in titles):
            called.add(entity_id)
    return called & before
