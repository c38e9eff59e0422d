"""Statements -> NetworkX MultiDiGraph: who stands in which relation to whom, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from graph.filters import Filter
from records import Entity, Statement

NODE_ATTRIBUTES = ("name", "type", "party", "statements", "wikidata")
EDGE_ATTRIBUTES = (
    "relation",
    "family",
    "polarity",
    "weight",
    "reports",
    "outlets",
    "first",
    "last",
    "statement_ids",
)

Edge = tuple[str, str, str]  # actor id, target id, relation
Edges = dict[Edge, list[Statement]]
Reports = Mapping[str, Mapping[str, str]]
"""Statement id -> each report that makes it -> its outlet ("" = unknown)."""


def build_graph(
    statements: Iterable[Statement],
    filter: Filter = Filter(),  # noqa: B008  a frozen record: sharing it between calls is safe
    entities: Mapping[str, Entity] | None = None,
    reports: Reports | None = None,
) -> nx.MultiDiGraph[str]:
    """The graph of the statements that are in view and make an edge.

    Args:
        statements: In any order; a statement given twice counts once.
        filter: What is in view.
        entities: Entity id -> entity, for names and Wikidata ids; statements tell enough without it.
        reports: Where a statement was published; one that is missing has one report, its document.

    Returns:
        Nodes are entity ids with `NODE_ATTRIBUTES` (`statements`: how many shown here involve it; `party`:
        the one on the latest statement, or ""; `wikidata` only where known). Edges have the relation as
        key and `EDGE_ATTRIBUTES` (`weight`: statements; `reports`: publications that make them; `outlets`:
        known ones among these; `first`, `last`: ISO days, or ""). The order of the statements is no
        matter. Nothing in view: no nodes.
    """
    printed = reports or {}
    kept = {s for s in statements if s.makes_edge and filter.keeps(s, printed.get(s.id, {}).values())}
    edges = _edges(sorted(kept, key=_order))
    edges = {edge: group for edge, group in edges.items() if len(group) >= filter.minimum_statements}
    if filter.centre is not None:
        edges = _around(edges, filter.centre, filter.depth)
    return _graph(edges, entities or {}, printed)


def _order(statement: Statement) -> tuple[str, str, str, int]:
    return statement.date or "", statement.id, statement.document, statement.start


def _edges(statements: Iterable[Statement]) -> Edges:
    edges: Edges = defaultdict(list)
    for statement in statements:
        edges[statement.actor_id, statement.target_id, statement.relation].append(statement)
    return dict(edges)


def _around(edges: Edges, centre: str, depth: int) -> Edges:
    """The edges between the entities at most `depth` steps from the centre, along or against the arrows."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for actor, target, _ in edges:
        neighbours[actor].add(target)
        neighbours[target].add(actor)
    reached = {centre} & set(neighbours) or _named(edges, centre)
    for _ in range(depth):
        reached = reached.union(*(neighbours[entity] for entity in reached))
    return {edge: group for edge, group in edges.items() if edge[0] in reached and edge[1] in reached}


def _named(edges: Edges, name: str) -> set[str]:
    statements = [statement for group in edges.values() for statement in group]
    return {s.actor_id for s in statements if s.actor == name} | {
        s.target_id for s in statements if s.target == name
    }


def _graph(edges: Edges, entities: Mapping[str, Entity], reports: Reports) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity, group in sorted(_involving(edges).items()):
        graph.add_node(entity, **_node(entity, group, entities.get(entity)))
    for (actor, target, relation), group in sorted(edges.items()):
        graph.add_edge(actor, target, key=relation, **_edge(relation, group, reports))
    return graph


def _involving(edges: Edges) -> dict[str, list[Statement]]:
    involving: dict[str, list[Statement]] = defaultdict(list)
    for (actor, target, _), group in edges.items():
        for entity in {actor, target}:
            involving[entity].extend(group)
    return involving


def _node(id: str, statements: list[Statement], entity: Entity | None) -> dict[str, str | int]:
    name, type, party = "", "", ""
    for statement in sorted(statements, key=_order):  # the latest has the last word
        for side in _sides(statement, id):
            name, type, party = side[0], side[1], side[2] or party
    if entity is not None:
        name, type, party = entity.name, entity.type, party or entity.party or ""
    attributes: dict[str, str | int] = {"name": name, "type": type}
    attributes["party"] = party or (name if type == "party" else "")
    attributes["statements"] = len(statements)
    if entity is not None and entity.wikidata:
        attributes["wikidata"] = entity.wikidata
    return attributes


def _sides(statement: Statement, id: str) -> list[tuple[str, str, str | None]]:
    actor = (statement.actor, statement.actor_type, statement.actor_party)
    target = (statement.target, statement.target_type, statement.target_party)
    ends = ((statement.actor_id, actor), (statement.target_id, target))
    return [side for end, side in ends if end == id]


def _edge(relation: str, statements: list[Statement], reports: Reports) -> dict[str, str | int | list[str]]:
    published: dict[str, str] = {}
    for statement in statements:
        published |= reports.get(statement.id) or {statement.document: statement.outlet}
    families = Counter((statement.family, statement.polarity) for statement in statements)
    (family, polarity), _ = min(families.items(), key=lambda item: (-item[1], item[0]))
    dates = sorted(statement.date for statement in statements if statement.date)
    return {
        "relation": relation,
        "family": family,
        "polarity": polarity,
        "weight": len(statements),
        "reports": len(published),
        "outlets": len(set(published.values()) - {""}),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "statement_ids": [statement.id for statement in statements],
    }
