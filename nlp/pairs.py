"""Whom "both", "the two men" and "all three candidates" mean: as many people as they count, named just before.

The people are those of one row ("Vela and Orrin"), else all whom the last sentences name, where they are exactly as
many. Where a plural without a name, or a further person, could be meant, nobody is.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.plurals import PLURAL, first_of, unnamed
from nlp.syntax import children, with_conjuncts

NUMBERS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
BACK = 2  # sentences looked back
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "dep"})


def pairs(draft: Draft) -> None:
    """Note each numbered noun as a plural of the people it counts."""
    for token in draft.tokens:
        number = NUMBERS.get(draft.words[token.i])
        if number is None or token.i in draft.mention_at:
            continue
        head = _counted(draft, token)
        if head is not None and (named := _beside(head)) is not None:
            head = named if named.lower_ in PLURAL else None  # 'they both', not 'Vela and Orrin both'
        if head is None or _one_of_them(head) or head.i in draft.plural or head.i in draft.mention_at:
            continue
        people = _people(draft, head, token, number)
        if len(people) == number and not _others_acted(draft, people, head):
            draft.plural[head.i] = people


def _counted(draft: Draft, token: Token) -> Token | None:
    """The noun that stands for those counted: 'both', 'the two', 'both men', 'all three candidates'."""
    if token.dep_ in ARGUMENTS:
        alone = not children(token, "prep", "relcl", "amod", "compound", "conj")
        known = token.lower_ == "both" or _definite(token)
        return token if alone and known else None
    noun = token.head
    if (
        noun.i < token.i
        or noun.dep_ not in ARGUMENTS
        or noun.lower_ not in draft.lexicon.relatives["counted"]
    ):
        return None
    others = [
        c for c in children(noun, "prep", "relcl", "compound", "amod", "poss", "appos", "conj") if c != token
    ]
    return noun if not others and (token.lower_ == "both" or _definite(noun)) else None


def _beside(noun: Token) -> Token | None:
    """Another subject of the same verb before a noun: 'Vela and *Orrin* both', '*they* both'."""
    others = [s for s in children(noun.head, "nsubj", "nsubjpass") if s != noun and s.i < noun.i]
    if noun.dep_ == "appos" or noun.head.lower_ in PLURAL:
        return noun.head
    return others[0] if others and noun.dep_ not in ("pobj", "poss") else None


def _one_of_them(noun: Token) -> bool:
    """'*neither of* the two', '*one of* the three'."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ not in ("all", "both")


def _definite(noun: Token) -> bool:
    return any(
        child.lower_ in ("the", "all", "these", "those") for child in noun.children if child.i < noun.i
    )


def _people(draft: Draft, head: Token, counted: Token, number: int) -> list[str]:
    """As many people as counted, of the nearest row of names, else all of the sentences before."""
    quoted = draft.quote_at.get(head.i)
    here, start = draft.sentence_at[head.i], min(head.i, counted.i)
    before = [
        m
        for m in draft.found_in_order()
        if m.end <= start
        and here - draft.sentence_at[m.start] <= BACK
        and draft.quote_at.get(m.start) is quoted
    ]
    people = [m for m in before if draft.entities[m.entity_id].type == "person"]
    for mention in reversed(people):
        row = with_conjuncts(first_of(draft.tokens[mention.end - 1]))
        joined = _distinct([e for noun in row if noun.i < start and (e := draft.entity_of(noun)) is not None])
        if len(joined) > 1:
            later = {m.entity_id for m in people if m.start > mention.end} - set(joined)
            if len(joined) == number or later or len(joined) > number:
                return joined if not later else []
            break
    if head.dep_ not in ("nsubj", "nsubjpass"):
        return []
    start = next((t.i for t in draft.tokens[: head.i] if here - draft.sentence_at[t.i] <= 1), head.i)
    near = [m for m in people if m.start >= start]
    owning = any(draft.tokens[m.end - 1].dep_ in ("poss", "compound") for m in near)
    unknown = any(
        t.ent_type_ == "PERSON" and t.i not in draft.mention_at for t in draft.tokens[start : head.i]
    )
    return [] if owning or unknown else _distinct([m.entity_id for m in near])


def _others_acted(draft: Draft, people: list[str], head: Token) -> bool:
    """Whether several without a name have acted since the people were named."""
    last = max((m.end for m in draft.found if m.entity_id in people and m.end <= head.i), default=0)
    between = [t for t in draft.tokens[last : head.left_edge.i] if t.dep_ in ("nsubj", "nsubjpass")]
    return any(unnamed(draft, noun) or noun.lower_ in PLURAL for noun in between)


def _distinct(ids: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(ids))
