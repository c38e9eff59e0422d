"""The graph of statements kept as columns: the same as `build_graph` makes of records."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.columns import Columns, Mask, Rows
from graph.drawn_edges import edge_numbers, edges_of, ends_of
from graph.filters import Filter
from graph.still import uncollected
from records import Entity

LISTED = 200_000  # statements whose ids edges hold as lists; of more they are looked up when asked for


def drawn_rows(columns: Columns, filter: Filter) -> Rows:
    """The rows that the graph under the filter counts, in their order."""
    rows = columns.kept(filter)
    rows = rows[columns.drawn[rows]]
    if filter.minimum_statements > 1:
        _, edge, weights = np.unique(edge_numbers(columns, rows), return_inverse=True, return_counts=True)
        rows = rows[weights[edge] >= filter.minimum_statements]
    return rows if filter.centre is None else rows[_around(columns, rows, filter.centre, filter.depth)]


def size(columns: Columns, rows: Rows) -> tuple[int, int]:
    """How many nodes and edges the graph of these rows has."""
    ends = np.concatenate(ends_of(columns, rows))
    return len(np.unique(ends)), len(np.unique(edge_numbers(columns, rows)))


def graph_of(
    columns: Columns, rows: Rows, entities: Mapping[str, Entity], listed: bool | None = None
) -> nx.MultiDiGraph[str]:
    """The graph of these rows; see `build_graph` for what its nodes and edges hold.

    Args:
        rows: As `drawn_rows` gives them.
        entities: Entity id -> entity, for names and Wikidata ids.
        listed: Whether `statement_ids` are lists, as files need them; None = if there are not too many.
    """
    return joined(columns, rows, nodes_of(columns, rows, entities), listed)


def nodes_of(columns: Columns, rows: Rows, entities: Mapping[str, Entity]) -> dict[str, dict[str, Any]]:
    """Each node of that graph -> its attributes, in the order of ids."""
    return dict(_nodes(columns, rows, entities))


def joined(
    columns: Columns, rows: Rows, nodes: Mapping[str, dict[str, Any]], listed: bool | None = None
) -> nx.MultiDiGraph[str]:
    """These nodes, the ends of the rows among them, and the edges of the rows; see `graph_of`."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(nodes.items())
    listed = len(rows) <= LISTED if listed is None else listed
    with uncollected():
        for actor, target, relation, data in edges_of(columns, rows, listed):
            graph.add_edge(actor, target, relation, **data)
    return graph


def rows_among(columns: Columns, rows: Rows, entity_ids: Collection[str]) -> Rows:
    """Those of the rows with both ends among the entities."""
    actor, target = ends_of(columns, rows)
    inside = columns.ends.are(entity_ids)
    return rows[inside[actor] & inside[target]]


def outline_of(columns: Columns, rows: Rows, entities: Mapping[str, Entity]) -> nx.MultiDiGraph[str]:
    """The same graph with nothing on its edges: all that a layout looks at, in half the memory."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(_nodes(columns, rows, entities))
    _, first = np.unique(edge_numbers(columns, rows), return_index=True)
    actors, targets = ends_of(columns, rows[first])
    with uncollected():
        for row, actor, target in zip(rows[first].tolist(), actors.tolist(), targets.tolist(), strict=True):
            ids = columns.ends.ids
            graph.add_edge(ids[actor], ids[target], columns.word("relation", row))
    return graph


def _around(columns: Columns, rows: Rows, centre: str, depth: int) -> Mask:
    """Which rows lie between entities at most `depth` steps from the centre, along or against the arrows."""
    actor, target = ends_of(columns, rows)
    reached = columns.ends.are([centre])
    if not (reached[actor] | reached[target]).any():
        reached = _named(columns, rows, centre)
    for _ in range(depth):
        near = reached[actor] | reached[target]
        reached[actor[near]] = reached[target[near]] = True
    return np.asarray(reached[actor] & reached[target])


def _named(columns: Columns, rows: Rows, name: str) -> Mask:
    """For each entity, whether a row calls it so."""
    called = np.fromiter((end.name == name for end in columns.words["end"]), np.bool_)
    reached = np.zeros(len(columns.ends.ids), np.bool_)
    for side in ("actor", "target"):
        ends = columns.codes[side][rows]
        reached[columns.ends.entity[ends[called[ends]]]] = True
    return reached


def _nodes(
    columns: Columns, rows: Rows, entities: Mapping[str, Entity]
) -> Iterator[tuple[str, dict[str, Any]]]:
    actor, target = ends_of(columns, rows)
    number = len(columns.ends.ids)
    counts = np.bincount(actor, minlength=number) + np.bincount(target[actor != target], minlength=number)
    last, with_party = _latest(columns, rows)
    for place in np.flatnonzero(counts):
        id = columns.ends.ids[place]
        end, known = columns.words["end"][last[place]], entities.get(id)
        party = columns.words["end"][with_party[place]].party if with_party[place] >= 0 else ""
        name, type = (known.name, known.type) if known else (end.name, end.type)
        party = party or (known.party if known else "") or (name if type == "party" else "")
        data = {"name": name, "type": type, "party": party, "statements": int(counts[place])}
        yield id, data | ({"wikidata": known.wikidata} if known and known.wikidata else {})


def _latest(columns: Columns, rows: Rows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each entity, the last `End` that stands for it, and the last one with a party; -1 for none."""
    ends = np.stack([columns.codes["actor"][rows], columns.codes["target"][rows]], axis=1).ravel()
    has_party = np.fromiter((bool(end.party) for end in columns.words["end"]), np.bool_)
    found = []
    for kept in (ends, ends[has_party[ends]]):
        last = np.full(len(columns.ends.ids), -1, np.int64)
        last[columns.ends.entity[kept]] = kept  # of several for one entity, the last stays
        found.append(last)
    return found[0], found[1]


def documents_about(columns: Columns, rows: Rows, entity_id: str) -> list[str]:
    """Ids of the documents of those rows that have the entity at an end, the newest first."""
    found = rows[columns.about([entity_id])[rows]]
    days = dict(zip(columns.codes["document"][found].tolist(), columns.day[found].tolist(), strict=True))
    newest = ((day, columns.words["document"][code]) for code, day in days.items())
    return [document for _, document in sorted(newest, reverse=True)]
