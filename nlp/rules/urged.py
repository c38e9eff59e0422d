"""Positions of those who ask others to take one: "Vela *urged* Lund to back Orrin" is for Orrin."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.resolve import targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.frames import frames_at, slots_of
from nlp.rules.judgements import others
from nlp.syntax import VERBAL, children, is_infinitive, is_passive, subjects

URGING = load_words()["elections"]["urging"] | load_words()["elections"]["pressing"]
FAMILIES = frozenset({"support", "opposition"})


def urged_position(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela urged Lund to *back* Orrin', 'called on voters to *reject* the harbour bill'."""
    above = _urging(token)
    if above is None:
        return
    for frame in frames_at(draft, token, draft.lexicon.verb_frames.get(token.lemma_.lower(), ())):
        if frame.relation.family not in FAMILIES or frame.kind not in ("verbs", "phrases"):
            continue
        slots = slots_of(draft, frame, token)
        if slots is None or not slots.targets:
            continue
        holders = actors(draft, subjects(above, draft.lexicon.governors["controlling"]))
        asked = {r.entity_id for r in actors(draft, children(above, "dobj", "dative"))}
        found = (t for noun in slots.targets for t in targets_of(draft, noun, frame.relation.target))
        found = (t for t in found if t.entity_id not in asked)  # 'asked Orrin to share *his views*'
        if targets := others(holders, found) if holders else ():
            yield Candidate(frame.relation, holders, targets, above, slots.cue)
        return


def _urging(verb: Token) -> Token | None:
    """The verb of asking above an infinitive, with those who are asked beside it."""
    above = verb.head
    if not is_infinitive(verb) or verb.dep_ not in ("xcomp", "advcl", "ccomp") or verb.i < above.i:
        return None
    if above.lemma_.lower() not in URGING or is_passive(above) or is_negated(verb) or above.dep_ == "pcomp":
        return None
    asked = children(above, "dobj", "dative") or children(verb, "nsubj")
    asked = asked or [p for p in children(above, "prep") if p.lower_ in ("on", "upon", "to", "with")]
    return above if asked and above.pos_ in VERBAL else None
