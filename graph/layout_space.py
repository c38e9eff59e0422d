"""The plane on which nodes stand, and who stands where: it finds free room near a wanted place."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.discs import SMALLEST

WIDTH = 130.0  # pixels a label needs sideways
HEIGHT = 64.0  # pixels a node with the label under it needs upright; also the least distance of two nodes
NEAR = 6  # rings of places that each node tries for itself: a label's width and a half
DRAWN = 2.0  # pixels of the layout to one of a radius: a whole graph is seen at about half its size
ROWS = math.ceil(2 * DRAWN * 30 / HEIGHT)  # rows of cells that the largest two nodes reach across

Point = tuple[float, float]


class Space:
    """Places so far, findable by neighbourhood.

    Args:
        places: Where nodes stand already; kept exactly, even where they overlap each other.
        radii: Node -> radius of its disc, at most 30; the smallest there is for those it lacks.
    """

    def __init__(self, places: Mapping[str, Point], radii: Mapping[str, float] | None = None) -> None:
        self.places: dict[str, Point] = {}
        self.radii = radii or {}
        self._cells: dict[tuple[int, int], list[str]] = defaultdict(list)
        self._searches: dict[tuple[int, int], Iterator[Point]] = {}
        for node, place in places.items():
            self._put(node, place)

    def settle(self, wanted: Mapping[str, Point]) -> None:
        """Gives every node that has no place yet the free one nearest to the wanted, in the given order."""
        for node, place in wanted.items():
            if node not in self.places:
                self._put(node, self._free_near(node, place))

    def move(self, node: str, place: Point) -> None:
        """Takes the node from where it stands to a place that is free for it."""
        self._cells[_cell(self.places[node])].remove(node)
        self._put(node, place)

    def reach(self, node: str) -> float:
        """How far the node's disc reaches from its middle, in the layout's pixels."""
        return DRAWN * self.radii.get(node, SMALLEST)

    def is_free(self, node: str, place: Point) -> bool:
        """Whether the node can stand there: nobody else's disc or label is in the way."""
        column, row = _cell(place)
        near = itertools.product(range(column - 1, column + 2), range(row - ROWS, row + ROWS + 1))
        others = (other for cell in near for other in self._cells.get(cell, ()) if other != node)
        return not any(self._overlap(node, place, other) for other in others)

    def below(self) -> tuple[float, float, float]:
        """Left and top of the empty half-plane below all places, and how far these reach across."""
        if not self.places:
            return 0.0, 0.0, 0.0
        across = [x for x, _ in self.places.values()]
        down = [y for _, y in self.places.values()]
        return min(across), max(down) + 2 * HEIGHT, max(across) - min(across) + WIDTH

    def _put(self, node: str, place: Point) -> None:
        self.places[node] = place
        self._cells[_cell(place)].append(node)

    def _free_near(self, node: str, wanted: Point) -> Point:
        """The nearest free place; beyond `NEAR` rings, one found by the search that all in this cell share.

        What is taken stays taken, so the shared search goes on where it stopped: a crowd costs no more than
        its first member.
        """
        shared = self._searches.setdefault(_cell(wanted), rings(wanted, itertools.count(NEAR)))
        places = itertools.chain(rings(wanted, range(NEAR)), shared)
        return next(place for place in places if self.is_free(node, place))

    def _overlap(self, node: str, place: Point, other: str) -> bool:
        there = self.places[other]
        across, down = abs(place[0] - there[0]), abs(place[1] - there[1])
        labels = across < WIDTH and down < HEIGHT
        return labels or math.hypot(across, down) < self.reach(node) + self.reach(other)


def rings(centre: Point, numbers: Iterable[int]) -> Iterator[Point]:
    """Points on ellipses about the centre, a quarter of a label's room apart; ring 0 is the centre itself."""
    for ring in numbers:
        steps = 6 + 4 * ring if ring else 1
        for step in range(steps):
            angle = 2 * math.pi * step / steps
            across, down = ring * WIDTH / 4 * math.cos(angle), ring * HEIGHT / 4 * math.sin(angle)
            yield round(centre[0] + across, 1), round(centre[1] + down, 1)


def _cell(place: Point) -> tuple[int, int]:
    return math.floor(place[0] / WIDTH), math.floor(place[1] / HEIGHT)
