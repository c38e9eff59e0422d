"""What a clause says of itself: negated, conditional, yet to come, asked."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.lexicon import Lexicon
from nlp.lexicon.words import load_words
from nlp.syntax import children, next_token

NEGATING_ADVERBS = frozenset({"never", "hardly", "scarcely", "seldom", "rarely"})
NOBODY = frozenset({"few", "nobody", "none", "neither"})
SCANT = load_words()["moods"]["scant"]
OBLIGING = frozenset({"should", "must", "ought"})
ONLY = frozenset({"only", "just", "merely", "simply", "solely"})


def is_negated(predicate: Token) -> bool:
    if predicate.dep_ == "conj" and any(c.lower_ == "nor" for c in children(predicate.head, "cc")):
        return True
    for child in predicate.children:
        if child.dep_ == "advmod" and any(c.lower_ in ("no", "hardly", "scarcely") for c in child.children):
            return True  # 'no longer', 'hardly ever'
        if (child.dep_ == "neg" and not _limits(child)) or child.lower_ in NEGATING_ADVERBS:
            return True
        if child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither"):
            return True
        if child.dep_ == "dobj" and _is_nobody(child):
            return True  # 'endorsed *neither* Vela nor Orrin'
        if child.lower_ in SCANT and _only_describes(child, predicate):
            return True  # 'has *little* praise for Orrin'
    return any(
        subject.lower_ in NOBODY
        or any(c.lower_ in ("no", "neither") for c in subject.children)
        or (any(c.lower_ == "few" for c in children(subject, "amod")) and not children(subject, "det"))
        for subject in children(predicate, "nsubj", "nsubjpass")
    )


def _only_describes(word: Token, noun: Token) -> bool:
    """'*little* praise', not 'the *few* critics' nor 'her nasty *little* attack'."""
    return children(noun, "amod") == [word] and not children(noun, "det", "poss")


def _is_nobody(noun: Token) -> bool:
    return noun.lower_ in NOBODY - {"few"} or any(
        c.lower_ == "neither" for c in children(noun, "preconj", "det")
    )


def _limits(denial: Token) -> bool:
    """'is *not only* her ally': more than that is meant."""
    following = next_token(denial)
    return following is not None and following.lower_ in ONLY


def is_present(verb: Token) -> bool:
    """'*does* not *back*', '*is* not *going* to': an attitude; "did not" is only what has not happened."""
    words = {child.tag_ for child in children(verb, "aux")}
    if verb.tag_ in ("VBP", "VBZ"):
        return True
    return bool(words & {"VBP", "VBZ"}) and verb.tag_ in ("VB", "VBG")


def is_conditional(lexicon: Lexicon, clause: Token) -> bool:
    return any(c.lower_ in lexicon.governors["conditional_marks"] for c in children(clause, "mark", "advmod"))


def own_modality(lexicon: Lexicon, verb: Token) -> str:
    """By auxiliaries and the marker of the verb's own clause."""
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    if _announced(verb, words) or words & lexicon.governors["future_auxiliaries"]:
        return "future"  # a headline's 'Vela *to back* Orrin' too
    if words & lexicon.governors["hypothetical_auxiliaries"] and not {"must", "have"} <= words:
        return "hypothetical"
    if any(c.i < s.i for c in children(verb, "aux") for s in children(verb, "nsubj")) and not in_question(
        verb
    ):
        return "hypothetical"  # 'Had Vela condemned Orrin, …'
    if is_conditional(lexicon, verb) and not words & {"have", "'ve"}:
        return "hypothetical"
    return "asserted"


def _announced(verb: Token, words: set[str]) -> bool:
    """A headline's '*Vela to back* Orrin', whichever of the two the parser takes for its root."""
    if "to" not in words:
        return False
    rooted = verb.dep_ == "ROOT" and bool(children(verb, "nsubj", "nsubjpass"))
    return rooted or (
        verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"
    )


def in_question(token: Token) -> bool:
    """Whether the sentence asks: it ends in a question mark."""
    for last in reversed(token.sent):
        if not last.is_space and last.text not in ('"', "'", "''", ")"):
            return last.text == "?"
    return False
