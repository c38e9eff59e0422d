"""One edge for a pair and a family, and one node for several entities."""

from __future__ import annotations

import copy

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.bundles import bundled, family_of, key_of
from tests.graph.factory import FAMILIES, brawl

CASES = [
    # statements                                                      bundles: actor family target: relations
    ("A criticised B", ["a opposition b: criticised 1"]),
    ("A criticised B; A attacked B; A criticised B", ["a opposition b: criticised 2, attacked 1"]),
    ("A criticised B; A backed B", ["a opposition b: criticised 1", "a support b: backed 1"]),
    ("A criticised B; B attacked A", ["a opposition b: criticised 1", "b opposition a: attacked 1"]),
    ("A criticised A", ["a opposition a: criticised 1"]),
    ("", []),
]


def told(graph):
    return [
        f"{actor} {family_of(key)} {target}: {', '.join(f'{word} {n}' for word, n in data['relations'].items())}"
        for actor, target, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]


@pytest.mark.parametrize(("statements", "bundles"), CASES)
def test_bundles(statements, bundles):
    assert told(bundled(brawl(statements))) == bundles


def test_what_is_bundled_is_counted_and_dated():
    graph = brawl("A criticised B; A criticised B; A attacked B")
    bundle = bundled(graph).edges["a", "b", key_of("opposition")]
    assert (bundle["weight"], bundle["polarity"]) == (3, -1)
    assert (bundle["first"], bundle["last"]) == ("2031-05-01", "2031-05-01")


def test_only_a_bundle_of_one_knows_its_relation_and_reports():
    alone = bundled(brawl("A criticised B")).edges["a", "b", key_of("opposition")]
    several = bundled(brawl("A criticised B; A attacked B")).edges["a", "b", key_of("opposition")]
    assert (alone["relation"], alone["reports"]) == ("criticised", 1)
    assert "relation" not in several and "reports" not in several


def test_those_that_one_node_stands_for_are_gone_with_what_is_among_them():
    graph = brawl("A criticised B; B attacked C; C criticised A; A backed A")
    drawn = bundled(graph, {"a": "party:x", "b": "party:x"})
    assert set(drawn) == {"party:x", "c"}
    assert told(drawn) == ["c opposition party:x: criticised 1", "party:x opposition c: attacked 1"]


def test_the_key_of_a_relation_is_no_bundle():
    assert family_of("criticised") == ""
    assert family_of(key_of("demand")) == "demand"


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(sorted(FAMILIES)), st.sampled_from("ABC"))))
def test_no_statement_is_lost_and_the_graph_is_left_as_it_was(triples):
    graph = brawl("; ".join(" ".join(triple) for triple in triples))
    before = copy.deepcopy(graph)
    bundles = bundled(graph)
    assert sum(w for *_, w in bundles.edges(data="weight")) == sum(w for *_, w in graph.edges(data="weight"))
    assert nx.utils.graphs_equal(graph, before)
