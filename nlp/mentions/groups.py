"""Groups that act together without a party word: "nurses' unions", "House conservatives", "opposition politicians".

They are named with the words that say which; where the noun alone says too little ("leaders", "groups") and no such
word stands before it, there is no group. Bare "critics", "voters", "people", "sources" are nobody.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.syntax import children
from records import Entity, slug

NOBODY = frozenset({"no", "any", "few", "what", "which", "whose"})


def groups(draft: Draft) -> None:
    """Note the groups of the text that no party word names."""
    lists = draft.lexicon.groups
    for token in draft.tokens:
        word = draft.words[token.i]
        named = word in lists["named"]
        if (
            not (named or word in lists["plain"])
            or token.i in draft.mention_at
            or not _is_group(draft, token)
        ):
            continue
        start = _first_word(draft, token)
        if start is not None and (start < token.i or not (named or _some_of_them(draft, token))):
            _note(draft, start, token.i + 1)


def _is_group(draft: Draft, noun: Token) -> bool:
    """A plural noun for itself: not 'no leaders', 'Vela's advocates', 'groups' that a party word has taken."""
    if noun.tag_ not in ("NNS", "NNPS") or noun.dep_ in ("compound", "nmod", "amod"):
        return False
    if _titles(noun) or (noun.text[:1].isupper() and noun.ent_iob_ == "I"):
        return False
    owned = any(_is_somebody(draft, owner) for owner in children(noun, "poss"))
    return not owned and noun.i not in draft.party_of_head and not _denied(noun)


def _titles(noun: Token) -> bool:
    """'*Senators* Ada Vela and Tom Orrin', 'the reform *groups* Clean Harbour and Fair Tides'."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return following.pos_ == "PROPN" and following.text[:1].isupper()


def _is_somebody(draft: Draft, owner: Token) -> bool:
    """'*his* donors', '*Vela's* strategists': theirs; 'nurses' unions' are a kind of unions."""
    return owner.tag_ != "NNS" or owner.i in draft.mention_at


def _some_of_them(draft: Draft, noun: Token) -> bool:
    """'*two* senators', '*those* peers', '*the* lawmakers' where none were told of: some, and nobody knows which."""
    which = {child.lower_ for child in children(noun, "det", "nummod", "quantmod")}
    counted = bool(children(noun, "nummod")) or bool(which & {"these", "those", "such", "both"})
    return counted or ("the" in which and _group_id(noun.text) not in draft.entities)


def _denied(noun: Token) -> bool:
    return any(child.lower_ in NOBODY for child in children(noun, "det", "amod", "poss"))


def _first_word(draft: Draft, noun: Token) -> int | None:
    """Where the words that say which begin, right before the noun; None where they make it another thing."""
    start = noun.i
    while start > noun.sent.start:
        before = draft.tokens[start - 1]
        known = draft.mention_at.get(before.i)
        if before.lower_ in draft.lexicon.groups["others"]:
            return None
        if known is not None and draft.entities[known.entity_id].type in ("person", "party"):
            return None  # 'Vela strategists' are hers
        length = _kind_length(draft, before)
        if not length:
            break
        start -= length
    return start


def _kind_length(draft: Draft, word: Token) -> int:
    """How many tokens a word that says which takes up: 'teachers\'', 'anti-tax', 'public-sector'; 0 for other words."""
    index, tokens = word.i, draft.tokens
    if word.text == "'" and index and tokens[index - 1].tag_ == "NNS":
        return 2
    if index > 1 and tokens[index - 1].text == "-":
        left = tokens[index - 2]
        return 3 if left.pos_ in ("NOUN", "PROPN") or left.lower_ in draft.lexicon.groups["kinds"] else 0
    noun = word.dep_ in ("compound", "nmod") and word.pos_ in ("NOUN", "PROPN")
    nation = word.pos_ == "ADJ" and word.ent_type_ in ("NORP", "GPE")  # 'British'
    return int(noun or nation or word.lower_ in draft.lexicon.groups["kinds"])


def _note(draft: Draft, start: int, end: int) -> None:
    text = draft.span_text(start, end)
    name = text[:1].upper() + text[1:]
    group = draft.introduce(Entity(id=_group_id(text), name=name, type="organization"))
    draft.add(start, end, group.id, "group")


def _group_id(text: str) -> str:
    return f"group--{slug(text)}"
