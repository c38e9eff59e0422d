"""Entries of the journal, well formed: what a reviewer decides becomes a `Review`, or an error that says why not.

Every entry about a statement carries an anchor, by which it is found again after the document was read anew. `number`
is 1 until `numbered`, and then the store, give the entry its place.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from errors import InputError
from records import ACTOR_TYPES, POLARITY, Document, Entity, Review, Span, Statement, check_statement
from review.anchors import ENDS, anchor_of
from review.checks import check_actor, check_names, checked_relation, selected
from review.claims import OPPOSITES, OTHER_SIDE, Claim, Hand, Relation, Shown


def accept(shown: Shown, hand: Hand) -> Review:
    """The statement is right."""
    return _about(shown, "accept", hand)


def reject(shown: Shown, hand: Hand) -> Review:
    """The text does not say so."""
    return _about(shown, "reject", hand)


def flip(shown: Shown, hand: Hand, relation: str = "") -> Review:
    """The statement has the other sign; the relation is named, or the one that OPPOSITES or OTHER_SIDE says.

    Raises:
        InputError: If its family has no sign.
    """
    statement = shown.statement
    if statement.family not in OTHER_SIDE:
        raise InputError(
            f"'{statement.relation}' is a relation of {statement.family}, which has no sign to flip",
            where=statement.id,
            mend="Give it another relation instead",
        )
    usual, family = OTHER_SIDE[statement.family]
    name = relation.strip() or OPPOSITES.get(statement.relation, usual)
    return _about(shown, "flip", hand, {"relation": name, "family": family})


def relate(shown: Shown, relation: Relation, hand: Hand) -> Review:
    """The statement has another relation.

    Raises:
        InputError: If the family is unknown, the name is empty, or both are as before.
    """
    statement, wanted = shown.statement, checked_relation(relation, shown.statement.id)
    if wanted == (statement.relation, statement.family):
        raise InputError(
            f"its relation is '{wanted.name}' already", where=statement.id, mend="Choose another one"
        )
    return _about(shown, "relate", hand, {"relation": wanted.name, "family": wanted.family})


def retarget(shown: Shown, end: str, entity: Entity, hand: Hand) -> Review:
    """Another entity stands at one end of the statement.

    Raises:
        InputError: If `end` is not "actor" or "target", or the entity cannot stand there.
    """
    statement = shown.statement
    if end not in ENDS:
        raise InputError(f"a statement has no '{end}'", where=statement.id, mend="Say actor or target")
    other = statement.target_id if end == "actor" else statement.actor_id
    if entity.id == getattr(statement, f"{end}_id"):
        raise InputError(f"its {end} is {entity.name} already", where=statement.id, mend="Choose another one")
    if entity.id == other:
        raise InputError(
            f"{entity.name} would be both actor and target", where=statement.id, mend="Reject it instead"
        )
    if end == "actor":
        check_actor(entity, statement.id)
    return _about(shown, "retarget", hand, {"end": end, "entity": entity.to_json()})


def add(document: Document, selection: Span, claim: Claim, hand: Hand) -> Review:
    """A statement that the machine has missed.

    Args:
        document: Where it stands.
        selection: The evidence, characters [start, end) of the document.
        claim: What the coder reads there.

    Raises:
        InputError: If a span lies outside the text, or the claim contradicts itself.
    """
    evidence = selected(document, selection)
    check_actor(claim.actor, document.id)
    if claim.actor.id == claim.target.id:
        raise InputError(
            f"{claim.actor.name} would be both actor and target",
            where=document.id,
            mend="Choose two entities",
        )
    relation = checked_relation(claim.relation, document.id)
    statement = Statement(
        id=f"review-{uuid.uuid4().hex}",
        document=document.id,
        **_end("actor", claim.actor, claim.actor_span, document, selection),
        **_end("target", claim.target, claim.target_span, document, selection),
        relation=relation.name,
        family=relation.family,
        polarity=POLARITY[relation.family],
        negated=claim.negated,
        modality=claim.modality,
        evidence=evidence,
        start=selection[0],
        end=selection[1],
        cue_span=claim.cue_span or selection,
        date=document.date,
        outlet=document.outlet,
        method=f"review:{hand.coder}",
        status="accepted",
    )
    change = {
        "statement": statement.to_json(),
        "actor": claim.actor.to_json(),
        "target": claim.target.to_json(),
    }
    return _about(Shown(statement, document), "add", hand, change)


def merge(entity: Entity, into: Entity, hand: Hand) -> Review:
    """The two are one; statements of the first go to the second, which keeps its name.

    Raises:
        InputError: If they are the same record, or an actor would become something that takes no position.
    """
    if entity.id == into.id:
        raise InputError("an entity cannot be merged into itself", where=entity.id, mend="Choose another one")
    if entity.type in ACTOR_TYPES and into.type not in ACTOR_TYPES:
        raise InputError(
            f"{entity.name} is a {entity.type} and cannot become a {into.type}",
            where=entity.id,
            mend="Merge it the other way round",
        )
    return _entry("merge", entity.id, {"entity": _named(entity), "into": _named(into)}, hand)


def split(entity: Entity, statements: Sequence[Shown], new: Entity, hand: Hand) -> Review:
    """Some statements of an entity are about another one.

    Args:
        new: The other one; where an entity of its id is there already, the statements go to that.

    Raises:
        InputError: If no statement is named, or one of them does not name the entity.
    """
    if entity.id == new.id:
        raise InputError("both halves have the same id", where=entity.id, mend="Give the new one its own")
    if not statements:
        raise InputError("no statement is to go", where=entity.id, mend="Choose those of the new entity")
    for shown in statements:
        check_names(shown.statement, entity)
        if shown.statement.actor_id == entity.id:
            check_actor(new, shown.statement.id)
    anchors = [_anchor(shown) for shown in statements]
    change = {"from": _named(entity), "entity": new.to_json(), "statements": anchors}
    return _entry("split", entity.id, change, hand)


def rename(entity: Entity, name: str, hand: Hand) -> Review:
    """The entity is called otherwise; its former name is kept beside.

    Raises:
        InputError: If the name is empty or the same.
    """
    name = " ".join(name.split())
    if name in ("", entity.name):
        raise InputError(
            "the new name is empty" if not name else f"it is called '{name}' already",
            where=entity.id,
            mend="Write another name",
        )
    return _entry("rename", entity.id, {"entity": _named(entity), "name": name}, hand)


def note(about: Shown | Entity | Document, hand: Hand) -> Review:
    """A remark; `hand.note` holds its words.

    Raises:
        InputError: If there are none.
    """
    where = about.statement.id if isinstance(about, Shown) else about.id
    if not hand.note.strip():
        raise InputError("the note is empty", where=where, mend="Write something")
    if isinstance(about, Shown):
        return _about(about, "note", hand)
    return _entry("note", about.id, {"entity": _named(about)} if isinstance(about, Entity) else {}, hand)


def undo(review: Review, hand: Hand) -> Review:
    """The entry is out of force; if it was an undo itself, what it had undone is in force again."""
    return _entry("undo", review.id, {}, hand)


def numbered(reviews: Iterable[Review], after: int = 0) -> list[Review]:
    """The entries with the places that they will have behind the journal's last one."""
    return [replace(review, number=place) for place, review in enumerate(reviews, start=after + 1)]


def _about(shown: Shown, action: str, hand: Hand, change: Mapping[str, Any] | None = None) -> Review:
    return _entry(action, shown.statement.id, {"anchor": _anchor(shown), **(change or {})}, hand)


def _entry(action: str, subject: str, change: Mapping[str, Any], hand: Hand) -> Review:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Review(
        id=uuid.uuid4().hex,
        number=1,
        at=now,
        coder=hand.coder,
        action=action,
        subject=subject,
        change=change,
        note=hand.note.strip(),
    )


def _anchor(shown: Shown) -> dict[str, Any]:
    statement, document = shown
    if statement.document != document.id:
        raise InputError(
            f"it stands in '{statement.document}', not in '{document.id}'",
            where=statement.id,
            mend="Give the document that it was taken from",
        )
    check_statement(statement, document)
    return anchor_of(statement, document)


def _end(end: str, entity: Entity, span: Span | None, document: Document, selection: Span) -> dict[str, Any]:
    """The fields of one end; where nobody marked it, it stands where the selection names it, or nowhere."""
    if span is None:
        at = document.text.find(entity.name, *selection)
        span = (at, at + len(entity.name)) if at >= 0 else (selection[0], selection[0])
    facts = {"": entity.name, "_id": entity.id, "_type": entity.type, "_party": entity.party, "_span": span}
    return {end + suffix: value for suffix, value in facts.items()}


def _named(entity: Entity) -> dict[str, str]:
    return {"id": entity.id, "name": entity.name, "type": entity.type}
