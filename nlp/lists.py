"""Who belongs to a group that the same sentence lists: "those backing Orrin *include* Vela and Lund"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.syntax import agents, children, next_token, own_subjects, prepositional, with_conjuncts

MEASURES = load_words()["groups"]["several"]
ABBREVIATED = load_words()["groups"]["abbreviated"]
LEADING = load_words()["groups"]["heading"]
PRIVATE = load_words()["people"]["private"]
LISTING = load_words()["groups"]["listing"]
INTRODUCING = ("including", "like", "as")
ENDS = frozenset({".", "—", "–", "--", "“", "”", '"', "who", "whose", "which"})
COUNTED = frozenset({"several", "following", "these", "other", "many"})


def is_group(draft: Draft, noun: Token) -> bool:
    """A word for several people or bodies who may be named behind it, or the name of such a group."""
    lexicon, lemma = draft.lexicon, noun.lemma_.lower()
    if noun.lower_ in lexicon.nouns["listed"] and noun.tag_ not in ("NN", "NNP"):
        return True
    if noun.lower_ in MEASURES:
        return True
    if lemma in PRIVATE or (noun.tag_ not in ("NNS", "NNPS") and noun.text not in ABBREVIATED):
        return False
    people = (
        lexicon.nouns["listed"] | lexicon.nouns["collectives"] | lexicon.nouns["grouped"] | lexicon.role_nouns
    )
    return lemma in people or lemma in lexicon.bearer_frames or draft.entity_of(noun) is not None


def members_of(draft: Draft, noun: Token) -> list[Token]:
    """The nouns that a list in the group's own sentence names; empty where there is none."""
    if not is_group(draft, noun):
        described = noun.tag_ == "NN" and noun.head.lemma_ == "be" and bool(children(noun, "relcl"))
        return listed_by_verb(noun) if described else []  # 'the candidate she backs is Vela'
    return (
        listed_by_verb(noun)
        or [
            n
            for word in INTRODUCING
            for first in prepositional(noun, word)[:1]
            for n in _named_from(draft, first)
        ]
        or [n for clause in children(noun, "acl") if clause.lemma_.lower() in LEADING for n in agents(clause)]
        or _introduced_later(draft, noun)
    )


def listed_by_verb(noun: Token) -> list[Token]:
    """'those who back Orrin *are* A and B', 'among them *are* A and B', 'her critics *include* A and B'."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in LISTING:
        return [n for each in children(verb, "attr", "dobj") for n in with_conjuncts(each)]
    if noun.dep_ == "pobj" and verb.lower_ == "among" and verb.head.lemma_.lower() == "be":
        return own_subjects(verb.head) or [n for c in children(verb.head, "attr") for n in with_conjuncts(c)]
    return []


def _named_from(draft: Draft, first: Token) -> list[Token]:
    """The list that a noun begins, by its names where it is one, else by the grammar."""
    mention = draft.mention_at.get(first.i)
    if mention is None or mention.kind not in ("name", "surname"):
        return with_conjuncts(first)
    return list(_names_from(draft, mention.start, first.sent.end))


def _introduced_later(draft: Draft, noun: Token) -> list[Token]:
    """Behind a colon, "including" or "among them", if no other group stands between."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.tag_ in ("NNS", "NNPS") and not noun.is_ancestor(token):
            return []
        first: int | None = None
        if token.lower_ == "including" or (token.text == ":" and _is_counted(noun)):
            first = token.i + 1
        elif (
            token.lower_ == "among"
            and (following := next_token(token))
            and following.lower_ in ("them", "those")
        ):
            first = token.i + 2
        if first is not None:
            return list(_names_from(draft, first, noun.sent.end))
    return []


def _is_counted(noun: Token) -> bool:
    """'*three* colleagues: …', '*several* senators: …'; any other colon begins something else."""
    return bool(children(noun, "nummod")) or any(c.lower_ in COUNTED for c in children(noun, "amod", "det"))


def _names_from(draft: Draft, start: int, end: int) -> Iterator[Token]:
    """The names of a list that begins at once: "*A*, *B* and, to general surprise, *C*"."""
    at, first = start, True
    while at < end:
        mention = draft.mention_at.get(at)
        if mention is not None and mention.start == at and mention.kind in ("name", "surname"):
            if _joins(_before(draft, at)):
                yield draft.tokens[mention.end - 1]
                first = False
            at = mention.end
            continue
        token = draft.tokens[at]
        if token.pos_ in ("VERB", "AUX") or token.text in ENDS or (first and at > start + 3):
            return
        at += 1


def _before(draft: Draft, at: int) -> Token:
    """The word before a name, past its article."""
    return draft.tokens[at - 1 - (draft.words[at - 1] == "the" and at > 1)]


def _joins(before: Token) -> bool:
    """What may stand right before the next name of a list."""
    return (
        before.text in (",", ":", ";")
        or before.dep_ == "cc"
        or before.pos_ in ("NOUN", "PROPN", "PRON")
        or before.lower_ in INTRODUCING
    )
