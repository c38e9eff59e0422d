"""How two are connected: the shortest chains first, each with the product of its signs."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.paths import FARTHEST, connections
from tests.graph.factory import brawl, ring

CASES = [
    # statements                                                    chains from A to D, each with its sign
    ("A criticised D", ["a d -1"]),
    ("D backed A", ["a d 1"]),
    ("A criticised B; B criticised D", ["a b d 1"]),
    ("A criticised B; D backed B", ["a b d -1"]),
    ("A backed B; B backed D; A criticised D", ["a d -1", "a b d 1"]),
    ("A backed B; B backed D; A backed C; C backed D; A backed C", ["a c d 1", "a b d 1"]),
    ("A criticised B; A criticised B; A backed B; B backed D", ["a b d -1"]),
    ("A called for B; B backed D; A backed C; C backed D", ["a c d 1"]),
    ("A called for B; B backed D", ["a b d 0"]),
    ("A backed B; C backed D", []),
    ("A backed B", []),
    ("A backed A; D backed D", []),
]


@pytest.mark.parametrize(("statements", "chains"), CASES)
def test_connections(statements, chains):
    found = connections(brawl(statements), "a", "d")
    assert [f"{' '.join(chain.nodes)} {chain.sign}" for chain in found] == chains


def test_a_step_says_who_did_what_how_often():
    (chain,) = connections(brawl("B criticised A; B criticised A; B attacked A; B backed D"), "a", "d")
    step = chain.steps[0]
    assert (step.actor, step.target, step.weight) == ("b", "a", 3)
    assert step.relations == ("criticised", "attacked")


def test_never_more_than_asked_for():
    many = "; ".join(f"A backed M{i}; M{i} backed D" for i in range(9))
    assert len(connections(brawl(many), "a", "d", 5)) == 5


def test_a_long_way_round_is_no_connection():
    graph = ring(4 * FARTHEST)
    assert connections(graph, "n0", f"n{FARTHEST}")
    assert not connections(graph, "n0", f"n{FARTHEST + 1}")


@pytest.mark.parametrize("ends", [("a", "a"), ("a", "nobody"), ("nobody", "a")])
def test_nobody_and_oneself_are_no_fault(ends):
    assert connections(brawl("A backed B"), *ends) == []
    assert connections(nx.MultiDiGraph(), *ends) == []
