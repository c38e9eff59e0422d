"""A view says of few nodes what it says of all, without making the whole graph."""

from __future__ import annotations

import pytest

from graph import Filter
from ui.state import View, workspace


@pytest.fixture(params=[Filter(), Filter(families={"opposition"})], ids=["everything", "opposition"])
def twice(request, database):
    """The same view, once with its graph made and once without."""
    content = workspace().content()
    return View(request.param, content).graph, View(request.param, content)


def edges(graph, nodes=None):
    kept = graph.edges(keys=True, data=True)
    return [edge for edge in kept if nodes is None or not nodes.isdisjoint(edge[:2])]


def test_what_is_counted_without_the_graph(twice):
    whole, view = twice
    assert list(view.nodes.items()) == list(whole.nodes(data=True))
    assert view.edges == whole.number_of_edges()
    weights = [whole.nodes[node]["statements"] for node in view.ranked]
    assert weights == sorted(weights, reverse=True)
    assert "graph" not in vars(view)


@pytest.mark.parametrize("some", [{"ada-brook", "ben-carter", "nobody"}, {"cara-dunne"}, set()], ids=len)
def test_the_part_that_some_make_with_each_other(twice, some):
    whole, view = twice
    part, expected = view.among(some), whole.subgraph(some)
    assert set(part.nodes) == set(expected.nodes)
    assert edges(part) == edges(expected)
    assert "graph" not in vars(view)


def test_who_looks_at_some_sees_all_their_edges_and_not_those_of_others(twice):
    whole, view = twice
    some = {"harbour-board"}
    part = view.at(some).graph
    assert list(part.nodes(data=True)) == list(whole.nodes(data=True))
    assert edges(part) == edges(whole, some)
    assert len(edges(part)) < len(edges(view.graph))


def test_a_graph_that_is_made_already_is_used(twice):
    view = twice[1]
    assert view.at(set()).graph is not view.graph
    assert view.at(set()) is view
