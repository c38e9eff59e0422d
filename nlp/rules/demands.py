"""Demands that name who shall do something and what: "called for Orrin to go", "said the council should act"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.quotes import asserters
from nlp.resolve import Reference, actors_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.nouns import holders_of
from nlp.syntax import VERBAL, children, is_infinitive, own_subjects, prepositional, subjects
from nlp.things import action_of, wanted_act

DEMAND = "called for"
OBLIGING = frozenset({"should", "must", "ought"})
NOBODY = frozenset({"i", "we", "you", "it", "they", "one", "this", "that", "there", "who", "which", "what"})


def clause_demand(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *called for* Orrin to be sacked', '*demanded* that Orrin resign'."""
    if token.pos_ not in VERBAL:
        return
    holders: tuple[Reference, ...] | None = None
    for clause in children(token, "advcl", "ccomp", "xcomp"):
        if clause.i < token.i or not _demands(draft, token, clause):
            continue
        if holders is None:
            holders = actors(draft, subjects(token, draft.lexicon.governors["controlling"]))
        yield from _candidates(draft, holders, clause, token, (token.i, token.i + 1))


def _demands(draft: Draft, verb: Token, clause: Token) -> bool:
    marks = {child.lower_ for child in children(clause, "mark")}
    if is_infinitive(clause):
        return "for" in marks and any(
            frame.words == ("for",) and frame.relation.name == DEMAND
            for frame in draft.lexicon.verb_frames.get(verb.lemma_.lower(), ())
        )
    if verb.lemma_.lower() not in draft.lexicon.governors["demanding"]:
        return False
    auxiliaries = children(clause, "aux", "auxpass")
    bare = clause.tag_ == "VB" and not auxiliaries
    passive = clause.tag_ == "VBN" and [a.lower_ for a in auxiliaries] == ["be"]
    return bare or passive


def obliged(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela said Orrin *should* apologise', '“The council *must* publish the list,” said Vela'."""
    if token.pos_ != "VERB" or children(token, "neg"):
        return
    if token.lemma_.lower() in draft.lexicon.governors["undemanding"]:
        return
    modal = next((c for c in children(token, "aux") if c.lower_ in OBLIGING), None)
    if modal is None or modal.i > token.i or any(c.lower_ == "have" for c in children(token, "aux")):
        return
    if holders := _speakers(draft, token):
        yield from _candidates(draft, holders, token, token, (modal.i, token.i + 1))


def high_time(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“It is *time for* Orrin to resign,” said Vela'."""
    copula = token.head
    if (
        token.lower_ != "time"
        or token.dep_ != "attr"
        or not any(c.lower_ == "it" for c in own_subjects(copula))
    ):
        return
    clauses = [*children(token, "relcl", "acl"), *children(copula, "advcl", "ccomp", "xcomp")]
    holders = _speakers(draft, copula) if not children(copula, "neg") else ()
    for clause in clauses if holders else ():
        if is_infinitive(clause) and any(m.lower_ == "for" for m in children(clause, "mark")):
            yield from _candidates(draft, holders, clause, copula, (token.i, token.i + 1))


def _speakers(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """The innermost source of a token's words, where it is known."""
    return next(
        (actors(draft, [source]) for _, source, _ in asserters(draft, token)[:1] if source is not None), ()
    )


def call_to(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela's *call to* ban night ferries', 'a *demand* by Vela *to* publish the list'."""
    if not _is_call(draft, token) or prepositional(token, "for"):
        return
    givers = holders_of(draft, token, [])
    for clause in children(token, "advcl", "acl", "relcl"):
        if givers and is_infinitive(clause) and any(m.lower_ == "for" for m in children(clause, "mark")):
            yield from _candidates(draft, givers, clause, token, (token.i, token.i + 1), presupposed=True)
    for clause in [c for c in children(token, "acl") if is_infinitive(c)][:1]:
        wanted = wanted_act(draft, clause) if givers and not own_subjects(clause) else None
        if wanted is not None:
            entity, start, end = wanted
            reference = Reference(draft.introduce(entity).id, start, end, head=clause.i)
            cue = (token.i, token.i + 1)
            relation = draft.lexicon.relations[DEMAND]
            yield Candidate(relation, givers, (reference,), token, cue, presupposed=True)


def _is_call(draft: Draft, token: Token) -> bool:
    frames = draft.lexicon.noun_frames.get(token.lemma_.lower(), ()) if token.pos_ == "NOUN" else ()
    return any(frame.relation.name == DEMAND for frame in frames)


def received_call(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Orrin faced *calls* from Vela to resign', 'is under *pressure* from Vela to resign'."""
    above = token.head
    pressed = token.dep_ == "pobj" and above.lower_ == "under" and token.lower_ == "pressure"
    received = token.dep_ == "dobj" and above.lemma_.lower() in draft.lexicon.nouns["receiving"]
    if not pressed and not (received and _is_call(draft, token)):
        return
    above = above.head if pressed else above
    clauses = [c for c in (*children(token, "acl"), *children(above, "advcl", "xcomp")) if is_infinitive(c)]
    givers = actors(draft, prepositional(token, "from") + prepositional(above, "from"))
    for clause in clauses[:1]:
        for addressee in actors(draft, subjects(above, draft.lexicon.governors["controlling"])):
            wanted = _wanted(draft, addressee, clause)
            yield Candidate(
                draft.lexicon.relations[DEMAND],
                givers,
                (wanted,),
                above,
                (token.i, token.i + 1),
                received=True,
            )


def _candidates(
    draft: Draft,
    holders: tuple[Reference, ...],
    clause: Token,
    predicate: Token,
    cue: tuple[int, int],
    presupposed: bool = False,
) -> Iterator[Candidate]:
    """One demand for each actor that shall do, or undergo, what the clause says."""
    held = {holder.entity_id for holder in holders}
    for noun in own_subjects(clause):
        if noun.lower_ in NOBODY:
            continue
        for addressee in actors_of(draft, noun):
            if addressee.entity_id not in held and not addressee.inherited:
                wanted = _wanted(draft, addressee, clause)
                relation = draft.lexicon.relations[DEMAND]
                judged = predicate == clause
                yield Candidate(relation, holders, (wanted,), predicate, cue, judged, presupposed=presupposed)


def _wanted(draft: Draft, addressee: Reference, clause: Token) -> Reference:
    entity, start, end = action_of(draft, draft.entities[addressee.entity_id].name, clause)
    draft.introduce(entity)
    return Reference(entity.id, min(addressee.start, start), max(addressee.end, end), head=clause.i)
