"""Positions that somebody receives: "Orrin won praise from Vela", "the bill ran into Lantern opposition"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.owned import is_following
from nlp.resolve import targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.nouns import givers_of, party_before
from nlp.syntax import children, prepositional, subjects

RUNNING_INTO = frozenset(
    {
        ("into", "run"),
        ("with", "meet"),
        ("under", "be"),
        ("under", "come"),
        ("under", "remain"),
        ("to", "subject"),
    }
)


def _receiving(draft: Draft, token: Token) -> Token | None:
    """The verb whose subject gets what the noun says: 'won praise', 'ran *into* opposition', 'met *with* scorn'."""
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in draft.lexicon.nouns["measures"]:
        token, above = above.head, above.head.head  # 'won *dozens of* endorsements'
    if token.dep_ == "dobj":
        return above if above.lemma_.lower() in draft.lexicon.nouns["receiving"] else None
    run = token.dep_ == "pobj" and (above.lower_, above.head.lemma_.lower()) in RUNNING_INTO
    return above.head if run else None


def received_noun(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Orrin won *praise* from Vela', 'Orrin has Vela's *support*': the subject is the target."""
    above = _receiving(draft, token)
    if above is None or is_following(token):
        return
    for frame in draft.lexicon.noun_frames.get(token.lemma_.lower(), ()):
        if frame.relation.target in ("action", "addressee") or any(
            prepositional(token, p) for p in frame.words if p != "of"
        ):
            continue
        aimed = bool(children(token, "poss"))  # 'won Vela's *praise* of Orrin': "of" leads to the target
        behind = givers_of(draft, token) + ([] if aimed else prepositional(token, "of"))
        if frame.relation.family == "opposition":
            behind += prepositional(token, "among")  # support among voters is a poll's
        givers = (
            actors(draft, children(token, "poss") + behind)
            or party_before(draft, token)
            or actors(draft, prepositional(above, "from"))
        )
        targets = tuple(
            t
            for each in subjects(above, draft.lexicon.governors["controlling"])
            for t in targets_of(draft, each, frame.relation.target)
        )
        if givers and targets:
            yield Candidate(frame.relation, givers, targets, above, (token.i, token.i + 1), received=True)
            return
