"""What is selected, by a click on the graph, a row of the table or a button; the address keeps it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import streamlit as st

from ui.address import SELECTED, change
from ui.graph_component import Order

GRAPH = "graph"  # key of the graph component
NUMBER, ORDERED = "order", "ordered"  # keys of the last order to the graph
SHOWN = "graph_shows"  # key of what the graph has selected, by its own click or by that order


@dataclass(frozen=True, slots=True)
class Selected:
    """One node or one edge, by its id in the network, or nothing."""

    kind: str = ""  # "node", "edge" or ""
    id: str = ""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The selection written by `str`; anything else selects nothing."""
        kind, _, id = text.partition(":")
        return cls(kind, id) if kind in {"node", "edge"} and id else cls()

    @classmethod
    def from_click(cls, click: Mapping[str, Any]) -> Self:
        """What the graph component reports."""
        for kind in ("node", "edge"):
            if ids := click.get(f"{kind}s"):
                return cls(kind, str(ids[0]))
        return cls()

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.kind else ""


def selected() -> Selected:
    """What is selected now."""
    return Selected.from_text(st.query_params.get(SELECTED, ""))


def parameter(what: Selected) -> dict[str, list[str]]:
    """The selection as a part of the address."""
    return {SELECTED: [str(what)] if what.kind else []}


def select(what: Selected) -> None:
    """Selects; the graph follows."""
    change(parameter(what))


def follow_graph() -> None:
    """Takes over a click on the graph, once."""
    click = (st.session_state.get(GRAPH) or {}).get("selection") or {}
    if _is_news(GRAPH, click.get("click", 0)):
        what = Selected.from_click(click)
        st.session_state[SHOWN] = str(what)
        select(what)


def follow(source: str, what: Selected) -> None:
    """Takes over a selection made elsewhere on the page, such as a row of a table, once."""
    if _is_news(source, str(what)) and what.kind:
        select(what)


def order() -> Order:
    """What the graph component is told: unchanged after its own clicks, so that it draws nothing anew."""
    what = selected()
    if NUMBER not in st.session_state or st.session_state.get(SHOWN) != str(what):
        st.session_state[NUMBER] = st.session_state.get(NUMBER, 0) + 1
        st.session_state[SHOWN] = st.session_state[ORDERED] = str(what)
    ordered = Selected.from_text(st.session_state[ORDERED])
    nodes, edges = (((ordered.id,) if ordered.kind == kind else ()) for kind in ("node", "edge"))
    return Order(st.session_state[NUMBER], nodes, edges)


def _is_news(source: str, value: Hashable) -> bool:
    seen = st.session_state.setdefault("followed", {})
    news = bool(value) and seen.get(source) != value
    seen[source] = value
    return news
