"""Laws of the layout: the same picture each time, nobody moves, nobody overlaps, nothing is lost far away."""

from __future__ import annotations

import itertools
import math
import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import GraphError
from graph.discs import radius
from graph.layout import lay_out
from graph.layout_large import LARGE, core_of
from graph.layout_lines import LINES, clear_lines
from graph.layout_space import DRAWN, HEIGHT, WIDTH, Space
from tests.graph.factory import feud, ring


@st.composite
def graphs(draw, least=0):
    size = draw(st.integers(least, 14))
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(size))
    pairs = st.tuples(st.integers(0, max(size - 1, 0)), st.integers(0, max(size - 1, 0)))
    for i, j in draw(st.lists(pairs, max_size=20)) if size else []:
        graph.add_edge(f"n{i}", f"n{j}", key="criticised")
    return graph


def overlapping(places):
    return [
        (one, other)
        for one, other in itertools.combinations(places, 2)
        if abs(places[one][0] - places[other][0]) < WIDTH and abs(places[one][1] - places[other][1]) < HEIGHT
    ]


def distance(one, other):
    return math.dist(one, other)


def star(leaves):
    return feud("; ".join(f"Leaf{i} criticised Hub" for i in range(leaves)))


def news(seed):
    """A made-up graph of the sample's shape: a few quarrel much, many are named once, two only with each other."""
    chance, graph = random.Random(seed), nx.MultiDiGraph()
    for number in range(75):
        graph.add_edge(f"n{number + 1}", f"n{int(number * chance.random() ** 2.2)}", key="called for")
    for number in range(40):
        one, other = (f"n{int(8 * chance.random())}" for _ in range(2))
        if one != other:
            graph.add_edge(one, other, key=f"r{number}")
    graph.add_edge("lone", "pair", key="leads")
    for node in graph:
        graph.nodes[node]["statements"] = graph.degree[node]
    return graph


def to_line(point, start, end):
    way = (end[0] - start[0], end[1] - start[1])
    along = ((point[0] - start[0]) * way[0] + (point[1] - start[1]) * way[1]) / (way[0] ** 2 + way[1] ** 2)
    along = min(max(along, 0), 1)
    return distance(point, (start[0] + along * way[0], start[1] + along * way[1]))


def extent(places):
    return [max(column) - min(column) for column in zip(*places.values(), strict=True)]


@pytest.mark.parametrize("seed", range(4))
def test_a_graph_like_the_sample_is_legible(seed):
    graph = news(seed)
    places, radii = lay_out(graph), radius(graph)
    assert not overlapping(places)
    for one, other in itertools.combinations(graph, 2):
        assert distance(places[one], places[other]) >= DRAWN * (radii[one] + radii[other])
    through = {
        (node, *sorted(ends))
        for *ends, _ in graph.edges(keys=True)
        for node in graph.nodes - set(ends)
        if to_line(places[node], *(places[end] for end in ends)) < DRAWN * radii[node]
    }
    assert len(through) <= 5, "of more than 7,000 pairs of a node and a line"
    wide, high = extent(places)
    assert 1.1 < wide / high < 1.6, "the canvas is about 1.35 times as wide as high"


@pytest.mark.parametrize(("lines", "moved"), [(LINES, True), (LINES + 1, False)])
def test_among_too_many_lines_nobody_is_moved_off_them(lines, moved):
    graph = nx.gnm_random_graph(60, lines, seed=3)
    nx.set_edge_attributes(graph, 0.0, "bow")
    space = Space({node: (130.0 * (node % 8), 100.0 * (node // 8)) for node in graph})
    before = dict(space.places)
    clear_lines(graph, space, graph.nodes)
    assert (space.places != before) is moved


def test_a_small_component_stands_where_the_large_leaves_room():
    graph = news(0)
    places = lay_out(graph)
    del places["lone"], places["pair"]
    assert extent(places) == pytest.approx(extent(lay_out(graph)))


def test_hundreds_of_components_are_packed_without_overlap():
    graph = nx.MultiDiGraph((f"a{i}", f"b{i}") for i in range(230))
    places = lay_out(graph)
    assert not overlapping(places)
    wide, high = extent(places)
    assert 0.7 < wide / high < 2.5


@given(graphs())
def test_every_node_has_one_finite_place_of_its_own(graph):
    places = lay_out(graph)
    assert list(places) == list(graph)
    assert all(math.isfinite(value) for place in places.values() for value in place)
    assert not overlapping(places)


@given(graphs(), st.randoms())
def test_the_same_picture_in_whatever_order_the_graph_was_built(graph, random):
    nodes, edges = list(graph), list(graph.edges(keys=True))
    random.shuffle(nodes)
    random.shuffle(edges)
    again = nx.MultiDiGraph()
    again.add_nodes_from(nodes)
    again.add_edges_from(edges)
    assert lay_out(graph) == lay_out(graph) == lay_out(again)


@given(graphs(least=2), st.data())
def test_who_has_a_place_keeps_it(graph, data):
    some = data.draw(st.sets(st.sampled_from(sorted(graph))))
    before = {node: place for node, place in lay_out(graph).items() if node in some}
    places = lay_out(graph, before | {"gone": (0.0, 0.0)})
    assert set(places) == set(graph)
    assert {node: places[node] for node in before} == before
    assert not overlapping(places)


BIG = [ring(30), ring(300), star(120), nx.MultiDiGraph(nx.complete_graph([f"k{i}" for i in range(25)]))]


@pytest.mark.parametrize("graph", BIG, ids=["ring 30", "ring 300", "star", "clique"])
def test_no_overlap_at_real_sizes(graph):
    places = lay_out(graph)
    assert not overlapping(places)
    assert len(set(places.values())) == len(graph)


def test_a_graph_too_large_for_stress_is_laid_out_too():
    places = lay_out(ring(800))
    assert len(places) == 800
    assert not overlapping(places)


def large(size):
    """Whoever came earlier is named more often; some only by each other, a few by nobody."""
    chance, graph = random.Random(7), nx.MultiDiGraph()
    graph.add_nodes_from(f"n{number}" for number in range(size))
    for number in range(1, size - 20):
        graph.add_edge(f"n{number}", f"n{int(number * chance.random() ** 2)}", key="criticised")
    for number in range(size - 20, size - 10):
        graph.add_edge(f"n{number}", f"n{size - 10}", key="backed")
    for node in graph:
        graph.nodes[node]["statements"] = graph.degree[node]
    return graph


def test_in_a_large_graph_the_most_named_stand_as_if_alone_and_the_rest_around_them():
    graph = large(LARGE + 100)
    places = lay_out(graph)
    assert set(places) == set(graph)
    assert len(set(places.values())) == len(graph)
    alone = lay_out(core_of(graph))
    assert {node: places[node] for node in alone} == alone
    assert max(math.hypot(*place) for place in places.values()) < 50 * WIDTH


def test_nobody_in_a_large_graph_moves_when_others_come():
    graph = large(LARGE + 100)
    before = lay_out(graph)
    graph.add_edge("newcomer", "n7", key="criticised")
    places = lay_out(graph, before)
    assert {node: places[node] for node in before} == before
    assert distance(places["newcomer"], places["n7"]) < 20 * WIDTH


def test_a_newcomer_settles_near_its_neighbours():
    graph = ring(30)
    before = lay_out(graph)
    graph.add_edge("newcomer", "n7", key="criticised")
    places = lay_out(graph, before)
    nearest = sorted(before, key=lambda node: distance(places["newcomer"], places[node]))[:3]
    assert "n7" in nearest
    assert distance(places["newcomer"], places["n7"]) < 3 * WIDTH


def test_newcomers_of_newcomers_follow_them():
    graph = feud("A criticised B; B backed C; C backed A")
    before = lay_out(graph)
    graph.add_edge("new1", "a", key="criticised")
    graph.add_edge("new2", "new1", key="criticised")
    places = lay_out(graph, before)
    assert distance(places["new2"], places["new1"]) < 3 * WIDTH


def test_a_new_component_stands_below_what_is_there():
    graph = ring(12)
    before = lay_out(graph)
    graph.add_edge("x", "y", key="criticised")
    places = lay_out(graph, before)
    floor = max(y for _, y in before.values())
    assert places["x"][1] > floor and places["y"][1] > floor


def test_isolates_are_packed_and_do_not_ruin_the_picture():
    graph = ring(20)
    alone = lay_out(graph)
    graph.add_nodes_from(f"isolate{i}" for i in range(30))
    places = lay_out(graph)
    size = [max(p[axis] for p in places.values()) - min(p[axis] for p in places.values()) for axis in (0, 1)]
    before = [max(p[axis] for p in alone.values()) - min(p[axis] for p in alone.values()) for axis in (0, 1)]
    assert size[0] <= 1.5 * max(before[0], before[1] * 1.6)
    assert size[1] <= 3 * before[1]


def test_edges_of_a_chain_are_about_as_long_as_a_label_needs():
    places = lay_out(feud("; ".join(f"C{i} criticised C{i + 1}" for i in range(9))))
    lengths = [distance(places[f"c{i}"], places[f"c{i + 1}"]) for i in range(9)]
    assert min(lengths) >= HEIGHT and max(lengths) < 2.5 * WIDTH


def test_neighbours_stand_nearer_than_strangers():
    graph = ring(40)
    places = lay_out(graph)
    near = [distance(places[u], places[v]) for u, v in graph.edges()]
    far = [distance(places[u], places[v]) for u, v in itertools.combinations(places, 2)]
    assert sum(near) / len(near) < 0.5 * sum(far) / len(far)


def test_nothing():
    assert lay_out(nx.MultiDiGraph()) == {}


@pytest.mark.parametrize("place", [(math.nan, 0.0), (0.0, -math.inf), (1e300, 0.0)])
def test_previous_places_must_be_within_reach(place):
    with pytest.raises(GraphError, match=r"n1: the previous place .* is not within"):
        lay_out(ring(3), {"n1": place})


def test_places_far_out_still_make_room():
    places = lay_out(ring(9), {"n1": (1e7, -1e7)})
    assert not overlapping(places)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=3))
def test_places_given_on_top_of_each_other_stay_and_others_make_room(given_places):
    graph = ring(8)
    before = dict(zip(("n0", "n1", "n2"), given_places, strict=True))
    places = lay_out(graph, before)
    assert {node: places[node] for node in before} == before
    assert all({one, other} <= set(before) for one, other in overlapping(places))
