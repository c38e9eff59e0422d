"""What the lines, shapes and colours of one graph mean; only what occurs in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

import networkx as nx

from graph.groups import GROUP
from view import palette
from view.labels import kind, plain
from view.shapes import HEADS, OUTLINES, Point, placed

PARTIES_SHOWN = 10
HEIGHT = 14  # pixels of a sample


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend: a line with a head, or a shape."""

    label: str
    colour: str  # #RRGGBB
    shape: str = ""  # of a node, by its name in vis-network
    head: str = ""  # of an edge
    dash: tuple[int, ...] = ()


def legend(graph: nx.MultiDiGraph[str], dark: bool = False) -> dict[str, list[Entry]]:
    """Lines (families in the order of the palette), shapes (types), colours (parties with the most nodes)."""
    families = {data.get("family", "") for _, _, data in graph.edges(data=True)}
    types = {data.get("type", "") for _, data in graph.nodes(data=True)}
    lines = [
        Entry(style.label, style.tone.on(dark), head=style.head, dash=style.dash)
        for family, style in palette.FAMILIES.items()
        if family in families
    ]
    muted = palette.MUTED.on(dark)
    shapes = [
        Entry(kind(type), palette.TYPES[type].on(dark) if type in palette.TYPES else muted, shape=shape)
        for type, shape in palette.SHAPES.items()
        if type in types
    ]
    if GROUP in types:
        shapes.append(Entry("several as one; a double click opens it", muted, shape="dot"))
    groups = {"Lines": lines, "Shapes": shapes, "Colours": _parties(graph, dark)}
    return {name: entries for name, entries in groups.items() if entries}


def _parties(graph: nx.MultiDiGraph[str], dark: bool) -> list[Entry]:
    coloured = [data for _, data in graph.nodes(data=True) if data.get("type", "") not in palette.TYPES]
    named = Counter(palette.party_of(data) for data in coloured)
    ranked = sorted((party for party in named if party), key=lambda party: (-named[party], party))
    shown = [
        Entry(plain(party), palette.party_tone(party).on(dark), shape="dot")
        for party in ranked[:PARTIES_SHOWN]
    ]
    if rest := ranked[PARTIES_SHOWN:]:
        more = "1 more party, in another colour" if len(rest) == 1 else f"{len(rest)} more, in other colours"
        shown.append(Entry(more, palette.party_tone(rest[0]).on(dark), shape="dot"))
    if named[""]:
        shown.append(Entry("no party known", palette.NEUTRAL.on(dark), shape="dot"))
    return shown


def legend_html(graph: nx.MultiDiGraph[str], dark: bool = False) -> str:
    """The legend as HTML lists of class `legend`, safe to insert; its swatches are images within the text."""
    return "".join(
        f'<ul class="legend" aria-label="{name}">{"".join(map(_item, entries))}</ul>'
        for name, entries in legend(graph, dark).items()
    )


def _item(entry: Entry) -> str:
    sample = f'<img alt="" src="{swatch(entry)}" width="{_width(entry)}" height="{HEIGHT}">'
    return f"<li>{sample}{escape(entry.label)}</li>"


def swatch(entry: Entry) -> str:
    """The sample of a line or shape as a data address."""
    wide = _width(entry)
    drawn = (
        _line(entry)
        if entry.head
        else _polygon(placed(OUTLINES[entry.shape], (wide / 2, HEIGHT / 2), 5.2), entry.colour)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{HEIGHT}">{drawn}</svg>'
    return f"data:image/svg+xml,{quote(svg)}"


def _width(entry: Entry) -> int:
    """Of its sample in pixels: a line's is longer than a shape's."""
    return 34 if entry.head else HEIGHT


def _line(entry: Entry) -> str:
    dash = f' stroke-dasharray="{" ".join(map(str, entry.dash))}"' if entry.dash else ""
    line = f'<path d="M1 7H26" stroke="{entry.colour}" stroke-width="2"{dash}/>'
    return line + _polygon(placed(HEADS[entry.head], (33, 7), 9), entry.colour)


def _polygon(points: list[Point], colour: str) -> str:
    return f'<polygon fill="{colour}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'
