"""Which part of a large graph is drawn: the most named, what stands out, groups; and what is asked for besides."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.backbone import backbone, significance
from graph.bundles import bundled
from graph.detail import COMPANIONS, LINKS, PARTS, part_of, thinned
from graph.groups import GROUPINGS, by_community, by_party, grouped
from tests.graph.factory import brawl

QUARREL = "; ".join(
    ["Ada Fenn criticised Cy Holt"] * 9
    + [f"Ada Fenn criticised Leaf{i}; Bo Marsh backed Leaf{i}" for i in range(6)]
)


def test_a_link_stands_out_by_its_share_of_its_ends():
    pairs = [("a", "b"), ("a", "c"), ("a", "d"), ("e", "f")]
    chances = significance(pairs, np.array([8.0, 1.0, 1.0, 5.0]))
    assert chances[0] == pytest.approx(0.2**2)  # (1 - 8/10) to the power of 3 links less one
    assert chances[1] == chances[2] == pytest.approx(0.9**2)
    assert chances[3] == 1, "an end with one link only says nothing"


def test_the_backbone_keeps_what_stands_out():
    kept = backbone(brawl(QUARREL), 2)
    assert set(kept) == {"ada-fenn", "cy-holt"}


@pytest.mark.parametrize("kind", sorted(PARTS))
@given(limit=st.integers(0, 12))
def test_a_part_is_never_larger_than_asked_nor_says_more_than_the_graph(kind, limit):
    graph = brawl(QUARREL)
    part = part_of(graph, kind, limit)
    assert len(part) <= limit
    assert set(part.edges(keys=True)) <= set(graph.edges(keys=True))


@pytest.mark.parametrize("kind", sorted(PARTS))
def test_who_is_asked_for_comes_with_its_nearest_and_the_links_to_the_part(kind):
    part = part_of(brawl(QUARREL), kind, 2, ["leaf3", "nobody"])
    assert set(part) - set(part_of(brawl(QUARREL), kind, 2)) == {"leaf3", "bo-marsh"}
    assert part.has_edge("ada-fenn", "leaf3") and part.has_edge("bo-marsh", "leaf3")
    assert len(part_of(brawl(QUARREL), kind, 0, ["ada-fenn"])) == 1 + COMPANIONS


def test_no_more_links_than_can_be_told_apart_and_nobody_loses_the_last():
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(60))
    graph.add_edges_from(
        (i, j, "family:support", {"weight": 9}) for i in range(59) for j in range(59) if i != j
    )
    graph.add_edge(59, 0, "family:support", weight=1)
    thin = thinned(graph)
    assert thin.number_of_edges() == 60 * LINKS + 1
    assert thin.has_edge(59, 0)
    assert thinned(thin.subgraph(range(5))).number_of_edges() == thin.subgraph(range(5)).number_of_edges()


def test_groups_by_party():
    graph = brawl("Ada Fenn criticised Cy Holt; Bo Marsh backed Ada Fenn; Di Lund criticised Reed")
    assert {group.id: group.members for group in by_party(graph)} == {
        "party:reed": ("ada-fenn", "bo-marsh", "reed")
    }


def test_groups_by_community_are_called_after_their_most_named():
    graph = brawl("A criticised B; B criticised C; C criticised A; A criticised B; X backed Y")
    assert [(group.name, len(group.members)) for group in by_community(graph)] == [
        ("A and 2 more", 3),
        ("X and 1 more", 2),
    ]


def test_a_group_is_one_node_until_it_opens():
    graph = brawl("Ada Fenn criticised Cy Holt; Bo Marsh criticised Cy Holt; Bo Marsh backed Ada Fenn")
    closed = grouped(graph, by_party(graph), (), 300)
    assert set(closed) == {"party:reed", "cy-holt"}
    assert closed.nodes["party:reed"]["members"] == 2
    assert closed.nodes["party:reed"]["statements"] == 4
    opened = grouped(graph, by_party(graph), {"party:reed"}, 300)
    assert nx.utils.graphs_equal(opened, bundled(graph))
    assert "bo-marsh" not in grouped(graph, by_party(graph), {"party:reed"}, 1)


@pytest.mark.parametrize("kind", sorted(GROUPINGS))
def test_groups_of_everything_say_no_more_than_the_view_has(kind):
    whole, shown = brawl(QUARREL), brawl("Ada Fenn criticised Leaf1")
    drawn = grouped(shown, GROUPINGS[kind](whole), (), 300)
    assert all(data["statements"] <= 2 for _, data in drawn.nodes(data=True))


@pytest.mark.parametrize("kind", sorted(GROUPINGS))
def test_no_graph_no_group(kind):
    assert GROUPINGS[kind](nx.MultiDiGraph()) == []
