"""Where the nodes of one connected component would like to stand: drawn distances like graph distances."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

Points = dict[str, tuple[float, float]]
Matrix = NDArray[np.float64]

EDGE = 150.0  # pixels, the shortest edge: a label's width and a little
ROOM = 62.0  # pixels; a hub's edges grow with the root of its degree, as the area for its neighbours does
FLATTEN = 0.75  # height to width: labels are wide and screens are too
ASPECT = 1.35  # width to height that the whole is stretched to, within STRETCH
STRETCH = (0.6, 1.2)
ROUNDS = 100
STRESS_LIMIT = 700  # nodes; beyond it one matrix inversion takes seconds, and distances to pivots have to do
PIVOTS = 60
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))  # turns that never repeat a direction


def place_connected(graph: nx.Graph[str], fixed: Mapping[str, tuple[float, float]]) -> Points:
    """Wanted places of a connected graph's nodes, which may still overlap.

    Args:
        graph: Connected, undirected, without loops, not empty; each node's `reach` is the radius of its disc.
        fixed: Nodes that stand already; they may be others than the graph's.

    Returns:
        Node -> (x, y), best connected first, so that these get the place they want.
    """
    nodes = list(graph)
    held = np.array([node in fixed for node in nodes])
    start = _beside(graph, fixed) if held.any() else _scaled(_distances(graph, PIVOTS))
    if len(nodes) > STRESS_LIMIT and not held.any():
        start = _roomy(start)
    places = start + _spread(len(nodes)) * ~held[:, None]
    if len(nodes) <= STRESS_LIMIT:
        places = _majorize(places, _distances(graph, len(nodes)), held)
    places = places * (1.0, FLATTEN) if held.any() else _shaped(_upright(places))
    order = sorted(range(len(nodes)), key=lambda i: (-graph.degree[nodes[i]], nodes[i]))
    return {nodes[i]: (float(places[i, 0]), float(places[i, 1])) for i in order}


def _distances(graph: nx.Graph[str], pivots: int) -> Matrix:
    """Nodes × pivots: length of the shortest path; each pivot the node farthest from those before it."""
    index = {node: i for i, node in enumerate(graph)}
    copy: rx.PyGraph[str, float] = rx.PyGraph(multigraph=False)
    copy.add_nodes_from(list(graph))
    copy.add_edges_from([(index[u], index[v], _length(graph, u, v)) for u, v in graph.edges])
    if pivots >= len(index):
        return np.asarray(rx.graph_floyd_warshall_numpy(copy, weight_fn=float), dtype=np.float64)
    columns: list[Matrix] = []
    nearest = np.full(len(index), np.inf)
    pivot = 0
    for _ in range(pivots):
        lengths = rx.dijkstra_shortest_path_lengths(copy, pivot, float)
        columns.append(np.array([0.0 if i == pivot else lengths[i] for i in range(len(index))]))
        nearest = np.minimum(nearest, columns[-1])
        pivot = int(nearest.argmax())
    return np.column_stack(columns)


def _length(graph: nx.Graph[str], u: str, v: str) -> float:
    discs = float(graph.nodes[u]["reach"] + graph.nodes[v]["reach"])
    return max(EDGE, ROOM * math.sqrt(graph.degree[u] + graph.degree[v]), EDGE / 2 + discs)


def _scaled(distances: Matrix) -> Matrix:
    """Pivot multidimensional scaling: the plane in which the distances to the pivots vary most."""
    squares = distances**2
    centred = -(squares - squares.mean(0) - squares.mean(1)[:, None] + squares.mean()) / 2
    values, vectors = np.linalg.eigh(centred.T @ centred)
    top = vectors[:, ::-1][:, :2] / np.maximum(values[::-1][:2], 1e-9) ** 0.25
    places = np.zeros((len(distances), 2))
    places[:, : top.shape[1]] = centred @ top
    return places


def _beside(graph: nx.Graph[str], fixed: Mapping[str, tuple[float, float]]) -> Matrix:
    """Fixed nodes where they are, each other node an edge further out than the neighbours nearer to these."""
    places = {node: np.array([fixed[node][0], fixed[node][1] / FLATTEN]) for node in graph if node in fixed}
    middle = np.mean(list(places.values()), axis=0)
    for node in list(itertools.chain(*nx.bfs_layers(graph, list(places))))[len(places) :]:
        base = np.mean([places[other] for other in graph[node] if other in places], axis=0)
        out = (base - middle) / max(float(np.hypot(*(base - middle))), 1.0)
        places[node] = base + out * EDGE
    return np.array([places[node] for node in graph])


def _spread(size: int) -> Matrix:
    """Small steps in different directions, so that no two nodes start in one point."""
    turns = np.arange(size)
    radius = EDGE / 8 * np.sqrt((turns + 1) / size)
    return np.column_stack((radius * np.cos(turns * GOLDEN_ANGLE), radius * np.sin(turns * GOLDEN_ANGLE)))


def _majorize(places: Matrix, distances: Matrix, held: NDArray[np.bool_]) -> Matrix:
    """The places with the least sum of ((drawn - wanted distance) / wanted distance)², nearly."""
    free = ~held
    if free.all():
        free[0] = False  # the whole may slide anywhere otherwise, and no matrix is left to invert
    if not free.any():
        return places
    wanted = distances + np.eye(len(distances))
    laplacian = _laplacian(1 / wanted**2)
    inverse = np.linalg.inv(laplacian[np.ix_(free, free)])
    pull = laplacian[np.ix_(free, ~free)] @ places[~free]
    for _ in range(ROUNDS):
        drawn = np.linalg.norm(places[:, None] - places[None], axis=2)
        steps = _laplacian(1 / (wanted * np.maximum(drawn, 1e-6))) @ places
        places[free] = inverse @ (steps[free] - pull)
    return places


def _laplacian(weights: Matrix) -> Matrix:
    matrix = -weights
    np.fill_diagonal(matrix, 0)
    np.fill_diagonal(matrix, -matrix.sum(1))
    return matrix


def _roomy(places: Matrix) -> Matrix:
    """Drawn apart until there is room for all: finding it for each in a crowd afterwards would take long."""
    wanted = EDGE / 2 * math.sqrt(len(places))
    return places * max(1.0, wanted / float(places.std()))


def _upright(places: Matrix) -> Matrix:
    """Turned so that the long side lies across."""
    centred = places - places.mean(0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    return np.asarray(centred @ vectors[:, ::-1], dtype=np.float64)


def _shaped(places: Matrix) -> Matrix:
    """Stretched upright, or flattened, towards the shape of a screen."""
    wide, high = np.ptp(places, axis=0)
    factor = np.clip(wide / max(float(high), 1.0) / ASPECT, *STRETCH)
    return np.asarray(places * (1.0, factor), dtype=np.float64)
