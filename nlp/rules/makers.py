"""Whose a noun is by a clause of its own: "the attacks that *Vela launched* on Orrin"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.syntax import RELATIVES, children, is_passive, prepositional, subjects


def _making(draft: Draft, token: Token) -> list[Token]:
    """'the attacks that Orrin *launched*': the verbs that only say whose it is."""
    light = draft.lexicon.nouns["light"]
    return [
        clause
        for clause in children(token, "relcl")
        if clause.lemma_.lower() in light and not is_passive(clause) and not children(clause, "neg")
        if all(noun.lower_ in RELATIVES for noun in children(clause, "dobj"))
    ]


def beyond(draft: Draft, token: Token, preposition: str) -> list[Token]:
    """'the attacks that Orrin launched *on Vela*'."""
    return [n for clause in _making(draft, token) for n in prepositional(clause, preposition)]


def makers(draft: Draft, token: Token) -> list[Token]:
    """'the donation to Orrin that *Vela* made'."""
    made = [s for clause in _making(draft, token) for s in subjects(clause)]
    return [noun for noun in made if noun != token and noun.lower_ not in RELATIVES]
