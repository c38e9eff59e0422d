"""What outlives one run of a page: the workspace, and the views of it that were computed already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import streamlit as st

from graph import Filter
from records import Entity, Statement
from view.network import component_data, draw_network
from workspace import Workspace
from workspace.unmatched import unmatched


@dataclass(frozen=True, slots=True)
class View:
    """One filtered graph; shared by all readers, so nothing in it may be changed."""

    filter: Filter
    graph: nx.MultiDiGraph[str]
    statements: Mapping[str, Statement]  # id -> statement, those that the graph's edges count

    @property
    def ids(self) -> Sequence[str]:
        """The statements that the graph's edges count, the newest first."""
        return sorted(self.statements, key=lambda id: (self.statements[id].date or "", id), reverse=True)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All there is, whatever the filter."""

    revision: int
    statements: tuple[Statement, ...]  # those that make an edge
    entities: Mapping[str, Entity]
    nodes: int
    edges: int


@st.cache_resource(show_spinner="Opening the database")
def workspace() -> Workspace:
    """The one workspace of this server."""
    return Workspace()


def corpus() -> Corpus:
    """All there is now."""
    return _corpus(workspace().revision())


def view(filter: Filter) -> View:
    """The graph in view and its statements."""
    return _view(workspace().revision(), json.dumps(filter.to_json(), sort_keys=True))


def statements(ids: Iterable[str]) -> list[Statement]:
    """The statements of these ids, as corrected, in this order; ids that are gone are left out."""
    known = workspace().content().by_id
    return [known[id] for id in ids if id in known]


def misses(filter: Filter) -> Mapping[str, list[str]]:
    """Field of the filter -> its values that nothing has."""
    return _misses(workspace().revision(), json.dumps(filter.to_json(), sort_keys=True))


def network(filter: Filter, dark: bool) -> Mapping[str, Any]:
    """What the graph component shows of the view."""
    return _network(workspace().revision(), json.dumps(filter.to_json(), sort_keys=True), dark)


def is_dark() -> bool:
    """Whether the reader's theme is a dark one."""
    return bool(st.context.theme.type == "dark")


# Read only, so they may be shared (cache_resource) and need not be copied at every run (cache_data).


@st.cache_resource(max_entries=4, show_spinner=False)
def _corpus(revision: int) -> Corpus:
    statements = tuple(s for s in workspace().statements(Filter()) if s.makes_edge)
    whole = workspace().graph(Filter())
    return Corpus(
        revision, statements, workspace().entities(), whole.number_of_nodes(), whole.number_of_edges()
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _view(revision: int, filter_json: str) -> View:
    filter = Filter.from_json(json.loads(filter_json))
    graph = nx.freeze(workspace().graph(filter))
    shown = {id for _, _, data in graph.edges(data=True) for id in data["statement_ids"]}
    return View(filter, graph, {s.id: s for s in _corpus(revision).statements if s.id in shown})


@st.cache_resource(max_entries=64, show_spinner=False)
def _misses(revision: int, filter_json: str) -> Mapping[str, list[str]]:
    return unmatched(Filter.from_json(json.loads(filter_json)), _corpus(revision).statements)


@st.cache_resource(max_entries=64, show_spinner=False)
def _network(revision: int, filter_json: str, dark: bool) -> Mapping[str, Any]:
    view, positions = _view(revision, filter_json), workspace().positions()
    drawn = component_data(draw_network(view.graph, positions, dark=dark))
    # The view moves to the surroundings of a name; any other filter leaves it, and all sizes, as they are.
    spread = [positions[node] for node in view.graph] if view.filter.centre else list(positions.values())
    return {**drawn, "extent": _extent(spread)}


def _extent(places: Sequence[tuple[float, float]]) -> list[float]:
    """Width and height of what the places span; 1 at least."""
    columns = zip(*places, strict=True) if places else ((0.0,), (0.0,))
    return [max(round(max(column) - min(column), 1), 1.0) for column in columns]
