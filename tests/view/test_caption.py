from __future__ import annotations

import networkx as nx
import pytest

from graph.groups import by_party, grouped
from view.caption import CAVEAT, caption, edge_text, node_text
from view.legend import legend, legend_html


def test_a_caption_counts_dates_and_warns(graph):
    assert caption(graph) == (
        "9 nodes, 9 links from 21 statements, reported from 5 January 2025 to 1 February 2025. "
        f"{CAVEAT} Thin, pale lines rest on a single statement."
    )


def test_a_caption_says_what_was_left_out(graph):
    assert caption(graph, 40).startswith("The 9 most named of 40 nodes, 9 links")


def test_a_caption_says_first_which_statements_it_keeps(graph):
    graph = graph.copy()
    graph.graph["kept"] = "Statements by Labour."
    assert caption(graph).startswith("Statements by Labour. 9 nodes, 9 links")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("", "", "2 nodes, 1 link from 1 statement. "),
        ("2025-01-05", "2025-01-05", "2 nodes, 1 link from 1 statement, reported on 5 January 2025. "),
        ("2025-01-05", "", "2 nodes, 1 link from 1 statement, reported on 5 January 2025. "),
    ],
)
def test_days_in_the_caption(first, last, words):
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="praised", weight=1, first=first, last=last)
    assert caption(graph) == words + CAVEAT


def test_an_undated_edge_and_a_nameless_node():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="praised")
    assert edge_text(graph, "a", "b", "praised") == "a praised b\n1 statement in 1 report"
    assert node_text(graph, "a") == "a\n0 statements"


def test_a_party_is_not_said_to_be_its_own_member(graph):
    assert node_text(graph, "civic-alliance") == "Civic Alliance\nparty\n1 statement"
    assert node_text(graph, "ann-archer") == "Ann Archer\nperson, Labour\n8 statements"


def test_the_legend_names_what_occurs_and_nothing_else(graph):
    graph.remove_node("westhaven")
    graph.remove_edge("cy-cole", "civic-alliance", "leads")
    assert {name: [entry.label for entry in entries] for name, entries in legend(graph).items()} == {
        "Lines": ["supports", "opposes", "calls for", "acts on"],
        "Shapes": ["person", "party", "organisation", "inquiry", "demand", "issue"],
        "Colours": ["Civic Alliance", "Conservative", "Labour", "no party known"],
    }


def test_the_legend_says_what_a_group_is(graph):
    graph.nodes["cy-cole"]["party"] = "Labour"
    drawn = grouped(graph, by_party(graph), (), 300)
    assert "several as one; a double click opens it" not in [e.label for e in legend(graph)["Shapes"]]
    assert legend(drawn)["Shapes"][-1].label == "several as one; a double click opens it"


def test_a_group_says_how_many_it_stands_for(graph):
    graph.add_node("party:labour", name="Labour", type="group", party="Labour", statements=9, members=4)
    assert node_text(graph, "party:labour") == "Labour\n4 names\n9 statements"


def test_many_parties_are_cut_short_and_counted():
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"p{i}", {"type": "person", "party": f"List {i:02}"}) for i in range(14))
    labels = [entry.label for entry in legend(graph)["Colours"]]
    assert labels == [*(f"List {i:02}" for i in range(10)), "4 more, in other colours"]


def test_an_empty_graph_has_an_empty_legend():
    assert legend(nx.MultiDiGraph()) == {}
    assert legend_html(nx.MultiDiGraph()) == ""
