"""Explore: filter the graph, click it, and read the sentences that prove it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain

import streamlit as st

from graph import Filter
from records import Statement, digest
from ui.canvas import show_canvas, show_unseen
from ui.filtered import say_nothing_yet
from ui.filters import show_filters
from ui.links import show_links
from ui.look import read_look
from ui.loosen import offer_to_loosen, show_misses
from ui.notices import noticed, show_error
from ui.panel import show_panel
from ui.playback import interval, keep_when_still, shown_filter, stop_at_the_end
from ui.question import offer_words, show_question
from ui.selection import follow_graph, several
from ui.sight import follow_sight
from ui.state import View, corpus, view
from ui.summary import summary_html
from ui.table import follow_table, newest, show_table
from ui.timeline import show_timeline
from ui.tour import show_tour
from view.bundles import parts_of
from view.labels import count

PANEL_HEIGHT = 560  # pixels, as the graph beside it


def page() -> None:
    """The page; it shows the links itself, as they must follow a selection."""
    everything = corpus()
    if everything.statements:
        show_filters()
    # A fragment: a click runs this again, and not the page with its filters.
    st.fragment(_explore, run_every=interval())()
    keep_when_still()
    if everything.statements:
        offer_words()
    if view(shown_filter()).statements:
        show_tour()


def _explore() -> None:
    with noticed():
        stop_at_the_end()
        shown = view(shown_filter())
        statements = _newest(corpus().revision, json.dumps(shown.filter.to_json(), sort_keys=True))
        of = _fingerprint(shown)
        follow_graph()
        follow_sight()
        follow_table(statements, of)
        show_links()
        if not corpus().statements:
            say_nothing_yet()
            return
        show_question()
        show_misses()
        st.html(f'<p class="lead">{summary_html(corpus(), shown)}</p>')
        if shown.statements:
            _show(shown, statements, of)
        else:
            offer_to_loosen(shown.filter)
            show_timeline(shown.filter)


@st.cache_resource(max_entries=16, show_spinner=False)
def _newest(revision: int, filter_json: str) -> Sequence[Statement]:
    """Kept, since a click runs the page too: to read them takes half of what the server then does."""
    return newest(view(Filter.from_json(json.loads(filter_json))))


def _show(shown: View, statements: Sequence[Statement], of: str) -> None:
    look, faults = read_look()
    for fault in faults:
        show_error(fault)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        show_canvas(shown, look)
        show_timeline(shown.filter)
    with right, st.container(height=PANEL_HEIGHT, border=False, key="panel"):
        show_panel(shown if look.grouped else _near_selected(shown), several(), look.detail)
    st.subheader(f"{count(shown.statements, 'statement')} in view", anchor=False)
    if len(statements) < shown.statements:
        st.caption(f"The newest are in the table: {len(statements)} of {shown.statements:,} shown.")
    show_table(statements, of)
    show_unseen()


def _near_selected(shown: View) -> View:
    """The view with as much of its graph as the details look at: of a million statements it takes seconds to make."""
    ends = (parts_of(one.id)[::2] if one.kind == "edge" else (one.id,) for one in several())
    return shown.at(set(chain.from_iterable(ends)))


def _fingerprint(shown: View) -> str:
    """What changes with the rows of the table."""
    return digest(f"{corpus().revision}{json.dumps(shown.filter.to_json())}")[:12]
