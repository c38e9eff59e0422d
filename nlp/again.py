"""Things meant again: "the idea", "the proposal", "that", where one thing only was named just before.

What may be meant are the things that this sentence and the one before have named so far. Of two nothing is meant.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.syntax import children
from records import Entity

DETERMINERS = frozenset({"the", "this", "that", "such"})
TELLING = ("amod", "compound", "nmod", "prep", "relcl", "acl", "poss", "appos", "nummod", "ccomp")
BACK = 1  # sentences looked back


def thing_again(draft: Draft, token: Token) -> Entity | None:
    """The thing that "the idea" or "that" means; None for other words, and where it is not sure."""
    if not (_pronoun(token) or _general(draft, token)):
        return None
    here = draft.sentence_at[token.i]
    around = {
        token.head.i,
        *(ancestor.i for ancestor in token.ancestors),
    }  # what is demanded is not "the idea" in it
    near = {
        entity.id: entity
        for at, _, entity in draft.things
        if at < token.i and here - draft.sentence_at[at] <= BACK and at not in around
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _pronoun(token: Token) -> bool:
    """'Vela rejected *that*', in a clause with a subject of its own."""
    if token.lower_ not in ("that", "this") or token.tag_ != "DT" or token.dep_ != "dobj":
        return False
    return bool(children(token.head, "nsubj")) or token.head.dep_ == "conj"


def _general(draft: Draft, token: Token) -> bool:
    """'*the idea*', '*such a move*': a noun for any proposal, with nothing that says which."""
    if token.lemma_.lower() not in draft.lexicon.nouns["again"] or token.tag_ not in ("NN", "NNS"):
        return False
    which = {child.lower_ for child in children(token, "det", "predet", "amod")}
    others = [child for child in children(token, *TELLING) if child.lower_ not in DETERMINERS]
    return bool(which & DETERMINERS) and not others
