"""Which part of a large graph is drawn: the most named, or what stands out, and what somebody asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping

import networkx as nx

from graph.backbone import backbone

LINKS = 3  # bundles drawn for each node, about: beyond it nobody can tell one from another
LEAST_LINKS = 150  # bundles between names that are always drawn if there are so many
COMPANIONS = 3  # of a name that is asked for, so that it does not stand there without a link


def most_named(graph: nx.MultiDiGraph[str], limit: int) -> nx.MultiDiGraph[str]:
    """The graph of the `limit` nodes with the most statements; ties go by id."""
    if len(graph) <= limit:
        return graph
    ranked = sorted(graph, key=lambda node: (-int(graph.nodes[node].get("statements", 0)), node))
    return graph.subgraph(ranked[: max(limit, 0)]).copy()


PARTS: Mapping[str, Callable[[nx.MultiDiGraph[str], int], nx.MultiDiGraph[str]]] = {
    "top": most_named,
    "backbone": backbone,
}
"""Name in the address -> the part of at most so many nodes."""


def part_of(
    graph: nx.MultiDiGraph[str], kind: str, limit: int, also: Collection[str] = ()
) -> nx.MultiDiGraph[str]:
    """The part of that kind with at most `limit` nodes, and beyond these the nodes asked for.

    Those bring along the `COMPANIONS` that they have most to do with, and all links to whoever is drawn.

    >>> part_of(nx.MultiDiGraph([("a", "b"), ("b", "c")]), "top", 1, ["c"]).nodes
    NodeView(('a', 'b', 'c'))
    """
    part = PARTS[kind](graph, limit)
    missing = brought_along(graph, also, part)
    if not missing:
        return part
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph(part)
    whole.add_nodes_from((node, graph.nodes[node]) for node in sorted(missing))
    for actor, target, relation, data in graph.subgraph([*part, *missing]).edges(keys=True, data=True):
        if actor in missing or target in missing:
            whole.add_edge(actor, target, key=relation, **data)
    return whole


def brought_along(graph: nx.MultiDiGraph[str], also: Collection[str], drawn: Collection[str]) -> set[str]:
    """The nodes asked for that are not drawn, and their companions that are not.

    Args:
        graph: With at least the edges at those asked for.
    """
    asked = [node for node in also if node in graph and node not in drawn]
    return {*asked, *(one for node in asked for one in _companions(graph, node))}.difference(drawn)


def _companions(graph: nx.MultiDiGraph[str], node: str) -> list[str]:
    weights: Counter[str] = Counter()
    for actor, target, data in (*graph.out_edges(node, data=True), *graph.in_edges(node, data=True)):
        weights[target if actor == node else actor] += int(data.get("weight", 1))
    return sorted(weights, key=lambda other: (-weights[other], other))[:COMPANIONS]


def thinned(bundles: nx.MultiDiGraph[str], least: int = LEAST_LINKS) -> nx.MultiDiGraph[str]:
    """The bundles of the most statements, as many as can be told apart; each node keeps its strongest.

    Args:
        least: So many are kept in any case; fewer where all of them are thick, as between groups.
    """
    most = max(least, LINKS * len(bundles))
    if bundles.number_of_edges() <= most:
        return bundles
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    drawn.add_nodes_from(bundles.nodes(data=True))
    held: set[str] = set()
    strongest = sorted(bundles.edges(keys=True), key=lambda edge: (-bundles.edges[edge]["weight"], edge))
    for rank, (actor, target, key) in enumerate(strongest):
        if rank < most or not held.issuperset((actor, target)):
            drawn.add_edge(actor, target, key=key, **bundles.edges[actor, target, key])
            held.update((actor, target))
    return drawn
