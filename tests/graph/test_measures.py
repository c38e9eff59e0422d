"""Measures on graphs small enough to count by hand, and against NetworkX's own."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from graph import build_graph
from graph.measures import METRICS, communities, measured
from tests.graph.factory import feud, ring, statement, statements

LINES = "A criticised B; A attacked B; C backed B; B criticised A; C called for B"

COUNTED = [
    # measure, A, B, C
    ("degree", 3, 5, 2),
    ("support_received", 0, 1, 0),
    ("opposition_received", 1, 2, 0),
    ("support_given", 0, 0, 1),
    ("opposition_given", 2, 1, 0),
    ("betweenness", 0, 0.5, 0),
]


@pytest.mark.parametrize(("key", "a", "b", "c"), COUNTED)
def test_counted_by_hand(key, a, b, c):
    assert METRICS[key].compute(feud(LINES)) == {"a": a, "b": b, "c": c}


def test_weights_count():
    graph = build_graph([statement(id="1"), statement(id="2")])
    assert METRICS["opposition_given"].compute(graph)["ada-fenn"] == 2


@pytest.mark.parametrize("key", METRICS)
@given(found=statements())
def test_every_node_has_a_value(key, found):
    graph = build_graph(found)
    values = METRICS[key].compute(graph)
    assert set(values) == set(graph)
    assert all(isinstance(value, float) and value >= 0 for value in values.values())


@pytest.mark.parametrize("key", METRICS)
def test_labels_and_units(key):
    assert METRICS[key].label and METRICS[key].unit


@given(statements())
def test_betweenness_is_that_of_networkx(found):
    graph = build_graph(found)
    expected = nx.betweenness_centrality(nx.DiGraph(graph))
    assert METRICS["betweenness"].compute(graph) == pytest.approx(expected)


@given(statements())
def test_pagerank_satisfies_its_definition(found):
    graph = build_graph(found)
    rank = METRICS["pagerank"].compute(graph)
    given_out = {node: graph.out_degree(node, weight="weight") for node in graph}
    lost = sum(rank[node] for node in graph if not given_out[node])
    for node in graph:
        arriving = sum(
            rank[actor] * weight / given_out[actor]
            for actor, _, weight in graph.in_edges(node, data="weight")
        )
        assert rank[node] == pytest.approx(
            0.15 / len(graph) + 0.85 * (arriving + lost / len(graph)), abs=1e-6
        )


def test_communities_of_two_camps():
    camp = "{0}1 backed {0}2; {0}2 backed {0}3; {0}3 backed {0}1; {0}1 backed {0}3"
    graph = feud("; ".join((camp.format("P"), camp.format("Q"), "P1 criticised Q1", "P9 backed P1")))
    assert communities(graph) == {"p1": 0, "p2": 0, "p3": 0, "p9": 0, "q1": 1, "q2": 1, "q3": 1}


def test_communities_of_loops_and_of_nothing():
    assert communities(feud("A criticised A; B backed B")) == {"a": 0, "b": 1}
    assert communities(nx.MultiDiGraph()) == {}


def test_communities_are_the_same_each_time_and_in_any_order():
    graph = ring(60)
    backwards = nx.MultiDiGraph()
    backwards.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert communities(graph) == communities(graph) == communities(backwards)


def test_a_measured_graph_bears_every_measure_and_leaves_the_first_alone():
    graph = feud(LINES)
    before = {node: dict(data) for node, data in graph.nodes(data=True)}
    nodes = measured(graph).nodes(data=True)
    assert all({*METRICS, "community"} <= set(data) for _, data in nodes)
    assert {node: dict(data) for node, data in graph.nodes(data=True)} == before
