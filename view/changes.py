"""Two periods compared as one graph: colour says the kind of relation, line and word what has become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote

import networkx as nx

from graph.changes import PER
from view import palette
from view.bundles import parts_of
from view.network import Positions, component_data, draw_network

LIMIT = 300  # names drawn


@dataclass(frozen=True, slots=True)
class Become:
    """How a change is drawn and called."""

    label: str  # in the legend
    mark: str  # on the line, before the two numbers; "" where the line says enough
    width: float  # pixels
    dash: tuple[int, ...]
    share: float  # of the colour that is left


CHANGES = {
    "flipped": Become("flipped", "⇄", 5.0, (14, 4), 1.0),
    "new": Become("new", "", 3.0, (), 1.0),
    "gone": Become("gone", "", 2.0, (2, 6), 0.6),
    "stronger": Become("stronger", "▲", 5.0, (), 1.0),
    "weaker": Become("weaker", "▼", 1.5, (), 0.8),
    "steady": Become("steady", "", 1.5, (), 0.45),
}
"""Kind of change -> its line; keys of `graph.changes.KINDS`."""


def change_data(
    graph: nx.MultiDiGraph[str], positions: Positions, dark: bool, *, rated: bool = False
) -> dict[str, Any]:
    """What the graph component shows of both periods.

    Args:
        graph: As `graph.changes.joined` makes it.
        rated: Whether the changes are of rates, which the lines tell then.

    Raises:
        GraphError: If a node has no position.
    """
    drawn = component_data(draw_network(graph, positions, dark=dark, limit=LIMIT))
    unit = f" in {PER} documents" if rated else ""
    surface = palette.SURFACE.on(dark)
    for edge in drawn["edges"]:
        actor, target, key = parts_of(edge["id"])
        data = graph.edges[actor, target, key]
        become, tone = CHANGES[data["change"]], palette.family(data["family"]).tone.on(dark)
        colour = palette.blend(tone, surface, become.share)
        earlier, now = (
            (f"{rate:,.1f}" for rate in data["rates"])
            if rated
            else (f"{data[when]:,}" for when in ("before", "after"))
        )
        edge |= {
            "color": {"color": colour, "highlight": tone, "hover": tone, "inherit": False},
            "width": become.width,
            "dashes": list(become.dash) or False,
            "title": f"{edge['title']}\n{become.label}: {earlier} before, {now} after{unit}",
            "words": f"{become.mark} {earlier} → {now}" if become.mark else "",
            "count": 1,  # which the words tell
        }
    xs, ys = ([node[axis] for node in drawn["nodes"]] or [0.0] for axis in ("x", "y"))
    return {**drawn, "extent": [max(max(each) - min(each), 1.0) for each in (xs, ys)]}


def change_legend(kinds: Mapping[str, int], dark: bool) -> str:
    """What the lines mean, with the number of each, as an HTML list."""
    told = (kind for kind in CHANGES if kinds.get(kind))
    items = "".join(f"<li>{_sample(CHANGES[kind], dark)}{_words(kind)} {kinds[kind]:,}</li>" for kind in told)
    return f'<ul class="legend" aria-label="Changes">{items}</ul>'


def _sample(become: Become, dark: bool) -> str:
    colour = palette.blend(palette.INK.on(dark), palette.SURFACE.on(dark), become.share)
    dash = f' stroke-dasharray="{" ".join(map(str, become.dash))}"' if become.dash else ""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="14">'
        f'<path d="M1 7H33" stroke="{colour}" stroke-width="{become.width}"{dash}/></svg>'
    )
    return f'<img alt="" src="data:image/svg+xml,{quote(svg)}" width="34" height="14">'


def _words(kind: str) -> str:
    """What it is called, with the mark on its lines."""
    become = CHANGES[kind]
    return escape(f"{become.label} ({become.mark})" if become.mark else become.label)
