"""How often what a filter can name occurs among the statements that make an edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from graph.columns import Columns, Mask, iso_day
from graph.drawn import size
from graph.words import FIELDS, End

Counts = Mapping[str, int]
"""Word -> how many statements have it; the most frequent first, then by name."""

Words = Callable[[End], Iterable[str]]

BOTH = ("actor", "target")
OF_ENDS: Mapping[str, tuple[tuple[str, ...], Words]] = {
    "actors": (("actor",), lambda end: {end.name, end.party} - {""}),
    "targets": (("target",), lambda end: {end.name, end.party} - {""}),
    "names": (BOTH, lambda end: {end.name}),
    "people": (BOTH, lambda end: {end.name} if end.type in ("person", "organization") else ()),
    "parties": (BOTH, lambda end: ({end.party} - {""}) | ({end.name} if end.type == "party" else set())),
}
"""What is counted -> at which ends, and the words of an end."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What there is to draw, whatever the filter."""

    statements: int
    nodes: int
    edges: int
    first: str  # ISO days; "" where none is known
    last: str
    words: Mapping[str, Counts]  # keys of OF_ENDS and of `graph.words.FIELDS`


def totals(columns: Columns) -> Totals:
    """Counted over the statements that make an edge."""
    rows = np.flatnonzero(columns.drawn)
    days = columns.day[rows][columns.day[rows] > 0]
    words = {
        name: _of_ends(counted_ends(columns, sides, columns.drawn), words)
        for name, (sides, words) in OF_ENDS.items()
    }
    return Totals(
        len(rows),
        *size(columns, rows),
        iso_day(int(days.min())) if len(days) else "",
        iso_day(int(days.max(initial=0))),
        words | {name: _of_field(columns, column) for name, column in FIELDS.items()},
    )


def counted_ends(
    columns: Columns, sides: Iterable[str] = BOTH, mask: Mask | None = None
) -> list[tuple[End, int]]:
    """Each end that occurs at one of the sides, with the number of times.

    Args:
        mask: The rows that count; None = all.
    """
    kept = slice(None) if mask is None else mask
    counts = np.zeros(len(columns.words["end"]), np.int64)
    for side in sides:
        counts += np.bincount(columns.codes[side][kept], minlength=len(counts))
    return [(end, n) for end, n in zip(columns.words["end"], counts.tolist(), strict=True) if n]


def named(columns: Columns, word: Callable[[End], str]) -> list[str]:
    """Names or ids of all that statements are about, the drawn ones or not, the most frequent first."""
    return list(_of_ends(counted_ends(columns), lambda end: [word(end)]))


def families(columns: Columns) -> dict[str, str]:
    """Relation -> family: the most frequent one, should there be several."""
    relations, kinds = columns.words["relation"], columns.words["family"]
    if not relations:
        return {}
    pairs = columns.codes["relation"].astype(np.int64) * len(kinds) + columns.codes["family"]
    counts = np.bincount(pairs, minlength=len(relations) * len(kinds)).reshape(len(relations), -1)
    return {
        relation: kinds[int(found.argmax())]
        for relation, found in zip(relations, counts, strict=True)
        if any(found)
    }


def _of_ends(ends: Iterable[tuple[End, int]], words: Words) -> Counts:
    counts: Counter[str] = Counter()
    for end, times in ends:
        for word in words(end):
            counts[word] += times
    return _ordered(counts)


def _of_field(columns: Columns, column: str) -> Counts:
    names = columns.words[column]
    own = columns.drawn.copy()
    codes = columns.codes[column]
    if column == "outlet":  # each outlet that printed it
        own[columns.printed.row] = False
        printed = columns.printed.outlet[columns.drawn[columns.printed.row]]
        codes = np.concatenate([codes[own], printed])
    else:
        codes = codes[own]
    counts = np.bincount(codes, minlength=len(names)).tolist()
    return _ordered({name: times for name, times in zip(names, counts, strict=True) if name and times})


def _ordered(counts: Mapping[str, int]) -> Counts:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
