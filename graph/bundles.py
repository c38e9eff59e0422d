"""Edges of one direction and one family drawn as one, and entities drawn together as one node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import networkx as nx

FAMILY = "family:"
"""Begins the key of a bundle, which no relation does."""


def key_of(family: str) -> str:
    """The key of the bundle of this family."""
    return f"{FAMILY}{family}"


def family_of(key: str) -> str:
    """The family of a bundle's key; empty for the key of a single relation."""
    return key.removeprefix(FAMILY) if key.startswith(FAMILY) else ""


def bundled(graph: nx.MultiDiGraph[str], into: Mapping[str, str] | None = None) -> nx.MultiDiGraph[str]:
    """A graph with one edge for each ordered pair and family; the given one is not changed.

    Args:
        graph: As `build_graph` returns it.
        into: Node -> the node that stands for it, such as its party; nodes that are missing stand for themselves.

    Returns:
        Nodes as they are, without those that others stand for; whoever stands for others comes without
        attributes unless it is a node itself. Edges have `key_of(family)` as key, and `family`, `polarity`,
        `weight` (statements), `first`, `last` (ISO days or ""), `relations` (each with its statements, the most
        frequent first) and, where they bundle a single relation, its `relation` and `reports`. What happens
        among those that one node stands for is left out; an entity's statements about itself are not.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("ann", "bob", key="criticised", family="opposition", polarity=-1, weight=2)
    >>> _ = graph.add_edge("ann", "bob", key="accused", family="opposition", polarity=-1, weight=1)
    >>> bundled(graph).edges["ann", "bob", "family:opposition"]["relations"]
    {'criticised': 2, 'accused': 1}
    """
    stands: Mapping[str, str] = into or {}
    groups: dict[tuple[str, str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for actor, target, relation, data in graph.edges(keys=True, data=True):
        ends = stands.get(actor, actor), stands.get(target, target)
        if ends[0] != ends[1] or actor == target == ends[0]:
            groups[*ends, data.get("family", "")].append((relation, data))
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node not in stands)
    made.add_nodes_from(sorted({stands[node] for node in graph if node in stands} - set(made)))
    for (actor, target, family), members in sorted(groups.items(), key=lambda item: item[0]):
        made.add_edge(actor, target, key=key_of(family), **_bundle(family, members))
    return made


def _bundle(family: str, members: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    counted: dict[str, int] = defaultdict(int)
    for relation, data in members:
        counted[relation] += int(data.get("weight", 1))
    relations = dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
    days = [data.get(end, "") for _, data in members for end in ("first", "last")]
    days = sorted(day for day in days if day)
    bundle = {
        "family": family,
        "polarity": members[0][1].get("polarity", 0),
        "weight": sum(relations.values()),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "relations": relations,
    }
    if len(members) == 1:  # several may share reports, of which only the numbers are known
        relation, data = members[0]
        bundle |= {"relation": data.get("relation", relation), "reports": int(data.get("reports", 1))}
    return bundle
