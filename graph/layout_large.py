"""Places in a graph too large to be drawn whole: what is drawn first gets the best, the rest stands around it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping

import networkx as nx

from graph.layout_stress import FLATTEN, GOLDEN_ANGLE, Points

LARGE = 1_500  # nodes; above, stress and packing take minutes and nobody sees the whole
CORE = 300  # nodes with the most statements, those that are drawn at first
CELL = 64.0  # pixels; of those around the core each has a square of its own
STEP = 75.0  # pixels from a node to the first of those around it; the next go further out with the root

Point = tuple[float, float]
Cell = tuple[int, int]


def core_of(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The part that is laid out with care."""
    kept = sorted(sorted(graph, key=lambda node: _rank(graph, node))[:CORE])
    core: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    core.add_nodes_from((node, graph.nodes[node]) for node in kept)
    for node in kept:  # not `graph.subgraph`: to ask that for every edge among thousands takes seconds
        for other in core.nodes & graph.succ[node].keys():
            for key in graph.succ[node][other]:
                core.add_edge(node, other, key)
    return core


def settle_around(graph: nx.MultiDiGraph[str], core: Mapping[str, Point]) -> Points:
    """A place for every node: those of the core as given, each other on a spiral around its best placed neighbour.

    Who is not in the core has a square of `CELL` to itself, so no two lie on each other; only a part of them is ever
    drawn at once, and names find their room then. Of a component without anyone in the core the most named stands
    in a row below, the others around it.
    """
    neighbours = {node: {*graph.succ[node], *graph.pred[node]} - {node} for node in graph}
    places = dict(core)
    taken = {_cell(place) for place in places.values()}
    free: dict[
        str, Iterator[Point]
    ] = {}  # node -> where those around it can stand, going on where it stopped

    def settle(node: str, spiral: Iterator[Point]) -> None:
        places[node] = next(place for place in spiral if _cell(place) not in taken)
        taken.add(_cell(places[node]))

    rows = _rows(places.values())
    for root in sorted(_roots(graph, neighbours, places), key=lambda node: _rank(graph, node)):
        settle(root, rows)
    for node in _outwards(graph, neighbours, places):
        placed = [other for other in neighbours[node] if other in places]
        parent = min(placed, key=lambda other: _rank(graph, other))
        settle(node, free.setdefault(parent, _spiral(places[parent])))
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in places.items() if node in graph}


def _rank(graph: nx.MultiDiGraph[str], node: str) -> tuple[int, str]:
    return -int(graph.nodes[node].get("statements", 0)), node


def _cell(place: Point) -> Cell:
    return math.floor(place[0] / CELL), math.floor(place[1] / CELL)


def _roots(
    graph: nx.MultiDiGraph[str], neighbours: Mapping[str, set[str]], places: Mapping[str, Point]
) -> Iterator[str]:
    """The most named of each component in which nobody is placed."""
    seen: set[str] = set(places)
    for node in _reached(seen & neighbours.keys(), neighbours):
        seen.add(node)
    for node in sorted(graph, key=lambda node: _rank(graph, node)):
        if node not in seen:
            yield node
            seen.update(_reached({node}, neighbours))


def _reached(start: set[str], neighbours: Mapping[str, set[str]]) -> set[str]:
    """The start and all that can be reached from it."""
    reached, edge = set(start), set(start)
    while edge:
        edge = set().union(*(neighbours[node] for node in edge)) - reached
        reached |= edge
    return reached


def _outwards(
    graph: nx.MultiDiGraph[str], neighbours: Mapping[str, set[str]], places: Mapping[str, Point]
) -> Iterator[str]:
    """Who has no place yet: first those one step from the placed, then two steps, the most named first."""
    edge: Iterable[str] = [node for node in graph if node in places]
    reached = set(edge)
    while edge := sorted(
        {other for node in edge for other in neighbours[node]} - reached, key=lambda node: _rank(graph, node)
    ):
        reached.update(edge)
        yield from edge


def _spiral(middle: Point) -> Iterator[Point]:
    """Points around the middle, each with the same room, as the seeds of a sunflower."""
    for number in itertools.count(1):
        far, angle = STEP * math.sqrt(number), number * GOLDEN_ANGLE
        yield middle[0] + far * math.cos(angle), middle[1] + FLATTEN * far * math.sin(angle)


def _rows(places: Iterable[Point]) -> Iterator[Point]:
    """Points in rows below all places, as wide as these."""
    columns = list(zip(*places, strict=True)) or [(0.0,), (0.0,)]
    left, wide, top = min(columns[0]), max(columns[0]) - min(columns[0]), max(columns[1]) + 4 * CELL
    across = max(int(wide / (3 * CELL)), 10)
    for number in itertools.count():
        yield left + number % across * 3 * CELL, top + number // across * 3 * CELL
