"""A small graph of made-up people that has every family, every type, parallel edges both ways and a loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from records import POLARITY, Document, Statement, slug

PEOPLE = {
    "Ann Archer": ("person", "Labour"),
    "Bob Barker": ("person", "Conservative"),
    "Cy Cole": ("person", ""),
    "Civic Alliance": ("party", "Civic Alliance"),
    "Harbour Office": ("organization", ""),
    "Quay Inquiry": ("inquiry", ""),
    "a full public inquiry into the quay contracts": ("demand", ""),
    "Tides Bill": ("issue", ""),
    "Westhaven": ("place", ""),
}
LINKS = [
    ("Ann Archer", "criticised", "opposition", "Bob Barker", 4),
    ("Ann Archer", "accused", "opposition", "Bob Barker", 1),
    ("Bob Barker", "praised", "support", "Ann Archer", 2),
    ("Bob Barker", "called for", "demand", "a full public inquiry into the quay contracts", 9),
    ("Harbour Office", "commissioned", "action", "Quay Inquiry", 1),
    ("Cy Cole", "leads", "affiliation", "Civic Alliance", 1),
    ("Cy Cole", "contradicted", "opposition", "Cy Cole", 1),
    ("Ann Archer", "defended", "support", "Tides Bill", 1),
    ("Cy Cole", "visited", "action", "Westhaven", 1),
]


def _graph() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for name, (kind, party) in PEOPLE.items():
        graph.add_node(slug(name), name=name, type=kind, party=party, statements=0)
    for actor, relation, family, target, weight in LINKS:
        ends = slug(actor), slug(target)
        graph.add_edge(
            *ends,
            key=relation,
            relation=relation,
            family=family,
            polarity=POLARITY[family],
            weight=weight,
            reports=1,
            first="2025-01-05",
            last="2025-02-01",
            statement_ids=[f"{ends[0]}-{number}" for number in range(weight)],
        )
        for end in ends:
            graph.nodes[end]["statements"] += weight
    return graph


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return _graph()


@pytest.fixture
def positions(graph: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    return {node: (160.0 * (place % 4), 140.0 * (place // 4)) for place, node in enumerate(sorted(graph))}


@pytest.fixture(scope="session")
def named() -> Callable[..., tuple[nx.MultiDiGraph, dict[str, tuple[float, float]]]]:
    """The graph with other names, texts of relations and parties, and places for it."""

    def rename(text: str) -> tuple[nx.MultiDiGraph, dict[str, tuple[float, float]]]:
        graph = _graph()
        for _, data in graph.nodes(data=True):
            data["name"], data["party"] = text, text
        for _, _, data in graph.edges(data=True):
            data["relation"] = text
        return graph, {node: (90.0 * place, 60.0 * (place % 3)) for place, node in enumerate(graph)}

    return rename


@pytest.fixture(scope="session")
def state() -> Callable[..., tuple[Statement, Document]]:
    """A statement out of a text, told by the words of its evidence and its three roles."""

    def make(
        text: str, evidence: str, actor: str, cue: str, target: str, **changes: Any
    ) -> tuple[Statement, Document]:
        def span(words: str) -> tuple[int, int]:
            return text.index(words), text.index(words) + len(words)

        start, end = span(evidence)
        fields: dict[str, Any] = {
            "id": "s1",
            "document": "d1",
            "actor": "Ann Archer",
            "actor_id": "ann-archer",
            "actor_type": "person",
            "relation": "criticised",
            "family": "opposition",
            "polarity": -1,
            "target": "Bob Barker",
            "target_id": "bob-barker",
            "target_type": "person",
            "evidence": evidence,
            "start": start,
            "end": end,
            "actor_span": span(actor),
            "cue_span": span(cue),
            "target_span": span(target),
        }
        document = Document(
            id="d1", text=text, date="2025-01-05", outlet="The Gazette", url="https://gazette.example/a"
        )
        return Statement(**(fields | changes)), document

    return make
