"""Positions expressed by a noun for whoever holds them: critics, supporters, opponents."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.lexicon.words import load_words
from nlp.lists import members_of
from nlp.resolve import Reference, targets_of
from nlp.rules.belonging import BEING
from nlp.rules.candidate import Candidate, actors
from nlp.syntax import children, own_subjects, prepositional

POSSESSED = "'s"
MEMBERS = frozenset({"one", "among"})
COUNTING = load_words()["groups"]["counting"]


def bearer(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela, a vocal *critic of* Orrin', 'one of Orrin's *supporters*', '*Orrin critic* Ada Vela'."""
    frames = draft.lexicon.bearer_frames.get(token.lemma_.lower())
    if frames is None or _no_more(draft, token):
        return
    holders, presupposed = _bearers(draft, token)
    if not holders:
        return
    for frame in frames:
        targets = tuple(_targets(draft, frame, token))
        if targets:
            cue = (token.i, token.i + 1)
            yield Candidate(frame.relation, holders, targets, token, cue, presupposed=presupposed)
            return


def _no_more(draft: Draft, token: Token) -> bool:
    """'a *former* ally of': somebody who held the position once."""
    former = draft.lexicon.governors["former"]
    about = (*children(token, "amod", "advmod", "compound", "nmod"), *children(token.head, "advmod"))
    return any(c.lower_ in former for c in about)


def _bearers(draft: Draft, token: Token) -> tuple[tuple[Reference, ...], bool]:
    """Who is called so, and whether in passing (an apposition) and not as the sentence's claim."""
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "among" and above.head.lemma_.lower() in COUNTING:
        return actors(draft, children(above.head, "dobj")), False  # 'counts Vela *among* his supporters'
    if above.lower_ in MEMBERS or above.head.lower_ in MEMBERS:  # 'one of Orrin's *critics*'
        token = above if above.lower_ in MEMBERS else above.head
        above = token.head
    token = _first_joined(token)
    above = token.head
    if token.dep_ == "attr" and above.lemma_.lower() in BEING:
        return actors(draft, own_subjects(above)), False
    if token.dep_ == "prep" and above.lemma_.lower() in BEING:
        return actors(draft, own_subjects(above)), False  # 'was *among* her critics'
    if token.dep_ == "appos":
        return actors(draft, [above]), True
    if token.tag_ != "NN":
        ours = any(owner.lower_ in ("our", "my") for owner in children(token, "poss"))
        return () if ours else actors(draft, members_of(draft, token)), True  # 'our enemies like …'
    following = draft.mention_at.get(token.i + 1)
    if following is not None and following.kind in ("name", "surname"):
        return actors(draft, [draft.tokens[following.end - 1]]), True
    placed = [place for preposition in children(token, "prep") for place in children(preposition, "pobj")]
    beside = [c for noun in (token, *placed) for c in children(noun, "appos") if c.pos_ == "PROPN"]
    return actors(draft, beside), True  # 'an Orrin *supporter* in Brack, Ada Vela, …'


def _first_joined(token: Token) -> Token:
    """'a nurse and Orrin *supporter*': both are said of the same one."""
    while token.dep_ == "conj" and token.head.pos_ == "NOUN" and token.tag_ == "NN":
        token = token.head
    return token


def _targets(draft: Draft, frame: Frame, token: Token) -> Iterator[Reference]:
    named = _named_before(draft, token) if POSSESSED in frame.words else []
    nouns = named or [n for word in frame.words if word != POSSESSED for n in prepositional(token, word)]
    if not nouns and POSSESSED in frame.words:
        nouns = children(token, "poss")
    for noun in nouns:
        yield from targets_of(draft, noun, frame.relation.target)


def _named_before(draft: Draft, token: Token) -> list[Token]:
    """'*Orrin* critic Ada Vela': a name right before the noun."""
    before = draft.mention_at.get(token.i - 1)
    if before is None or before.kind not in ("name", "surname"):
        return []
    if before.start and draft.words[before.start - 1] == "-":
        return []  # 'an anti-Orrin delegate'
    return [draft.tokens[before.end - 1]]
