"""Positions expressed by verbs, alone or with the particles, objects and prepositions that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.frames import REFLEXIVE, Slots, frames_at, is_comparing, slots_of
from nlp.rules.likewise import joined_in, likewise
from nlp.rules.stranded import stranded
from nlp.syntax import (
    VERBAL,
    children,
    clause_verb,
    is_infinitive,
    own_subjects,
    prepositional,
)
from nlp.things import action_of, demanded

__all__ = ["slots_of", "verb"]

PREFERRING = load_words()["elections"]["preferring"]
STRENGTHS = load_words()["judging"]["strengths"]
WANTED = load_words()["deeds"]["wanted"]
CIRCUMSTANCES = load_words()["deeds"]["circumstances"]
ENDED = frozenset({"until", "till", "from", "before"})


def verb(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *attacked* Orrin', 'Orrin, *criticised* by Vela', 'Vela *hit out at* Orrin', 'Vela *called for* a ban'."""
    if token.pos_ not in VERBAL or _is_otherwise_meant(token):
        return
    for frame in frames_at(draft, token, draft.lexicon.verb_frames.get(token.lemma_.lower(), ())):
        slots = slots_of(draft, frame, token)
        if slots is None or (frame.relation.name == "leads" and _is_over(token)):
            continue
        found = actors(draft, slots.actors) or _clause_actors(draft, token)
        if not found and slots.targets and frame.kind in ("verbs", "phrases"):
            found = stranded(draft, token)
        mutual = frame.kind == "mutual" or any(map(_each_other, slots.targets))
        targets = found if mutual else tuple(_targets(draft, frame, token, slots))
        if _dares(frame, token) or _excuses(draft, token, slots):
            continue
        if found and targets and _compares(draft, frame, token, slots):
            received = frame.kind == "receives"
            found = found if received or mutual else tuple(dict.fromkeys((*found, *likewise(draft, token))))
            yield Candidate(frame.relation, found, targets, token, slots.cue, received=received)
            if already := actors(draft, joined_in(token)):
                yield Candidate(frame.relation, already, targets, token, slots.cue, presupposed=True)
            yield from _rather_than(draft, frame, token, slots, found)
            return


def _is_otherwise_meant(verb: Token) -> bool:
    """'*targeted* Orrin *for donations*': asked, not attacked; '*credited* his win *to* luck': no thanks."""
    if verb.lemma_.lower() == "credit":
        won = [noun for noun in children(verb, "dobj") if noun.lemma_.lower() in STRENGTHS]
        return any(prepositional(word, "to") for noun in won for word in (verb, noun))
    wanted = prepositional(verb, "for") if verb.lemma_.lower() == "target" else []
    return any(noun.lemma_.lower() in WANTED and not children(noun, "det", "poss") for noun in wanted)


def _dares(frame: Frame, verb: Token) -> bool:
    """'*challenged* Orrin *to prove* it': a challenge, as another frame reads it, and no demand."""
    asked = children(verb, "xcomp", "ccomp", "advcl") if frame.relation.family == "demand" else []
    return verb.lemma_.lower() in ("challenge", "dare") and any(c.lemma_.lower() == "prove" for c in asked)


def _excuses(draft: Draft, verb: Token, slots: Slots) -> bool:
    """'*downplayed* Orrin's *attack* on a judge': that is no word against Orrin."""
    if verb.lemma_.lower() != "downplay":
        return False
    frames = (f for noun in slots.targets for f in draft.lexicon.noun_frames.get(noun.lemma_.lower(), ()))
    return any(frame.relation.family == "opposition" for frame in frames)


def _is_over(verb: Token) -> bool:
    """'*had* led the council *until* 2013', '*used to* chair it'; not 'said that she had led it since 2013'."""
    used = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "use" and not children(verb.head, "dobj")
    ended = any(child.lower_ in ENDED for child in children(verb, "prep"))
    return used or (ended and any(child.lower_ == "had" for child in children(verb, "aux")))


def _compares(draft: Draft, frame: Frame, token: Token, slots: Slots) -> bool:
    """'picked Vela *over Orrin*', but not 'took control *over the yard*'; any other frame compares nothing."""
    nouns = [n for each in (token, *slots.targets) for n in prepositional(each, "over")]
    return not is_comparing(frame) or any(targets_of(draft, noun, "actor") for noun in nouns)


def _rather_than(
    draft: Draft, frame: Frame, token: Token, slots: Slots, found: tuple[Reference, ...]
) -> Iterator[Candidate]:
    """'would *rather* vote for Vela *than* Orrin', 'picked Vela *over* Orrin': the one not preferred."""
    rather = "rather" in {child.lower_ for child in token.children}
    preferred = token.lemma_.lower() in PREFERRING
    if frame.relation.family != "support" or not (rather or preferred):
        return
    word = "than" if rather else "over"
    nouns = [n for each in (token, *slots.targets) for n in prepositional(each, word)]
    refused = tuple(r for noun in nouns for r in targets_of(draft, noun, "actor"))
    if refused:
        yield Candidate(
            draft.lexicon.relations["refused to back"], found, refused, token, slots.cue, judged=True
        )


def _each_other(noun: Token) -> bool:
    """'attacked *each other*', 'lashed out at *one another*'."""
    words = [t.lower_ for t in noun.doc[max(0, noun.i - 1) : noun.i + 2]]
    return words[:2] == ["each", "other"] or ["one", "another"] in (words[:2], words[1:])


def _clause_actors(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """'Vela is on solid ground *attacking* Orrin': a participle that hangs on a noun may be the subject's own act."""
    if token.dep_ != "acl" or token.tag_ != "VBG" or token.head.lower_ not in CIRCUMSTANCES:
        return ()
    above = clause_verb(token.head)
    return actors(draft, own_subjects(above)) if above is not None else ()


def _targets(draft: Draft, frame: Frame, token: Token, slots: Slots) -> Iterator[Reference]:
    kind = frame.relation.target
    for noun in slots.targets:
        if kind == "action":
            doing = noun.pos_ in VERBAL and noun.head.lower_ in ("on", "upon")
            thing = None if doing else demanded(draft, noun)  # 'insisted on *paying*' demands nothing
            if thing is not None:
                draft.introduce(thing[0])
                yield Reference(thing[0].id, thing[1], thing[2], head=noun.i)
        elif kind == "addressee":
            yield from _action_of_addressee(draft, token, noun)
        else:
            yield from targets_of(draft, noun, kind)


def _action_of_addressee(draft: Draft, token: Token, noun: Token) -> Iterator[Reference]:
    """'urged *Orrin* *to resign*': one demand that names both; 'asked Orrin about it' is none."""
    clause = _infinitive(token, noun)
    if clause is None or (
        clause.lemma_.lower() in ("know", "be") and not children(clause, "acomp", "attr", "prep")
    ):
        return
    for reference in targets_of(draft, noun, "actor"):
        if reference.inherited or noun.lower_ in REFLEXIVE:
            continue
        entity, start, end = action_of(draft, draft.entities[reference.entity_id].name, clause)
        draft.introduce(entity)
        yield Reference(entity.id, min(reference.start, start), max(reference.end, end), head=noun.i)


def _infinitive(verb_: Token, noun: Token) -> Token | None:
    for token in (verb_, noun, *(c for c in verb_.children if c.dep_ == "prep")):
        for clause in children(token, "xcomp", "ccomp", "advcl", "acl", "relcl"):
            if clause.i > verb_.i and is_infinitive(clause):
                return clause
    return None
