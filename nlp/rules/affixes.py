"""Positions expressed by an affix on a name: "anti-Vela", "Vela-backed"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.antecedents import described
from nlp.draft import Draft
from nlp.lexicon import Relation
from nlp.resolve import Reference, actors_of
from nlp.rules.candidate import Candidate
from nlp.syntax import children, own_subjects

SIGNS = {"anti": "opposed", "pro": "backed", "never": "opposed"}
NAMES = ("name", "surname")
NEAR = 4  # words: "a pro-Vela *super PAC*"


def affix(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'the *anti-Vela* Harbour Courier', 'Clear Harbour, a *pro-Vela* group': never a thing ("an anti-Vela video")."""
    relation = SIGNS.get(token.lower_)
    if relation is None or token.i + 2 >= len(draft.doc) or draft.doc[token.i + 1].text != "-":
        return
    target = draft.mention_at.get(token.i + 2)
    if target is None:
        return
    targets = tuple(actors_of(draft, draft.doc[target.start]))
    holders, predicate = _of_that_mind(draft, target.end, token)
    found = tuple(r for noun in holders for r in actors_of(draft, noun))
    if found and targets:
        cue, passing = (token.i, token.i + 2), predicate == token
        yield Candidate(
            draft.lexicon.relations[relation], found, targets, predicate, cue, presupposed=passing
        )


def _of_that_mind(draft: Draft, start: int, affixed: Token) -> tuple[list[Token], Token]:
    """Whom the word before `start` describes, and what says so of them: it itself, if it does so in passing."""
    following = draft.mention_at.get(start)
    if following is not None:
        return [draft.tokens[following.end - 1]] if following.kind in NAMES else [], affixed
    behind = draft.tokens[start : start + NEAR]
    noun = next((t for t in behind if t.tag_ in ("NN", "NNP") and t.dep_ != "compound"), None)
    if noun is None or any(c.lower_ in draft.lexicon.governors["former"] for c in children(noun, "amod")):
        return [], affixed
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return own_subjects(noun.head), noun.head
    return [noun] if described(draft, noun) is not None else [], affixed


def compound(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'the *Vela-backed* candidate, Tom Orrin'; of things the compound is a part of the name."""
    if token.tag_ not in ("VBN", "VBD", "JJ") or token.i < 2 or draft.doc[token.i - 1].text != "-":
        return
    actor = draft.mention_at.get(token.i - 2)
    relation = _done(draft, token)
    if actor is None or relation is None or actor.end != token.i - 1:
        return
    found = tuple(actors_of(draft, draft.doc[actor.end - 1]))
    targets = tuple(_described(draft, token))
    if found and targets:
        cue = (token.i, token.i + 1)
        yield Candidate(relation, found, targets, token, cue, presupposed=True)


def _done(draft: Draft, token: Token) -> Relation | None:
    """The relation that a verb expresses with its mere object."""
    if token.lower_ == token.lemma_.lower():
        return None  # '— *like* Orrin'
    for frame in draft.lexicon.verb_frames.get(token.lemma_.lower(), ()):
        if frame.kind == "verbs" and frame.relation.family in ("support", "opposition"):
            return frame.relation
    return None


def _described(draft: Draft, token: Token) -> list[Reference]:
    """The noun behind the compound, or the name that follows it."""
    noun = token.head
    following = draft.mention_at.get(noun.i + 1)
    if noun.pos_ == "NOUN" and following is not None and following.kind in NAMES:
        return actors_of(draft, draft.doc[following.end - 1])
    return actors_of(draft, noun)
