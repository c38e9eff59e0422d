"""The links that stand out among those of their own ends: what is left of a graph too large to be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Pair = tuple[str, str]


def backbone(graph: nx.MultiDiGraph[str], limit: int) -> nx.MultiDiGraph[str]:
    """The most significant links, as many as have at most `limit` nodes between them.

    Args:
        graph: As `build_graph` returns it; parallel edges count as one link with all their statements.

    Returns:
        A graph of its own; only nodes with a link in it.

    Source:
        The disparity filter of Serrano, Boguñá and Vespignani (2009), "Extracting the multiscale backbone of
        complex weighted networks", PNAS 106. A link counts by the better of its ends: as one of those that leave
        its actor, or of those that reach its target. Not cut at a level of significance but at a number of nodes.
    """
    weights: Counter[Pair] = Counter()
    for actor, target, data in graph.edges(data=True):
        if actor != target:
            weights[actor, target] += int(data.get("weight", 1))
    pairs = sorted(weights)
    chance = significance(pairs, np.array([weights[pair] for pair in pairs], dtype=float))
    ranked = sorted(range(len(pairs)), key=lambda i: (chance[i], -weights[pairs[i]], pairs[i]))
    kept = _first(limit, (pairs[i] for i in ranked))
    nodes = {end for pair in kept for end in pair}
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    drawn.add_nodes_from((node, graph.nodes[node]) for node in graph if node in nodes)
    for actor, target, relation, data in graph.edges(nodes, keys=True, data=True):
        if (actor, target) in kept:
            drawn.add_edge(actor, target, key=relation, **data)
    return drawn


def significance(pairs: list[Pair], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each link the chance, 0 to 1, that it got its weight if its end's statements fell evenly at random.

    The smaller, the more it stands out. An end with one link only says nothing: 1.
    """
    chances = np.ones(len(pairs))
    for end in (0, 1):
        _, at = np.unique([pair[end] for pair in pairs], return_inverse=True) if pairs else (None, [])
        where = np.asarray(at, dtype=int)
        degree = np.bincount(where)[where]
        share = weights / np.bincount(where, weights)[where]
        chances = np.minimum(chances, np.where(degree > 1, (1 - share) ** (degree - 1), 1.0))
    return np.asarray(chances)


def _first(limit: int, pairs: Iterable[Pair]) -> set[Pair]:
    nodes: set[str] = set()
    kept: set[Pair] = set()
    for pair in pairs:
        if len(nodes | set(pair)) > limit:
            break
        nodes.update(pair)
        kept.add(pair)
    return kept
