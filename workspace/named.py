"""What people write for an entity, a relation or an entry of the journal, as the record that they mean."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from errors import InputError
from graph.columns import iso_day
from graph.totals import families
from records import ENTITY_TYPES, Entity, Review, Statement, slug
from review.claims import Relation
from workspace.workspace import Workspace


def find_entry(workspace: Workspace, name: str) -> Review:
    """The entry of this number or id.

    Raises:
        InputError: If there is none.
    """
    for review in workspace.content().journal:
        if name in (str(review.number), review.id):
            return review
    raise InputError(f"the journal has no entry '{name}'", mend="See: hustings review log")


def find_entity(workspace: Workspace, name: str) -> Entity:
    """The entity of this id, or of this name if only one is called so.

    Raises:
        InputError: If there is none, or several are called so.
    """
    known = workspace.entities()
    if name in known:
        return known[name]
    folded = name.casefold()
    called = [e for e in known.values() if folded in {n.casefold() for n in (e.name, *e.other_names)}]
    if len(called) > 1:
        raise InputError(
            f"several are called '{name}'", mend=f"Use one of: {', '.join(sorted(e.id for e in called))}"
        )
    if not called:
        raise InputError(f"nobody and nothing here is called '{name}'", mend="Check the name, or give its id")
    return called[0]


def entity(workspace: Workspace, name: str, type: str) -> Entity:
    """The entity of this id or name; a new one of the type where there is none.

    Raises:
        InputError: If several are called so, the name is empty, or there is no such type.
    """
    known = workspace.entities().values()
    folded = " ".join(name.split()).casefold()
    if any(folded in {other.casefold() for other in (e.id, e.name, *e.other_names)} for e in known):
        return find_entity(workspace, " ".join(name.split()))
    return new_entity(workspace, name, type)


def new_entity(workspace: Workspace, name: str, type: str) -> Entity:
    """An entity that is not there yet, with an id of its own.

    Raises:
        InputError: If the name is empty, or there is no such type.
    """
    name = " ".join(name.split())
    if not name or type not in ENTITY_TYPES:
        what = f"'{type}' is not a type of entity" if name else "the new name is empty"
        raise InputError(what, mend=f"Give a name and one of: {', '.join(sorted(ENTITY_TYPES))}")
    id = slug(name)
    return Entity(id=id if id not in workspace.entities() else f"{id}-{type}", name=name, type=type)


def relations(workspace: Workspace) -> dict[str, str]:
    """Relation -> family: those that the lexicon knows and those that occur, by name."""
    from nlp.lexicon import load_lexicon

    known = families(workspace.content().columns)
    known |= {relation.name: relation.family for relation in load_lexicon().relations.values()}
    return dict(sorted(known.items()))


def relation(workspace: Workspace, name: str, family: str = "") -> Relation:
    """The relation of this name.

    Raises:
        InputError: If it is unknown and no family is given.
    """
    found = family or relations(workspace).get(name)
    if not found:
        raise InputError(f"the relation '{name}' is unknown", mend="Say its family too: --family opposition")
    return Relation(name, found)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How an entity is spoken of."""

    statements: int  # those not rejected, of which it is an end
    first: str  # ISO days; "" where none is known
    last: str
    shown: list[Statement]  # some of them


def spoken_of(workspace: Workspace, entity_id: str, most: int) -> Spoken:
    """The statements about an entity, counted, and the first ones of them by document."""
    columns = workspace.content().columns
    rejected = columns.matches("status", ["rejected"])[columns.codes["status"]]
    rows = np.flatnonzero(columns.about([entity_id]) & ~rejected)
    days = columns.day[rows][columns.day[rows] > 0].tolist()
    shown = workspace.fetch(columns.in_order(rows)[:most])
    return Spoken(len(rows), iso_day(min(days, default=0)), iso_day(max(days, default=0)), shown)


def newest_about(workspace: Workspace, entity_id: str, most: int) -> tuple[list[Statement], int]:
    """The newest statements of which an entity is an end, by document, and how many there are in all."""
    columns = workspace.content().columns
    rows = np.flatnonzero(columns.about([entity_id]))
    return workspace.fetch(columns.in_order(rows[-most:])), len(rows)
