from __future__ import annotations

import math

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from view.curves import bends, curve

CASES = [
    # edges                          swerve of each, in the order of their names
    ("a-b:x", [0.0]),
    ("a-b:x a-b:y", [-0.08, 0.08]),
    ("a-b:x a-b:y a-b:z", [-0.16, 0.0, 0.16]),
    ("a-b:x b-a:x", [0.08, 0.08]),
    ("a-b:x a-b:y b-a:x", [0.08, 0.24, 0.08]),
]


def build(edges: str) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for edge in edges.split():
        ends, relation = edge.split(":")
        graph.add_edge(*ends.split("-"), key=relation)
    return graph


@pytest.mark.parametrize(("edges", "swerves"), CASES)
def test_bends(edges, swerves):
    assert [swerve for _, swerve in sorted(bends(build(edges)).items())] == swerves


@pytest.mark.parametrize(("edges", "_"), CASES)
def test_no_edge_lies_on_another(edges, _):
    places = {"a": (0.0, 0.0), "b": (100.0, 0.0)}
    middles = [
        curve(places[actor], places[target], swerve, (0, 0))[12]
        for (actor, target, _), swerve in bends(build(edges)).items()
    ]
    for place, one in enumerate(middles):
        assert all(math.dist(one, other) > 5 for other in middles[:place])


points = st.tuples(st.floats(-500, 500), st.floats(-500, 500))


@given(points, points, st.floats(-1, 1), st.floats(0, 40), st.floats(0, 40))
def test_a_curve_runs_from_its_actor_to_its_target(start, end, swerve, first, last):
    line = curve(start, end, swerve, (first, last))
    assert all(math.isfinite(value) for point in line for value in point)
    if math.dist(start, end) > 1:
        assert math.dist(line[0], start) <= math.dist(line[0], end) + 1e-6
        assert math.dist(line[-1], end) <= math.dist(line[-1], start) + 1e-6


def test_a_positive_swerve_is_to_the_left_of_the_way():
    assert curve((0, 0), (100, 0), 0.2, (0, 0))[12][1] < 0  # y grows downwards
