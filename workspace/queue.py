"""What to look at next, chosen by columns: the same as `review.queue` and `review.twins` say of records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log2
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph import Filter
from graph.columns import Columns, Ids, Rows, iso_day
from graph.drawn_edges import edge_numbers, ends_of
from graph.still import uncollected
from review.anchors import cue_of
from review.twins import Known, Period

Numbers = NDArray[np.float64]

SEEN = ("id", "method", "relation", "evidence", "start", "cue_span")
"""The fields of a statement by which its pattern is found."""


@dataclass(frozen=True, slots=True)
class Queue:
    """Statements that nobody has judged, the most urgent first."""

    ids: Sequence[str]
    priorities: Numbers  # of each; see `review.queue.queue`

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Statements not judged yet that the same rule read off the same words; see `review.queue.Batch`."""

    method: str
    relation: str
    cue: str  # in lower case
    ids: Sequence[str]


def open_rows(columns: Columns, filter: Filter) -> Rows:
    """What the filter keeps of all that nobody has judged."""
    rows = columns.kept(filter)
    return rows[columns.matches("status", ["proposed"])[columns.codes["status"][rows]]]


def queue_of(columns: Columns, filter: Filter) -> Queue:
    """The statements that `review.queue.queue` puts in order, of those the ones that the filter keeps."""
    rows = open_rows(columns, filter)
    priorities = _priorities(columns)[rows]
    by_id = np.array(sorted(range(len(rows)), key=columns.ids[rows].__getitem__), np.int64)
    order = by_id[np.lexsort((-priorities[by_id], ~columns.drawn[rows][by_id]))]
    return Queue(Ids(columns.ids, rows[order]), priorities[order])


def beside(columns: Columns, edge: tuple[str, str, str], but: str) -> int:
    """How many statements other than one show the edge of this actor, relation and target."""
    actor, relation, target = edge
    ids = np.fromiter((end.id == actor for end in columns.words["end"]), np.bool_)
    others = np.fromiter((end.id == target for end in columns.words["end"]), np.bool_)
    shown = columns.drawn & ids[columns.codes["actor"]] & others[columns.codes["target"]]
    shown &= columns.matches("relation", [relation])[columns.codes["relation"]]
    found = columns.ids[shown]
    return len(found) - int((found == but).sum())


def patterns_of(
    columns: Columns, filter: Filter, read: Iterable[Sequence[Any]], least: int = 2
) -> list[Pattern]:
    """The patterns of what the filter keeps and nobody has judged, the largest first.

    Args:
        read: Rows of `SEEN`, some at a time, in the order in which they were found.
        least: How many statements make a pattern.
    """
    rows = open_rows(columns, filter)
    wanted = dict(zip(columns.ids[rows].tolist(), rows.tolist(), strict=True))
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    with uncollected():
        for found in chain.from_iterable(read):
            if found.id in wanted:
                cue = " ".join(cue_of(found).casefold().split())
                alike[found.method, found.relation, cue].append(wanted[found.id])
    large = [(key, members) for key, members in alike.items() if len(members) >= least]
    return [
        Pattern(method=method, relation=relation, cue=cue, ids=Ids(columns.ids, np.array(members)))
        for (method, relation, cue), members in sorted(large, key=lambda pair: (-len(pair[1]), pair[0]))
    ]


def known_of(columns: Columns) -> Known:
    """What all statements tell of the entities, for `review.twins.twins`."""
    everything = np.arange(len(columns))
    actor, target = ends_of(columns, everything)
    ids = columns.ends.ids
    other = target != actor
    ends = np.concatenate([actor, target[other]])
    days = np.concatenate([columns.day, columns.day[other]])
    times = Counter(dict(zip(ids, np.bincount(ends, minlength=len(ids)).tolist(), strict=True)))
    low, high = np.minimum(actor, target), np.maximum(actor, target)
    pairs, counts = np.unique(low * len(ids) + high, return_counts=True)
    return Known(times, _periods(ids, ends, days), _Between(ids, pairs, counts))


def _priorities(columns: Columns) -> Numbers:
    """Of every statement; `review.queue.queue` has the formula."""
    rows = np.arange(len(columns))
    first, edge = np.unique(edge_numbers(columns, rows), return_index=True, return_inverse=True)[1:]
    shown = np.bincount(edge[columns.drawn], minlength=len(first))
    actor, target = ends_of(columns, rows)
    drawn = first[shown > 0]
    number = len(columns.ends.ids)
    degrees = np.bincount(actor[drawn], minlength=number)
    degrees += np.bincount(target[drawn][actor[drawn] != target[drawn]], minlength=number)
    own = columns.drawn.astype(np.int64)
    degree = degrees[actor] + np.where(actor != target, degrees[target], 0)
    degree = np.maximum(degree - 2 * own, 0)  # the edge itself counts at both of its ends
    values, place = np.unique(degree, return_inverse=True)
    weight = np.array([log2(2 + value) for value in values.tolist()])[place]  # exactly as for records
    doubt = np.where(np.isnan(columns.confidence), 1.0, np.minimum(1.0, 2 * (1 - columns.confidence)))
    return np.asarray(doubt * weight / (1 + shown[edge] - own))


def _periods(ids: Sequence[str], ends: NDArray[np.int64], days: NDArray[np.int32]) -> dict[str, Period]:
    first, last = np.full(len(ids), np.iinfo(np.int32).max, np.int32), np.zeros(len(ids), np.int32)
    dated = days > 0
    np.minimum.at(first, ends[dated], days[dated])
    np.maximum.at(last, ends[dated], days[dated])
    return {
        ids[place]: (iso_day(int(first[place])), iso_day(int(last[place])))
        for place in np.flatnonzero(last).tolist()
    }


class _Between:
    """Pair of entity ids -> how many statements have these two ends."""

    def __init__(self, ids: Sequence[str], pairs: NDArray[np.int64], counts: NDArray[np.int64]) -> None:
        self._places = {id: place for place, id in enumerate(ids)}
        self._pairs, self._counts = pairs, counts

    def __getitem__(self, pair: frozenset[str]) -> int:
        ends = sorted(self._places.get(id, -1) for id in pair)
        if ends[0] < 0:
            return 0
        wanted = ends[0] * len(self._places) + ends[-1]
        place = int(np.searchsorted(self._pairs, wanted))
        return int(self._counts[place]) if place < len(self._pairs) and self._pairs[place] == wanted else 0
