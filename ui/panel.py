"""The details beside the graph: of nothing in particular, of an entity, a link, a group, or of several names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph import Filter
from ui.actor_panel import show_actor
from ui.bundle_panel import show_between, show_bundle
from ui.connected import show_connected
from ui.drawing import groups_of
from ui.edge_panel import show_edge
from ui.filters import clear
from ui.group_panel import show_group
from ui.selection import Selected, select
from ui.state import View, corpus
from ui.style import literal
from view.bundles import edges_of
from view.labels import count

BUSIEST = 8


def show_panel(view: View, what: Sequence[Selected], detail: str) -> None:
    """What is known of the selection; where it is hidden by the filter, that is said.

    Args:
        detail: What is drawn, a key of `ui.look.DETAILS`.
    """
    names = [one.id for one in what if one.kind == "node" and one.id in view.graph]
    if len(names) > 1:
        show_connected(view, names)
    elif not any(_shown(view, one, detail) for one in what[-1:]):
        _show_overview(view, hidden=what[-1:])


def _shown(view: View, what: Selected, detail: str) -> bool:
    """Shows one selection; False where it is not in view."""
    groups = {group.id: group for group in groups_of(detail)}
    if what.kind == "node" and what.id in view.graph:
        show_actor(view, what.id)
    elif what.kind == "node" and what.id in groups:
        show_group(view, groups[what.id])
    elif edges := edges_of(view.graph, what.id):
        show_edge(view, *edges[0]) if len(edges) == 1 else show_bundle(view, edges)
    else:
        return what.kind == "edge" and show_between(view, what.id, groups)
    return True


def _show_overview(view: View, hidden: Sequence[Selected]) -> None:
    st.html('<p class="kicker">Details</p><p class="name">Who is at the centre</p>')
    for one in hidden:
        _show_hidden(one, view.filter)
    st.html(
        '<p class="facts">Click a name to see whom it supports and opposes, a line to read the sentences '
        "behind it; with Ctrl or Shift, or a long touch, several names. A double click shows only a name’s "
        "surroundings. Whatever you drag stays there.</p>"
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


def _show_hidden(what: Selected, filter: Filter) -> None:
    entity = corpus().entities.get(what.id)
    name = f"**{literal(entity.name)}**" if entity else "What you had selected"
    if filter == Filter():
        st.info(f"{name} is not in view: no statement here is about it.", icon=":material/search_off:")
        return
    st.info(f"{name} is not in view: the filters hide it.", icon=":material/visibility_off:")
    st.button("Show everyone", icon=":material/groups:", on_click=clear, key="unhide")
