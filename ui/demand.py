"""The page of a demand, an inquiry or an issue: who called for it, who opposed it, who granted it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.alike import alike
from graph.profiles import Counterpart, counterparts, rows_about
from records import Statement
from ui.absent import show_absent
from ui.address import change, get, get_all, read
from ui.choosing import choose
from ui.filtered import show_filtered
from ui.leads import DEMAND, THINGS, lead, lead_to_entity
from ui.loosen import show_misses
from ui.newest import read_newest
from ui.notices import noticed
from ui.picked import BETWEEN, PICKED, clicked_mark, drop, picked, source_key, take
from ui.proofs import show_proofs
from ui.state import View, is_dark, view
from ui.style import literal, sign
from view.charts import fate_chart
from view.labels import count, day, kind

ALIKE = "alike"  # in the address: ids of other wordings that are counted along
LANES = {
    "demand": "Called for it",
    "support": "Backed it",
    "opposition": "Rejected or opposed it",
    "action": "Granted it, or acted on it",
}
"""Family of a statement about a thing -> what it does to the thing."""
CHART = "fate"
ROWS = 8


def page() -> None:
    """The page."""
    show_filtered(_demand)


@st.fragment
def _demand() -> None:
    with noticed():
        show_misses()
        shown = view(read().filter)
        id = get(DEMAND)
        if not id:
            st.html('<p class="name">Which demand, inquiry or issue?</p>')
            choose("Demand, inquiry or issue", DEMAND, THINGS, shown)
        elif id not in shown.graph:
            show_absent(id, DEMAND, "demand")
        else:
            _show(shown, id)


def _show(shown: View, id: str) -> None:
    _show_head(shown, id)
    wordings = [id, *_choose_alike(shown, id)]
    rows = rows_about(shown.columns, shown.rows, wordings)
    found = read_newest(shown, rows)
    _show_outcome(found)
    if len(found) < len(rows):
        st.html(f'<p class="facts">The newest {len(found):,} of {len(rows):,} statements are shown.</p>')
    _show_chart(found)
    _show_lists(shown, wordings)
    _show_proofs(found)


def _show_head(shown: View, id: str) -> None:
    data = shown.graph.nodes[id]
    words, buttons = st.columns([3, 2], vertical_alignment="bottom")
    words.html(
        f'<p class="kicker">{escape(kind(data["type"]))}</p><p class="name large">{escape(data["name"])}</p>'
        f'<p class="facts">{count(data["statements"], "statement")} in view</p>'
    )
    with buttons, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        lead("explore", "On Explore", icon=":material/hub:", selected=f"node:{id}")
        st.button(
            "Another name",
            type="tertiary",
            key="leave",
            on_click=change,
            args=({DEMAND: [], ALIKE: [], PICKED: []},),
        )


def _choose_alike(shown: View, id: str) -> list[str]:
    """Other wordings, which may mean the same thing: the reader decides which are counted along."""
    nodes = shown.graph.nodes
    names = {node: str(data["name"]) for node, data in nodes(data=True) if data["type"] in THINGS}
    offered = alike(id, names)
    chosen = [other for other in get_all(ALIKE) if other in names and other != id]
    if not (offered or chosen):
        return []
    if st.session_state.get(ALIKE) != chosen:
        st.session_state[ALIKE] = chosen
    st.multiselect(
        "Count other wordings along",
        [*offered, *(other for other in chosen if other not in offered)],
        format_func=lambda other: f"{names[other]} ({nodes[other]['type']}, {nodes[other]['statements']})",
        key=ALIKE,
        placeholder=f"{count(len(offered), 'name')} much alike",
        on_change=lambda: change({ALIKE: st.session_state[ALIKE], PICKED: []}),
        help="Names that share most of their words. Whether they mean the same is for you to judge.",
    )
    return chosen


def _show_outcome(found: Sequence[Statement]) -> None:
    granted = sorted((s for s in found if s.family == "action"), key=lambda s: (s.date or "9999", s.id))
    if granted:
        first = granted[0]
        when = f"reported on {day(first.date)}" if first.date else "undated"
        words = f"<b>{escape(first.actor)} {escape(first.relation)} it</b>, {escape(when)}."
    else:
        words = "Nothing in view says that it was granted."
    st.html(f'<p class="lead">{words}</p>')


def _show_chart(found: Sequence[Statement]) -> None:
    if any(s.date and s.family in LANES for s in found):
        st.altair_chart(
            fate_chart(found, LANES, is_dark()),
            key=source_key(CHART),
            on_select="rerun",
            alt="Who called for it, backed it, opposed it and granted it, over time; the lists below hold the same",
        )


def _show_lists(shown: View, wordings: Sequence[str]) -> None:
    names = {wording: str(shown.graph.nodes[wording]["name"]) for wording in wordings}
    several = len(wordings) > 1
    for column, (family, heading) in zip(st.columns(len(LANES)), LANES.items(), strict=True):
        rows = [
            (other, wording)
            for wording in wordings
            for other in counterparts(shown.graph, wording, family, arriving=True)
        ]
        rows.sort(key=lambda row: row[0].first or "9999")
        with column, st.container(gap=None, key=f"rows-{family}"):
            st.html(f'<p class="kicker">{heading} · {sum(other.weight for other, _ in rows)}</p>')
            for other, wording in rows[:ROWS]:
                lead_to_entity(other.id, other.type, _row(other, family, names[wording] if several else ""))
            if len(rows) > ROWS:
                st.html(f'<p class="facts">and {len(rows) - ROWS:,} more</p>')
            if not rows:
                st.html('<p class="facts">Nobody in view.</p>')


def _row(other: Counterpart, family: str, wording: str) -> str:
    facts = (other.relations[0][0], day(other.first) if other.first else "undated", wording)
    told = ", ".join(literal(fact) for fact in facts if fact)
    return f"{sign(family)} **{literal(other.name)}** {told}"


def _show_proofs(found: Sequence[Statement]) -> None:
    marks = {f"{s.date}{BETWEEN}{s.family}" for s in found}
    take(source_key(CHART), clicked_mark(source_key(CHART), ("date", "family")))
    now = picked(marks)
    kept = [s for s in found if not now or f"{s.date}{BETWEEN}{s.family}" == now]
    st.subheader("What was picked" if now else "All statements, the newest first", anchor=False)
    if now:
        st.button("Show all", on_click=drop, key="all", type="tertiary")
    show_proofs([s.id for s in kept])
