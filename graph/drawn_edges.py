"""The edges of statements kept as columns, counted by sorting numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.columns import Columns, Ids, Rows, iso_day
from records import POLARITY

FAMILIES = tuple(sorted(POLARITY))
NEVER = np.iinfo(np.int32).max  # later than any day

Numbers = NDArray[np.int64]


def ends_of(columns: Columns, rows: Rows) -> tuple[Numbers, Numbers]:
    """The entities of actors and of targets, as places in `columns.ends.ids`."""
    actor, target = (
        columns.ends.entity[columns.codes[side][rows]].astype(np.int64) for side in ("actor", "target")
    )
    return actor, target


def edge_numbers(columns: Columns, rows: Rows) -> Numbers:
    """One number for each row: the same for the same actor, target and relation, and in the order of their names."""
    actor, target = ends_of(columns, rows)
    relations = np.argsort(np.argsort(np.array(columns.words["relation"], np.object_)))
    pair = actor * len(columns.ends.ids) + target
    return np.asarray(pair * len(relations) + relations[columns.codes["relation"][rows]])


def edges_of(columns: Columns, rows: Rows, listed: bool) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Actor, target, relation and attributes of each edge, as `build_graph` says, in the order of the former.

    Args:
        listed: Whether `statement_ids` are lists, or looked up when asked for.
    """
    _, first, edge, weights = np.unique(
        edge_numbers(columns, rows), return_index=True, return_inverse=True, return_counts=True
    )
    families, days = _families(columns, rows, edge, len(weights)), _days(columns, rows, edge, len(weights))
    counts = zip(weights.tolist(), *_published(columns, rows, edge, len(weights)), strict=True)
    stops = np.cumsum(weights).tolist()
    grouped = rows[np.argsort(edge, kind="stable")]
    ids, entities = columns.ids, columns.ends.ids
    actors, targets = (end.tolist() for end in ends_of(columns, rows[first]))
    relations = columns.codes["relation"][rows[first]].tolist()
    for place, (weight, reports, outlets) in enumerate(counts):
        members = grouped[stops[place] - weight : stops[place]]
        relation, family = columns.words["relation"][relations[place]], families[place]
        data = {
            "relation": relation,
            "family": family,
            "polarity": POLARITY[family],
            "weight": weight,
            "reports": reports,
            "outlets": outlets,
            "first": days[0][place],
            "last": days[1][place],
            "statement_ids": ids[members].tolist() if listed else Ids(ids, members),
        }
        yield entities[actors[place]], entities[targets[place]], relation, data


def _families(columns: Columns, rows: Rows, edge: Numbers, number: int) -> list[str]:
    """The most frequent family of each edge; of equals the first by name."""
    places = np.array([FAMILIES.index(name) for name in columns.words["family"]], np.int64)
    family = places[columns.codes["family"][rows]]
    counts = np.bincount(edge * len(FAMILIES) + family, minlength=number * len(FAMILIES))
    return [FAMILIES[place] for place in counts.reshape(number, len(FAMILIES)).argmax(axis=1)]


def _days(columns: Columns, rows: Rows, edge: Numbers, number: int) -> tuple[list[str], list[str]]:
    """The first and the last day of each edge; "" where none is known."""
    day, since, until = columns.day[rows], np.full(number, NEVER, np.int32), np.zeros(number, np.int32)
    dated = day > 0
    np.minimum.at(since, edge[dated], day[dated])
    np.maximum.at(until, edge[dated], day[dated])
    since[since == NEVER] = 0
    words = {day: iso_day(day) for day in {*since.tolist(), *until.tolist()}}
    return [words[day] for day in since.tolist()], [words[day] for day in until.tolist()]


def _published(columns: Columns, rows: Rows, edge: Numbers, number: int) -> tuple[list[int], list[int]]:
    """How many publications make each edge, and how many known outlets these have."""
    own, several, printed = _publications(columns, rows)
    edges = np.concatenate([edge[own], edge[several]])
    keys = np.concatenate([columns.codes["document"][rows[own]], columns.printed.key[printed]])
    outlets = np.concatenate([columns.codes["outlet"][rows[own]], columns.printed.outlet[printed]])
    order = np.argsort(np.concatenate([own, several]), kind="stable")[::-1]
    reports = edges * len(columns.words["document"]) + keys
    _, last = np.unique(reports[order], return_index=True)  # a report has the outlet that comes last
    edges, outlets = edges[order][last], outlets[order][last]
    known = ~columns.matches("outlet", [""])[outlets]
    pairs = np.unique(edges[known] * len(columns.words["outlet"]) + outlets[known])
    found = np.bincount(edges, minlength=number), pairs // max(len(columns.words["outlet"]), 1)
    return found[0].tolist(), np.bincount(found[1], minlength=number).tolist()


def _publications(columns: Columns, rows: Rows) -> tuple[Numbers, Numbers, Numbers]:
    """Which of the rows have one publication; which have several, and these as places in `printed`, side by side."""
    place = np.full(len(columns), -1, np.int64)
    place[rows] = np.arange(len(rows))
    printed = np.flatnonzero(place[columns.printed.row] >= 0)
    several = place[columns.printed.row[printed]]
    one = np.ones(len(rows), np.bool_)
    one[several] = False
    return np.flatnonzero(one), several, printed
