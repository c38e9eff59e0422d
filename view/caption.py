"""What a drawn graph shows, in one sentence that goes with it wherever it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graph.export.rows import kept
from view import palette
from view.labels import count, day, kind, plain, shorten

CAVEAT = "Read from reports by machine: check the evidence before quoting."
RELATIONS = 4  # named in a tooltip
DESCRIBED = 400  # characters of a filter; the data files and the snapshot have the whole


def caption(graph: nx.MultiDiGraph[str], total: int | None = None) -> str:
    """Which statements the graph keeps, what it counts, its days; `total` nodes if only the most named are drawn.

    >>> caption(nx.MultiDiGraph())
    'No statement to draw.'
    """
    shown_of = f"{shorten(plain(words), DESCRIBED)} " if (words := kept(graph)) else ""
    if not graph:
        return f"{shown_of}No statement to draw."
    edges = [data for _, _, data in graph.edges(data=True)]
    statements = sum(int(data.get("weight", 1)) for data in edges)
    nodes = graph.number_of_nodes()
    shown = count(nodes, "node")
    if total is not None and total > nodes:
        shown = f"the {nodes:,} most named of {total:,} nodes"
    between = f", reported {days}" if (days := _days(edges)) else ""
    sentence = f"{shown}, {count(len(edges), 'link')} from {count(statements, 'statement')}{between}."
    thin = " Thin, pale lines rest on a single statement." if statements > len(edges) else ""
    return f"{shown_of}{sentence[0].upper()}{sentence[1:]} {CAVEAT}{thin}"


def _days(edges: Iterable[dict[str, Any]]) -> str:
    days = sorted(d for data in edges for d in (data.get("first"), data.get("last")) if d)
    if not days:
        return ""
    return f"on {day(days[0])}" if days[0] == days[-1] else f"from {day(days[0])} to {day(days[-1])}"


def edge_text(graph: nx.MultiDiGraph[str], actor: str, target: str, relation: str) -> str:
    """One edge or bundle of edges in plain lines: the sentence, how often, when."""
    data = graph.edges[actor, target, relation]
    names = (graph.nodes[end].get("name", end) for end in (actor, target))
    several = len(data.get("relations", ())) > 1
    verb = palette.family(data["family"]).label if several else data.get("relation", relation)
    weight, days = count(int(data.get("weight", 1)), "statement"), _days([data])
    often = (
        f"{weight}: {_listed(data['relations'])}"
        if several
        else f"{weight} in {count(int(data.get('reports', 1)), 'report')}"
    )
    return f" {verb} ".join(names) + f"\n{often}" + (f", {days}" if days else "")


def _listed(relations: Mapping[str, int]) -> str:
    """The most frequent relations, each with its number."""
    shown = [f"{relation} {number}" for relation, number in relations.items()][:RELATIONS]
    rest = len(relations) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def node_text(graph: nx.MultiDiGraph[str], node: str) -> str:
    """One node in plain lines: full name, type and party, how many statements."""
    data = graph.nodes[node]
    party = data.get("party", "")
    what = kind(data.get("type", ""))
    if party and party != data.get("name"):
        what += f", {party}"
    if members := int(data.get("members", 0)):
        what = count(members, "name")
    return "\n".join(
        line
        for line in (data.get("name", node), what, count(int(data.get("statements", 0)), "statement"))
        if line
    )
