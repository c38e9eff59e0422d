"""Two sides, each an actor or a party with its members, and the statements that pass between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph.columns import Columns, Mask, Rows
from graph.words import End
from records import Statement


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. A party stands for its members too, each for as long as belonging to it."""

    id: str  # of the entity; "" if only the party's name is known
    name: str
    is_party: bool = False

    def holds(self, end: End) -> bool:
        """Whether who stands at that end of a statement is on this side."""
        return (end.id == self.id != "") or (self.is_party and party_of(end) == self.name)


@dataclass(frozen=True, slots=True)
class Point:
    """One statement of the one side about the other, with its place among those of the same day and direction."""

    statement: Statement
    forth: bool  # by the first side about the second, else back
    height: int  # 1, 2, 3 ...


def party_of(end: End) -> str:
    """The party that an end belongs to or is; "" for none."""
    return end.party or (end.name if end.type == "party" else "")


def said(columns: Columns, rows: Rows, one: Side, other: Side) -> Rows:
    """Those of the rows in which the first side makes a statement about the second."""
    actors, targets = (_held(columns, side) for side in (one, other))
    return rows[actors[columns.codes["actor"][rows]] & targets[columns.codes["target"][rows]]]


def exchanged(columns: Columns, rows: Rows, one: Side, other: Side) -> tuple[Rows, Rows]:
    """What the first says of the second, and what the second says of the first.

    What fits both ways, as somebody's word about the own party where both stand against each other, is in the former.
    """
    forth, back = said(columns, rows, one, other), said(columns, rows, other, one)
    return forth, np.setdiff1d(back, forth, assume_unique=True)


def _held(columns: Columns, side: Side) -> Mask:
    return np.fromiter((side.holds(end) for end in columns.words["end"]), np.bool_)


def points(forth: Iterable[Statement], back: Iterable[Statement]) -> list[Point]:
    """Where each statement stands on a time axis, the oldest first, those without date before all."""
    both = [(statement, way) for way, group in ((True, forth), (False, back)) for statement in group]
    heights: Counter[tuple[str | None, bool]] = Counter()
    found = []
    for statement, way in sorted(both, key=lambda pair: (pair[0].date or "", pair[0].id)):
        heights[statement.date, way] += 1
        found.append(Point(statement, way, heights[statement.date, way]))
    return found


def totals(points: Iterable[Point], *, forth: bool) -> Counter[str]:
    """Family -> statements, in one direction."""
    return Counter(point.statement.family for point in points if point.forth == forth)
