"""A million statements as columns of numbers: what filtering and counting need, in about 120 bytes each.

A column holds codes: places in a list of words (`Columns.words`), each word being kept once. What a statement says in
full stays in the database. Rows are in the order in which an edge lists its statements: by day, then by id.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.filters import Filter
from graph.words import ENDS, FIELDS, End

Ints = NDArray[np.int32]
Codes = NDArray[np.unsignedinteger[Any]]
"""Places in a list of words, in as many bytes as its length needs."""
Rows = NDArray[np.int64]
"""Places of statements in the columns."""
Mask = NDArray[np.bool_]
"""One truth for each row, or for each word."""

CODED = {
    "actor": "end",
    "target": "end",
    "relation": "relation",
    "family": "family",
    "voice": "voice",
    "outlet": "outlet",
    "document": "document",
    "status": "status",
    "method": "method",
    "speaker": "entity",  # `Statement.attributed_to`; "" = nobody
}
"""Column of codes -> the list of words that they are places in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Statements, one a row. Nothing in it may be changed: whoever corrects it makes a new one."""

    ids: NDArray[np.object_]
    place: Ints  # of the statement in the order in which they were found: by document, then as read
    day: Ints  # number of the day, `date.toordinal`; 0 = unknown
    confidence: NDArray[np.float64]  # nan = unknown
    drawn: Mask  # `Statement.makes_edge`
    codes: Mapping[str, Codes]  # keys of CODED
    words: Mapping[str, Sequence[Any]]  # values of CODED; an `End` in "end", else texts
    ends: Ends
    printed: Printed

    def __len__(self) -> int:
        return len(self.ids)

    def word(self, column: str, row: int) -> Any:
        """What stands in a coded column of a row."""
        return self.words[CODED[column]][self.codes[column][row]]

    def find(self, id: str, day: int) -> tuple[int, bool]:
        """The row of a statement of that day, or the one before which it would stand; and whether it is there."""
        first, end = (int(np.searchsorted(self.day, day, side)) for side in ("left", "right"))
        row = bisect_left(self.ids, id, first, end)
        return row, row < end and self.ids[row] == id

    def kept(self, filter: Filter) -> Rows:
        """The rows that the filter keeps, those included that make no edge; as `Filter.keeps`."""
        mask = np.ones(len(self), np.bool_)
        for name in ENDS:
            if words := getattr(filter, name):
                sides, _ = ENDS[name]
                found = self.ends.having(name, words)
                mask &= np.logical_or.reduce([found[self.codes[side]] for side in sides])
        for name, column in FIELDS.items():
            if words := getattr(filter, name):
                mask &= self._having(column, words)
        if filter.since or filter.until:
            mask &= (self.day >= max(number(filter.since), 1)) & (self.day <= number(filter.until or LAST))
        if filter.minimum_confidence is not None:
            mask &= self.confidence >= filter.minimum_confidence
        return np.flatnonzero(mask)

    def outlets(self, row: int) -> list[str]:
        """All outlets that printed a statement, as far as reports are known."""
        first, end = np.searchsorted(self.printed.row, (row, row + 1))
        several = self.printed.outlet[first:end].tolist()
        return [self.words["outlet"][code] for code in several or [self.codes["outlet"][row]]]

    def in_order(self, rows: Rows) -> list[str]:
        """The ids of rows in the order in which they were found."""
        ids: list[str] = self.ids[rows[np.argsort(self.place[rows])]].tolist()
        return ids

    def about(self, entity_ids: Iterable[str]) -> Mask:
        """For each row, whether one of the entities is an end."""
        wanted = frozenset(entity_ids)
        ends = np.fromiter((end.id in wanted for end in self.words["end"]), np.bool_)
        return np.asarray(ends[self.codes["actor"]] | ends[self.codes["target"]])

    def naming(self, entity_ids: Iterable[str]) -> Rows:
        """The rows in which one of the entities is an end, or asserts something."""
        wanted = frozenset(entity_ids)
        if not wanted:
            return np.empty(0, np.int64)
        speaks = self.matches("entity", wanted)[self.codes["speaker"]]
        return np.flatnonzero(self.about(wanted) | speaks)

    def matches(self, words: str, wanted: Iterable[str]) -> Mask:
        """For each of a list of words, whether it is one of those wanted."""
        found = frozenset(wanted)
        return np.fromiter((word in found for word in self.words[words]), np.bool_)

    def _having(self, column: str, wanted: Iterable[str]) -> Mask:
        found = self.matches(CODED[column], wanted)
        mask: Mask = found[self.codes[column]]
        if column == "outlet":
            mask[self.printed.row] = False
            mask[self.printed.row[found[self.printed.outlet]]] = True
        return mask


@dataclass(frozen=True, slots=True)
class Printed:
    """The publications of those statements that have several, one after the other."""

    row: Ints  # of the statement
    key: Ints  # what tells reports apart: a place in the words "document"
    outlet: Ints  # a place in the words "outlet"


class Ends:
    """The ends by their codes, as numbers.

    Args:
        words: The `End`s.
    """

    def __init__(self, words: Sequence[End]) -> None:
        self._words = words
        self.ids = tuple(sorted({end.id for end in words}))
        """Entity ids in order, so that what is sorted by number is sorted by id."""
        places = {id: place for place, id in enumerate(self.ids)}
        self.entity = np.array([places[end.id] for end in words], np.int32)
        """For each end, the place of its entity in `ids`."""
        self._found: dict[tuple[str, frozenset[str]], Mask] = {}

    def are(self, entity_ids: Collection[str]) -> Mask:
        """For each of `ids`, whether it is one of these."""
        wanted = frozenset(entity_ids)
        return np.fromiter((id in wanted for id in self.ids), np.bool_)

    def having(self, name: str, wanted: frozenset[str]) -> Mask:
        """For each end, whether it has one of the words that a field of `Filter` names."""
        if (known := self._found.get((name, wanted))) is not None:
            return known
        _, words = ENDS[name]
        found = np.fromiter((not words(end).isdisjoint(wanted) for end in self._words), np.bool_)
        if len(self._found) >= REMEMBERED:
            self._found.clear()
        self._found[name, wanted] = found
        return found


REMEMBERED = 32  # answers of `Ends.having`; a filter is asked about again and again
LAST = "9999-12-31"


def number(day: str | None) -> int:
    """The number of an ISO day; 0 for none."""
    return date.fromisoformat(day).toordinal() if day else 0


def iso_day(number: int) -> str:
    """The ISO day of a number; "" for 0."""
    return date.fromordinal(number).isoformat() if number else ""


class Ids(Sequence[str]):
    """The ids of some rows, looked up when asked for: a million of them as a list take 70 MB."""

    __slots__ = ("_ids", "_rows")

    def __init__(self, ids: NDArray[np.object_], rows: NDArray[Any]) -> None:
        self._ids, self._rows = ids, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: Any) -> Any:
        found = self._rows[place]
        return Ids(self._ids, found) if isinstance(place, slice) else self._ids[found]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids[self._rows].tolist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
