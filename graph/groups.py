"""Entities drawn together: by party or by community, each group one node that opens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.bundles import bundled
from graph.measures import communities
from records import slug

GROUP = "group"  # type of a node that stands for several
SEVERAL = 2  # members that make a group; one alone is drawn as itself


UNALIGNED = {
    "person": "no party known",
    "organization": "organisations",
    "inquiry": "inquiries",
    "demand": "demands",
    "issue": "issues",
    "place": "places",
}
"""Type -> what the group of those that have no party is called."""


@dataclass(frozen=True, slots=True)
class Group:
    """Several entities that one node can stand for."""

    id: str  # "party:labour", "community:3", which no entity's id is
    name: str
    party: str  # that colours it; of a community the one of more than half, if there is one
    members: tuple[str, ...]  # the most statements first


def by_party(graph: nx.MultiDiGraph[str]) -> list[Group]:
    """People and parties by party; everything else, and people of whom no party is known, by type."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        party, kind = str(data.get("party") or ""), str(data.get("type") or "entity")
        if party:
            found[f"party:{slug(party)}", party, party].append(node)
        else:
            found[f"kind:{slug(kind)}", UNALIGNED.get(kind, "others"), ""].append(node)
    return _groups(graph, {key: members for key, members in found.items() if len(members) >= SEVERAL})


def by_community(graph: nx.MultiDiGraph[str]) -> list[Group]:
    """Who has more to do with each other than with the rest; called after the most named of them."""
    found: dict[int, list[str]] = defaultdict(list)
    for node, number in communities(graph).items():
        found[number].append(node)
    named: dict[tuple[str, str, str], list[str]] = {}
    for number, members in found.items():
        if len(members) >= SEVERAL:
            first = min(members, key=lambda node: _rank(graph, node))
            name = f"{graph.nodes[first].get('name', first)} and {len(members) - 1:,} more"
            named[f"community:{number}", name, _shared_party(graph, members)] = members
    return _groups(graph, named)


GROUPINGS: Mapping[str, Callable[[nx.MultiDiGraph[str]], list[Group]]] = {
    "parties": by_party,
    "communities": by_community,
}
"""Name in the address -> how the whole graph falls into groups."""


def grouped(
    graph: nx.MultiDiGraph[str], groups: Collection[Group], opened: Collection[str], limit: int
) -> nx.MultiDiGraph[str]:
    """The graph with one node for each group, bundled.

    Args:
        graph: Of what is in view, as `build_graph` returns it.
        groups: Of the whole graph; members out of view are no matter.
        opened: Ids of groups whose members are drawn themselves, at most `limit` of each.

    Returns:
        As `bundled`; a group's node has `name`, `type` "group", `party`, `statements` (the sum of its members'
        in view) and `members` (how many are in view).
    """
    into = {
        member: group.id
        for group in groups
        if group.id not in opened
        for member in group.members
        if member in graph
    }
    left_out = {
        member
        for group in groups
        if group.id in opened
        for member in [member for member in group.members if member in graph][limit:]
    }
    made = bundled(graph.subgraph(node for node in graph if node not in left_out), into)
    for group in groups:
        if group.id in made:
            made.nodes[group.id].update(_attributes(graph, group))
    return made


def _shared_party(graph: nx.MultiDiGraph[str], members: Collection[str]) -> str:
    """The party of more than half of them; "" if there is none."""
    counted = Counter(str(graph.nodes[member].get("party") or "") for member in members)
    party, number = counted.most_common(1)[0]
    return party if number > len(members) / 2 else ""


def _attributes(graph: nx.MultiDiGraph[str], group: Group) -> dict[str, Any]:
    members = [member for member in group.members if member in graph]
    statements = sum(int(graph.nodes[member].get("statements", 0)) for member in members)
    return {
        "name": group.name,
        "type": GROUP,
        "party": group.party,
        "statements": statements,
        "members": len(members),
    }


def _groups(graph: nx.MultiDiGraph[str], found: Mapping[tuple[str, str, str], list[str]]) -> list[Group]:
    groups = [
        Group(id, name, party, tuple(sorted(members, key=lambda node: _rank(graph, node))))
        for (id, name, party), members in found.items()
    ]
    return sorted(groups, key=lambda group: (-len(group.members), group.id))


def _rank(graph: nx.MultiDiGraph[str], node: str) -> tuple[int, str]:
    return -int(graph.nodes[node].get("statements", 0)), node
