"""Numbers that tell entities apart: how much they are in the thick of it, and on which side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import graspologic_native
import networkx as nx
import rustworkx as rx

Values = dict[str, float]

SEED = 20250105  # any number does, as long as it stays: the same graph must get the same communities
DAMPING = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A measure of nodes, with what its numbers mean."""

    label: str
    unit: str
    compute: Callable[[nx.MultiDiGraph[str]], Values]  # node -> value, for every node


def degree(graph: nx.MultiDiGraph[str]) -> Values:
    """Edges at each node, in and out; a loop counts twice."""
    return {node: float(count) for node, count in graph.degree()}


def statements_received(graph: nx.MultiDiGraph[str], polarity: int) -> Values:
    """Statements of this polarity about each node: the weights of its incoming edges."""
    return _weighed(graph, polarity, end=1)


def statements_given(graph: nx.MultiDiGraph[str], polarity: int) -> Values:
    """Statements of this polarity by each node: the weights of its outgoing edges."""
    return _weighed(graph, polarity, end=0)


def pagerank(graph: nx.MultiDiGraph[str]) -> Values:
    """Share of attention that reaches each node along the arrows, in proportion to statements; sums to 1.

    Source:
        rustworkx.pagerank with NetworkX's damping of 0.85; parallel edges are added up, praise and blame
        alike.
    """
    if not graph:
        return {}
    merged, nodes = _merged(graph)
    values = rx.pagerank(merged, alpha=DAMPING, weight_fn=float, tol=1e-10, max_iter=1000)
    return {node: float(values[i]) for i, node in enumerate(nodes)}


def betweenness(graph: nx.MultiDiGraph[str]) -> Values:
    """Share, 0 to 1, of the shortest directed paths between two others that lead through each node.

    Source:
        rustworkx.digraph_betweenness_centrality, normalized; edges count as one step whatever their weight.
    """
    merged, nodes = _merged(graph)
    in_one_thread = len(nodes) + 1  # in several, the order of the sums and so their last digits would vary
    values = rx.digraph_betweenness_centrality(merged, parallel_threshold=in_one_thread)
    return {node: float(values[i]) for i, node in enumerate(nodes)}


def communities(graph: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Groups of nodes that have more to do with each other than with the rest, for or against.

    Returns:
        Node -> number of its community; 0 is the largest, ties go to the one with the first id. A node
        without neighbours is a community of its own.

    Source:
        Leiden algorithm for modularity (graspologic-native), seeded; directions and signs are left out, the
        weights of edges between the same two nodes added up.
    """
    pairs = _pairs(graph)
    found: dict[str, int] = {}
    if pairs:
        edges = [(u, v, float(weight)) for (u, v), weight in sorted(pairs.items())]
        _, found = graspologic_native.leiden(edges, seed=SEED, iterations=5, trials=5)
    groups: dict[object, list[str]] = defaultdict(list)
    for node in sorted(graph):
        groups[found.get(node, node)].append(node)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    return {node: number for number, group in enumerate(ordered) for node in group}


DECIMALS = 6  # of a measure in a file: what is behind them differs between processors
METRICS = {
    "degree": Metric(label="Degree", unit="edges", compute=degree),
    "support_received": Metric(
        label="Support received", unit="statements", compute=partial(statements_received, polarity=1)
    ),
    "opposition_received": Metric(
        label="Opposition received", unit="statements", compute=partial(statements_received, polarity=-1)
    ),
    "support_given": Metric(
        label="Support given", unit="statements", compute=partial(statements_given, polarity=1)
    ),
    "opposition_given": Metric(
        label="Opposition given", unit="statements", compute=partial(statements_given, polarity=-1)
    ),
    "pagerank": Metric(label="PageRank", unit="share of 1", compute=pagerank),
    "betweenness": Metric(label="Betweenness", unit="share of shortest paths", compute=betweenness),
}


def measured(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy of the graph with every measure and the community as attributes of its nodes, to six decimals.

    >>> sorted(measured(nx.MultiDiGraph()).nodes)
    []
    """
    copy = graph.copy()
    for name, metric in METRICS.items():
        values = {node: round(float(value), DECIMALS) for node, value in metric.compute(graph).items()}
        nx.set_node_attributes(copy, values, name)
    nx.set_node_attributes(copy, communities(graph), "community")
    return copy


def _weighed(graph: nx.MultiDiGraph[str], polarity: int, end: int) -> Values:
    values = dict.fromkeys(graph, 0.0)
    for *ends, data in graph.edges(data=True):
        if data["polarity"] == polarity:
            values[ends[end]] += data["weight"]
    return values


def _merged(graph: nx.MultiDiGraph[str]) -> tuple[rx.PyDiGraph[str, float], list[str]]:
    """One edge for all parallel ones, weights added, in the order of ids."""
    nodes = sorted(graph)
    index = {node: i for i, node in enumerate(nodes)}
    weights: Counter[tuple[int, int]] = Counter()
    for actor, target, data in graph.edges(data=True):
        weights[index[actor], index[target]] += data["weight"]
    merged: rx.PyDiGraph[str, float] = rx.PyDiGraph(multigraph=False)
    merged.add_nodes_from(nodes)
    merged.add_edges_from([(*ends, float(weight)) for ends, weight in sorted(weights.items())])
    return merged, nodes


def _pairs(graph: nx.MultiDiGraph[str]) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for actor, target, data in graph.edges(data=True):
        if actor != target:
            pairs[min(actor, target), max(actor, target)] += data["weight"]
    return pairs
