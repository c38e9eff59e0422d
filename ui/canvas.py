"""The graph on Explore: what is drawn of the view, what is lit, and all names for its search box."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph import Filter
from ui.asked import answer, expand
from ui.connected import lit_chain
from ui.drawing import controls, drawing
from ui.graph_component import show_graph, show_names
from ui.look import Look
from ui.selection import GRAPH, order, several
from ui.state import View, corpus, is_dark, view
from ui.summary import graph_label
from view.legend import legend_html


def show_canvas(shown: View, look: Look) -> None:
    """The graph, and under it what its lines, shapes and colours mean."""
    lit = lit_chain(shown)
    wanted = {one.id for one in (*several(), *lit) if one.kind == "node"}
    drawn = drawing(shown.filter, look, is_dark(), wanted)
    centre = shown.filter.centre or ""
    show_graph(
        drawn.data,
        key=GRAPH,
        label=graph_label(shown),
        order=order(lit),
        dark=is_dark(),
        fit=" ".join([look.detail, str(look.names), *sorted(look.opened), centre]),
        trail=[_name(at) for at in (*look.trail, centre) if at],
        controls=controls(drawn, look),
        on_expand=expand,
        on_theme=st.rerun,
        on_ask=answer,
    )
    show_names(_names(corpus().revision), key="names")
    st.html(legend_html(drawn.graph, is_dark()))


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
