"""Who only stands against somebody for an office: "challenged Orrin for the seat" is no attack."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.lexicon.words import load_words
from nlp.syntax import children, prepositional

CONTESTED = load_words()["elections"]["contested"]


def contests(token: Token) -> bool:
    """'*challenged* Orrin for the seat', '… in the primary', '… when she ran': two candidates, and no more."""
    places = [noun for word in ("for", "in") for noun in prepositional(token, word)]
    sought = any(n.ent_type_ in ("GPE", "DATE") or n.lemma_.lower() in CONTESTED for n in places)
    return sought or any(clause.lemma_.lower() == "run" for clause in children(token, "advcl"))
