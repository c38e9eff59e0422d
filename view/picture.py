"""The graph as SVG and PNG for print: drawn on the server by matplotlib, same graph, same bytes."""

from __future__ import annotations

import io
import math
import textwrap
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import networkx as nx
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure

from graph.detail import most_named
from graph.discs import radius
from view import palette
from view.caption import caption
from view.curves import Edge, bends, curve
from view.labels import plain
from view.network import (
    Positions,
    check_positions,
    dashes,
    edge_colour,
    edge_width,
    label_of,
)
from view.picture_space import Frame, beside, box, fitted, least_hidden, sheet_width
from view.picture_text import Text, caption_lines, draw_furniture, legend_rows, width
from view.shapes import HEADS, OUTLINES, Point, placed

PICTURE_LIMIT = 1000  # nodes
LABELLED_EDGES = 24  # up to here the relation is written along its edge
ALONG = (0.5, 0.38, 0.62, 0.28, 0.72)  # where along it
LINE = 22  # characters of a label on one line
RESOLUTION = 200  # dots per inch of the PNG: twice the size in pixels, for sharp print
WIDEST = 5000  # pixels of the PNG; a larger sheet is drawn more coarsely

_DRAWING = threading.Lock()  # matplotlib's settings and Python's warning filters belong to the whole process


def to_svg(graph: nx.MultiDiGraph[str], positions: Positions, title: str, *, dark: bool = False) -> bytes:
    """The graph as SVG whose words stay words: they can be searched, selected, and edited.

    Raises:
        GraphError: If a node has no position.
    """
    with _settings():
        figure = _figure(graph, positions, title, dark)
        FigureCanvasSVG(figure)
        return _saved(figure, "svg", {"Date": None, "Title": plain(title)})


def to_png(graph: nx.MultiDiGraph[str], positions: Positions, title: str, *, dark: bool = False) -> bytes:
    """The same picture as PNG at `RESOLUTION`, at most `WIDEST` pixels wide.

    Raises:
        GraphError: If a node has no position.
    """
    with _settings():
        figure = _figure(graph, positions, title, dark)
        FigureCanvasAgg(figure)
        dpi = min(RESOLUTION, WIDEST / figure.get_figwidth())
        return _saved(figure, "png", {"Software": None}, dpi=dpi)


@contextmanager
def _settings() -> Iterator[None]:
    """One drawing at a time, whatever the user's own settings; signs that the font lacks become boxes."""
    with _DRAWING, mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.hashsalt": "hustings", "svg.fonttype": "none", "path.simplify": False})
        warnings.filterwarnings("ignore", message=r"(Glyph|.* font)", category=UserWarning)
        yield


def _saved(figure: Figure, form: str, metadata: dict[str, Any], **options: Any) -> bytes:
    target = io.BytesIO()
    figure.savefig(target, format=form, metadata=metadata, facecolor=figure.get_facecolor(), **options)
    return target.getvalue()


def _figure(graph: nx.MultiDiGraph[str], positions: Positions, title: str, dark: bool) -> Figure:
    """The whole sheet; its one axes counts pixels, 100 to the inch, from the upper left corner."""
    drawn = most_named(graph, PICTURE_LIMIT)
    check_positions(drawn, positions)
    sheet = sheet_width(len(drawn))
    rows, lines = legend_rows(drawn, sheet, dark), caption_lines(caption(drawn, len(graph)), sheet)
    frame = Frame.around([positions[node] for node in drawn], len(rows), len(lines))
    figure = Figure(figsize=(frame.width / 100, frame.height / 100), facecolor=palette.SURFACE.on(dark))
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, frame.width), ylim=(frame.height, 0))
    axes.set_axis_off()
    draw_furniture(axes, frame, rows, plain(title), lines, dark)
    if drawn:
        places, radii = fitted(positions, drawn, frame), radius(drawn)
        strokes = [
            _stroke(drawn, edge, swerve, places, radii) for edge, swerve in sorted(bends(drawn).items())
        ]
        _draw_strokes(axes, strokes, dark)
        _draw_nodes(axes, drawn, places, radii, dark)
        _draw_words(axes, drawn, places, radii, strokes, dark)
    return figure


@dataclass(frozen=True, slots=True)
class Stroke:
    """One edge as it is drawn."""

    line: list[Point]
    head: list[Point]
    family: str
    weight: int
    relation: str


def _stroke(
    graph: nx.MultiDiGraph[str], edge: Edge, swerve: float, places: Positions, radii: Mapping[str, float]
) -> Stroke:
    """The line stops within its head, so that the tip stays sharp."""
    actor, target, relation = edge
    data = graph.edges[edge]
    family, weight = data.get("family", ""), int(data.get("weight", 1))
    head, size = palette.family(family).head, 8 + 2.2 * edge_width(weight)
    whole = curve(places[actor], places[target], swerve, (radii[actor] + 2, radii[target] * 1.1 + 3))
    (x, y), before = whole[-1], whole[-2]
    length = math.dist(whole[-1], before) or 1.0
    direction = ((x - before[0]) / length, (y - before[1]) / length)
    reach = size * (0.25 if head == "bar" else 0.8)
    line = [point for point in whole if math.dist(point, whole[-1]) > reach]
    line.append((x - reach * direction[0], y - reach * direction[1]))
    words = plain(data.get("relation", relation))
    return Stroke(line, placed(HEADS[head], (x, y), size, direction), family, weight, words)


def _draw_strokes(axes: Axes, strokes: list[Stroke], dark: bool) -> None:
    """All lines in one collection, all heads in another, so that thousands can be drawn."""
    thick = [edge_width(stroke.weight) for stroke in strokes]
    colours = [edge_colour(stroke.family, stroke.weight, dark) for stroke in strokes]
    patterns = [dashes(palette.family(stroke.family).dash, stroke.weight) for stroke in strokes]
    lines = LineCollection(
        [stroke.line for stroke in strokes],
        linewidths=[width * 0.72 for width in thick],  # points
        colors=colours,
        linestyles=[(0, [d / w for d in dash] or None) for dash, w in zip(patterns, thick, strict=True)],
        zorder=2,
    )
    heads = PolyCollection([stroke.head for stroke in strokes], facecolors=colours, linewidths=0, zorder=3)
    axes.add_collection(lines, autolim=False)
    axes.add_collection(heads, autolim=False)


def _draw_nodes(
    axes: Axes, graph: nx.MultiDiGraph[str], places: Positions, radii: Mapping[str, float], dark: bool
) -> None:
    outlines, colours = [], []
    for node in sorted(graph):
        data = graph.nodes[node]
        kind = data.get("type", "")
        outlines.append(placed(OUTLINES[palette.node_shape(kind)], places[node], radii[node]))
        colours.append(palette.node_colour(kind, palette.party_of(data), dark))
    rim = palette.SURFACE.on(dark)
    nodes = PolyCollection(outlines, facecolors=colours, edgecolors=rim, linewidths=1.5, zorder=4)
    axes.add_collection(nodes, autolim=False)


def _draw_words(
    axes: Axes,
    graph: nx.MultiDiGraph[str],
    places: Positions,
    radii: Mapping[str, float],
    strokes: list[Stroke],
    dark: bool,
) -> None:
    """Names beside their nodes, the most named first; relations along their lines where these are few."""
    order = sorted(graph, key=lambda node: (-radii[node], node))
    names = [textwrap.fill(label_of(graph, node), LINE) for node in order]
    named = strokes if len(strokes) <= LABELLED_EDGES else []
    words = [stroke.relation for stroke in named] + names
    sizes = [_size(word, 8) for word in words[: len(named)]] + [_size(name, 10) for name in names]
    options = [[stroke.line[int(len(stroke.line) * share)] for share in ALONG] for stroke in named]
    options += [beside(places[n], radii[n], size) for n, size in zip(order, sizes[len(named) :], strict=True)]
    taken = [box(places[node], (2 * radii[node], 2 * radii[node])) for node in order]
    every = 2 if len(strokes) <= 500 else 8  # points: where thousands cross, a label hides some anyway
    taken += [box(point, (6.0, 6.0)) for stroke in strokes for point in stroke.line[2::every]]
    taken += [box(stroke.head[0], (18.0, 18.0)) for stroke in strokes]
    centres = least_hidden(options, sizes, taken, axes.get_xlim()[1])
    for place, (word, at) in enumerate(zip(words, centres, strict=True)):
        size, tone = (8, palette.MUTED) if place < len(named) else (10, palette.INK)
        Text(word, at, size, tone.on(dark), halo=palette.SURFACE.on(dark)).draw(axes)


def _size(words: str, size: float) -> Point:
    """Width and height of a label in pixels, for a size in points."""
    return width(words, size), 5 + size * 1.55 * len(words.split("\n"))
