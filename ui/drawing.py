"""What the graph component draws of a view: computed once, and shared by all readers."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import streamlit as st

from graph import Filter
from graph.bundles import bundled
from graph.detail import brought_along, part_of, thinned
from graph.groups import GROUPINGS, Group, grouped
from graph.layout import lay_out
from graph.measures import METRICS
from ui.look import DETAILS, LIMITS, SIZES, Look
from ui.state import View, corpus, view, workspace
from view.bundles import bundle_data
from view.labels import count
from view.packing import packed

Positions = Mapping[str, tuple[float, float]]

SLOW = {"betweenness": 3_000}
"""Measure -> nodes in view above which it takes longer than anybody waits."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn; shared, so nothing in it may be changed."""

    data: Mapping[str, Any]  # for the component
    graph: nx.MultiDiGraph[str]  # the bundles, and the nodes and groups at their ends
    total: int  # names in view
    links: int  # bundles there would be without the limit


def drawing(filter: Filter, look: Look, dark: bool, wanted: Collection[str] = ()) -> Drawing:
    """What is drawn of the view.

    Args:
        wanted: Ids that are drawn too, wherever they rank, if they are in view.
    """
    revision, words = workspace().revision(), json.dumps(filter.to_json(), sort_keys=True)
    kind = (look.detail, look.names, tuple(sorted(look.opened)))
    drawn, nodes = _parts(revision, words, kind, ())[1], view(filter).nodes
    missing = {*look.also, *wanted} & nodes.keys() - set(drawn) if not look.grouped else ()
    size = _quick(look.size, len(nodes))
    return _drawing(revision, words, kind, tuple(sorted(missing)), size, dark)


def controls(drawn: Drawing, look: Look) -> dict[str, Any]:
    """What the component offers around the graph; see its `bar.js`."""
    words, shown = count(drawn.total, "name"), len(drawn.graph)
    if not look.grouped and shown < drawn.total:
        words = f"{shown:,} of {words}"
    if drawn.links > drawn.graph.number_of_edges():
        words += f", {drawn.graph.number_of_edges():,} of {count(drawn.links, 'link')}"
    return {
        "shown": words,
        "more": f"Draw {limit}" if (limit := more(drawn, look)) else "",
        "draw": {
            "value": look.detail,
            "options": [[key, f"Draw: {label}"] for key, label in DETAILS.items()],
        },
        "size": {
            "value": _quick(look.size, drawn.total),
            "options": [
                [key, f"Size: {label}"] for key, label in SIZES.items() if _quick(key, drawn.total) == key
            ],
        },
    }


def is_placed(look: Look) -> bool:
    """Whether all that is drawn has its place; of many names, finding one for each takes many seconds."""
    kind = (look.detail, look.names, tuple(sorted(look.opened)))
    return _placed().get(kind if look.grouped else None) == workspace().revision()


def more(drawn: Drawing, look: Look) -> int:
    """The next limit of names that would draw more; 0 where there is none."""
    waiting = not look.grouped and drawn.total > len(drawn.graph) >= look.names
    return next((limit for limit in LIMITS if limit > look.names), 0) if waiting else 0


def groups_of(detail: str) -> Sequence[Group]:
    """How the whole graph falls into groups; none where no groups are drawn."""
    return _groups(corpus().revision, detail) if detail in GROUPINGS else ()


def _quick(size: str, nodes: int) -> str:
    """The measure, or where that takes too long for so many nodes, the number of statements."""
    return size if nodes <= SLOW.get(size, nodes) else "statements"


Kind = tuple[str, int, tuple[str, ...]]  # detail, names, opened


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawing(
    revision: int, filter_json: str, kind: Kind, also: tuple[str, ...], size: str, dark: bool
) -> Drawing:
    shown = view(Filter.from_json(json.loads(filter_json)))
    part, bundles = _parts(revision, filter_json, kind, also)
    places = _places(revision, kind)
    thin = thinned(bundles, least=0) if kind[0] in GROUPINGS else thinned(bundles)
    sizes = None if size == "statements" else _sizes(revision, filter_json, kind[0], size)
    data = bundle_data(part, places, dark=dark, sizes=sizes, bundles=thin)
    # The view moves to the surroundings of a name; any other filter leaves it, and all sizes, as they are.
    spread = thin if shown.filter.centre else _parts(revision, "{}", kind, ())[1]
    data["extent"] = _extent([places[node] for node in spread])
    return Drawing(packed(data), nx.freeze(thin), len(shown.nodes), bundles.number_of_edges())


@st.cache_resource(max_entries=32, show_spinner=False)
def _parts(
    revision: int, filter_json: str, kind: Kind, also: tuple[str, ...]
) -> tuple[nx.MultiDiGraph[str], nx.MultiDiGraph[str]]:
    """The part of the graph that is drawn, and its bundles."""
    shown = view(Filter.from_json(json.loads(filter_json)))
    detail, names, opened = kind
    if detail in GROUPINGS:
        return shown.graph, grouped(shown.graph, groups_of(detail), opened, names)
    part = _most_named(shown, names, also) if detail == "top" else part_of(shown.graph, detail, names, also)
    return part, bundled(part)


def _most_named(shown: View, names: int, also: Collection[str]) -> nx.MultiDiGraph[str]:
    """As `part_of`, without making the whole graph."""
    top = frozenset(shown.ranked[:names])
    return shown.among(top | brought_along(shown.at(also).graph, also, top) if also else top)


@st.cache_resource(max_entries=8, show_spinner=False)
def _groups(revision: int, detail: str) -> Sequence[Group]:
    return GROUPINGS[detail](view(Filter()).graph)


@st.cache_resource(show_spinner=False)
def _placed() -> dict[Kind | None, int]:
    """Kind of grouping, None for single names -> revision for which they were placed."""
    return {}


@st.cache_resource(max_entries=16, show_spinner=False)
def _places(revision: int, kind: Kind) -> Positions:
    """Where everything stands, whatever the filter; a group that opens leaves the others where they are."""
    detail, names, opened = kind
    if detail not in GROUPINGS:
        places = workspace().positions()
    else:
        before = _places(revision, (detail, names, ())) if opened else None
        places = lay_out(_parts(revision, "{}", kind, ())[1], before)
    _placed()[kind if detail in GROUPINGS else None] = revision
    return places


@st.cache_resource(max_entries=32, show_spinner=False)
def _sizes(revision: int, filter_json: str, detail: str, size: str) -> Mapping[str, float]:
    """Node -> measure; a group has the sum of its members in view."""
    values = METRICS[size].compute(view(Filter.from_json(json.loads(filter_json))).graph)
    return values | {
        group.id: sum(values.get(member, 0.0) for member in group.members) for group in groups_of(detail)
    }


def _extent(places: Sequence[tuple[float, float]]) -> list[float]:
    """Width and height of what the places span; 1 at least."""
    columns = zip(*places, strict=True) if places else ((0.0,), (0.0,))
    return [max(round(max(column) - min(column), 1), 1.0) for column in columns]
