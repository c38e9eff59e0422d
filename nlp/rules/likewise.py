"""Who does the same: "Vela backed Orrin, *as did Lund*", "*Like Vela*, Lund opposes Orrin"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.resolve import Reference
from nlp.rules.candidate import actors
from nlp.syntax import VERBAL, children, next_token, prepositional, with_conjuncts

REPEATING = frozenset({"do", "have", "be", "will"})
SAME = frozenset({"as", "so"})
TOO = frozenset({"too", "also", "likewise"})
BESIDE = ("like", "alongside")


def likewise(draft: Draft, verb: Token) -> tuple[Reference, ...]:
    """The actors that the text says do what a verb says, besides its subject."""
    nouns = [n for clause in _repeated(verb) for s in children(clause, "nsubj") for n in with_conjuncts(s)]
    nouns += _beside(verb) + joined_in(verb) + _beyond_insertion(draft, verb)
    return actors(draft, nouns) if nouns else ()


def _repeated(verb: Token) -> Iterator[Token]:
    """'*as did* Lund', 'and *so has* Lund', 'and Lund *does too*', 'Vela backed Orrin. *So did* Lund.'"""
    for clause in children(verb, "advcl", "conj", "ccomp", "parataxis"):
        if clause.i > verb.i and _repeats(clause):
            yield clause
    end = verb.sent.end
    if verb.dep_ == "ROOT" and end < len(verb.doc) and verb.doc[end].lower_ == "so":
        following = verb.doc[end].sent.root
        if _repeats(following):
            yield following


def _repeats(clause: Token) -> bool:
    if clause.lemma_.lower() not in REPEATING or clause.pos_ not in VERBAL or is_negated(clause):
        return False
    if children(clause, "dobj", "attr", "acomp", "xcomp", "ccomp"):
        return False
    subjects = children(clause, "nsubj")
    words = {child.lower_ for child in clause.children}
    inverted = bool(subjects) and subjects[0].i > clause.i
    return bool(subjects) and (bool(words & TOO) or (inverted and bool(words & SAME)))


def _beside(verb: Token) -> list[Token]:
    """'*Like Vela*, Lund opposes Orrin', 'Vela, *along with Lund*, opposes Orrin'."""
    holders = [verb, *children(verb, "nsubj")]
    nouns = [n for word in BESIDE for n in prepositional(verb, word) if n.i < verb.i and _ends_phrase(n)]
    for preposition in (p for holder in holders for p in children(holder, "prep")):
        if preposition.lower_ in ("along", "together") and preposition.i < verb.i:
            nouns += prepositional(preposition, "with")
    return nouns


def _ends_phrase(noun: Token) -> bool:
    """'like *Vela*, Lund …', but not 'like Vela a teacher'."""
    following = next_token(noun)
    return following is not None and (following.text == "," or following.dep_ == "cc")


def _beyond_insertion(draft: Draft, verb: Token) -> list[Token]:
    """'Vela, mayor of Brack, a port, *and Lund*, her deputy, back Orrin': the parser may join Lund to the port."""
    heads = children(verb, "nsubj")
    first = draft.mention_at.get(heads[0].i) if heads else None
    if first is None or draft.words[first.end : first.end + 1] != [","]:
        return []
    found = []
    for at in range(first.end + 1, verb.i - 1):
        named = (
            draft.mention_at.get(at + 1) if draft.words[at] == "and" and draft.words[at - 1] == "," else None
        )
        if named is not None and (named.end == verb.i or draft.words[named.end] == ","):
            found.append(draft.tokens[named.end - 1])
    return found


def joined_in(verb: Token) -> list[Token]:
    """'joined *Lund* in opposing Orrin'."""
    above = verb.head.head
    joined = verb.dep_ == "pcomp" and verb.head.lower_ == "in" and above.lemma_.lower() == "join"
    return children(above, "dobj") if joined else []
