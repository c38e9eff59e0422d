"""What a graph says of one entity: its counterparts, both ways; and when, and in which party, it was reported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graph.columns import Columns, Rows
from graph.periods import Day, first_of
from records import Statement

STEPS = ("week", "month", "year")
SPAN = {"week": 120, "month": 5 * 365}
"""Step -> the longest time, in days, that is still shown in it; above that the next one is taken."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Whoever stands at the other end of one or more edges of one family, and all that these edges count."""

    id: str
    name: str
    type: str
    weight: int  # statements
    relations: tuple[tuple[str, int], ...]  # with their statements, the commonest first
    first: str  # ISO day, or ""
    last: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A party that an entity was reported to belong to, and from when to when it was so reported."""

    party: str
    statements: int
    first: str  # ISO day, or ""
    last: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How many statements of one family an entity made, or was the target of, in one period."""

    start: Day
    made: bool  # by the entity, else about it
    family: str
    statements: int


def counterparts(
    graph: nx.MultiDiGraph[str], node: str, family: str, *, arriving: bool = False
) -> list[Counterpart]:
    """Whom the node's edges of this family lead to, or come from; those with most statements first.

    An edge from the node to itself leaves it and is not said to arrive.
    """
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    edges = graph.in_edges(node, data=True) if arriving else graph.out_edges(node, data=True)
    for actor, target, data in edges:
        other = actor if arriving else target
        if data["family"] == family and not (arriving and other == node):
            groups[other].append(data)
    found = [_counterpart(other, graph.nodes[other], group) for other, group in groups.items()]
    return sorted(found, key=lambda other: (-other.weight, other.name, other.id))


def _counterpart(id: str, node: dict[str, Any], edges: list[dict[str, Any]]) -> Counterpart:
    relations = sorted(((str(e["relation"]), int(e["weight"])) for e in edges), key=lambda r: (-r[1], r[0]))
    return Counterpart(
        id=id,
        name=str(node["name"]),
        type=str(node["type"]),
        weight=sum(number for _, number in relations),
        relations=tuple(relations),
        first=min((e["first"] for e in edges if e["first"]), default=""),
        last=max((e["last"] for e in edges), default=""),
    )


def partners(graph: nx.MultiDiGraph[str], node: str) -> dict[str, int]:
    """Everybody and everything at the other end of one of the node's edges -> statements exchanged, both ways."""
    met: Counter[str] = Counter()
    for actor, target, weight in (*graph.in_edges(node, "weight"), *graph.out_edges(node, "weight")):
        met[target if actor == node else actor] += weight
    met.pop(node, None)
    return dict(met)


def surroundings(graph: nx.MultiDiGraph[str], node: str, limit: int) -> nx.MultiDiGraph[str]:
    """The node, the `limit` partners with whom it exchanges most, and all edges between these."""
    met = partners(graph, node)
    nearest = sorted(met, key=lambda other: (-met[other], other))[:limit]
    return graph.subgraph([node, *nearest]).copy()


def rows_about(columns: Columns, rows: Rows, ids: Iterable[str]) -> Rows:
    """Those of the rows that have one of the entities at an end."""
    return rows[columns.about(ids)[rows]]


def quoted(columns: Columns, rows: Rows, id: str) -> Rows:
    """Those of the rows that are in the entity's own words: it makes the statement, and inside its quotation."""
    made = np.fromiter((end.id == id for end in columns.words["end"]), np.bool_)
    own = columns.matches("voice", ["direct"])
    return rows[made[columns.codes["actor"][rows]] & own[columns.codes["voice"][rows]]]


def spells(statements: Iterable[Statement], id: str) -> list[Spell]:
    """The parties that the statements give the entity, the latest first. One without date counts, and dates nothing."""
    days: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        for party in _parties(statement, id):
            days[party].append(statement.date or "")
    found = [
        Spell(party, len(dates), min((d for d in dates if d), default=""), max(dates))
        for party, dates in days.items()
    ]
    return sorted(found, key=lambda spell: (spell.last, spell.statements, spell.party), reverse=True)


def _parties(statement: Statement, id: str) -> set[str]:
    ends = (
        (statement.actor_id, statement.actor_party),
        (statement.target_id, statement.target_party),
    )
    return {party for end, party in ends if end == id and party}


def activity(statements: Iterable[Statement], id: str, step: str) -> list[Bar]:
    """What the entity said and what was said of it, by period and family; statements without date are left out."""
    counted = Counter(
        (first_of(Day.fromisoformat(statement.date), step), made, statement.family)
        for statement in statements
        if statement.date
        for made in _directions(statement, id)
    )
    return [Bar(*key, number) for key, number in sorted(counted.items())]


def _directions(statement: Statement, id: str) -> Iterator[bool]:
    if statement.actor_id == id:
        yield True
    if statement.target_id == id:
        yield False


def fitting_step(days: Iterable[str | None]) -> str:
    """The step in which a chart of these days is neither one bar nor hundreds.

    >>> fitting_step(["2025-01-05", "2025-03-01"]), fitting_step(["2016-01-01", "2025-01-01"]), fitting_step([])
    ('week', 'year', 'week')
    """
    known = sorted(Day.fromisoformat(day) for day in days if day)
    span = (known[-1] - known[0]).days if known else 0
    return next((step for step, longest in SPAN.items() if span <= longest), STEPS[-1])
