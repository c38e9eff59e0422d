"""From statements to nodes and edges."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import Filter, build_graph
from graph.build import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from records import Entity
from tests.graph.factory import feud, statement, statements
from tests.graph.test_filters import FILTERS


def test_attributes_of_nodes_and_edges():
    graph = build_graph(
        [
            statement(id="a", date="2031-05-03"),
            statement(id="b", date="2031-05-01", document="courier-7"),
            statement("Cy Holt backed Ada Fenn", id="c", date=None),
        ]
    )
    assert dict(graph.nodes(data=True)) == {
        "ada-fenn": {"name": "Ada Fenn", "type": "person", "party": "Reed", "statements": 3},
        "cy-holt": {"name": "Cy Holt", "type": "person", "party": "Moor", "statements": 3},
    }
    assert list(graph.edges(keys=True, data=True)) == [
        (
            "ada-fenn",
            "cy-holt",
            "criticised",
            {
                "relation": "criticised",
                "family": "opposition",
                "polarity": -1,
                "weight": 2,
                "reports": 2,
                "outlets": 1,
                "first": "2031-05-01",
                "last": "2031-05-03",
                "statement_ids": ["b", "a"],
            },
        ),
        (
            "cy-holt",
            "ada-fenn",
            "backed",
            {
                "relation": "backed",
                "family": "support",
                "polarity": 1,
                "weight": 1,
                "reports": 1,
                "outlets": 1,
                "first": "",
                "last": "",
                "statement_ids": ["c"],
            },
        ),
    ]


NO_EDGE = [{"negated": True}, {"modality": "future"}, {"modality": "question"}, {"status": "rejected"}]


@pytest.mark.parametrize("changes", NO_EDGE)
def test_what_makes_no_edge(changes):
    assert len(build_graph([statement(**changes)])) == 0


REPORTS = [
    # reports of the first statement, its outlet            reports, outlets of the edge of it and a second one
    (None,                                   "Gazette", 2, 1),
    ({},                                     "",        2, 1),
    ({"1": "Gazette", "2": "Courier"},       "Gazette", 3, 2),
    ({"1": "Gazette", "2": "Gazette"},       "Gazette", 3, 1),
    ({"1": "Courier", "2": ""},              "Courier", 3, 2),
]  # fmt: skip


@pytest.mark.parametrize(("published", "outlet", "reports", "outlets"), REPORTS)
def test_statements_reports_and_outlets_are_counted_apart(published, outlet, reports, outlets):
    first, second = statement(id="a", outlet=outlet), statement(id="b", document="courier-7")
    known = {"a": published} if published is not None else None
    edge = build_graph([first, second], reports=known).edges["ada-fenn", "cy-holt", "criticised"]
    assert (edge["weight"], edge["reports"], edge["outlets"]) == (2, reports, outlets)


def test_two_statements_of_one_report_are_one_report():
    found = [statement(id="a"), statement(id="b")]
    edge = build_graph(found, reports={id: {"7": "Bell"} for id in "ab"}).edges[
        "ada-fenn", "cy-holt", "criticised"
    ]
    assert (edge["weight"], edge["reports"], edge["outlets"]) == (2, 1, 1)


def test_parallel_edges_by_relation():
    graph = feud("Ada Fenn criticised Cy Holt; Ada Fenn attacked Cy Holt")
    assert list(graph["ada-fenn"]["cy-holt"]) == ["attacked", "criticised"]


def test_entities_give_name_wikidata_and_party():
    entity = Entity(id="di-lund", name="Dame Di Lund", type="person", party="Lake", wikidata="Q0")
    graph = build_graph([statement("Di Lund backed Bo Marsh")], entities={"di-lund": entity})
    assert graph.nodes["di-lund"] == {
        "name": "Dame Di Lund",
        "type": "person",
        "party": "Lake",
        "statements": 1,
        "wikidata": "Q0",
    }
    assert "wikidata" not in graph.nodes["bo-marsh"]


def test_party_is_that_of_the_latest_statement():
    turncoat = [statement(actor_party="Lake", date="2031-06-01"), statement(date="2031-01-01")]
    assert build_graph(turncoat).nodes["ada-fenn"]["party"] == "Lake"


def test_a_party_is_its_own_party():
    assert feud("Reed criticised Moor").nodes["moor"]["party"] == "Moor"


def test_the_most_frequent_family_wins():
    odd = statement(id="odd", family="demand", polarity=0)
    assert build_graph([odd, statement(id="x"), statement(id="y")]).edges[
        "ada-fenn", "cy-holt", "criticised"
    ]["family"] == ("opposition")


CHAIN = "A criticised B; B backed C; D attacked C; D criticised E; X criticised Y"

EGO = [
    # restriction, edges left
    ({"centre": "B"}, "a>b b>c"),
    ({"centre": "b"}, "a>b b>c"),
    ({"centre": "C"}, "b>c d>c"),
    ({"centre": "A", "depth": 3}, "a>b b>c d>c"),
    ({"centre": "A", "depth": 9}, "a>b b>c d>c d>e"),
    ({"centre": "Nobody"}, ""),
    ({"centre": "A", "people": ["E"]}, ""),
    ({"minimum_statements": 2}, ""),
]


@pytest.mark.parametrize(("restriction", "expected"), EGO)
def test_surroundings_of_a_centre(restriction, expected):
    graph = build_graph([statement(line) for line in CHAIN.split("; ")], Filter(**restriction))
    assert " ".join(f"{actor}>{target}" for actor, target in sorted(graph.edges())) == expected


def test_surroundings_keep_edges_among_the_neighbours():
    lines = ("A criticised B", "A backed C", "B attacked C", "C backed D")
    graph = build_graph([statement(line) for line in lines], Filter(centre="A"))
    assert sorted(graph.edges()) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_minimum_statements_counts_edges_and_nodes_anew():
    found = [statement(id="1"), statement(id="2"), statement("Ada Fenn backed Bo Marsh")]
    graph = build_graph(found, Filter(minimum_statements=2))
    assert sorted(graph) == ["ada-fenn", "cy-holt"]
    assert graph.nodes["ada-fenn"]["statements"] == 2


def test_no_statements():
    graph = build_graph([])
    assert isinstance(graph, nx.MultiDiGraph)
    assert len(graph) == 0


@given(statements(), st.randoms(), FILTERS)
def test_order_and_repetition_are_no_matter(found, random, filter):
    shuffled = [*found, *found]
    random.shuffle(shuffled)
    one, other = build_graph(found, filter), build_graph(shuffled, filter)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


@given(statements(), FILTERS)
def test_filtering_never_adds(found, filter):
    whole, part = build_graph(found), build_graph(found, filter)
    assert set(part) <= set(whole)
    for actor, target, relation, data in part.edges(keys=True, data=True):
        assert set(data["statement_ids"]) <= set(whole.edges[actor, target, relation]["statement_ids"])


@given(statements())
def test_only_plain_values_and_no_attribute_that_networkx_overwrites(found):
    graph = build_graph(found)
    for data in dict(graph.nodes(data=True)).values():
        assert set(data) <= set(NODE_ATTRIBUTES)
        assert all(isinstance(value, str | int) for value in data.values())
    for _, _, data in graph.edges(data=True):
        assert tuple(data) == EDGE_ATTRIBUTES
        assert all(isinstance(value, str | int | list) for value in data.values())


@given(statements())
def test_counts_add_up(found):
    graph = build_graph(found)
    weights = sum(weight for _, _, weight in graph.edges(data="weight"))
    assert weights == sum(statement.makes_edge for statement in found)
    loops = sum(graph.edges[edge]["weight"] for edge in nx.selfloop_edges(graph, keys=True))
    assert sum(dict(graph.nodes(data="statements")).values()) == 2 * weights - loops
