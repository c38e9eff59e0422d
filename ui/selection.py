"""What is selected, by a click on the graph, a row of the table or a button; kept in the address."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import streamlit as st

from ui.graph_component import Order

GRAPH = "graph"  # key of the graph component
ADDRESS = "selected"  # name in the address


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
    _start()
    return Selected.from_text(st.session_state[ADDRESS])


def select(what: Selected) -> None:
    """Selects from the page's side; the graph follows."""
    _start()
    _keep(what)
    st.session_state["order"] += 1


def follow_graph() -> None:
    """Takes over a click on the graph, once."""
    click = (st.session_state.get(GRAPH) or {}).get("selection") or {}
    if _is_news(GRAPH, click.get("click", 0)):
        _keep(Selected.from_click(click))


def follow(source: str, what: Selected) -> None:
    """Takes over a selection made elsewhere on the page, such as a row of a table, once."""
    if _is_news(source, str(what)) and what.kind:
        select(what)


def order() -> Order:
    """What the graph component is told: unchanged after its own clicks, so that it draws nothing anew."""
    _start()
    number = st.session_state["order"]
    if st.session_state.get("ordered", (0,))[0] != number:
        st.session_state["ordered"] = (number, selected())
    what = st.session_state["ordered"][1]
    return Order(number, *(((what.id,) if what.kind == kind else ()) for kind in ("node", "edge")))


def _start() -> None:
    if ADDRESS not in st.session_state:
        st.session_state[ADDRESS] = str(Selected.from_text(st.query_params.get(ADDRESS, "")))
        st.session_state["order"] = 1


def _keep(what: Selected) -> None:
    st.session_state[ADDRESS] = str(what)
    if what.kind:
        st.query_params[ADDRESS] = str(what)
    else:
        st.query_params.pop(ADDRESS, None)


def _is_news(source: str, value: Hashable) -> bool:
    _start()
    seen = st.session_state.setdefault("followed", {})
    news = bool(value) and seen.get(source) != value
    seen[source] = value
    return news
