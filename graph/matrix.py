"""Who is for whom and against whom, as a square: support less opposition for each ordered pair of parties or actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.columns import Columns, Rows
from graph.sides import Side, party_of, said
from records import ACTOR_TYPES

SIGNED = ("support", "opposition")
FEW = 3
"""Below so many statements a sign says little, and is shown so."""

Pair = tuple[str, str]  # keys of actor and target


@dataclass(frozen=True, slots=True)
class Cell:
    """The signed statements of one actor or party about another, or about itself."""

    actor: str  # key of the row: name of a party, or id of an actor
    target: str  # key of the column
    support: int  # statements
    opposition: int

    @property
    def total(self) -> int:
        """Statements that take a side; at least one."""
        return self.support + self.opposition

    @property
    def net(self) -> float:
        """From -1, opposition only, to 1, support only."""
        return (self.support - self.opposition) / self.total

    @property
    def is_thin(self) -> bool:
        """Whether it rests on too few statements to say much."""
        return self.total < FEW


@dataclass(frozen=True, slots=True)
class Matrix:
    """The cells that hold anything; rows and columns are the same keys, in the same order."""

    keys: tuple[str, ...]  # those with the most signed statements first
    names: Mapping[str, str]  # key -> name to show
    cells: Mapping[Pair, Cell]  # (actor, target) -> cell
    left_out: int = 0  # keys for which there was no room


def party_matrix(columns: Columns, rows: Rows, limit: int) -> Matrix:
    """Party by party: the party itself and whoever belonged to it when the statement was reported.

    Args:
        rows: Those in view that make an edge.
        limit: At most so many parties, those with the most signed statements among parties.
    """
    parties = [party_of(end) for end in columns.words["end"]]
    places = {party: place for place, party in enumerate(sorted(set(parties) | {""}))}  # "" is the first
    code = np.array([places[party] for party in parties], np.int64)
    actor, target = (code[columns.codes[side][rows]] for side in ("actor", "target"))
    counts: Counter[tuple[str, str, str]] = Counter()
    for family in SIGNED:
        kept = columns.matches("family", [family])[columns.codes["family"][rows]] & (actor > 0) & (target > 0)
        pairs, numbers = np.unique(np.stack((actor[kept], target[kept])), axis=1, return_counts=True)
        names = tuple(places)
        for (one, other), number in zip(pairs.T.tolist(), numbers.tolist(), strict=True):
            counts[names[one], names[other], family] = number
    return _matrix(counts, {party: party for party in places}, limit)


def actor_matrix(graph: nx.MultiDiGraph[str], limit: int) -> Matrix:
    """Actor by actor, for the `limit` of them with the most signed statements among actors."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for actor, target, data in graph.edges(data=True):
        if data["family"] in SIGNED and graph.nodes[target]["type"] in ACTOR_TYPES:
            counts[actor, target, data["family"]] += data["weight"]
    return _matrix(counts, {node: str(name) for node, name in graph.nodes(data="name")}, limit)


def rows_behind(columns: Columns, rows: Rows, actor: Side, target: Side) -> Rows:
    """Those of the rows that a cell counts."""
    found = said(columns, rows, actor, target)
    return found[columns.matches("family", SIGNED)[columns.codes["family"][found]]]


def _matrix(counts: Mapping[tuple[str, str, str], int], names: Mapping[str, str], limit: int) -> Matrix:
    """The matrix of the keys that the most statements involve; ties go by name."""
    involved: Counter[str] = Counter()
    for (actor, target, _), number in counts.items():
        for key in {actor, target}:
            involved[key] += number
    ranked = sorted(involved, key=lambda key: (-involved[key], names[key], key))
    keys = tuple(ranked[:limit])
    kept = set(keys)
    pairs = {(actor, target) for actor, target, _ in counts if actor in kept and target in kept}
    cells = {pair: Cell(*pair, *(counts.get((*pair, family), 0) for family in SIGNED)) for pair in pairs}
    return Matrix(keys, {key: names[key] for key in keys}, cells, len(ranked) - len(keys))
