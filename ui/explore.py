"""Explore: filter the graph, click it, and read the sentences that prove it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from records import Statement, digest
from ui.address import read
from ui.filters import focus, show_filters
from ui.graph_component import show_graph
from ui.links import show_links
from ui.loosen import offer_to_loosen, show_misses
from ui.notices import noticed
from ui.panel import show_panel
from ui.selection import GRAPH, Selected, follow_graph, order, selected
from ui.state import View, corpus, is_dark, network, view
from ui.summary import graph_label, summary_html
from ui.table import follow_table, newest_first, show_table
from view.labels import count
from view.legend import legend_html

PANEL_HEIGHT = 560  # pixels, as the graph beside it


def page() -> None:
    """The page; it shows the links itself, as they must follow a selection."""
    everything = corpus()
    if everything.statements:
        show_filters(everything)
    _explore()


@st.fragment
def _explore() -> None:
    # A fragment: a click runs this again, and not the page with its filters.
    with noticed():
        shown = view(read().filter)
        statements = newest_first(shown.statements.values())
        key = _table_key(shown)
        follow_graph()
        follow_table(statements, key)
        show_links()
        if not corpus().statements:
            st.info("There is no statement yet. Add an article to begin.", icon=":material/article:")
            return
        show_misses()
        st.html(f'<p class="lead">{summary_html(corpus(), shown)}{_cut(shown)}</p>')
        if shown.statements:
            _show(shown, statements, key)
        else:
            offer_to_loosen(shown.filter)


def _show(shown: View, statements: Sequence[Statement], key: str) -> None:
    left, right = st.columns([2, 1], gap="medium")
    with left:
        drawn = network(shown.filter, is_dark())
        show_graph(
            drawn,
            key=GRAPH,
            label=graph_label(shown),
            order=order(),
            dark=is_dark(),
            fit=shown.filter.centre or "",
            on_expand=_focus_on_double_click,
            on_theme=st.rerun,
        )
    with right, st.container(height=PANEL_HEIGHT, border=False, key="panel"):
        show_panel(shown, selected())
    st.html(legend_html(shown.graph, is_dark()))
    st.subheader(f"{count(len(shown.statements), 'statement')} in view", anchor=False)
    show_table(statements, key)


def _cut(shown: View) -> str:
    """What the graph leaves out for want of room; the table, the details and the exports have all."""
    drawn = network(shown.filter, is_dark())
    if drawn["shown"] == drawn["total"]:
        return ""
    return f" The graph draws the {drawn['shown']:,} names with the most statements."


def _focus_on_double_click() -> None:
    """Runs before the fragment does; a name is what the filter's widget shows."""
    id = st.session_state[GRAPH].get("expand")
    for statement in corpus().statements:
        if id in {statement.actor_id, statement.target_id}:
            name = statement.actor if id == statement.actor_id else statement.target
            focus(name, Selected("node", id))


def _table_key(shown: View) -> str:
    return "table-" + digest(f"{corpus().revision}{json.dumps(shown.filter.to_json())}")[:12]
