"""What the component draws: bundles with their counts, and the relations that they open into."""

from __future__ import annotations

import json

import pytest

from graph.bundles import bundled
from view.bundles import bundle_data, edges_of, parts_of
from view.packing import packed


def drawn(graph, positions):
    return {edge["id"]: edge for edge in bundle_data(graph, positions)["edges"]}


def test_one_edge_for_each_pair_and_family_with_its_count(graph, positions):
    edges = drawn(graph, positions)
    assert edges["ann-archer|family:opposition|bob-barker"]["count"] == 5
    assert edges["bob-barker|family:support|ann-archer"]["count"] == 2
    assert len(edges) == len(bundled(graph).edges)


def test_a_bundle_of_several_says_what_it_holds(graph, positions):
    title = drawn(graph, positions)["ann-archer|family:opposition|bob-barker"]["title"]
    assert title == (
        "Ann Archer opposes Bob Barker\n"
        "5 statements: criticised 4, accused 1, from 5 January 2025 to 1 February 2025"
    )


def test_between_two_nodes_all_bundles_open_and_no_relation_lies_on_another(graph, positions):
    edges = drawn(graph, positions)
    there = edges["ann-archer|family:opposition|bob-barker"]["opened"]
    back = edges["bob-barker|family:support|ann-archer"]["opened"]
    assert [(edge["id"], edge["words"], edge["count"]) for edge in (*there, *back)] == [
        ("ann-archer|accused|bob-barker", "accused", 1),
        ("ann-archer|criticised|bob-barker", "criticised", 4),
        ("bob-barker|praised|ann-archer", "praised", 2),
    ]
    curves = [(edge["from"], edge["smooth"]["roundness"]) for edge in (*there, *back)]
    assert len(set(curves)) == 3


def test_a_bundle_of_one_does_not_open_and_names_its_relation(graph, positions):
    edge = drawn(graph, positions)["cy-cole|family:affiliation|civic-alliance"]
    assert "opened" not in edge
    assert edge["alone"] == "cy-cole|leads|civic-alliance"


@pytest.mark.parametrize(
    ("id", "relations"),
    [
        ("ann-archer|accused|bob-barker", ["accused"]),
        ("ann-archer|family:opposition|bob-barker", ["criticised", "accused"]),
        ("ann-archer|family:support|bob-barker", []),
        ("ann-archer|praised|bob-barker", []),
        ("ann-archer|accused|nobody", []),
        ("nonsense", []),
        ("", []),
    ],
)
def test_the_edges_that_an_id_stands_for(graph, id, relations):
    assert [relation for _, _, relation in edges_of(graph, id)] == relations


def test_an_id_has_three_parts():
    assert parts_of("a|family:demand|b") == ("a", "b", "family:demand")


def test_packed_each_look_is_sent_once_and_nothing_is_lost(graph, positions):
    network = bundle_data(graph, positions)
    small = packed(network)
    assert len({json.dumps(look) for look in small["looks"]}) == len(small["looks"])

    def whole(item):
        opened = {"opened": [whole(one) for one in item["opened"]]} if "opened" in item else {}
        return small["looks"][item["look"]] | {k: v for k, v in item.items() if k != "look"} | opened

    assert [whole(item) for item in small["nodes"] + small["edges"]] == network["nodes"] + network["edges"]
