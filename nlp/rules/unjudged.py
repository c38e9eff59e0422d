"""Words of judgement by which nobody is judged: what is granted, chosen against, or says only how somebody stands."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.clauses import OBLIGING
from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.owned import PERSONAL
from nlp.rules.verdicts import COPULAS, bound
from nlp.syntax import children, clause_verb, own_subjects, prepositional

BOTH_WAYS = load_words()["judging"]["both_ways"]
CHOSEN_OVER = load_words()["judging"]["chosen_over"]
CONCEDING = load_words()["judging"]["conceding"]
SEEMING = load_words()["judging"]["seeming"]
STANDING = load_words()["judging"]["standing"]
STRONG = load_words()["judging"]["strong"]
READY = load_words()["moods"]["ready"]


def judges_nobody(draft: Draft, token: Token, word: Token, sign: int) -> bool:
    """Whether a predicate that holds a judging word is no judgement.

    Args:
        draft: The document being read.
        token: The predicate.
        word: The one that judges; the predicate itself where a phrase of it does.
        sign: Of the judgement.
    """
    return (
        _required(token, sign)
        or _experienced(draft, token)
        or _granted(draft, token, sign)
        or _rejected(token)
        or _is_only_standing(token, word)
        or _mutual(token, word)
    )


def _required(token: Token, sign: int) -> bool:
    """'She *has to inspire* trust': she does not yet."""
    needed = bound(token) and token.head.lemma_.lower() in ("have", "need")
    return sign > 0 and needed and token.lemma_.lower() not in COPULAS


def _experienced(draft: Draft, token: Token) -> bool:
    """'*For many centrists* Orrin seems crazy': so they think, whoever says so."""
    if token.lemma_.lower() not in SEEMING:
        return False
    before = [c for c in children(token, "prep") if c.lower_ in ("for", "to") and c.i < token.i]
    nouns = [noun for preposition in before for noun in children(preposition, "pobj")]
    people = draft.lexicon.groups["named"] | draft.lexicon.groups["plain"] | draft.lexicon.groups["classes"]
    return any(
        noun.tag_ in ("NNS", "NNPS") and (noun.lower_ in people or noun.lemma_.lower().endswith(PERSONAL))
        for noun in nouns
        if noun.ent_type_ != "DATE"
    )


def _granted(draft: Draft, token: Token, sign: int) -> bool:
    """'*while* Orrin is a good mayor, she …', 'Orrin *should be ready* for questions': no praise."""
    advised = any(c.lower_ in OBLIGING for c in children(token, "aux"))
    if sign > 0 and advised and any(c.lower_ in READY for c in children(token, "acomp")):
        return True
    above = token.head
    if token.i > above.i or not any(mark.lower_ in CONCEDING for mark in children(token, "mark")):
        return False  # 'Lund is a liar, *while* Orrin is a good mayor' sets the two against each other
    one, other = ({_who(draft, noun) for noun in own_subjects(verb)} for verb in (token, above))
    return bool(one & other) and (sign > 0 or bool(children(token, "neg")))


def _who(draft: Draft, noun: Token) -> str:
    return draft.entity_of(noun) or noun.lower_


def _rejected(token: Token) -> bool:
    """'stuck with a friend *over staying true* to her word', '*instead of* telling the truth'."""
    above = token.head
    if token.dep_ != "pcomp":
        return False
    before = above.nbor(-1).lower_ if above.i else ""
    verb = clause_verb(above)
    chosen = above.lower_ == "over" and verb is not None and verb.lemma_.lower() in CHOSEN_OVER
    return chosen or above.lower_ == "than" or before == "instead"


def _is_only_standing(token: Token, word: Token) -> bool:
    """'support for Orrin *is strong*', 'Orrin is *in a strong position*': how it goes for Orrin."""
    placed = prepositional(token, "in") if token.lemma_.lower() in COPULAS else []
    if word == token:  # by a phrase
        return any(c.lower_ in STRONG for noun in _of_standing(placed) for c in children(noun, "amod"))
    described = [word.head] if word.dep_ in ("amod", "compound") else own_subjects(token)
    return word.lower_ in STRONG and bool(_of_standing(described))


def _of_standing(nouns: list[Token]) -> list[Token]:
    return [noun for noun in nouns if noun.lemma_.lower() in STANDING]


def _mutual(token: Token, word: Token) -> bool:
    """'Orrin and Lund are *enemies*': of each other, if of nobody else."""
    several = word.tag_ == "NNS" and len(own_subjects(token)) > 1
    return several and word.lemma_.lower() in BOTH_WAYS and not children(word, "prep")
