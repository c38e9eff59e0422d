"""The graph on Explore: what is drawn of the view, what is lit, and all names for its search box."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

import streamlit as st

from graph import Filter
from ui.asked import answer, expand
from ui.connected import lit_chain
from ui.drawing import controls, drawing, is_placed
from ui.graph_component import show_graph, show_names
from ui.look import Look
from ui.selection import GRAPH, order, several
from ui.sight import listen_for_sight, sight
from ui.state import View, corpus, is_dark, view
from ui.summary import graph_label
from view.legend import legend_html

PLACING = "Finding a place for each of {:,} names. This is done once; afterwards they keep their places."


def show_canvas(shown: View, look: Look) -> None:
    """The graph, and under it what its lines, shapes and colours mean; `show_unseen` belongs to it."""
    lit = lit_chain(shown)
    wanted = {one.id for one in (*several(), *lit) if one.kind == "node"}
    # Only where it takes long: even an unseen spinner would make the browser draw the graph anew.
    with nullcontext() if is_placed(look) else st.spinner(PLACING.format(corpus().nodes), show_time=True):
        drawn = drawing(shown.filter, look, is_dark(), wanted)
    centre = shown.filter.centre or ""
    show_graph(
        drawn.data,
        key=GRAPH,
        label=graph_label(shown),
        order=order(lit),
        dark=is_dark(),
        fit=" ".join([look.detail, str(look.names), *sorted(look.opened), centre]),
        sight=sight(look),
        trail=[_name(at) for at in (*look.trail, centre) if at],
        controls=controls(drawn, look),
        on_expand=expand,
        on_theme=st.rerun,
        on_ask=answer,
    )
    st.html(legend_html(drawn.graph, is_dark()))


def show_unseen() -> None:
    """What the graph needs and takes no room; at the end of the page, where the gaps around it do not show."""
    show_names(_names(corpus().revision), key="names")
    listen_for_sight()


def _name(centre: str) -> str:
    """A centre is an id or a name."""
    entity = corpus().entities.get(centre)
    return entity.name if entity else centre


@st.cache_resource(max_entries=2, show_spinner=False)
def _names(revision: int) -> Sequence[tuple[str, str, Sequence[str]]]:
    """Every name in the graph of everything, the most statements first."""
    everything, entities = view(Filter()), corpus().entities
    others = {id: tuple(entities[id].other_names) if id in entities else () for id in everything.ranked}
    return [(id, str(everything.nodes[id]["name"]), others[id]) for id in everything.ranked]
