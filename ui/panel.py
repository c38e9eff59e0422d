"""The details beside the graph: of nothing in particular, of an entity, or of an edge."""

from __future__ import annotations

import streamlit as st

from ui.actor_panel import show_actor
from ui.edge_panel import show_edge
from ui.selection import Selected, select
from ui.state import View
from ui.style import literal
from view.labels import count

BUSIEST = 8


def show_panel(view: View, what: Selected) -> None:
    """What is known of the selection; where it is hidden by the filter, that is said."""
    if what.kind == "node" and what.id in view.graph:
        show_actor(view, what.id)
    elif what.kind == "edge" and (edge := _edge(view, what.id)):
        show_edge(view, *edge)
    else:
        _show_overview(view, hidden=bool(what.kind))


def _edge(view: View, id: str) -> tuple[str, str, str] | None:
    """(actor, target, relation) of an edge by its id in the network, if it is in view."""
    actor, _, rest = id.partition("|")
    relation, _, target = rest.partition("|")
    return (actor, target, relation) if view.graph.has_edge(actor, target, relation) else None


def _show_overview(view: View, hidden: bool) -> None:
    st.html('<p class="kicker">Details</p><p class="name">Who is at the centre</p>')
    if hidden:
        st.info("What you had selected is not in view.", icon=":material/visibility_off:")
    st.html(
        '<p class="facts">Click a name to see whom it supports and opposes, a line to read the sentences '
        "behind it. A double click shows only a name’s surroundings.</p>"
    )
    nodes = view.graph.nodes
    for id in sorted(nodes, key=lambda id: (-nodes[id]["statements"], id))[:BUSIEST]:
        st.button(
            f"{literal(nodes[id]['name'])} · {count(nodes[id]['statements'], 'statement')}",
            key=f"busy-{id}",
            type="tertiary",
            on_click=select,
            args=(Selected("node", id),),
        )
