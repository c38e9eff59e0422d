"""Two actors or parties head to head: all they were reported to say of each other, on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.sides import Point, Side, exchanged, points, totals
from ui.absent import offer_without, show_absent
from ui.address import change
from ui.leads import ACTOR, OTHER, lead
from ui.newest import READ, read_newest
from ui.picked import PICKED, clicked_mark, drop, picked, source_key, take
from ui.proofs import show_proofs
from ui.state import View, is_dark
from ui.style import chip, literal, swatch
from view.charts import exchange_chart
from view.labels import count
from view.palette import FAMILIES, node_colour, party_of


def show_head_to_head(shown: View, id: str, other_id: str) -> None:
    """The two sides, their totals, the chart, and the proof of what is picked or of everything."""
    if other_id not in shown.graph:
        show_absent(other_id, OTHER, "actor")
        return
    one, other = _side(shown, id), _side(shown, other_id)
    found, cut = _between(shown, one, other)
    _show_head(shown, one, other)
    if cut:
        st.html(f'<p class="facts">{count(cut, "older statement")} left out: narrow the days.</p>')
    if one.id == other.id:
        st.info("Both sides are the same. Choose another name.")
    elif not found:
        st.info("In view, neither was reported to say anything of the other.")
        offer_without(lambda view: sum(map(len, exchanged(view.columns, view.rows, one, other))))
    else:
        _show_found(found, one, other)


def _side(shown: View, id: str) -> Side:
    node = shown.graph.nodes[id]
    return Side(id, str(node["name"]), is_party=node["type"] == "party")


def _between(shown: View, one: Side, other: Side) -> tuple[list[Point], int]:
    """The newest points in each direction, and how many statements are left out for want of room."""
    ways = exchanged(shown.columns, shown.rows, one, other)
    cut = sum(max(len(rows) - READ, 0) for rows in ways)
    return points(*(read_newest(shown, rows) for rows in ways)), cut


def _show_head(shown: View, one: Side, other: Side) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="sides"):
        for number, side in enumerate((one, other)):
            if number:
                st.html('<span class="facts">and</span>', width="content")
            node = shown.graph.nodes[side.id]
            colour = node_colour(node["type"], party_of(node), is_dark())
            members = " <small>with members</small>" if side.is_party else ""
            words = f'<p class="name">{swatch(colour)}{escape(side.name)}{members}</p>'
            st.html(words, width="content")
    with st.container(horizontal=True, vertical_alignment="center", key="onwards"):
        for side in (one, other):
            lead("actor", f"Page of {literal(side.name)}", icon=":material/person:", **{ACTOR: side.id})
        st.button(
            "Turn round", icon=":material/swap_vert:", type="tertiary", key="turn",
            on_click=change, args=({ACTOR: [other.id], OTHER: [one.id]},),
        )  # fmt: skip
        st.button(
            "Another name", type="tertiary", key="leave", on_click=change, args=({OTHER: [], PICKED: []},)
        )


def _show_found(found: Sequence[Point], one: Side, other: Side) -> None:
    for forth, names in ((True, (one.name, other.name)), (False, (other.name, one.name))):
        st.html(_total_html(found, forth, *names))
    st.html(
        f'<p class="facts">Above the line: {escape(one.name)} on {escape(other.name)}. '
        f"Below: {escape(other.name)} on {escape(one.name)}. A click on a mark shows its proof.</p>"
    )
    chart = source_key("exchange")
    st.altair_chart(
        exchange_chart(found, is_dark()),
        key=chart,
        on_select="rerun",
        alt=f"{count(len(found), 'statement')} between {one.name} and {other.name} over time; listed below",
    )
    undated = sum(not point.statement.date for point in found)
    if undated:
        st.html(f'<p class="facts">{count(undated, "statement")} without date: only in the list.</p>')
    newest = [point.statement.id for point in reversed(found)]
    take(chart, clicked_mark(chart, ("id",)))
    now = picked(newest)
    st.subheader("The statement picked" if now else "All statements, the newest first", anchor=False)
    if now:
        st.button("Show all", on_click=drop, key="all", type="tertiary")
    show_proofs([now] if now else newest)


def _total_html(found: Sequence[Point], forth: bool, maker: str, taker: str) -> str:
    counted = totals(found, forth=forth)
    parts = [
        chip(f"{style.label} {counted[family]:,}", family)
        for family, style in FAMILIES.items()
        if counted[family]
    ]
    said = " ".join(parts) or "nothing in view"
    return f'<p class="facts"><b>{escape(maker)}</b> on <b>{escape(taker)}</b>: {said}</p>'
