"""The surroundings of one actor as a graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph import Filter
from graph.layout import lay_out
from graph.profiles import partners, surroundings
from records import ACTOR_TYPES
from ui.address import change
from ui.graph_component import Order, show_graph
from ui.leads import ACTOR
from ui.state import View, corpus, is_dark, view
from view.bundles import bundle_data
from view.labels import count

EGO = "ego"  # key of the component
DRAWN = 30  # partners: what can be told apart in half a page


def show_ego(shown: View, id: str) -> None:
    """Whom the actor exchanges most with, under the same filters; a double click opens another actor's page."""
    st.subheader("Surroundings", anchor=False)
    met = len(partners(shown.graph, id))
    which = f"The {DRAWN} of {count(met, 'name')} with the most statements. " if met > DRAWN else ""
    st.html(f'<p class="facts">{which}A double click on a name opens its page.</p>')
    show_graph(
        _drawn(corpus().revision, json.dumps(shown.filter.to_json(), sort_keys=True), id, is_dark()),
        key=EGO,
        label=f"Graph of {min(met, DRAWN):,} names around {shown.graph.nodes[id]['name']}; "
        "the lists above hold the same",
        order=Order(1),
        dark=is_dark(),
        fit=id,
        on_expand=_open,
        on_theme=st.rerun,
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _drawn(revision: int, filter_json: str, id: str, dark: bool) -> Mapping[str, Any]:
    """In places of its own: to lay out a whole large graph takes minutes."""
    part = surroundings(view(Filter.from_json(json.loads(filter_json))).graph, id, DRAWN)
    places = lay_out(part)
    spans = [max(column) - min(column) for column in zip(*places.values(), strict=True)]
    return {**bundle_data(part, places, dark=dark), "extent": [max(round(span), 1) for span in spans]}


def _open() -> None:
    entity = corpus().entities.get(st.session_state[EGO].get("expand"))
    if entity and entity.type in ACTOR_TYPES:
        change({ACTOR: [entity.id]})
