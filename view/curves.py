"""How parallel edges bend apart, so that each one can be seen and clicked."""

from __future__ import annotations

import math
from collections import defaultdict

import networkx as nx

from graph.discs import STEP
from view.shapes import Point

Edge = tuple[str, str, str]
"""Actor, target, relation: an edge's ends and key."""

SEGMENTS = 24
"""Straight pieces that a drawn curve is made of."""


def bends(graph: nx.MultiDiGraph[str]) -> dict[Edge, float]:
    """How far each edge swerves, positive to the left of its own direction, as a share of its length.

    An edge alone between its ends is straight (0). Edges one way fan out evenly; where there are edges both
    ways each way keeps to its own side, so that none lies on another.
    """
    parallel: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for actor, target, relation in sorted(graph.edges(keys=True)):
        parallel[actor, target].append((actor, target, relation))
    swerves: dict[Edge, float] = {}
    for (actor, target), edges in parallel.items():
        both_ways = (target, actor) in parallel
        middle = -0.5 if both_ways else (len(edges) - 1) / 2
        swerves |= {edge: round((place - middle) * STEP, 4) for place, edge in enumerate(edges)}
    return swerves


def curve(start: Point, end: Point, swerve: float, trim: tuple[float, float]) -> list[Point]:
    """Points along the edge from one node's rim to the other's, y downwards.

    Args:
        swerve: As `bends` gives it.
        trim: How much to leave free at the start and at the end, in the unit of the points.
    """
    if start == end:
        return _loop(start, trim[1] * (1 + 2 * abs(swerve)))
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    via = (x + dx / 2 + swerve * dy, y + dy / 2 - swerve * dx)
    length = math.hypot(dx, dy)
    first, last = min(trim[0] / length, 0.45), 1 - min(trim[1] / length, 0.45)
    steps = (first + (last - first) * step / SEGMENTS for step in range(SEGMENTS + 1))
    return [tuple(_bezier(*axis, t) for axis in zip(start, via, end, strict=True)) for t in steps]  # type: ignore[misc]


def _bezier(start: float, via: float, end: float, t: float) -> float:
    """A quadratic Bézier curve at t in [0, 1]."""
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * via + t**2 * end


def _loop(at: Point, size: float) -> list[Point]:
    """From a node to itself, above and to the right; it leaves upwards and comes back from the right."""
    angles = (math.radians(175 - 260 * step / SEGMENTS) for step in range(SEGMENTS + 1))
    return [
        (at[0] + size * (0.95 + 0.72 * math.cos(a)), at[1] - size * (0.95 + 0.72 * math.sin(a)))
        for a in angles
    ]
