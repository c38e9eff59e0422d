"""Edges counted by the database, so that a million statements need not be in memory to be drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, union_all

from records import slug
from store.schema import reports, statements

S = statements.c


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeCount:
    """All statements with the same actor, relation and target, in numbers."""

    actor_id: str
    target_id: str
    relation: str
    family: str
    weight: int  # statements
    reports: int  # publications that make them
    outlets: int  # known ones among these
    first: str  # ISO days; "" where none is known
    last: str


_NAMES = [field.name for field in fields(EdgeCount)]


def edges(
    connection: Connection, parties: Collection[str], since: str | None, until: str | None
) -> list[EdgeCount]:
    """The edges between whoever meets the conditions; see `Store.edges`."""
    days = [S.date >= since] if since else []
    days += [S.date <= until] if until else []
    ids = [slug(party) for party in parties]
    involved = [
        S.actor_party.in_(parties),
        S.target_party.in_(parties),
        S.actor_id.in_(ids),
        S.target_id.in_(ids),
    ]
    # The days stand in each part, so that each finds its own index.
    return _counted(
        connection, or_(*(and_(part, *days) for part in involved)) if parties else and_(True, *days)
    )


def around(connection: Connection, centre: str) -> list[EdgeCount]:
    """The edges among an entity and its neighbours; see `Store.around`."""
    ends = union_all(
        select(S.target_id.label("id")).where(S.actor_id == centre, _makes_edge()),
        select(S.actor_id.label("id")).where(S.target_id == centre, _makes_edge()),
    ).subquery()
    near: Sequence[str] = connection.scalars(select(ends.c.id).distinct()).all()
    reached = {centre, *near}
    return _counted(connection, and_(S.actor_id.in_(reached), S.target_id.in_(reached))) if near else []


def _makes_edge() -> ColumnElement[bool]:
    """As `Statement.makes_edge`; what reports repeat is counted with what they repeat."""
    return and_(S.repeats.is_(None), S.modality == "asserted", ~S.negated, S.status != "rejected")


def _counted(connection: Connection, kept: ColumnElement[bool]) -> list[EdgeCount]:
    again = statements.alias()
    edge = (S.actor_id, S.target_id, S.relation)
    found = connection.execute(
        select(
            *edge,
            func.min(S.family),
            func.count(S.id.distinct()),
            func.count(reports.c.number.distinct()),
            func.count(func.nullif(reports.c.outlet, "").distinct()),
            func.coalesce(func.min(S.date), ""),
            func.coalesce(func.max(S.date), ""),
        )
        .select_from(statements)
        .outerjoin(again, again.c.repeats == S.id)
        .join(reports, reports.c.document.in_([S.document, again.c.document]))
        .where(kept, _makes_edge())
        .group_by(*edge)
        .order_by(*edge)
    )
    return [EdgeCount(**dict(zip(_NAMES, row, strict=True))) for row in found]
