"""What cannot be meant: one clear error for each, before an entry is written.

All raise InputError; `where` is the id of the statement, entity or document that it is about.
"""

from __future__ import annotations

from errors import InputError
from records import ACTOR_TYPES, POLARITY, Document, Entity, Span, Statement
from review.claims import Relation


def checked_relation(relation: Relation, where: str) -> Relation:
    """The relation with its name tidied, if there is such a family."""
    name = " ".join(relation.name.split())
    if relation.family not in POLARITY:
        raise InputError(
            f"'{relation.family}' is not a family of relations",
            where=where,
            mend=f"Use one of: {', '.join(POLARITY)}",
        )
    if not name:
        raise InputError("the relation has no name", where=where, mend="Name it, for example 'criticised'")
    return Relation(name, relation.family)


def selected(document: Document, selection: Span) -> str:
    """The words that are selected, if there are any."""
    start, end = selection
    if not 0 <= start < end <= len(document.text):
        raise InputError(
            f"characters {start} to {end} are not in its text of {len(document.text)}",
            where=document.id,
            mend="Select the words again",
        )
    if not (evidence := document.text[start:end]).strip():
        raise InputError("nothing but white space is selected", where=document.id, mend="Select some words")
    return evidence


def check_actor(entity: Entity, where: str) -> None:
    """Whether the entity can take a position."""
    if entity.type not in ACTOR_TYPES:
        raise InputError(
            f"{entity.name} is a {entity.type} and takes no position",
            where=where,
            mend=f"An actor is one of: {', '.join(sorted(ACTOR_TYPES))}",
        )


def check_names(statement: Statement, entity: Entity) -> None:
    """Whether the statement is about the entity at all."""
    if entity.id not in (statement.actor_id, statement.target_id, statement.attributed_to):
        raise InputError(
            f"the statement does not name {entity.name}",
            where=statement.id,
            mend="Choose from the statements of that entity",
        )
