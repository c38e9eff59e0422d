"""Two periods compared: what is new, gone, stronger, weaker, and whose stance has flipped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.bundles import bundled, family_of, key_of

KINDS = ("flipped", "new", "gone", "stronger", "weaker", "steady")
"""What can have become of a bundle, in the order in which it is told."""
TOLERANCE = 0.1  # share by which a rate must differ to be another; a count differs by any number
PER = 100  # documents that a rate is told for

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of all statements of one family from an actor to a target."""

    actor: str  # ids
    target: str
    family: str
    kind: str  # one of KINDS
    before: int  # statements
    after: int
    rates: tuple[float, float]  # statements in PER documents before and after; counts again if not asked for
    relations: Mapping[str, int]  # of both periods together, the most frequent first


def compare(
    before: nx.MultiDiGraph[str],
    after: nx.MultiDiGraph[str],
    documents: tuple[int, int] | None = None,
) -> list[Change]:
    """What has changed, the flipped first, then by kind and by how much.

    A pair has flipped where the sum of the signs of its statements has changed from plus to minus or back; all its
    bundles of support and opposition are told as flipped then.

    Args:
        before, after: As `build_graph` gives them for the two periods under the same other filters.
        documents: How many documents each period has: then rates are compared, and differ only by more than
            TOLERANCE; a period without any has the rate 0. Counts are compared if not given.
    """
    bundles = [bundled(before), bundled(after)]
    flipped = flipped_pairs(before, after)
    keys = sorted({edge for each in bundles for edge in each.edges(keys=True)})
    found = []
    for actor, target, key in keys:
        data = [each.get_edge_data(actor, target, key) or {} for each in bundles]
        counts = [int(part.get("weight", 0)) for part in data]
        rates = _rates(counts, documents)
        family = family_of(key)
        signed = family in ("support", "opposition")
        kind = (
            "flipped"
            if signed and (actor, target) in flipped
            else _kind(counts, rates, documents is not None)
        )
        found.append(Change(actor, target, family, kind, counts[0], counts[1], rates, _relations(data)))
    return sorted(found, key=_rank)


def flipped_pairs(before: nx.MultiDiGraph[str], after: nx.MultiDiGraph[str]) -> frozenset[Pair]:
    """Those whose net sign is plus in one period and minus in the other."""
    signs = [net_signs(graph) for graph in (before, after)]
    return frozenset(pair for pair, sign in signs[0].items() if sign * signs[1].get(pair, 0) < 0)


def net_signs(graph: nx.MultiDiGraph[str]) -> dict[Pair, int]:
    """(actor, target) -> support minus opposition, in statements."""
    signs: dict[Pair, int] = defaultdict(int)
    for actor, target, data in graph.edges(data=True):
        signs[actor, target] += data["polarity"] * data["weight"]
    return dict(signs)


def joined(
    changes: Iterable[Change], before: nx.MultiDiGraph[str], after: nx.MultiDiGraph[str]
) -> nx.MultiDiGraph[str]:
    """One graph of what has changed, as `graph.bundles.bundled` has it.

    An edge has its kind as `change`, the counts `before` and `after`, and `rates` as `Change` has them; `weight` is the
    larger count, and a node's `statements` are those of the bundles given.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    polarity = {"support": 1, "opposition": -1}
    for change in changes:
        for node in (change.actor, change.target):
            known = (after if node in after else before).nodes[node]
            if node not in graph:
                graph.add_node(node, **{**known, "statements": 0})
            graph.nodes[node]["statements"] += change.before + change.after
        graph.add_edge(
            change.actor,
            change.target,
            key=key_of(change.family),
            family=change.family,
            polarity=polarity.get(change.family, 0),
            weight=max(change.before, change.after),
            first="",
            last="",
            relations=dict(change.relations),
            change=change.kind,
            before=change.before,
            after=change.after,
            rates=change.rates,
        )
    return graph


def rows(
    changes: Iterable[Change], names: Mapping[str, str], normalised: bool
) -> Iterator[dict[str, str | int | float]]:
    """The table: one row for each change, with plain values.

    Args:
        names: Entity id -> name.
        normalised: Whether the rates are of documents, and stand in the table.
    """
    for change in changes:
        row: dict[str, str | int | float] = {
            "change": change.kind,
            "who": names[change.actor],
            "kind": change.family,
            "whom or what": names[change.target],
            "before": change.before,
            "after": change.after,
        }
        if normalised:
            row[f"before per {PER} documents"], row[f"after per {PER} documents"] = (
                round(rate, 2) for rate in change.rates
            )
        row["relations"] = ", ".join(f"{relation} {number}" for relation, number in change.relations.items())
        yield row


def _rates(counts: Sequence[int], documents: tuple[int, int] | None) -> tuple[float, float]:
    if documents is None:
        return float(counts[0]), float(counts[1])
    rates = [PER * count / number if number else 0.0 for count, number in zip(counts, documents, strict=True)]
    return rates[0], rates[1]


def _kind(counts: Sequence[int], rates: tuple[float, float], normalised: bool) -> str:
    if not counts[0] or not counts[1]:
        return "gone" if counts[0] else "new"
    least = TOLERANCE * max(rates) if normalised else 0.0
    if abs(rates[1] - rates[0]) <= least:
        return "steady"
    return "stronger" if rates[1] > rates[0] else "weaker"


def _relations(data: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    counted: dict[str, int] = defaultdict(int)
    for part in data:
        for relation, number in part.get("relations", {}).items():
            counted[relation] += number
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _rank(change: Change) -> tuple[int, float, str, str, str]:
    differ = abs(change.rates[1] - change.rates[0])
    return KINDS.index(change.kind), -differ, change.actor, change.target, change.family
