"""Positions expressed by verbs, alone or with the particles, objects and prepositions that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.syntax import (
    RELATIVES,
    VERBAL,
    agents,
    children,
    clause_verb,
    is_infinitive,
    is_passive,
    objects,
    own_subjects,
    prepositional,
    subjects,
    with_conjuncts,
)
from nlp.things import action_of, demanded

CIRCUMSTANCES = frozenset(
    {"ground", "day", "night", "week", "time", "hour", "month", "year", "campaign", "career", "tour"}
)
TRANSITIVE = frozenset({"take", "turn", "make", "put", "bring", "hold", "set"})
LOOSE = frozenset({"go", "be", "come", "get", "stand", "work", "turn", "live", "fight"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself"})


@dataclass(frozen=True, slots=True)
class Slots:
    """Nouns in the places of a frame."""

    actors: list[Token]
    targets: list[Token]
    cue: tuple[int, int]


def verb(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *attacked* Orrin', 'Orrin, *criticised* by Vela', 'Vela *hit out at* Orrin', 'Vela *called for* a ban'."""
    if token.pos_ not in VERBAL:
        return
    for frame in draft.lexicon.verb_frames.get(token.lemma_.lower(), ()):
        slots = slots_of(draft, frame, token)
        if slots is None:
            continue
        found = actors(draft, slots.actors) or _clause_actors(draft, token)
        mutual = frame.kind == "mutual" or any(map(_each_other, slots.targets))
        targets = found if mutual else tuple(_targets(draft, frame, token, slots))
        if found and targets:
            received = frame.kind == "receives"
            yield Candidate(frame.relation, found, targets, token, slots.cue, received=received)
            yield from _rather_than(draft, frame, token, slots, found)
            return


def _rather_than(
    draft: Draft, frame: Frame, token: Token, slots: Slots, found: tuple[Reference, ...]
) -> Iterator[Candidate]:
    """'would *rather* vote for Vela *than* Orrin': the one not preferred."""
    if frame.relation.family != "support" or "rather" not in {child.lower_ for child in token.children}:
        return
    nouns = [n for each in (token, *slots.targets) for n in prepositional(each, "than")]
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


def slots_of(draft: Draft, frame: Frame, token: Token) -> Slots | None:
    """The nouns in the frame's places, or None where the words of the frame are not there."""
    matched = _matched(frame, token)
    if matched is None or any(c.lower_ == "no" for t in matched for c in children(t, "det")):
        return None  # 'offered no support for'
    if _occupied(frame, token, matched):
        return None
    controls = draft.lexicon.governors["controlling"]
    cue = (token.i, _end_of_cue(matched))
    if frame.kind == "mutual":
        if any(child.lower_ in ("with", "against") for child in children(token, "prep")):
            return None
        return Slots(subjects(token, controls), [], cue)
    if frame.kind == "receives":
        return Slots(_after(matched[-1]), subjects(token, controls), cue)
    takes_object, passive = not frame.words or "@" in frame.words, is_passive(token)
    if passive and takes_object:
        return Slots(agents(token), _passive_subjects(token), cue)
    targets = _objects_of(token) if takes_object else _after(matched[-1])
    return Slots(agents(token) if passive else subjects(token, controls), targets, cue)


def _occupied(frame: Frame, token: Token, matched: list[Token]) -> bool:
    """'took action on arms', 'the steps he *takes on* arms': with an object of its own it is another expression."""
    if len(matched) > 1 and matched[1].dep_ == "prt" and children(token, "dobj")[1:]:
        return any(noun.lower_ in RELATIVES for noun in children(token, "dobj"))
    if len(matched) < 2 or matched[1].dep_ != "prep" or {"@", "_"} & set(frame.words):
        return False
    if token.lemma_.lower() in LOOSE and (matched[1].i > token.i + 3 or children(token, "prt")):
        return True  # 'went through this in May *against* Orrin', 'went *up against* Orrin'
    if token.lemma_.lower() in TRANSITIVE and token.dep_ == "relcl" and not children(token, "dobj"):
        return own_subjects(token) != [token.head]
    return any(
        noun not in matched and noun.i < matched[1].i and noun.pos_ in ("NOUN", "PROPN", "PRON")
        for noun in children(token, "dobj")
        if noun.ent_type_ not in ("DATE", "TIME", "CARDINAL")
    )


def _end_of_cue(matched: list[Token]) -> int:
    """'*threw her weight behind* Vela', but '*accused* Vela of': the words of a frame as far as they stand together."""
    end = matched[0].i + 1
    for token in matched[1:]:
        if not 0 <= token.i - end <= 1:
            break
        end = token.i + 1
    return end


def _objects_of(token: Token) -> list[Token]:
    """Direct objects; a clause's own subject stands in for one ('urged Orrin to resign', 'saw Orrin fail')."""
    found = objects(token)
    if found:
        return found
    return [
        noun
        for clause in children(token, "ccomp", "xcomp")
        if is_infinitive(clause)
        for noun in own_subjects(clause)
    ]


def _passive_subjects(token: Token) -> list[Token]:
    """'*Orrin* was condemned', '*the plan* condemned by Vela'."""
    found = own_subjects(token)
    if found:
        return found
    if token.dep_ in ("acl", "relcl"):
        return [token.head]
    if token.dep_ == "conj" and token.head.pos_ in VERBAL:
        return _passive_subjects(token.head)
    return subjects(token)


def _matched(frame: Frame, token: Token) -> list[Token] | None:
    """The tokens that fill the frame's words, in order; None if one is missing."""
    matched = [token]
    for word in frame.words:
        if word == "@":
            continue
        if word == "_":
            if not children(token, "dobj"):
                return None
            matched += children(token, "dobj")[:1]
            continue
        below = _below(matched, word)
        if below is None:
            return None
        matched.append(below)
    return matched


def _below(matched: list[Token], word: str) -> Token | None:
    for token in reversed(matched):
        for child in token.children:
            if word == "self":
                if child.lower_ in REFLEXIVE:
                    return child
            elif (child.lower_ == word or child.lemma_.lower() == word) and child.dep_ not in (
                "nsubj",
                "nsubjpass",
            ):
                return child
    return None


def _after(preposition: Token) -> list[Token]:
    """What stands behind the last word of a frame; in a relative clause it may be the noun described."""
    found = [noun for child in children(preposition, "pobj", "pcomp") for noun in with_conjuncts(child)]
    if found:
        return found
    if preposition.dep_ == "prt":
        return objects(preposition.head)
    if preposition.pos_ in VERBAL:
        return objects(preposition)
    above = preposition.head
    if above.dep_ == "relcl" and own_subjects(above) != [above.head]:
        return [above.head]  # 'the candidates that Vela *campaigned for*'
    return []


def _targets(draft: Draft, frame: Frame, token: Token, slots: Slots) -> Iterator[Reference]:
    kind = frame.relation.target
    for noun in slots.targets:
        if kind == "action":
            thing = demanded(draft, noun)
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
