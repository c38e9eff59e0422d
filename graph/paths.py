"""How two entities are connected: the shortest chains of statements between them, and the sign of each."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

TIE = 0.1  # of a step, at most: among chains as long as each other the one of more statements comes first
FARTHEST = 6  # steps; a longer chain says little about its ends


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: the bundle of edges that has the most statements between its two ends."""

    actor: str
    target: str
    family: str
    polarity: int
    weight: int  # statements
    relations: tuple[str, ...]  # the most frequent first


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from one entity to another, along or against the arrows."""

    nodes: tuple[str, ...]
    steps: tuple[Step, ...]  # one fewer than nodes, in their order

    @property
    def sign(self) -> int:
        """The product of the signs: +1, -1, or 0 where a step has none; two oppositions make +1.

        So the theory of structural balance has it.
        """
        return math.prod(step.polarity for step in self.steps)


def connections(graph: nx.MultiDiGraph[str], one: str, other: str, limit: int = 5) -> list[Chain]:
    """The shortest chains between two entities, the fewest steps first, then those of the most statements.

    Args:
        graph: As `build_graph` returns it.
        limit: At most so many.

    Returns:
        Chains of support and opposition; only where there is none, chains through other relations too. None
        longer than `FARTHEST` steps. No chain, or an entity that is not in the graph: an empty list.
    """
    if one == other or one not in graph or other not in graph:
        return []
    for signed in (True, False):
        between = _strongest(graph, signed)
        if found := list(itertools.islice(_ways(between, one, other), limit)):
            return [
                Chain(nodes, tuple(_step(graph, between, *ends) for ends in itertools.pairwise(nodes)))
                for nodes in found
            ]
    return []


def _strongest(graph: nx.MultiDiGraph[str], signed: bool) -> nx.Graph[str]:
    """The bundle of most statements between any two, whichever way it points, as `rank` of their edge."""
    weights: Counter[tuple[str, str, str, int]] = Counter()
    for actor, target, data in graph.edges(data=True):
        if actor != target and (data["polarity"] or not signed):
            weights[actor, target, data["family"], data["polarity"]] += data["weight"]
    between: nx.Graph[str] = nx.Graph()
    for (actor, target, family, polarity), weight in weights.items():
        rank = (weight, bool(polarity), family, actor)
        if not between.has_edge(actor, target) or between.edges[actor, target]["rank"] < rank:
            between.add_edge(actor, target, rank=rank, length=1 + TIE / weight)
    return between


def _step(graph: nx.MultiDiGraph[str], between: nx.Graph[str], one: str, other: str) -> Step:
    weight, _, family, actor = between.edges[one, other]["rank"]
    target = other if actor == one else one
    bundle = [data for data in graph.get_edge_data(actor, target).values() if data["family"] == family]
    bundle.sort(key=lambda data: (-data["weight"], data["relation"]))
    return Step(
        actor, target, family, bundle[0]["polarity"], weight, tuple(data["relation"] for data in bundle)
    )


def _ways(between: nx.Graph[str], one: str, other: str) -> Iterator[tuple[str, ...]]:
    """The nodes of each chain, the shortest first; nothing where there is none."""
    if one in between and other in between and nx.has_path(between, one, other):
        for nodes in nx.shortest_simple_paths(between, one, other, weight="length"):
            if len(nodes) > FARTHEST + 1:
                return
            yield tuple(nodes)
