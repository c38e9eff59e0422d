"""The graph as a pyvis Network: sized, coloured, in its places, parallel edges apart, tooltips plain text."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import networkx as nx
from pyvis.network import Network

from errors import GraphError
from graph.detail import most_named
from graph.discs import radius
from view import palette
from view.caption import edge_text, node_text
from view.curves import Edge, bends
from view.labels import plain, shorten

Positions = Mapping[str, tuple[float, float]]

THINNEST, THICKEST = 1.5, 6.0  # width of an edge in pixels
MANY = 24  # statements on one edge, above which widths are shares of the heaviest
GAPS = 0.6  # how much of an edge's growth in width its dashes and gaps follow
PALE = 0.72  # opacity of an edge that one single statement supports
DASHED_EDGES = 500  # above, only opposition is dashed: canvas dashes cost 1.4 times the frame
GROUP_RIM, GROUP_FILL = (
    6,
    0.35,
)  # of a node that stands for several: its rim in pixels, its colour's share within
LABEL_WIDTH = 140  # pixels; longer names go over two lines


def draw_network(
    graph: nx.MultiDiGraph[str],
    positions: Positions,
    *,
    dark: bool = False,
    limit: int = 300,
    sizes: Mapping[str, float] | None = None,
) -> Network:
    """The graph as pyvis shows it; the graph itself is not changed.

    Args:
        positions: Node -> (x, y) in pixels, y downwards, as `graph.layout.lay_out` returns.
        limit: At most so many nodes, those with the most statements.
        sizes: Node -> any measure that the radius shall show; the number of statements when None.

    Returns:
        A directed Network without physics; its `shown` and `total` count nodes drawn and nodes there were.
        Edge ids are "actor|relation|target".

    Raises:
        GraphError: If a node has no position.
    """
    drawn = most_named(graph, limit)
    check_positions(drawn, positions)
    network = Network(directed=True, cdn_resources="in_line", height="100%", bgcolor=palette.SURFACE.on(dark))
    network.shown, network.total = len(drawn), len(graph)
    radii = radius(drawn, sizes)
    for node in sorted(drawn):
        network.add_node(node, **_node(drawn, node, positions[node], radii[node], dark))
    large = drawn.number_of_edges() > DASHED_EDGES
    heaviest = max((int(data.get("weight", 1)) for *_, data in drawn.edges(data=True)), default=1)
    for edge, swerve in sorted(bends(drawn).items()):
        network.add_edge(edge[0], edge[1], **_edge(drawn, edge, swerve, dark, large, heaviest))
    network.options = _options(dark, large)  # not set_options(), which takes the blanks out of font names
    return network


def component_data(network: Network) -> dict[str, Any]:
    """What vis-network needs, as plain JSON types: nodes, edges, options; and the counts shown and total."""
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "shown": network.shown,
        "total": network.total,
    }


def check_positions(graph: nx.MultiDiGraph[str], positions: Positions) -> None:
    """Whether every node has a place.

    Raises:
        GraphError: Naming the first node without one.
    """
    if missing := sorted(node for node in graph if node not in positions):
        raise GraphError(f"no position for node '{missing[0]}'", mend="Lay out the graph that is drawn")


def label_of(graph: nx.MultiDiGraph[str], node: str) -> str:
    """The name as it is written beside the node; the id where the name has nothing to show."""
    return shorten(graph.nodes[node].get("name", node)) or shorten(node)


def edge_id(actor: str, relation: str, target: str) -> str:
    """An edge's id in the network."""
    return f"{actor}|{relation}|{target}"


def edge_width(weight: int, heaviest: int = 0) -> float:
    """Pixels for an edge of so many statements; grows and is bounded.

    Args:
        heaviest: Statements of the heaviest edge drawn. Among few the width grows with the logarithm, so that two
            look like more than one; where the heaviest has many, with the root of the share in it.
    """
    share = 1.3 * math.log2(max(weight, 1)) / (THICKEST - THINNEST)
    if heaviest > MANY:
        share = math.sqrt(max(weight, 0) / heaviest)
    return round(THINNEST + (THICKEST - THINNEST) * min(share, 1), 2)


def dashes(pattern: tuple[int, ...], weight: int, heaviest: int = 0) -> list[float]:
    """The pattern in pixels for an edge of so many statements; a thin line has it as it is.

    The ends of dashes are round and as wide as the line: in gaps that did not grow too, thick lines look solid.
    """
    grown = 1 + GAPS * (edge_width(weight, heaviest) / THINNEST - 1)
    return [round(part * grown, 1) for part in pattern]


def edge_colour(family: str, weight: int, dark: bool) -> str:
    """The family's colour, paler where one single statement is all there is."""
    style = palette.family(family)
    pale = weight <= 1 and family != "affiliation"  # whose grey is pale enough
    return palette.blend(style.tone.on(dark), palette.SURFACE.on(dark), PALE if pale else 1.0)


def _node(
    graph: nx.MultiDiGraph[str], node: str, place: tuple[float, float], size: float, dark: bool
) -> dict[str, Any]:
    data = graph.nodes[node]
    colour = palette.node_colour(data.get("type", ""), palette.party_of(data), dark)
    surface, ink = palette.SURFACE.on(dark), palette.INK.on(dark)
    chosen = {"background": colour, "border": ink}
    several = {"borderWidth": GROUP_RIM} if data.get("members") else {}
    paper = palette.blend(colour, surface, GROUP_FILL) if several else colour
    return {
        **several,
        "label": label_of(graph, node),
        "title": _tooltip(node_text(graph, node)),
        "shape": palette.node_shape(data.get("type", "")),
        "color": {
            "background": paper,
            "border": colour if several else surface,
            "highlight": chosen,
            "hover": chosen,
        },
        "size": size,
        "x": round(float(place[0]), 1),
        "y": round(float(place[1]), 1),
    }


def _edge(
    graph: nx.MultiDiGraph[str], edge: Edge, swerve: float, dark: bool, large: bool, heaviest: int
) -> dict[str, Any]:
    actor, target, relation = edge
    data = graph.edges[actor, target, relation]
    family, weight = data.get("family", ""), int(data.get("weight", 1))
    style = palette.family(family)
    colour = edge_colour(family, weight, dark)
    strong = style.tone.on(dark)
    dashed = style.dash and (not large or family == "opposition")
    drawn: dict[str, Any] = {
        "id": edge_id(actor, relation, target),
        "title": _tooltip(edge_text(graph, actor, target, relation)),
        "color": {"color": colour, "highlight": strong, "hover": strong, "inherit": False},
        "width": edge_width(weight, heaviest),
        "dashes": dashes(style.dash, weight, heaviest) if dashed else False,
        "arrows": {
            "to": {"enabled": True, "type": style.head, "scaleFactor": 0.4 if style.head == "circle" else 0.7}
        },
        "arrowStrikethrough": style.head == "bar",  # the line has to reach the bar
        "smooth": _smooth(swerve),
    }
    if actor == target:
        drawn["selfReference"] = {"size": 22 + 60 * abs(swerve), "angle": 0.785}
    return drawn


def _smooth(swerve: float) -> dict[str, Any] | bool:
    """vis-network's name for a curve; "clockwise" there is to the left of the edge's own direction."""
    if not swerve:
        return False
    return {"enabled": True, "type": "curvedCW" if swerve > 0 else "curvedCCW", "roundness": abs(swerve)}


def _tooltip(text: str) -> str:
    """Plain lines; the invisible joiner keeps pyvis from its template that writes titles as HTML."""
    return "\n".join(plain(line) for line in text.split("\n")).replace("href", "h\u2060ref")


def _options(dark: bool, large: bool) -> dict[str, Any]:
    font = {"face": "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"}
    halo = {"strokeWidth": 4, "strokeColor": palette.SURFACE.on(dark)}
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {
            "hover": True,
            "tooltipDelay": 150,
            "keyboard": {"enabled": True, "bindToWindow": False},
            "hideEdgesOnDrag": large,
            "hideEdgesOnZoom": large,
        },
        "nodes": {
            "borderWidth": 2,
            "borderWidthSelected": 3,
            "widthConstraint": {"maximum": LABEL_WIDTH},
            "font": {**font, **halo, "size": 15, "color": palette.INK.on(dark)},
            "scaling": {"label": {"drawThreshold": 7}},
        },
        "edges": {"hoverWidth": 1, "selectionWidth": 1.5},
    }
