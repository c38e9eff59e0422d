"""What is selected and pinned, by a click on the graph, a row of the table or a button; the address keeps it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import streamlit as st

from ui.address import SELECTED, Parameters, change, get_all
from ui.graph_component import Order
from ui.look import pinned, read_look

GRAPH = "graph"  # key of the graph component
NUMBER, ORDERED = "order", "ordered"  # keys of the last order to the graph
SHOWN = "graph_shows"  # key of what the graph has selected and pinned, by its own click or by that order


@dataclass(frozen=True, slots=True)
class Selected:
    """One node or one edge, by its id in the network, or nothing."""

    kind: str = ""  # "node", "edge" or ""
    id: str = ""  # of an edge "actor|relation|target", of a bundle "actor|family:opposition|target"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The selection written by `str`; anything else selects nothing."""
        kind, _, id = text.partition(":")
        return cls(kind, id) if kind in {"node", "edge"} and id else cls()

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.kind else ""


def selected() -> Selected:
    """What is selected now; of several, the last."""
    return several()[-1] if several() else Selected()


def several() -> list[Selected]:
    """All that is selected now, in the order in which it was."""
    return [what for text in get_all(SELECTED) if (what := Selected.from_text(text)).kind]


def parameter(*what: Selected) -> Parameters:
    """The selection as a part of the address."""
    return {SELECTED: [str(one) for one in what if one.kind], "chain": []}


def select(*what: Selected) -> None:
    """Selects; the graph follows."""
    change(parameter(*what))


def follow_graph() -> None:
    """Takes over a click or a drag on the graph, once."""
    click = (st.session_state.get(GRAPH) or {}).get("selection") or {}
    if is_news(GRAPH, click.get("click", 0)):
        what = _clicked(click)
        pins = click.get("pins", read_look()[0].pins)
        before, now = st.session_state.get(SHOWN), _as_shown(what, pins)
        st.session_state[SHOWN] = now
        only_dragged = (
            before is not None and before[0] == now[0]
        )  # what is lit may be a chain, and no selection
        change(pinned(pins) if only_dragged else parameter(*what) | pinned(pins))


def follow(source: str, what: Selected) -> None:
    """Takes over a selection made elsewhere on the page, such as a row of a table, once."""
    if is_news(source, str(what)) and what.kind:
        select(what)


def order(lit: Sequence[Selected] = ()) -> Order:
    """What the graph component is told: unchanged after its own clicks, so that it draws nothing anew.

    Args:
        lit: Shown as selected instead of what is, such as a chain between two names that are selected.
    """
    what, pins = list(lit) or several(), read_look()[0].pins
    now = _as_shown(what, pins)
    if NUMBER not in st.session_state or st.session_state.get(SHOWN) != now:
        st.session_state[NUMBER] = st.session_state.get(NUMBER, 0) + 1
        st.session_state[SHOWN] = now
        st.session_state[ORDERED] = (what, pins)
    ordered, places = st.session_state[ORDERED]
    nodes, edges = (tuple(one.id for one in ordered if one.kind == kind) for kind in ("node", "edge"))
    return Order(st.session_state[NUMBER], nodes, edges, places)


def is_news(source: str, value: Hashable) -> bool:
    """Whether the source says something else than when it was last asked; nothing is no news."""
    seen = st.session_state.setdefault("followed", {})
    news = bool(value) and seen.get(source) != value
    seen[source] = value
    return news


def _clicked(click: Mapping[str, Any]) -> list[Selected]:
    """What the graph component reports."""
    return [Selected(kind, str(id)) for kind in ("node", "edge") for id in click.get(f"{kind}s", ())]


def _as_shown(what: Sequence[Selected], pins: Mapping[str, Any]) -> tuple[list[str], dict[str, Any]]:
    return [str(one) for one in what], {id: [round(x), round(y)] for id, (x, y) in pins.items()}
