"""Where the nodes stand: the same graph gives the same picture, and what stands keeps its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

from errors import GraphError
from graph.discs import bow, radius
from graph.layout_large import LARGE, core_of, settle_around
from graph.layout_lines import clear_lines
from graph.layout_pack import pack, shelves
from graph.layout_space import Space
from graph.layout_stress import Points, place_connected

FARTHEST = 1e7  # pixels from the middle; much farther, steps of a pixel get lost in rounding


def lay_out(
    graph: nx.MultiDiGraph[str], previous: Mapping[str, tuple[float, float]] | None = None
) -> dict[str, tuple[float, float]]:
    """A place for every node.

    Args:
        graph: Any; parallel edges and directions make no difference. Nodes with more statements get more room.
        previous: Places from an earlier call. Nodes found in it stay exactly there, the others settle near
            their neighbours.

    Returns:
        Node -> (x, y) in pixels, y downwards. Newly placed nodes keep `WIDTH` apart sideways or `HEIGHT`
        apart upright, from each other and from the rest, and their discs apart even at twice their size. They
        keep off lines between others as far as there is room. Small components stand in the corners that the
        large leave free; beside previous places, below them. Of more than `LARGE` nodes only the most named are laid
        out so, and the others around them. No nodes: an empty mapping.

    Raises:
        GraphError: If a previous place is not finite or farther out than any layout gets.

    Source:
        Stress majorization, the default of Graphviz's neato; started from pivot multidimensional scaling, as
        `layout_pmds` of R's graphlayouts computes it (Brandes and Pich 2006).
    """
    fixed = _fixed(graph, previous or {})
    if len(graph) > LARGE:
        return settle_around(graph, fixed or lay_out(core_of(graph)))
    space = Space(fixed, radius(graph))
    components = sorted(nx.connected_components(graph.to_undirected(as_view=True)), key=_largest_first)
    parts = [_simple(graph, component, space) for component in components]
    for part in parts:
        if not fixed.keys().isdisjoint(part):
            space.settle(place_connected(part, fixed))
            clear_lines(part, space, part.nodes - fixed.keys())
    boxes = [(part, _alone(part, space.radii)) for part in parts if fixed.keys().isdisjoint(part)]
    if fixed and boxes:
        left, top, across = space.below()
        space.settle(shelves([box for _, box in boxes], (left, top), across))
    elif boxes:
        space.settle(pack(boxes))
    return {node: space.places[node] for node in graph}


def _fixed(graph: nx.MultiDiGraph[str], previous: Mapping[str, tuple[float, float]]) -> Points:
    fixed = {node: (float(previous[node][0]), float(previous[node][1])) for node in graph if node in previous}
    for node, place in fixed.items():
        if not all(abs(value) <= FARTHEST for value in place):
            raise GraphError(f"the previous place {place} is not within {FARTHEST:,.0f} pixels", where=node)
    return fixed


def _largest_first(component: set[str]) -> tuple[int, str]:
    return -len(component), min(component)


def _simple(graph: nx.MultiDiGraph[str], component: Iterable[str], space: Space) -> nx.Graph[str]:
    """The component as undirected graph, in an order that does not depend on how it was built."""
    nodes = set(component)
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from((node, {"reach": space.reach(node)}) for node in sorted(nodes))
    for u, v in sorted({(min(u, v), max(u, v)) for u, v in graph.edges(nodes) if u != v}):
        simple.add_edge(u, v, bow=bow(graph.number_of_edges(u, v), graph.number_of_edges(v, u)))
    return simple


def _alone(part: nx.Graph[str], radii: Mapping[str, float]) -> Points:
    """The component by itself, without overlap, its upper left corner at (0, 0)."""
    space = Space({}, radii)
    space.settle(place_connected(part, {}))
    clear_lines(part, space, part.nodes)
    left = min(x for x, _ in space.places.values())
    top = min(y for _, y in space.places.values())
    return {node: (x - left, y - top) for node, (x, y) in space.places.items()}
