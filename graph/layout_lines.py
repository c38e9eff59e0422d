"""Nodes moved off lines that are not theirs: a line through a node reads as a link of that node."""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.layout_space import WIDTH, Point, Space, rings

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

LIMIT = 300  # nodes; in a larger graph lines cover everything anyway
LINES = 600  # likewise; with more of them less than a tenth of the nodes under lines would come off, in many seconds
SWEEPS = 5
REACH = range(1, 13)  # rings of places that a node may be moved to: three labels' widths at most
BUDGET = 6e6  # pairs of segments that one sweep compares, about; more take seconds
MARGIN = 14.0  # pixels between a node's rim and a foreign line
DRIFT = 0.5  # what a label's width away from the wanted place costs; a line right through a node costs 2
CROSSING = 0.12  # what one line across another costs
GAIN = 0.1  # the least improvement that is worth a move


def clear_lines(graph: nx.Graph[str], space: Space, movable: Collection[str]) -> None:
    """Moves nodes of the component, in the space, until few lie on lines between others.

    Each node in turn takes, of the free places around it, the one with the least cost: lines through its
    disc, discs under its own lines, crossings, and the way from where it stood at first. Nothing moves in a component
    of more than `LIMIT` nodes or `LINES` edges.

    Args:
        graph: Undirected, without loops, every node placed in the space.
        movable: The nodes that may move.
    """
    if not 3 <= len(graph) <= LIMIT or graph.number_of_edges() > LINES:
        return
    sketch = _Sketch(graph, space)
    stride = math.ceil(_work(graph) / BUDGET)
    nodes = [node for node in graph if node in movable]
    for _ in range(SWEEPS):
        costs = {node: sketch.cost(node, [space.places[node]])[0] for node in nodes}
        ranked = sorted((node for node in nodes if costs[node] > GAIN), key=lambda n: (-costs[n], n))
        if not [node for node in ranked if _improved(node, sketch, space, stride)]:
            return


def _work(graph: nx.Graph[str]) -> int:
    """Pairs of segments to compare if every node tried every place."""
    edges = graph.number_of_edges()
    return len(list(rings((0.0, 0.0), REACH))) * 2 * edges * (len(graph) + edges)


def _improved(node: str, sketch: _Sketch, space: Space, stride: int) -> bool:
    """Whether the node found a better place; it tries each `stride`th around it."""
    here = space.places[node]
    options = [here, *itertools.islice(rings(here, REACH), 0, None, stride)]
    costs = sketch.cost(node, options)
    for option in np.argsort(costs, kind="stable"):
        if costs[option] > costs[0] - GAIN:
            return False
        if space.is_free(node, options[option]):
            space.move(node, options[option])
            sketch.move(node, options[option])
            return True
    return False


class _Sketch:
    """The component in arrays."""

    def __init__(self, graph: nx.Graph[str], space: Space) -> None:
        self.index = {node: i for i, node in enumerate(graph)}
        self.places = np.array([space.places[node] for node in graph])
        self.wanted = self.places.copy()
        self.reach = np.array([space.reach(node) for node in graph]) + MARGIN
        self.ends = np.array([(self.index[u], self.index[v]) for u, v in graph.edges], dtype=np.intp)
        self.bows = np.array([graph.edges[edge]["bow"] for edge in graph.edges], dtype=np.float64)

    def move(self, node: str, place: Point) -> None:
        self.places[self.index[node]] = place

    def cost(self, node: str, options: list[Point]) -> Matrix:
        """What it would cost to have the node at each of the places."""
        me, at = self.index[node], np.array(options)
        mine = (self.ends == me).any(axis=1)
        foreign = self.places[self.ends[~mine]]
        others = self.ends[mine].sum(axis=1) - me
        drift = np.linalg.norm(at - self.wanted[me], axis=1) * (DRIFT / WIDTH)
        ways = (at[:, None], self.places[others][None])
        crossings = _cross(*ways, foreign).sum(axis=(1, 2)) * CROSSING
        covered = self._under(me, at, ~mine) + self._over(me, mine, others, at)
        return np.asarray(drift + crossings + covered)

    def _under(self, me: int, at: Matrix, lines: Mask) -> Matrix:
        """How much foreign lines cover the node."""
        ends = self.places[self.ends[lines]]
        far = _distance(at[:, None], ends[:, 0], ends[:, 1], self.bows[lines])
        return np.asarray(_covered(far, self.reach[me]).sum(axis=1))

    def _over(self, me: int, mine: Mask, others: NDArray[np.intp], at: Matrix) -> Matrix:
        """How much the node's own lines cover third nodes."""
        ends = self.places[others][:, None]
        covered = _covered(
            _distance(self.places, at[:, None, None], ends, self.bows[mine][:, None]), self.reach
        )
        covered[:, :, me] = 0
        covered[:, np.arange(len(others)), others] = 0
        return np.asarray(covered.sum(axis=(1, 2)))


def _covered(distance: Matrix, reach: Matrix | float) -> Matrix:
    """0 for a line that passes outside, then growing to 2 for one right through the middle."""
    depth = np.clip(1 - distance / reach, 0, 1)
    return np.asarray(depth + (depth > 0))


def _distance(point: Matrix, start: Matrix, end: Matrix, bow: Matrix) -> Matrix:
    """From points to lines, broadcast; to the outermost of the curves where several share their ends."""
    way, to = end - start, point - start
    squares = np.maximum((way * way).sum(-1), 1e-9)
    along = np.clip((to * way).sum(-1) / squares, 0, 1)
    straight = np.linalg.norm(to - along[..., None] * way, axis=-1)
    return np.asarray(straight - 2 * along * (1 - along) * bow * np.sqrt(squares))


def _cross(start: Matrix, end: Matrix, lines: Matrix) -> Mask:
    """Whether the segments cross the lines: places × own lines × foreign lines."""
    a, b = start[..., None, :], end[..., None, :]
    c, d = lines[:, 0], lines[:, 1]
    apart = _side(a, b, c) * _side(a, b, d) < 0
    return np.asarray(apart & (_side(c, d, a) * _side(c, d, b) < 0))


def _side(start: Matrix, end: Matrix, point: Matrix) -> Matrix:
    way, to = end - start, point - start
    return np.asarray(way[..., 0] * to[..., 1] - way[..., 1] * to[..., 0])
