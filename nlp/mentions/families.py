"""Families by their name: "the Clintons", "the Vela family", "the Orrin brothers"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from records import Entity, slug

PLACES = frozenset({"GPE", "LOC", "FAC", "DATE"})


def families(draft: Draft) -> None:
    """Note each family that the text names by a surname."""
    for token in draft.tokens[1:]:
        if token.i in draft.mention_at or draft.words[token.i - 1] not in ("the", "both"):
            continue
        if token.tag_ in ("NNPS", "NNP", "NNS") and _surname_of(draft, token) is not None:
            _note(draft, token.i, token.i + 1)
    for noun in draft.tokens[2:]:
        if draft.words[noun.i] in draft.lexicon.relatives["families"] and _named_so(draft, noun):
            draft.mention_at.pop(noun.i - 1, None)
            _note(draft, noun.i - 1, noun.i + 1)


def _surname_of(draft: Draft, token: Token) -> str | None:
    """The surname whose plural a word is; None for other words."""
    text = token.text
    if not text[:1].isupper() or not text.endswith("s") or text.isupper():
        return None
    singulars = [text[:-1], *([text[:-2]] if text.endswith("es") else [])]
    known = [s for s in singulars if s in draft.surnames or s in draft.knowledge.surnames]
    people = token.ent_type_ not in PLACES
    common = known and known[0] not in draft.surnames and known[0].lower() in draft.lexicon.common_surnames
    return known[0] if known and people and not common and _ends_phrase(token) else None


def _ends_phrase(token: Token) -> bool:
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    return following.pos_ != "PROPN" and token.dep_ not in ("compound", "nmod")


def _named_so(draft: Draft, noun: Token) -> bool:
    """'the *Vela* family', 'the *Orrin* brothers', not 'the Ada Vela family', 'Vela family values'."""
    name = draft.tokens[noun.i - 1]
    mention = draft.mention_at.get(name.i)
    alone = mention is None or mention.end - mention.start == 1
    place = name.ent_type_ in PLACES | {"NORP"} and name.text not in draft.surnames
    named = name.pos_ == "PROPN" and name.text.istitle() and draft.words[noun.i - 2] == "the" and not place
    return named and alone and noun.i not in draft.mention_at and noun.dep_ not in ("compound", "nmod")


def _note(draft: Draft, start: int, end: int) -> None:
    name = draft.span_text(start, end)
    family = draft.introduce(Entity(id=f"group--{slug(name)}", name=name, type="organization"))
    draft.add(start, end, family.id, "group")
