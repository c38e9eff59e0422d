"""Newspapers by their article, "The Lantern", and what they are called afterwards: "the newspaper"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.syntax import children
from records import Entity, slug

LONGEST = 3  # words of a name behind "The"
NO_OUTLETS = frozenset({"GPE", "LOC", "FAC", "PERSON", "NORP", "WORK_OF_ART", "EVENT", "LAW", "DATE"})
TITLE = 0.6  # share of capitalised words in a headline


def outlets(draft: Draft) -> None:
    """Note 'The Lantern' within sentences, the same name elsewhere, and 'the newspaper' where there is one outlet."""
    names = {name for token in draft.tokens if (name := _name_at(draft, token)) is not None}
    for name in names:
        _note_everywhere(draft, name)
    _papers(draft)


def _name_at(draft: Draft, the: Token) -> tuple[str, ...] | None:
    """The capitalised words behind a capitalised article that no sentence begins with."""
    if the.text != "The" or the.i == the.sent.start or draft.tokens[the.i - 1].is_punct or _is_title(the):
        return None
    end = the.i + 1
    while end < len(draft.tokens) and end - the.i <= LONGEST and _is_name(draft, draft.tokens[end]):
        end += 1
    return tuple(token.text for token in draft.tokens[the.i + 1 : end]) or None


def _is_name(draft: Draft, token: Token) -> bool:
    named = token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in NO_OUTLETS
    return named and token.i not in draft.mention_at


def _is_title(token: Token) -> bool:
    words = [word for word in token.sent if word.is_alpha]
    return sum(word.text[:1].isupper() for word in words) > TITLE * len(words)


def _note_everywhere(draft: Draft, name: tuple[str, ...]) -> None:
    texts = [token.text for token in draft.tokens]
    for start in range(1, len(texts) - len(name) + 1):
        if texts[start - 1] == "The" and tuple(texts[start : start + len(name)]) == name:
            end = start + len(name)
            if draft.free(start, end):
                full = " ".join(("The", *name))
                outlet = draft.introduce(Entity(id=slug(full), name=full, type="organization"))
                draft.add(start, end, outlet.id, "name")


def _papers(draft: Draft) -> None:
    """'the newspaper said', 'the editorial read': the one outlet that the text has named."""
    words = draft.lexicon.groups
    spoken = [t for t in draft.tokens if draft.words[t.i] in words["papers"] and _speaks(draft, t)]
    for token in spoken:
        named = {m.entity_id for m in draft.found if _is_paper(draft, m.entity_id)}
        if len(named) == 1:
            draft.add(token.i, token.i + 1, named.pop(), "role")


def _speaks(draft: Draft, noun: Token) -> bool:
    which = {child.lower_ for child in children(noun, "det")}
    others = children(noun, "amod", "compound", "poss", "relcl", "prep")
    acts = noun.dep_ in ("nsubj", "nsubjpass", "poss", "agent")
    return noun.i not in draft.mention_at and acts and "the" in which and not others


def _is_paper(draft: Draft, entity_id: str) -> bool:
    name = draft.entities[entity_id].name.split()
    known = name[-1].lower() in draft.lexicon.groups["paper_names"]
    return draft.entities[entity_id].type == "organization" and (known or name[0] == "The")
