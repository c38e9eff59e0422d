"""The journal replayed over what the machine found: nothing is overwritten, so that anything can be undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from errors import HustingsError
from records import POLARITY, Entity, Review, Statement
from review.anchors import Hashes, is_held
from review.claims import HELD
from review.force import Unapplied, in_force_of
from review.state import NoLongerApplies, State, with_end, with_entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Statements and entities as the journal leaves them."""

    statements: tuple[Statement, ...]
    entities: Mapping[str, Entity]
    entries: Mapping[str, tuple[Review, ...]]  # id of a statement, entity or document -> what was done to it
    unapplied: tuple[Unapplied, ...] = ()
    circular: tuple[str, ...] = ()  # ids of statements whose two ends have become one entity
    became: Mapping[str, str] = field(default_factory=dict)  # id of an entity merged -> what it is now
    apart: frozenset[frozenset[str]] = (
        frozenset()
    )  # pairs of entities that somebody has said are not the same


def replay(
    statements: Iterable[Statement],
    entities: Mapping[str, Entity],
    reviews: Iterable[Review],
    hashes: Hashes | None = None,
) -> Corrected:
    """What the extraction is after all corrections in force.

    Args:
        statements: As the machine found them.
        entities: Entity id -> entity, likewise.
        reviews: The whole journal; taken in the order of `number`, later entries win.
        hashes: Document id -> `Document.hash` of all documents kept. Without them an added statement is taken
            to fit its document.

    Returns:
        No entry is dropped: those that find nothing to change any more are in `unapplied`. Those undone are
        left out.
    """
    state = State(statements, entities, hashes)
    entries: dict[str, list[Review]] = defaultdict(list)
    in_force, unapplied = in_force_of(sorted(reviews, key=lambda review: review.number))
    for review in in_force:
        try:
            subjects, missing = ACTIONS[review.action](state, review)
        except NoLongerApplies as reason:
            unapplied.append(Unapplied(review, str(reason), reason.about))
        except (HustingsError, LookupError, TypeError, ValueError, AttributeError) as error:
            unapplied.append(Unapplied(review, f"the entry does not fit ({error})"))
        else:
            for subject in dict.fromkeys(subjects):
                entries[subject].append(review)
            if missing:
                unapplied.append(Unapplied(review, missing))
    return Corrected(
        statements=state.statements(),
        entities=state.entities,
        entries={subject: tuple(found) for subject, found in entries.items()},
        unapplied=tuple(unapplied),
        circular=tuple(sorted(s.id for s in state.changed.values() if s.actor_id == s.target_id)),
        became=state.became(),
        apart=state.apart(),
    )


Done = tuple[tuple[str, ...], str]
"""Ids of what an entry was about, as it is called now; and what was missing, if anything."""


def _judge(state: State, review: Review) -> Done:
    """Nobody has accepted or rejected what is now of another family: read otherwise, or a flip undone."""
    anchor = review.change["anchor"]
    statement = state.statement(anchor)
    if statement.family != anchor["family"]:
        raise NoLongerApplies(f"the statement says '{statement.relation}' now", statement.id)
    if is_held(statement) != anchor.get("held", is_held(statement)):  # entries of earlier versions do not say
        raise NoLongerApplies(f"the text is read {_manner(statement)} now", statement.id)
    state.put(replace(statement, status={"accept": "accepted", "reject": "rejected"}[review.action]))
    return (statement.id,), ""


def _relate(state: State, review: Review) -> Done:
    statement = state.statement(review.change["anchor"])
    relation, family = review.change["relation"], review.change["family"]
    polarity = POLARITY[family]
    state.put(replace(statement, relation=relation, family=family, polarity=polarity, status="accepted"))
    return (statement.id,), ""


def _hold(state: State, review: Review) -> Done:
    statement = state.statement(review.change["anchor"])
    held: dict[str, Any] = {key: review.change[key] for key in HELD["asserted"] if key in review.change}
    state.put(replace(statement, **held, status="accepted"))
    return (statement.id,), ""


def _manner(statement: Statement) -> str:
    if statement.negated:
        return "as denying it"
    return "as asserting it" if statement.modality == "asserted" else f"as {statement.modality}"


def _retarget(state: State, review: Review) -> Done:
    """Where the machine has found the right entity itself by now, that is the statement meant."""
    anchor, end = review.change["anchor"], review.change["end"]
    entity = state.introduced(review.change["entity"])
    try:
        statement = state.statement(anchor)
    except NoLongerApplies:
        statement = state.statement({**anchor, end: entity.name, f"{end}_id": entity.id})
    moved = replace(with_end(statement, end, entity), status="accepted")
    state.entities[entity.id] = entity
    state.put(moved)
    return (statement.id,), ""


def _add(state: State, review: Review) -> Done:
    """A statement that the machine finds by itself by now is not counted twice."""
    anchor = review.change["anchor"]
    statement = Statement.from_json(review.change["statement"])
    statement = replace(statement, document=_document(state, anchor), status="accepted")
    found = state.places.find(anchor)
    if found and state.found[found].relation == statement.relation:
        claim = {key: getattr(statement, key) for key in ("relation", "family", "polarity", "status")}
        statement = replace(state.statement(anchor), **claim)
    else:
        actor, target = (state.introduced(review.change[end]) for end in ("actor", "target"))
        statement = with_end(with_end(statement, "actor", actor), "target", target)
        state.entities |= {actor.id: actor, target.id: target}
    state.put(statement)
    return (statement.id,), ""


def _document(state: State, anchor: Mapping[str, str]) -> str:
    """Where the anchor's text is kept."""
    if state.hashes is None or state.hashes.get(anchor["document"]) == anchor["hash"]:
        return anchor["document"]
    if same := state.places.of_same_words(anchor):
        return same[0]
    edited = anchor["document"] in state.hashes
    raise NoLongerApplies("the text was edited" if edited else "the document is not kept any more")


def _merge(state: State, review: Review) -> Done:
    gone, into = state.entity(review.change["entity"]), state.entity(review.change["into"])
    if gone.id == into.id:
        raise NoLongerApplies("the two are one entity already")
    names = dict.fromkeys((*into.other_names, gone.name, *gone.other_names))
    merged = replace(
        into,
        other_names=tuple(name for name in names if name != into.name),
        roles=tuple(dict.fromkeys((*into.roles, *gone.roles))),
        **{key: getattr(into, key) or getattr(gone, key) for key in ("party", "gender", "wikidata")},
    )
    state.put(*[with_entity(statement, gone.id, merged) for statement in state.naming(gone.id)])
    state.merge(gone, merged)
    return (gone.id, into.id), ""


def _distinct(state: State, review: Review) -> Done:
    one, other = (state.entity(review.change[key]) for key in ("entity", "other"))
    if one.id == other.id:
        raise NoLongerApplies("the two are one entity already")
    state.tell_apart(one, other)
    return (one.id, other.id), ""


def _split(state: State, review: Review) -> Done:
    old, new = state.entity(review.change["from"]), state.introduced(review.change["entity"])
    if old.id == new.id:
        raise NoLongerApplies("the two are one entity already")
    named = {statement.id: statement for statement in state.naming(old.id)}
    anchors = review.change["statements"]
    found = [named[name] for name in _present(state, anchors) if name in named]
    moved = [with_entity(statement, old.id, new, keeps_party=False) for statement in found]
    if not moved:
        raise NoLongerApplies("none of its statements is found any more")
    state.entities[new.id] = new
    state.put(*moved)
    missing = len(anchors) - len(moved)
    return (
        old.id,
        new.id,
    ), f"{missing} of its {len(anchors)} statements not found any more" if missing else ""


def _present(state: State, anchors: Iterable[Mapping[str, str]]) -> list[str]:
    """The ids of the anchors' statements, of those that are there."""
    found = []
    for anchor in anchors:
        try:
            found.append(state.statement(anchor).id)
        except NoLongerApplies:
            continue  # counted by the caller
    return list(dict.fromkeys(found))


def _rename(state: State, review: Review) -> Done:
    entity, name = state.entity(review.change["entity"]), review.change["name"]
    names = dict.fromkeys((entity.name, *entity.other_names))
    renamed = replace(entity, name=name, other_names=tuple(other for other in names if other != name))
    state.put(*[with_entity(statement, entity.id, renamed) for statement in state.naming(entity.id)])
    state.entities[entity.id] = renamed
    return (entity.id,), ""


def _note(state: State, review: Review) -> Done:
    if anchor := review.change.get("anchor"):
        return (state.statement(anchor).id,), ""
    if entity := review.change.get("entity"):
        return (state.entity(entity).id,), ""
    return (review.subject,), ""


ACTIONS: dict[str, Callable[[State, Review], Done]] = {
    "accept": _judge,
    "reject": _judge,
    "flip": _relate,
    "relate": _relate,
    "retarget": _retarget,
    "hold": _hold,
    "add": _add,
    "merge": _merge,
    "distinct": _distinct,
    "split": _split,
    "rename": _rename,
    "note": _note,
}
"""What each kind of entry does; each checks everything before it changes anything."""
