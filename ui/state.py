"""What outlives one run of a page: the workspace, and the views of it that were computed already."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx
import streamlit as st

from graph import Filter
from graph.columns import Columns, Ids, Rows
from graph.dated import dated, documents
from graph.drawn import documents_about, drawn_rows, joined, nodes_of, rows_among, size
from graph.totals import Totals, counted_ends, totals
from graph.words import End
from records import Entity, Statement
from ui.recent import Recent
from workspace import Workspace
from workspace.content import Content
from workspace.unmatched import unmatched

ROOM = 1_200_000  # statements of all views that are kept; the graph of a million takes some 300 MB


class View:
    """One filtered graph; shared by all readers, so nothing in it may be changed.

    Args:
        content: Of the database, in which the filter chooses.
    """

    def __init__(self, filter: Filter, content: Content) -> None:
        self.filter = filter
        self._content = content
        self._rows = drawn_rows(content.columns, filter)
        self.statements = len(self._rows)
        """How many the graph's edges count."""

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """Made when it is first asked for: of a million statements in many seconds."""
        frozen: nx.MultiDiGraph[str] = nx.freeze(joined(self.columns, self._rows, self.nodes))
        return frozen

    @cached_property
    def nodes(self) -> Mapping[str, dict[str, Any]]:
        """Each node of the graph -> its attributes, without making the graph."""
        return nodes_of(self.columns, self._rows, self._content.corrected.entities)

    @cached_property
    def ranked(self) -> Sequence[str]:
        """The nodes, those with the most statements first; of equals, by id."""
        return sorted(self.nodes, key=lambda id: (-self.nodes[id]["statements"], id))

    @cached_property
    def edges(self) -> int:
        """How many the graph has, without making it."""
        return size(self.columns, self._rows)[1]

    def among(self, ids: Collection[str]) -> nx.MultiDiGraph[str]:
        """The part of the graph that these nodes make with each other, without making the whole."""
        kept = {id: data for id, data in self.nodes.items() if id in ids}
        part: nx.MultiDiGraph[str] = joined(
            self.columns, rows_among(self.columns, self._rows, kept.keys()), kept
        )
        return part

    def at(self, ids: Collection[str]) -> View:
        """The same view for whoever looks at these nodes only: its graph need not have the edges of others."""
        if "graph" in self.__dict__:
            return self
        part, touched = copy(self), self.columns.about(ids)[self._rows]
        part.__dict__["graph"] = nx.freeze(joined(self.columns, self._rows[touched], self.nodes))
        return part

    @property
    def ids(self) -> Sequence[str]:
        """The statements that the graph's edges count, the newest first."""
        return Ids(self._content.columns.ids, self._rows[::-1])

    @property
    def columns(self) -> Columns:
        """All statements, in view or not."""
        return self._content.columns

    @property
    def rows(self) -> Rows:
        """Those of the columns that the graph's edges count, the oldest first."""
        return self._rows

    def documents(self, entity_id: str) -> list[str]:
        """Ids of the documents that say something in view with the entity at an end, the newest first."""
        return documents_about(self._content.columns, self._rows, entity_id)

    def dated(self) -> Mapping[tuple[str, str], int]:
        """(ISO day, family) -> statements in view."""
        return dated(self._content.columns, self._rows)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All there is, whatever the filter; what makes no edge is left out of the counts."""

    revision: int
    entities: Mapping[str, Entity]
    totals: Totals

    @property
    def statements(self) -> int:
        """How many there are."""
        return self.totals.statements

    @property
    def nodes(self) -> int:
        """How many the graph of them has."""
        return self.totals.nodes

    @property
    def edges(self) -> int:
        """Likewise."""
        return self.totals.edges


@st.cache_resource(show_spinner="Opening the database")
def workspace() -> Workspace:
    """The one workspace of this server."""
    return Workspace()


def corpus() -> Corpus:
    """All there is now."""
    return _corpus(workspace().revision())


def view(filter: Filter) -> View:
    """The graph in view and its statements."""
    revision = workspace().revision()
    key = revision, json.dumps(filter.to_json(), sort_keys=True)
    return _views().get(key, lambda: View(filter, workspace().content()))


def statements(ids: Iterable[str]) -> list[Statement]:
    """The statements of these ids, as corrected, in this order; ids that are gone are left out."""
    return workspace().fetch(ids)


def ends() -> list[tuple[End, int]]:
    """Who and what stands at the ends of statements that make an edge, with the number of times."""
    columns = workspace().content().columns
    return counted_ends(columns, mask=columns.drawn)


def documents_between(since: str | None, until: str | None) -> int:
    """How many documents of the period say anything, whatever the filter; None is open."""
    return documents(workspace().content().columns, since, until)


def misses(filter: Filter) -> Mapping[str, list[str]]:
    """Field of the filter -> its values that nothing has."""
    return _misses(workspace().revision(), json.dumps(filter.to_json(), sort_keys=True))


def is_dark() -> bool:
    """Whether the reader's theme is a dark one."""
    return bool(st.context.theme.type == "dark")


# Read only, so they may be shared (cache_resource) and need not be copied at every run (cache_data).


@st.cache_resource(max_entries=2, show_spinner=False)
def _corpus(revision: int) -> Corpus:
    content = workspace().content()
    return Corpus(revision, content.corrected.entities, totals(content.columns))


@st.cache_resource(show_spinner=False)
def _views() -> Recent[View]:
    return Recent(ROOM, lambda view: view.statements + 1)


@st.cache_resource(max_entries=64, show_spinner=False)
def _misses(revision: int, filter_json: str) -> Mapping[str, list[str]]:
    return unmatched(Filter.from_json(json.loads(filter_json)), workspace().content().columns)
