"""Positions expressed by an affix on a name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.resolve import actors_of
from nlp.rules.candidate import Candidate

SIGNS = {"anti": "opposed", "pro": "backed", "never": "opposed"}


def affix(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'the *anti-Vela* Harbour Courier': a name on both ends, never a thing ("an anti-Vela video")."""
    relation = SIGNS.get(token.lower_)
    if relation is None or token.i + 2 >= len(draft.doc) or draft.doc[token.i + 1].text != "-":
        return
    target = draft.mention_at.get(token.i + 2)
    following = draft.mention_at.get(target.end) if target is not None else None
    if target is None or following is None or following.kind not in ("name", "surname"):
        return
    targets = tuple(actors_of(draft, draft.doc[target.start]))
    found = tuple(actors_of(draft, draft.doc[following.end - 1]))
    if found and targets:
        cue = (token.i, token.i + 2)
        yield Candidate(draft.lexicon.relations[relation], found, targets, token, cue, presupposed=True)
