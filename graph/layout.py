"""Where the nodes stand: the same graph gives the same picture, and what stands keeps its place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import networkx as nx

from errors import GraphError
from graph.layout_space import HEIGHT, WIDTH, Space
from graph.layout_stress import Points, place_connected

GAP = 90.0  # between components, pixels, besides the room of the nodes themselves
FARTHEST = 1e7  # pixels from the middle; much farther, steps of a pixel get lost in rounding
ASPECT = 1.6  # width to height of the whole picture: a screen's


def lay_out(
    graph: nx.MultiDiGraph[str], previous: Mapping[str, tuple[float, float]] | None = None
) -> dict[str, tuple[float, float]]:
    """A place for every node.

    Args:
        graph: Any; parallel edges and directions make no difference.
        previous: Places from an earlier call. Nodes found in it stay exactly there, the others settle near
            their neighbours.

    Returns:
        Node -> (x, y) in pixels, y downwards. Newly placed nodes keep `WIDTH` apart sideways or `HEIGHT`
        apart upright, from each other and from the rest. Components stand side by side on shelves, so that
        many small ones do not shrink the large. No nodes: an empty mapping.

    Raises:
        GraphError: If a previous place is not finite or farther out than any layout gets.

    Source:
        Stress majorization, the default of Graphviz's neato; started from pivot multidimensional scaling, as
        `layout_pmds` of R's graphlayouts computes it (Brandes and Pich 2006).
    """
    fixed = _fixed(graph, previous or {})
    space = Space(fixed)
    components = sorted(nx.connected_components(graph.to_undirected(as_view=True)), key=_largest_first)
    parts = [_simple(graph, component) for component in components]
    for part in parts:
        if not fixed.keys().isdisjoint(part):
            space.settle(place_connected(part, fixed))
    _pack([part for part in parts if fixed.keys().isdisjoint(part)], space)
    return {node: space.places[node] for node in graph}


def _fixed(graph: nx.MultiDiGraph[str], previous: Mapping[str, tuple[float, float]]) -> Points:
    fixed = {node: (float(previous[node][0]), float(previous[node][1])) for node in graph if node in previous}
    for node, place in fixed.items():
        if not all(abs(value) <= FARTHEST for value in place):
            raise GraphError(f"the previous place {place} is not within {FARTHEST:,.0f} pixels", where=node)
    return fixed


def _largest_first(component: set[str]) -> tuple[int, str]:
    return -len(component), min(component)


def _simple(graph: nx.MultiDiGraph[str], component: Iterable[str]) -> nx.Graph[str]:
    """The component as undirected graph, in an order that does not depend on how it was built."""
    nodes = set(component)
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(nodes))
    simple.add_edges_from(sorted({(min(u, v), max(u, v)) for u, v in graph.edges(nodes) if u != v}))
    return simple


def _pack(parts: list[nx.Graph[str]], space: Space) -> None:
    """Sets each component, laid out by itself, on shelves below what is already placed."""
    boxes = [_laid_out_alone(part) for part in parts]
    if not boxes:
        return
    sizes = [_size(box) for box in boxes]
    left, top, across = space.below()
    widest = max(width for width, _ in sizes)
    shelf = max(across, widest, math.sqrt(ASPECT * sum(width * height for width, height in sizes)))
    x = y = tallest = 0.0
    for box, (width, height) in sorted(zip(boxes, sizes, strict=True), key=lambda item: -item[1][1]):
        if x and x + width > shelf:
            x, y, tallest = 0.0, y + tallest, 0.0
        space.settle({node: (left + x + px, top + y + py) for node, (px, py) in box.items()})
        x, tallest = x + width, max(tallest, height)


def _laid_out_alone(part: nx.Graph[str]) -> Points:
    """The component by itself, without overlap, its upper left corner at (0, 0)."""
    space = Space({})
    space.settle(place_connected(part, {}))
    left = min(x for x, _ in space.places.values())
    top = min(y for _, y in space.places.values())
    return {node: (x - left, y - top) for node, (x, y) in space.places.items()}


def _size(box: Points) -> tuple[float, float]:
    """Width and height with the room that keeps the next component away."""
    width = max(x for x, _ in box.values()) + WIDTH + GAP
    return width, max(y for _, y in box.values()) + HEIGHT + GAP
