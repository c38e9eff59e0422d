"""How columns are made: of rows that stream in, of records, and of columns with some statements corrected."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.build import Reports
from graph.columns import CODED, Columns, Ends, Ints, Printed, number
from graph.still import uncollected
from graph.words import End
from records import Statement

FACTS = (
    "id", "document", "date", "outlet", "confidence", "relation", "family", "voice", "attributed_to", "method",
    "actor_id", "actor", "actor_type", "actor_party", "target_id", "target", "target_type", "target_party",
    "negated", "modality", "status",
)  # fmt: skip
"""The fields of a statement that columns are made of, in the order in which they are handed over."""

KINDS = {"confidence": "d", "drawn": "b"}  # of `array`; all others are whole numbers of four bytes
PART = 10_000  # records turned into rows at once


def read_columns(parts: Iterable[Sequence[Sequence[Any]]], reports: Reports) -> Columns:
    """The columns of statements that are handed over some at a time, in the order in which they were found.

    Args:
        parts: Rows of `FACTS`; no id comes twice.
        reports: Where a statement was published, as `build_graph` takes it.
    """
    reader = _Reader()
    with uncollected():
        for rows in parts:
            if rows:
                reader.take(dict(zip(FACTS, zip(*rows, strict=True), strict=True)))
        return reader.columns(reports)


def columns_of(statements: Iterable[Statement], reports: Reports | None = None) -> Columns:
    """The columns of records, no two of one id."""
    return read_columns(_parts(statements), reports or {})


def corrected(columns: Columns, statements: Iterable[Statement]) -> Columns:
    """The columns with these statements in the place of those of their ids; further ones were found last.

    Args:
        statements: Of those that are there already, id and date are as before.
    """
    news = columns_of(statements)
    if not len(news):
        return columns
    words, moved = _joined(columns.words, news.words)
    where = [columns.find(id, int(day)) for id, day in zip(news.ids, news.day, strict=True)]
    rows, there = np.array([row for row, _ in where]), np.array([known for _, known in where])

    def patched(old: NDArray[Any], new: NDArray[Any]) -> Any:
        if there.all() and np.array_equal(old[rows], new, equal_nan=old.dtype.kind == "f"):
            return old  # most corrections change one or two columns
        copy = old.copy()
        copy[rows[there]] = new[there]
        return copy if there.all() else np.insert(copy, rows[~there], new[~there])

    def recoded(column: str) -> Any:
        name = CODED[column]
        kind = np.promote_types(columns.codes[column].dtype, np.min_scalar_type(len(words[name])))
        return patched(columns.codes[column].astype(kind, copy=False), moved[name][news.codes[column]])

    printed = columns.printed
    shifted = printed.row + np.searchsorted(rows[~there], printed.row, "right").astype(np.int32)
    old_places = np.where(there, columns.place[np.minimum(rows, len(columns) - 1)], 0) if len(columns) else 0
    return Columns(
        ids=patched(columns.ids, news.ids),
        place=patched(columns.place, np.where(there, old_places, news.place + len(columns)).astype(np.int32)),
        day=patched(columns.day, news.day),
        confidence=patched(columns.confidence, news.confidence),
        drawn=patched(columns.drawn, news.drawn),
        codes={column: recoded(column) for column in CODED},
        words=words,
        ends=columns.ends if words["end"] is columns.words["end"] else Ends(words["end"]),
        printed=replace(printed, row=shifted),
    )


def _parts(statements: Iterable[Statement]) -> Iterator[list[tuple[Any, ...]]]:
    rows = (tuple(getattr(s, name) for name in FACTS) for s in statements)
    while part := list(islice(rows, PART)):
        yield part


class _Reader:
    """Columns in the making, in the order of the rows."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._values: dict[str, array[Any]] = {
            name: array(KINDS.get(name, "i")) for name in (*CODED, "day", *KINDS)
        }
        self._words = {name: _Words() for name in CODED.values()}
        self._days = _Days()

    def take(self, facts: Mapping[str, Sequence[Any]]) -> None:
        """The next rows, as field -> values."""
        self._ids += facts["id"]
        coded = {column: facts[column] for column in CODED if column in facts}
        coded["speaker"] = [id or "" for id in facts["attributed_to"]]
        for end in ("actor", "target"):
            parties = [party or "" for party in facts[f"{end}_party"]]
            names = (facts[f"{end}_id"], facts[end], facts[f"{end}_type"])
            coded[end] = list(zip(*names, parties, strict=True))  # the fields of an End
        for column, values in coded.items():
            words = self._words[CODED[column]]
            self._values[column].extend(map(words.__getitem__, values))
        self._values["day"].extend(map(self._days.__getitem__, facts["date"]))
        self._values["confidence"].extend(nan if c is None else c for c in facts["confidence"])
        held = zip(facts["negated"], facts["modality"], facts["status"], strict=True)
        self._values["drawn"].extend(m == "asserted" and not n and s != "rejected" for n, m, s in held)

    def columns(self, reports: Reports) -> Columns:
        """All of them, in the order of columns."""
        found = {name: np.asarray(values) for name, values in self._values.items()}
        by_id = np.array(sorted(range(len(self._ids)), key=self._ids.__getitem__), np.int32)
        order = by_id[np.argsort(found["day"][by_id], kind="stable")]
        ids = np.array(self._ids, np.object_)[order]
        found = {name: values[order] for name, values in found.items()}
        printed = self._printed(ids, reports)
        words: dict[str, Sequence[Any]] = {name: tuple(words) for name, words in self._words.items()}
        words["end"] = tuple(map(End._make, words["end"]))
        return Columns(
            ids=ids,
            place=order,
            day=found["day"],
            confidence=found["confidence"],
            drawn=found["drawn"].astype(np.bool_),
            codes={
                column: found[column].astype(np.min_scalar_type(len(words[name])))
                for column, name in CODED.items()
            },
            words=words,
            ends=Ends(words["end"]),
            printed=printed,
        )

    def _printed(self, ids: NDArray[np.object_], reports: Reports) -> Printed:
        keys, outlets = self._words["document"], self._words["outlet"]
        found = [
            (row, keys[key], outlets[outlet])
            for row, id in enumerate(ids if reports else ())
            for key, outlet in reports.get(id, {}).items()
        ]
        row, key, outlet = np.array(found, np.int32).reshape(-1, 3).T
        return Printed(row, key, outlet)


class _Words(dict[Any, int]):
    """Word -> its place; an unknown word gets the next one."""

    def __missing__(self, word: Any) -> int:
        self[word] = place = len(self)
        return place


class _Days(dict[str | None, int]):
    """ISO day -> its number, worked out once."""

    def __missing__(self, day: str | None) -> int:
        self[day] = found = number(day)
        return found


def _joined(
    words: Mapping[str, Sequence[Any]], further: Mapping[str, Sequence[Any]]
) -> tuple[dict[str, Sequence[Any]], dict[str, Ints]]:
    """The lists of words with those added that are new, and the places of all the further ones in them."""
    joined: dict[str, Sequence[Any]] = {}
    places: dict[str, Ints] = {}
    for name, old in words.items():
        wanted = set(further[name])
        known = {word: place for place, word in enumerate(old) if word in wanted}
        new = [word for word in further[name] if word not in known]
        joined[name] = (*old, *new) if new else old
        known |= {word: place for place, word in enumerate(new, start=len(old))}
        places[name] = np.array([known[word] for word in further[name]], np.int32)
    return joined, places
