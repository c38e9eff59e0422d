"""Bodies whose name is one plain word, "Nordisk": only where the recogniser sees them again and again."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.names import Names
from records import Entity, slug

FEWEST = 2  # times that the recogniser sees an organization in the word
SHORTEST = 4  # letters
SURE = 0.7  # share of the word's places


def companies(draft: Draft, names: Names) -> None:
    """Note single-word organizations wherever they stand alone."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for token in draft.tokens:
        if _could_be(draft, token):
            seen[token.text][token.ent_type_] += 1
    for text, labels in seen.items():
        enough = labels["ORG"] >= FEWEST and labels["ORG"] >= SURE * labels.total()
        if enough and text.lower() not in names.nations and not _is_given(draft, text):
            _note(draft, text)


def _could_be(draft: Draft, token: Token) -> bool:
    alone = token.ent_iob_ != "I" and (
        token.i + 1 >= len(draft.tokens) or draft.tokens[token.i + 1].ent_iob_ != "I"
    )
    named = token.pos_ == "PROPN" and token.text.istitle() and len(token.text) >= SHORTEST
    return named and alone and token.is_alpha and token.i not in draft.mention_at


def _is_given(draft: Draft, text: str) -> bool:
    """Somebody's name, of this text or of any."""
    given = draft.lexicon.given["male"] | draft.lexicon.given["female"]
    common = text.lower() in given | draft.lexicon.common_surnames | draft.lexicon.not_surnames
    return common or text in draft.surnames or text in draft.given or text in draft.knowledge.names


def _note(draft: Draft, text: str) -> None:
    body = draft.introduce(Entity(id=slug(text), name=text, type="organization"))
    for token in draft.tokens:
        if token.text == text and _could_be(draft, token) and token.dep_ not in ("compound", "nmod"):
            draft.add(token.i, token.i + 1, body.id, "name")
