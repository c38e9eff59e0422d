from __future__ import annotations

import copy
import json
import math

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import GraphError
from graph.detail import most_named
from view import palette
from view.labels import plain
from view.network import component_data, dashes, draw_network, edge_width


def edge_of(data, id_):
    return next(edge for edge in data["edges"] if edge["id"] == id_)


def test_every_node_and_edge_is_drawn_once_in_its_place(graph, positions):
    data = component_data(draw_network(graph, positions))
    assert {node["id"]: (node["x"], node["y"]) for node in data["nodes"]} == positions
    assert {(e["from"], e["to"], e["id"]) for e in data["edges"]} == {
        (actor, target, f"{actor}|{relation}|{target}") for actor, target, relation in graph.edges(keys=True)
    }
    assert (data["shown"], data["total"]) == (9, 9)


def test_the_graph_is_left_as_it_was(graph, positions):
    before = copy.deepcopy(graph)
    draw_network(graph, positions, limit=3)
    assert nx.utils.graphs_equal(graph, before)


def test_what_goes_to_the_browser_is_plain_json(graph, positions):
    data = component_data(draw_network(graph, positions))
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert data["options"]["physics"] == {"enabled": False}
    assert data["options"]["interaction"]["keyboard"] == {"enabled": True, "bindToWindow": False}
    assert "'Segoe UI'" in data["options"]["nodes"]["font"]["face"]


def test_light_and_dark_differ_in_colour_alone(graph, positions):
    light, dark = (component_data(draw_network(graph, positions, dark=side)) for side in (False, True))
    for one, other in zip(light["nodes"] + light["edges"], dark["nodes"] + dark["edges"], strict=True):
        assert one.pop("color") != other.pop("color")
        assert one == other


@pytest.mark.parametrize(
    ("id_", "dashed", "head", "curve"),
    [
        ("ann-archer|criticised|bob-barker", True, "bar", "curvedCW"),
        ("bob-barker|praised|ann-archer", False, "arrow", "curvedCW"),
        ("harbour-office|commissioned|quay-inquiry", True, "diamond", None),
        ("cy-cole|leads|civic-alliance", False, "circle", None),
    ],
)
def test_the_look_of_an_edge(graph, positions, id_, dashed, head, curve):
    edge = edge_of(component_data(draw_network(graph, positions)), id_)
    assert bool(edge["dashes"]) == dashed
    assert edge["arrows"]["to"]["type"] == head
    assert (edge["smooth"] and edge["smooth"]["type"]) == (curve or False)


def test_a_person_is_coloured_by_party_and_a_body_by_type(graph, positions):
    nodes = {node["id"]: node for node in component_data(draw_network(graph, positions))["nodes"]}
    assert nodes["ann-archer"]["color"]["background"] == palette.PARTIES["labour"].light
    assert nodes["cy-cole"]["color"]["background"] == palette.NEUTRAL.light
    assert nodes["quay-inquiry"]["color"]["background"] == palette.TYPES["inquiry"].light
    assert nodes["quay-inquiry"]["shape"] == "diamond"


def test_a_long_name_is_short_on_the_label_and_whole_in_the_tooltip(graph, positions):
    nodes = {node["label"]: node for node in component_data(draw_network(graph, positions))["nodes"]}
    node = nodes["a full public inquiry into the…"]
    assert node["title"] == "a full public inquiry into the quay contracts\ndemand\n9 statements"


def test_an_edge_says_how_often_and_when(graph, positions):
    edge = edge_of(component_data(draw_network(graph, positions)), "ann-archer|criticised|bob-barker")
    assert edge["title"] == (
        "Ann Archer criticised Bob Barker\n4 statements in 1 report, from 5 January 2025 to 1 February 2025"
    )


def test_the_limit_keeps_those_with_the_most_statements_and_says_so(graph, positions):
    network = draw_network(graph, positions, limit=3)
    assert {node["id"] for node in network.nodes} == {
        "bob-barker",
        "a-full-public-inquiry-into-the-quay-contracts",
        "ann-archer",
    }
    assert (network.shown, network.total) == (3, 9)


@given(st.integers(0, 12))
def test_most_named_never_adds(limit):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{i}", {"statements": i % 3}) for i in range(9))
    kept = most_named(graph, limit)
    assert len(kept) == min(limit, 9)
    least = min((kept.nodes[n]["statements"] for n in kept), default=math.inf)
    assert all(graph.nodes[n]["statements"] <= least for n in set(graph) - set(kept))


def test_any_measure_can_be_the_size(graph, positions):
    sizes = dict.fromkeys(graph, 0.0) | {"cy-cole": 0.7}
    nodes = {n["id"]: n["size"] for n in draw_network(graph, positions, sizes=sizes).nodes}
    assert nodes["cy-cole"] == 30
    assert set(nodes.values()) == {9.0, 30.0}


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_more_statements_never_make_a_thinner_edge(one, other, heaviest):
    low, high = sorted((one, other))
    assert 1.5 <= edge_width(low, heaviest) <= edge_width(high, heaviest) <= 6


def test_where_edges_are_heavy_they_still_differ():
    assert edge_width(40, 800) < edge_width(400, 800) < edge_width(800, 800) == 6


@pytest.mark.parametrize("family", [name for name, style in palette.FAMILIES.items() if style.dash])
@given(weight=st.integers(1, 10**6))
def test_a_dashed_edge_shows_its_gaps_however_thick(family, weight):
    pattern = dashes(palette.FAMILIES[family].dash, weight)
    assert min(pattern[1::2]) - edge_width(weight) >= 2, (
        "a dash's round ends reach half the width into the gap"
    )


def test_in_a_large_graph_only_opposition_is_dashed():
    graph = nx.MultiDiGraph()
    for number in range(251):
        graph.add_edge("a", "b", key=f"r{number}", family="opposition")
        graph.add_edge("b", "a", key=f"r{number}", family="demand")
    edges = draw_network(graph, {"a": (0, 0), "b": (9, 9)}).edges
    assert {bool(edge["dashes"]) for edge in edges if edge["from"] == "a"} == {True}
    assert {bool(edge["dashes"]) for edge in edges if edge["from"] == "b"} == {False}


def test_a_node_without_a_place_is_named():
    graph = nx.MultiDiGraph()
    graph.add_node("ann-archer")
    with pytest.raises(GraphError, match="no position for node 'ann-archer'"):
        draw_network(graph, {})


def test_no_statement_is_no_fault():
    assert component_data(draw_network(nx.MultiDiGraph(), {}))["nodes"] == []


def test_no_name_reaches_the_template_that_writes_titles_as_html(named):
    network = draw_network(*named('<a href="x">href</a>'))
    assert "innerHTML = nodeData" not in network.generate_html()


@given(text=st.text(alphabet=st.characters()))
def test_tooltips_are_plain_lines_whatever_the_names(named, text):
    network = draw_network(*named(text))
    for item in network.nodes + network.edges:
        assert "href" not in item["title"]
        for line in item["title"].split("\n"):
            assert plain(line) == line.replace("\u2060", "")
