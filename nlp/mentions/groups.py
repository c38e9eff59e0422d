"""Groups that act together without a party word: "nurses' unions", "House conservatives", "opposition politicians".

They are named with the words that say which; where the noun alone says too little ("leaders", "groups") and no such
word stands before it, there is no group. Bare "critics", "voters", "people", "sources" are nobody.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.syntax import children, prepositional
from records import Entity, slug

NO_MASS = load_words()["bodies"]["no_mass"] | {"of", "-"}
PAST_NOW = load_words()["people"]["former"]
NOBODY = frozenset({"no", "any", "few", "what", "which", "whose"})
PLACES = load_words()["bodies"]["places"]
MANY = 100  # of so many, with a number, those named act as a group


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
        if start is not None and (
            _told_apart(draft, start, token) or not (named or _some_of_them(draft, token))
        ):
            _note(draft, start, token.i + 1)
    _owned(draft)
    _numbers(draft)


def _told_apart(draft: Draft, start: int, noun: Token) -> bool:
    """Whether the words before a noun say which they are; of '*two former* ministers' nobody knows which two."""
    words = draft.words[start : noun.i]
    only_past = all(word in PAST_NOW or word == "-" for word in words)
    return bool(words) and not (only_past and children(noun, "nummod"))


def _owned(draft: Draft) -> None:
    """'other *Vela challengers*', '*Vela's rivals*': named by whose they are, and nobody without."""
    for noun in draft.tokens:
        if (
            draft.words[noun.i] not in draft.lexicon.groups["owned"]
            or noun.tag_ != "NNS"
            or noun.i in draft.mention_at
        ):
            continue
        mark = noun.i - 1 if draft.words[noun.i - 1] in ("'s", "'") else noun.i
        owner = draft.mention_at.get(mark - 1)
        named = owner is not None and owner.end == mark and owner.kind in ("name", "surname")
        acting = noun.dep_ in ("nsubj", "nsubjpass", "conj") and not _titles(noun)
        if owner is None or not named or not acting or draft.entities[owner.entity_id].type != "person":
            continue
        text = f"{draft.entities[owner.entity_id].name.split()[-1]} {noun.lower_}"
        group = draft.introduce(Entity(id=_group_id(text), name=text, type="organization"))
        draft.add(noun.i, noun.i + 1, group.id, "group")


def _numbers(draft: Draft) -> None:
    """'*Fifty* of the state's bishops', '*449* of the superdelegates': the group, told by how many."""
    for token in draft.tokens:
        if (
            token.tag_ != "CD"
            or token.i in draft.mention_at
            or token.dep_ not in ("nsubj", "nsubjpass", "pobj")
        ):
            continue
        for noun in prepositional(token, "of"):
            group = draft.mention_at.get(noun.i)
            if group is not None and group.kind == "group":
                draft.add(token.i, token.i + 1, group.entity_id, "group")


def masses(draft: Draft) -> None:
    """Note 'the media', 'the establishment', 'Wall Street': what is spoken of as if it were one body."""
    phrases = draft.lexicon.groups["masses"]
    for end in range(1, len(draft.words) + 1):
        for start in (end - 2, end - 1):
            text = " ".join(draft.words[max(0, start) : end])
            if start >= 0 and text in phrases and draft.free(start, end) and _is_mass(draft, start, end):
                _note(draft, start, end)


def _is_mass(draft: Draft, start: int, end: int) -> bool:
    """'the press', 'Wall Street', 'drug companies', but not 'a press', 'press conference', 'his media'."""
    head, before = draft.tokens[end - 1], draft.words[start - 1] if start else ""
    if head.dep_ in ("compound", "amod", "nmod") or draft.words[min(end, len(draft.words) - 1)] in NO_MASS:
        return False
    several = head.tag_ in ("NNS", "NNPS") or head.text.istitle() or end - start == 2
    return before == "the" or (several and end - start == 2 and not children(head, "poss"))


def _is_group(draft: Draft, noun: Token) -> bool:
    """A plural noun for itself: not 'no leaders', 'Vela's advocates', 'groups' that a party word has taken."""
    lists = draft.lexicon.groups
    named = noun.text.istitle() and noun.lower_ in lists["plain"]  # tagged as a name: 'Latinos'
    if not (noun.tag_ in ("NNS", "NNPS") or named) or noun.dep_ in ("compound", "nmod", "amod"):
        return False
    kind = noun.dep_ == "poss" and noun.head.lower_ in lists["named"] | lists["plain"]  # '*nurses'* unions'
    if kind or _titles(noun) or (noun.text[:1].isupper() and noun.ent_iob_ == "I"):
        return False
    owned = any(_is_somebody(draft, owner) for owner in children(noun, "poss"))
    return not owned and noun.i not in draft.party_of_head and not _denied(noun)


def _titles(noun: Token) -> bool:
    """'*Senators* Ada Vela and Tom Orrin', 'the reform *groups* Clean Harbour and Fair Tides'."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return following.pos_ == "PROPN" and following.text[:1].isupper()


def _is_somebody(draft: Draft, owner: Token) -> bool:
    """'*his* donors', '*Vela's* strategists': theirs; 'nurses' unions', 'the state's unions' are a kind of unions."""
    return owner.i in draft.mention_at or (owner.tag_ != "NNS" and owner.lower_ not in PLACES)


def _some_of_them(draft: Draft, noun: Token) -> bool:
    """'*two* senators', '*those* peers', '*the* lawmakers' where none were told of: some, and nobody knows which."""
    which = {child.lower_ for child in children(noun, "det", "nummod", "quantmod")}
    number = [n for n in children(noun, "nummod") if not (n.text.isdigit() and int(n.text) >= MANY)]
    counted = bool(number) or bool(which & {"these", "those", "such", "both"})
    many = bool(children(noun, "nummod")) and not number
    return counted or ("the" in which and not many and _group_id(noun.text) not in draft.entities)


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
    if word.text == "-" and index and tokens[index - 1].lower_ in PAST_NOW:
        return 2  # '*ex-*ministers'
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
