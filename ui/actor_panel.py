"""The profile of one entity: who it is, whom it supports and opposes, who does so to it, and where."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

import streamlit as st

from records import Entity
from ui.edge_panel import find_document, show_kicker, source_html
from ui.filters import clear, focus
from ui.leads import lead_to_entity
from ui.selection import Selected, select
from ui.state import View, corpus, is_dark
from ui.style import literal, sign, swatch
from view.labels import count, kind
from view.network import edge_id
from view.palette import FAMILIES, node_colour

Edge = tuple[str, str, str, dict[str, Any]]  # actor, target, relation, attributes

HEADINGS = {
    "support": ("Supports", "Supported by"),
    "opposition": ("Opposes", "Opposed by"),
    "demand": ("Calls for", "Called for by"),
    "action": ("Acts on", "Acted on by"),
    "affiliation": ("Belongs to", "Has as members"),
}
"""Family -> what stands over the edges that leave, and over those that arrive."""

SHOWN = 6  # edges under a heading before the rest is folded away
DOCUMENTS = 30  # listed


def show_actor(view: View, id: str) -> None:
    """The profile; every figure counts what is in view."""
    data = view.graph.nodes[id]
    _show_head(id, data)
    _show_buttons(str(data["name"]), view.filter.centre)
    for family in FAMILIES:
        for heading, edges in zip(HEADINGS[family], _both_ways(view, id, family), strict=True):
            if edges:
                _show_edges(view, heading, edges, id)
    _show_documents(view, id)


def _show_head(id: str, data: dict[str, Any]) -> None:
    entity = corpus().entities.get(id)
    colour = node_colour(data["type"], data["party"], is_dark())
    party = f'<p class="facts">{swatch(colour)}{escape(data["party"])}</p>' if data["party"] else ""
    show_kicker(kind(data["type"]))
    with st.container(key="named"):
        lead_to_entity(id, data["type"], literal(data["name"]))
    facts = [*(entity.roles if entity else ()), *_aliases(entity)]
    st.html(
        party
        + "".join(f'<p class="facts">{escape(fact)}</p>' for fact in facts)
        + f'<p class="facts">{count(data["statements"], "statement")} in view</p>'
    )


def _aliases(entity: Entity | None) -> Iterator[str]:
    if entity and entity.other_names:
        yield f"also {', '.join(entity.other_names[:4])}"


def _show_buttons(name: str, centre: str | None) -> None:
    with st.container(horizontal=True):
        if st.button("Show surroundings", icon=":material/hub:", on_click=focus, args=(name,), key="focus"):
            st.rerun()
        if centre and st.button(
            "Show everyone", icon=":material/groups:", on_click=clear, args=("centre", "depth"), key="unfocus"
        ):
            st.rerun()


def _both_ways(view: View, id: str, family: str) -> tuple[list[Edge], list[Edge]]:
    def kept(edges: Any) -> list[Edge]:
        found = [edge for edge in edges if edge[3]["family"] == family]
        return sorted(found, key=lambda edge: (-edge[3]["weight"], edge[:3]))

    leaving = view.graph.out_edges(id, keys=True, data=True)
    arriving = (edge for edge in view.graph.in_edges(id, keys=True, data=True) if edge[0] != id)
    return kept(leaving), kept(arriving)


def _show_edges(view: View, heading: str, edges: list[Edge], id: str) -> None:
    statements = sum(edge[3]["weight"] for edge in edges)
    st.html(f'<p class="kicker">{escape(heading)} · {statements}</p>')
    for edge in edges[:SHOWN]:
        _show_edge(view, edge, id)
    if rest := edges[SHOWN:]:
        more = st.expander(f"{len(rest)} more", key=f"more-{heading}-{id}", on_change="rerun")
        for edge in rest if more.open else ():  # the busiest have hundreds
            with more:
                _show_edge(view, edge, id)


def _show_edge(view: View, edge: Edge, id: str) -> None:
    actor, target, relation, data = edge
    other = view.graph.nodes[target if actor == id else actor]["name"]
    words = f"{relation} {other}" if actor == id else f"{other} {relation}"
    number = f" · {data['weight']}" if data["weight"] > 1 else ""
    st.button(
        f"{sign(data['family'])}  {literal(words)}{number}",
        key=f"edge-{edge_id(actor, relation, target)}",
        type="tertiary",
        on_click=select,
        args=(Selected("edge", edge_id(actor, relation, target)),),
    )


def _show_documents(view: View, id: str) -> None:
    newest = view.documents(id)
    title = f"Reported in {count(len(newest), 'document')}"
    listed = st.expander(title, key=f"documents-{id}", on_change="rerun")
    if not listed.open:
        return
    with listed:
        found = [document for name in newest[:DOCUMENTS] if (document := find_document(name))]
        st.html("".join(f'<p class="facts">{source_html(document)}</p>' for document in found))
        if len(newest) > DOCUMENTS:
            st.text("The newest of them; a filter by date shows the others.")
