"""Where things stand on the sheet of a picture: the sheet itself, the nodes in it, the words beside them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from view.shapes import Point

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Numbers = npt.NDArray[np.float64]

WORDS = 4.0  # how much worse it is to hide words than as much of a node or a line
SIDE, TOP, BELOW = 96.0, 132.0, 80.0  # pixels between the nodes and the sheet's edge, title and legend
ROW = 24.0  # height of a line of the legend
CAPTION_ROW = 19.0  # and of the caption; `TOP` has room for two


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet in pixels, and the part of it that the nodes may use."""

    width: float
    height: float
    plot: Box
    legend: float  # how far down the legend begins

    @classmethod
    def around(cls, points: Collection[Point], rows: int, lines: int = 0) -> Frame:
        """A sheet about as wide and high as the layout, that grows with nodes, caption's lines and legend's rows."""
        wide, high = _extent(points)
        width = sheet_width(len(points))
        plot_width = width - 2 * SIDE
        plot_height = plot_width * min(max(high / wide, 0.45), 0.75)
        top = TOP + CAPTION_ROW * max(lines - 2, 0)
        bottom = top + plot_height
        legend = bottom + BELOW
        return cls(width, legend + ROW * (rows + 1), (SIDE, top, SIDE + plot_width, bottom), legend)


def sheet_width(nodes: int) -> float:
    """Pixels, for so many nodes."""
    return 1080 * min(max(math.sqrt(nodes / 40), 1.0), 4.0) + 2 * SIDE


def _extent(points: Collection[Point]) -> Point:
    if not points:
        return 16.0, 9.0
    xs, ys = zip(*points, strict=True)
    return max(max(xs) - min(xs), 1.0), max(max(ys) - min(ys), 1.0)


def fitted(positions: Mapping[str, Point], nodes: Iterable[str], frame: Frame) -> dict[str, Point]:
    """The positions moved and scaled, alike in both directions, to fill the frame; at most doubled."""
    chosen = {node: positions[node] for node in nodes}
    wide, high = _extent(list(chosen.values()))
    left, top, right, bottom = frame.plot
    scale = min((right - left) / wide, (bottom - top) / high, 2.0)
    xs, ys = zip(*chosen.values(), strict=True)
    dx = (left + right) / 2 - scale * (min(xs) + max(xs)) / 2
    dy = (top + bottom) / 2 - scale * (min(ys) + max(ys)) / 2
    return {node: (float(scale * x + dx), float(scale * y + dy)) for node, (x, y) in chosen.items()}


def box(centre: Point, size: Point) -> Box:
    """The box of that width and height."""
    (x, y), (wide, high) = centre, size
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def beside(at: Point, radius: float, size: Point) -> list[Point]:
    """Where a label can stand: below, above, right, left of its node, then aslant."""
    (x, y), (wide, high) = at, size
    aside, away = radius + 5 + wide / 2, radius * 1.1 + 1 + high / 2
    straight = [(x, y + away), (x, y - away), (x + aside, y), (x - aside, y)]
    return straight + [(x + i * aside, y + j * radius) for i in (1.0, -1.0) for j in (1.0, -1.0)]


def least_hidden(
    options: Sequence[Sequence[Point]], sizes: Sequence[Point], taken: Sequence[Box], width: float
) -> list[Point]:
    """For each label the centre, out of its options, where it hides least; the first come choose first.

    Args:
        sizes: Width and height of each label.
        taken: What the labels should not cover, besides each other.
        width: Of the sheet, whose sides no label crosses.
    """
    boxes = np.array([*taken, *[(0.0, 0.0, 0.0, 0.0)] * len(options)])
    weights = np.array([1.0] * len(taken) + [WORDS] * len(options))
    chosen = []
    for place, (centres, size) in enumerate(zip(options, sizes, strict=True), start=len(taken)):
        kept = [_inside(centre, size[0], width) for centre in centres]
        best = min(kept, key=lambda centre: _hidden(box(centre, size), boxes, weights))
        boxes[place] = box(best, size)
        chosen.append(best)
    return chosen


def _inside(at: Point, wide: float, width: float) -> Point:
    """The centre moved sideways as far as the label needs to stay on the sheet."""
    room = min(wide / 2 + 8, width / 2)
    return max(min(at[0], width - room), room), at[1]


def _hidden(label: Box, boxes: Numbers, weights: Numbers) -> float:
    """The weighted area of all the boxes that this one covers, in whole pixels: trifles must not decide."""
    wide = np.minimum(boxes[:, 2], label[2]) - np.maximum(boxes[:, 0], label[0])
    high = np.minimum(boxes[:, 3], label[3]) - np.maximum(boxes[:, 1], label[1])
    return float(np.round((wide.clip(0) * high.clip(0) * weights).sum()))
