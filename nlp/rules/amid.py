"""Positions beside a clause: what the clause is about is their target, "the bill fell *amid* Lantern *opposition*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import own_modality
from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.nouns import defends
from nlp.syntax import VERBAL, children, clause_verb, own_subjects, prepositional

AGAINST = load_words()["deeds"]["opposition"]
BESIDE = frozenset({"amid", "amidst", "despite", "notwithstanding"})
SINCE = frozenset({"after", "following"})
FIRE = load_words()["deeds"]["fire"]


def amid(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'fell *amid* Lantern *opposition*', 'resigned *after criticism* from Vela', 'Orrin, *under fire* from Vela'."""
    preposition = _led_by(token)
    frames = draft.lexicon.noun_frames.get(token.lemma_.lower(), ()) if preposition is not None else ()
    if preposition is None or not frames or _aimed(token, frames):
        return
    if preposition.lower_ == "against" and defends(draft, preposition.head):
        return  # 'defended Orrin *against* criticism from Lund': it is about Orrin, as another rule says
    frame = frames[0]
    if not _fits(preposition, token, frame.relation.family) or _on_condition(draft, preposition):
        return
    found = _holders(draft, token)
    about = _about(draft, preposition) if found else ()
    if about:
        cue = (token.i, token.i + 1)
        yield Candidate(frame.relation, found, about, token, cue, presupposed=True)


def _on_condition(draft: Draft, preposition: Token) -> bool:
    """'*with* the backing of nurses he *can* win': they may give it yet."""
    within = (clause for noun in children(preposition, "pobj") for clause in children(noun, "relcl"))
    return preposition.lower_ == "with" and any(
        verb is not None and own_modality(draft.lexicon, verb) == "hypothetical"
        for verb in (clause_verb(preposition), *within)
    )


def _led_by(token: Token) -> Token | None:
    """The preposition before the noun; of "in the face of", "in spite of" and "because of" the first word."""
    above = token.head
    if token.dep_ != "pobj":
        return None
    if above.lower_ == "of" and above.head.lower_ in ("face", "spite") and above.head.dep_ == "pobj":
        return above.head.head
    return above


def _aimed(token: Token, frames: tuple[Frame, ...]) -> bool:
    """'amid opposition *to* Orrin', 'her criticism *of* Orrin': with a target of its own it is another rule's."""
    return any(
        prepositional(token, word)
        for frame in frames
        for word in frame.words
        if word != "of" or frame.relation.family == "opposition"
    )


def _fits(preposition: Token, token: Token, family: str) -> bool:
    """Whether this noun behind this preposition is about what the clause is about."""
    word, noun = preposition.lower_, token.lemma_.lower()
    if word in BESIDE or (word == "in" and token.head != preposition):
        return family in ("support", "opposition")
    if word in ("over", "against"):
        return noun in AGAINST
    if word == "under":
        return noun in FIRE
    return (word in SINCE and family == "opposition") or (word == "with" and family == "support")


def _holders(draft: Draft, token: Token) -> tuple[Reference, ...]:
    if token.i in draft.party_of_head:
        return (Reference(draft.party_of_head[token.i], token.i - 1, token.i, head=token.i - 1),)
    given = (n for word in ("from", "by", "of", "among") for n in prepositional(token, word))
    return actors(draft, [*children(token, "poss"), *given])


def _about(draft: Draft, preposition: Token) -> tuple[Reference, ...]:
    """The thing that the clause's verb is done to, else its subject, else the name the phrase stands beside."""
    above = preposition.head
    if above.pos_ == "PROPN" or above.i in draft.mention_at:  # in a headline the parser takes it for a verb
        return tuple(targets_of(draft, above, "actor"))
    if above.pos_ == "NOUN" and (thing := targets_of(draft, above, "thing")):
        return tuple(thing)
    verb = above if above.pos_ in VERBAL else clause_verb(preposition)
    if verb is None:
        return ()
    objects = [t for noun in children(verb, "dobj") for t in targets_of(draft, noun, "thing")]
    return tuple(objects) or tuple(
        t for noun in own_subjects(verb) for t in targets_of(draft, noun, "either")
    )
