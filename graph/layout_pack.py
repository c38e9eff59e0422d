"""Components side by side: small ones in the corners that the large leave free, on a sheet like a screen."""

from __future__ import annotations

import math
from collections.abc import Iterable

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.layout_space import HEIGHT, WIDTH, Point

Points = dict[str, Point]
Grid = NDArray[np.bool_]

ASPECT = 1.35  # width to height of the whole: the app's canvas and a sheet of paper are like that
CELL = 32.0  # pixels of the grid on which room is sought
APART = 70.0  # pixels, besides half a label, on each side of a component
ROOM = np.array((WIDTH + 2 * APART, HEIGHT + 2 * APART))
MOST = 200  # components that seek a corner; more stand in rows


def pack(boxes: list[tuple[nx.Graph[str], Points]]) -> Points:
    """Components laid out by themselves, largest first, moved so that none lies on another.

    Args:
        boxes: Each component with its nodes' places, upper left corner at (0, 0).

    Returns:
        Node -> place. Each component stands where it makes the whole grow least; those after the first
        `MOST` in rows below.
    """
    placed: Points = {}
    taken: list[Point] = []
    for graph, box in boxes[:MOST]:
        dx, dy = _room_for(box, taken) if taken else (0.0, 0.0)
        moved = {node: (round(x + dx, 1), round(y + dy, 1)) for node, (x, y) in box.items()}
        placed |= moved
        taken += _inked(graph, moved)
    return placed | _rows([box for _, box in boxes[MOST:]], taken)


def _inked(graph: nx.Graph[str], places: Points) -> list[Point]:
    """Points where the component is drawn: its nodes, and its lines at every cell."""
    found = list(places.values())
    for u, v in graph.edges:
        (x, y), (to_x, to_y) = places[u], places[v]
        steps = int(math.hypot(to_x - x, to_y - y) / CELL) + 1
        found += [(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps) for step in range(1, steps)]
    return found


def _room_for(box: Points, taken: list[Point]) -> Point:
    """How far to move the box so that the sheet grows least, and then so that it is nearest to the rest."""
    points = np.array(taken)
    low, high = points.min(axis=0), points.max(axis=0)
    size = np.array(list(box.values())).max(axis=0)
    need = np.ceil((size + ROOM) / CELL).astype(int)
    around = need + 1  # cells: the box may stand outside on any side
    shape = np.ceil((high - low) / CELL).astype(int) + 1 + 2 * around
    grid = np.zeros(shape, dtype=bool)
    grid[tuple(((points - low) / CELL).astype(int).T + around[:, None])] = True
    free = _free(_filled(grid), need)
    corners = np.argwhere(free)
    at = low + (corners - around) * CELL + ROOM / 2
    whole = np.maximum(at + size, high) - np.minimum(at, low)
    growth = np.maximum(whole[:, 0], ASPECT * whole[:, 1])
    far = np.linalg.norm(at + size / 2 - (low + high) / 2, axis=1)
    best = at[np.lexsort((far.round(3), growth.round(3)))[0]]
    return float(best[0]), float(best[1])


def _filled(grid: Grid) -> Grid:
    """The grid with what lies between marked cells on all four sides marked too."""

    def before(marked: Grid, axis: int) -> Grid:
        return np.asarray(np.logical_or.accumulate(marked, axis=axis))

    sides = [before(grid, axis) & np.flip(before(np.flip(grid, axis), axis), axis) for axis in (0, 1)]
    return np.asarray(grid | (sides[0] & sides[1]))


def _free(grid: Grid, need: NDArray[np.int_]) -> Grid:
    """Where the upper left cell of an unmarked rectangle of that size can be."""
    sums = np.zeros((grid.shape[0] + 1, grid.shape[1] + 1), dtype=int)
    sums[1:, 1:] = grid.cumsum(axis=0).cumsum(axis=1)
    wide, high = need
    inside = sums[wide:, high:] - sums[:-wide, high:] - sums[wide:, :-high] + sums[:-wide, :-high]
    return np.asarray(inside == 0)


def _rows(boxes: list[Points], taken: list[Point]) -> Points:
    if not boxes:
        return {}
    left, right = min(x for x, _ in taken), max(x for x, _ in taken)
    top = max(y for _, y in taken) + HEIGHT + APART
    return shelves(boxes, (left, top), right - left)


def shelves(boxes: Iterable[Points], corner: Point, least: float) -> Points:
    """The boxes in rows from the corner on, the tallest first, in a block of about the sheet's shape.

    Args:
        least: How wide the block is at least, in pixels.
    """
    sized = [(box, _size(box)) for box in boxes]
    area = sum(wide * high for _, (wide, high) in sized)
    limit = max(least, math.sqrt(ASPECT * area), *(wide for _, (wide, _) in sized))
    placed: Points = {}
    x = y = tallest = 0.0
    for box, (wide, high) in sorted(sized, key=lambda item: -item[1][1]):
        if x and x + wide > limit:
            x, y, tallest = 0.0, y + tallest, 0.0
        placed |= {node: (corner[0] + x + px, corner[1] + y + py) for node, (px, py) in box.items()}
        x, tallest = x + wide, max(tallest, high)
    return placed


def _size(box: Points) -> Point:
    """Width and height with the room that keeps the next component away."""
    wide, high = (max(column) for column in zip(*box.values(), strict=True))
    return wide + WIDTH + APART, high + HEIGHT + APART
