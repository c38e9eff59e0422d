"""Words on a picture, and what stands around the drawing: title, caption, legend."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from view import palette
from view.labels import shorten
from view.legend import Entry, legend
from view.picture_space import CAPTION_ROW, ROW, Frame
from view.shapes import HEADS, OUTLINES, Point, placed

LEFT = 36.0  # pixels from the edge of the sheet
SAMPLE = 34.0  # pixels that a line or shape takes in the legend


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place; never read as mathematics, whatever "$" they hold."""

    words: str
    at: Point  # centre, or left middle
    size: float  # points
    colour: str
    halo: str = ""  # colour of a box behind them
    left: bool = False
    bold: bool = False

    def draw(self, axes: Axes) -> None:
        """Put them on the axes, above everything drawn before."""
        box = {"facecolor": self.halo, "edgecolor": "none", "alpha": 0.8, "boxstyle": "round,pad=0.08"}
        axes.text(
            *self.at,
            self.words,
            fontsize=self.size,
            color=self.colour,
            ha="left" if self.left else "center",
            va="center",
            weight="bold" if self.bold else "normal",
            parse_math=False,
            bbox=box if self.halo else None,
            zorder=5,
        )


def width(words: str, size: float) -> float:
    """How wide the longest line of the words is, in pixels of the sheet, for a size in points."""
    font = FontProperties(size=size)
    lines = (text_to_path.get_text_width_height_descent(row, font, ismath=False) for row in words.split("\n"))
    return max(float(line[0]) for line in lines) * 100 / 72


Row = list[tuple[Entry, float]]
"""Entries of the legend that share a line, each with its place from the left."""


def legend_rows(graph: nx.MultiDiGraph[str], room: float, dark: bool) -> list[Row]:
    """The legend broken into lines that fit a sheet `room` pixels wide; each group begins a new one."""
    rows: list[Row] = []
    for entries in legend(graph, dark).values():
        rows.append([])
        x = LEFT
        for entry in entries:
            wide = SAMPLE + 8 + width(shorten(entry.label), 9.5)
            if rows[-1] and x + wide > room - LEFT:
                rows.append([])
                x = LEFT
            rows[-1].append((entry, x))
            x += wide + 22
    return rows


def caption_lines(caption: str, sheet: float) -> list[str]:
    """The caption broken into lines that fit a sheet so many pixels wide."""
    return textwrap.wrap(caption, _room(sheet))


def _room(sheet: float) -> int:
    return int((sheet - 2 * LEFT) / 8)  # characters of the caption on a line


def draw_furniture(
    axes: Axes, frame: Frame, rows: list[Row], title: str, lines: list[str], dark: bool
) -> None:
    """Title and caption above the drawing, the legend below it."""
    heading = shorten(title, _room(frame.width) // 2)
    Text(heading, (LEFT, 42), 17, palette.INK.on(dark), left=True, bold=True).draw(axes)
    for row, line in enumerate(lines):
        Text(line, (LEFT, 74 + CAPTION_ROW * row), 10, palette.MUTED.on(dark), left=True).draw(axes)
    axes.hlines(frame.legend, LEFT, frame.width - LEFT, colors=palette.LINE.on(dark), linewidths=0.8)
    for place, entries in enumerate(rows):
        y = frame.legend + ROW * (place + 1)
        for entry, x in entries:
            _draw_sample(axes, entry, x, y)
            at = (x + SAMPLE + 8, y)
            Text(shorten(entry.label), at, 9.5, palette.MUTED.on(dark), left=True).draw(axes)


def _draw_sample(axes: Axes, entry: Entry, x: float, y: float) -> None:
    if entry.head:
        dash = [part / 2 for part in entry.dash] or None
        line = LineCollection([[(x, y), (x + SAMPLE - 7, y)]], linewidths=1.44, linestyles=[(0, dash)])
        line.set_color(entry.colour)
        axes.add_collection(line, autolim=False)
        outline = placed(HEADS[entry.head], (x + SAMPLE, y), 10)
    else:
        outline = placed(OUTLINES[entry.shape], (x + SAMPLE / 2, y), 6)
    axes.add_collection(PolyCollection([outline], facecolors=entry.colour, linewidths=0), autolim=False)
