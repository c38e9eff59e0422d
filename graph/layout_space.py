"""The plane on which nodes stand, and who stands where: it finds free room near a wanted place."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

WIDTH = 130.0  # pixels a label needs sideways
HEIGHT = 64.0  # pixels a node with the label under it needs upright; also the least distance of two nodes
NEAR = 6  # rings of places that each node tries for itself: a label's width and a half

Point = tuple[float, float]


class Space:
    """Places so far, findable by neighbourhood.

    Args:
        places: Where nodes stand already; kept exactly, even where they overlap each other.
    """

    def __init__(self, places: Mapping[str, Point]) -> None:
        self.places: dict[str, Point] = {}
        self._cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
        self._searches: dict[tuple[int, int], Iterator[Point]] = {}
        for node, place in places.items():
            self._put(node, place)

    def settle(self, wanted: Mapping[str, Point]) -> None:
        """Gives every node that has no place yet the free one nearest to the wanted, in the given order."""
        for node, place in wanted.items():
            if node not in self.places:
                self._put(node, self._free_near(place))

    def below(self) -> tuple[float, float, float]:
        """Left and top of the empty half-plane below all places, and how far these reach across."""
        if not self.places:
            return 0.0, 0.0, 0.0
        across = [x for x, _ in self.places.values()]
        down = [y for _, y in self.places.values()]
        return min(across), max(down) + 2 * HEIGHT, max(across) - min(across) + WIDTH

    def _put(self, node: str, place: Point) -> None:
        self.places[node] = place
        self._cells[_cell(place)].append(place)

    def _free_near(self, wanted: Point) -> Point:
        """The nearest free place; beyond `NEAR` rings, one found by the search that all in this cell share.

        What is taken stays taken, so the shared search goes on where it stopped: a crowd costs no more than
        its first member.
        """
        shared = self._searches.setdefault(_cell(wanted), _rings(wanted, itertools.count(NEAR)))
        return next(filter(self._is_free, itertools.chain(_rings(wanted, range(NEAR)), shared)))

    def _is_free(self, place: Point) -> bool:
        column, row = _cell(place)
        near = itertools.product((column - 1, column, column + 1), (row - 1, row, row + 1))
        return not any(_overlap(place, other) for cell in near for other in self._cells.get(cell, ()))


def _cell(place: Point) -> tuple[int, int]:
    return math.floor(place[0] / WIDTH), math.floor(place[1] / HEIGHT)


def _overlap(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < WIDTH and abs(one[1] - other[1]) < HEIGHT


def _rings(centre: Point, numbers: Iterable[int]) -> Iterator[Point]:
    """Points on ellipses about the centre, a quarter of a label's room apart; ring 0 is the centre itself."""
    for ring in numbers:
        steps = 6 + 4 * ring if ring else 1
        for step in range(steps):
            angle = 2 * math.pi * step / steps
            across, down = ring * WIDTH / 4 * math.cos(angle), ring * HEIGHT / 4 * math.sin(angle)
            yield round(centre[0] + across, 1), round(centre[1] + down, 1)
