"""Entries of the journal, well formed: what a reviewer decides becomes a `Review`, or an error that says why not.

Every entry about a statement carries an anchor, by which it is found again after the document was read anew. `number`
is 1 until `numbered`, and then the store, give the entry its place.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from errors import InputError
from records import ACTOR_TYPES, POLARITY, Document, Entity, Review, Span, Statement
from review.anchors import ENDS
from review.checks import check_actor, check_names, checked_relation, selected
from review.claims import HELD, OPPOSITES, OTHER_SIDE, Claim, Hand, Relation, Shown
from review.entry import about, anchored, called, entry
from review.passages import named_at


def accept(shown: Shown, hand: Hand) -> Review:
    """The statement is right."""
    return about(shown, "accept", hand)


def reject(shown: Shown, hand: Hand) -> Review:
    """The text does not say so."""
    return about(shown, "reject", hand)


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
    return about(shown, "flip", hand, {"relation": name, "family": family})


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
    return about(shown, "relate", hand, {"relation": wanted.name, "family": wanted.family})


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
    return about(shown, "retarget", hand, {"end": end, "entity": entity.to_json()})


def hold(shown: Shown, how: str, hand: Hand) -> Review:
    """The text denies it, or says it of a mere possibility, or asserts it after all.

    Args:
        how: One of `HELD`.

    Raises:
        InputError: If there is no such way, or it is read so already.
    """
    statement = shown.statement
    if how not in HELD:
        raise InputError(
            f"a statement cannot be '{how}'", where=statement.id, mend=f"Use one of: {', '.join(HELD)}"
        )
    if all(getattr(statement, name) == value for name, value in HELD[how].items()):
        raise InputError(f"it is read as {how} already", where=statement.id, mend="Accept it")
    return about(shown, "hold", hand, HELD[how])


def settling(review: Review) -> Review:
    """The same decision, made by whoever has the last word where coders differ."""
    return replace(review, change={**review.change, "settles": True})


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
    return about(Shown(statement, document), "add", hand, change)


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
    return entry("merge", entity.id, {"entity": called(entity), "into": called(into)}, hand)


def distinct(entity: Entity, other: Entity, hand: Hand) -> Review:
    """The two are not the same, however much they look alike.

    Raises:
        InputError: If they are the same record.
    """
    if entity.id == other.id:
        raise InputError("an entity is itself", where=entity.id, mend="Choose another one")
    return entry("distinct", entity.id, {"entity": called(entity), "other": called(other)}, hand)


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
    anchors = [anchored(shown) for shown in statements]
    change = {"from": called(entity), "entity": new.to_json(), "statements": anchors}
    return entry("split", entity.id, change, hand)


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
    return entry("rename", entity.id, {"entity": called(entity), "name": name}, hand)


def note(what: Shown | Entity | Document, hand: Hand) -> Review:
    """A remark; `hand.note` holds its words.

    Raises:
        InputError: If there are none.
    """
    where = what.statement.id if isinstance(what, Shown) else what.id
    if not hand.note.strip():
        raise InputError("the note is empty", where=where, mend="Write something")
    if isinstance(what, Shown):
        return about(what, "note", hand)
    return entry("note", what.id, {"entity": called(what)} if isinstance(what, Entity) else {}, hand)


def undo(review: Review, hand: Hand) -> Review:
    """The entry is out of force; if it was an undo itself, what it had undone is in force again."""
    return entry("undo", review.id, {}, hand)


def numbered(reviews: Iterable[Review], after: int = 0) -> list[Review]:
    """The entries with the places that they will have behind the journal's last one."""
    return [replace(review, number=place) for place, review in enumerate(reviews, start=after + 1)]


def _end(end: str, entity: Entity, span: Span | None, document: Document, selection: Span) -> dict[str, Any]:
    """The fields of one end; where nobody marked it, it stands where the selection names it, or nowhere."""
    if span is None:
        span = named_at(entity, document, selection) or (selection[0], selection[0])
    facts = {"": entity.name, "_id": entity.id, "_type": entity.type, "_party": entity.party, "_span": span}
    return {end + suffix: value for suffix, value in facts.items()}
