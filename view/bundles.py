"""What the graph component draws: a bundle for each pair and family, and what it opens into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graph.bundles import bundled, family_of, key_of
from view.labels import plain
from view.network import Positions, component_data, draw_network, edge_id

Edge = tuple[str, str, str]  # actor, target, relation or key of a bundle


def bundle_data(
    graph: nx.MultiDiGraph[str],
    positions: Positions,
    *,
    dark: bool = False,
    sizes: Mapping[str, float] | None = None,
    bundles: nx.MultiDiGraph[str] | None = None,
) -> dict[str, Any]:
    """Nodes, edges, options as `view.network.component_data` gives them, the edges bundled.

    Args:
        graph: As `build_graph` returns it; all of it is drawn.
        bundles: The same graph bundled, if something else than `graph.bundles.bundled` of it shall be drawn.

    Returns:
        Each edge has besides what vis-network takes its `count` of statements. Where it or another bundle of the
        same two nodes has several relations, it has `opened`: the edges of its relations, each with `count` and
        `words`; these are drawn for all bundles of the two at once, so that none lies on another. Else it may
        have `alone`, the id of its only relation's edge.

    Raises:
        GraphError: If a node has no position.
    """
    whole = bundled(graph) if bundles is None else bundles
    drawn = component_data(draw_network(whole, positions, dark=dark, limit=len(whole), sizes=sizes))
    opened = _opened(graph, whole, positions, dark)
    for edge in drawn["edges"]:
        actor, target, key = parts_of(edge["id"])
        edge["count"] = whole.edges[actor, target, key]["weight"]
        if relations := opened.get((actor, target, key)):
            edge["opened"] = relations
        elif len(alone := whole.edges[actor, target, key]["relations"]) == 1:
            edge["alone"] = edge_id(actor, next(iter(alone)), target)
    return drawn


def parts_of(id: str) -> Edge:
    """(actor, target, relation or key of a bundle) of an edge's id in the network; its opposite is `edge_id`."""
    actor, _, rest = id.partition("|")
    key, _, target = rest.partition("|")
    return actor, target, key


def edges_of(graph: nx.MultiDiGraph[str], id: str) -> list[Edge]:
    """The edges that an id stands for: one, or those of a bundle, the most statements first; none if not in view."""
    actor, target, key = parts_of(id)
    if not graph.has_edge(actor, target):
        return []
    between = graph[actor][target]
    kept = [
        relation
        for relation, data in between.items()
        if relation == key or data["family"] == (family_of(key) or None)
    ]
    return [(actor, target, r) for r in sorted(kept, key=lambda r: (-between[r]["weight"], r))]


def _opened(
    graph: nx.MultiDiGraph[str], bundles: nx.MultiDiGraph[str], positions: Positions, dark: bool
) -> dict[Edge, list[dict[str, Any]]]:
    """Bundle -> its relations as edges, for each two nodes between which a bundle has several."""
    several = {
        frozenset((actor, target))
        for actor, target, data in bundles.edges(data=True)
        if len(data["relations"]) > 1
    }
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor, target, relation, data in graph.edges(keys=True, data=True):
        if frozenset((actor, target)) in several:
            part.add_node(actor, **graph.nodes[actor])
            part.add_node(target, **graph.nodes[target])
            part.add_edge(actor, target, key=relation, **data)
    opened: dict[Edge, list[dict[str, Any]]] = {}
    for drawn in _drawn(part, positions, dark):
        actor, target, relation = parts_of(drawn["id"])
        data = graph.edges[actor, target, relation]
        drawn |= {"count": data["weight"], "words": plain(data["relation"])}
        opened.setdefault((actor, target, key_of(data["family"])), []).append(drawn)
    return opened


def _drawn(graph: nx.MultiDiGraph[str], positions: Positions, dark: bool) -> Iterable[dict[str, Any]]:
    edges: list[dict[str, Any]] = component_data(draw_network(graph, positions, dark=dark, limit=len(graph)))[
        "edges"
    ]
    return edges


__all__ = ["bundle_data", "edge_id", "edges_of", "parts_of"]
