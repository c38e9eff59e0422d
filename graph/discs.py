"""How large nodes are drawn and how far edges bend: the layout keeps room for it, every drawing uses it."""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx

SMALLEST, LARGEST = 9.0, 30.0  # radius of a node in pixels

STEP = 0.16
"""How much further each next parallel edge bends, as a share of the distance between its ends."""


def radius(graph: nx.MultiDiGraph[str], sizes: Mapping[str, float] | None = None) -> dict[str, float]:
    """Node -> radius in pixels; grows with the square root of the measure, within bounds.

    Args:
        sizes: Node -> any measure; the number of statements when None.
    """
    measure = {n: float(graph.nodes[n].get("statements", 0)) for n in graph} if sizes is None else sizes
    known = {node: max(measure.get(node, 0.0), 0.0) for node in graph}
    most = max(known.values(), default=0.0) or 1.0
    return {n: round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(v / most), 1) for n, v in known.items()}


def bow(one_way: int, other_way: int) -> float:
    """How far the outermost of so many edges between two nodes bends, as a share of their distance."""
    if one_way and other_way:
        return STEP * (max(one_way, other_way) - 0.5)
    return STEP * max(one_way + other_way - 1, 0) / 2
