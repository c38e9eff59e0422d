"""Who is said to be one of those who do something: "Vela is *one of many* who oppose Orrin"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.lexicon.words import load_words
from nlp.syntax import RELATIVES, children, own_subjects, subjects

BEING = frozenset({"be", "become", "remain"})
JOINED = load_words()["groups"]["joined"]
NOBODY = frozenset({"it", "there", "this", "that", "what"})


def one_of(noun: Token) -> list[Token]:
    """Who is said to be what a noun with a clause of its own describes; empty for any other noun.

    'Vela was the first *senator* to back Orrin', 'is one of *those* who …', 'joined a chorus of *mayors* who …'.
    """
    if noun.lower_ in RELATIVES:
        noun = next((clause.head for clause in noun.ancestors if clause.dep_ == "relcl"), noun)
    if not children(noun, "relcl", "acl"):
        return []
    above = noun.head
    if noun.dep_ == "attr" and noun.tag_ in ("NN", "NNP") and children(noun, "det") and above.lemma_ in BEING:
        if any(child.lower_ == "no" for child in children(noun, "det")):
            return []
        only = any(child.lower_ == "only" for child in children(noun, "amod"))
        return _named_subjects(above, denied=only and is_negated(above))
    return _of_several(above) if noun.dep_ == "pobj" and above.lower_ in ("of", "among") else []


def _of_several(above: Token) -> list[Token]:
    """'is *among* those who …', 'Vela, *one of* those who …', 'joined a *list of* mayors who …'."""
    whole = above.head
    if above.lower_ == "among":
        return _named_subjects(whole) if whole.lemma_ in BEING else []
    if whole.lower_ == "one":
        copula = whole.head.lemma_ in BEING and whole.dep_ == "attr"
        return _named_subjects(whole.head) if copula else ([whole.head] if whole.dep_ == "appos" else [])
    joined = whole.lower_ in JOINED and whole.dep_ == "dobj" and whole.head.lemma_ == "join"
    return subjects(whole.head) if joined else []


def _named_subjects(copula: Token, denied: bool = False) -> list[Token]:
    if children(copula, "expl") or denied != is_negated(copula):
        return []
    return [noun for noun in own_subjects(copula) if noun.lower_ not in NOBODY]
