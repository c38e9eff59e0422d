"""The page of one actor, person, party or organization: whom it backs and opposes, who does so to it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from graph.profiles import Bar, activity, counterparts, fitting_step, partners, quoted, rows_about, spells
from records import ACTOR_TYPES, Statement
from ui.absent import show_absent
from ui.actor_lists import show_demands, show_relations
from ui.address import change, get, read
from ui.choosing import choose
from ui.edge_panel import find_document
from ui.ego import show_ego
from ui.filtered import show_filtered
from ui.head_to_head import show_head_to_head
from ui.leads import ACTOR, OTHER, lead
from ui.loosen import show_misses
from ui.newest import newest_ids, read_newest
from ui.notices import noticed
from ui.proofs import show_proofs
from ui.state import View, corpus, is_dark, view
from ui.style import literal, swatch
from view.charts import STACKED, activity_chart, activity_width
from view.labels import count, day, kind
from view.palette import node_colour
from workspace.careers import Tenancy, career

STEP = "step"  # in the address
STEPS = {"week": "Weekly", "month": "Monthly", "year": "Yearly"}
DOCUMENTS = 20  # listed
TENANCIES = 8  # shown before the rest is folded away


def page() -> None:
    """The page."""
    show_filtered(_actor)


@st.fragment
def _actor() -> None:
    with noticed():
        show_misses()
        shown = view(read().filter)
        id, other = (get(name) for name in (ACTOR, OTHER))
        if not id:
            st.html('<p class="name">Whose page?</p>')
            choose("Person, party or organisation", ACTOR, ACTOR_TYPES, shown)
        elif id not in shown.graph:
            show_absent(id, ACTOR, "actor")
        elif other:
            show_head_to_head(shown, id, other)
        else:
            _show(shown, id)


def _show(shown: View, id: str) -> None:
    rows = rows_about(shown.columns, shown.rows, [id])
    found = read_newest(shown, rows)
    documents = shown.documents(id)
    _show_head(shown, id, len(documents))
    left, right = st.columns([3, 2], gap="large")
    with left:
        _show_activity(found, id, str(shown.graph.nodes[id]["name"]), len(rows))
    with right:
        _show_career(found, id)
    show_relations(shown.graph, id)
    left, right = st.columns(2, gap="large")
    with left:
        show_demands(counterparts(shown.graph, id, "demand"))
    with right:
        _show_quotations(newest_ids(shown, quoted(shown.columns, shown.rows, id)))
    left, right = st.columns([3, 2], gap="large")
    with left:
        show_ego(shown, id)
    with right:
        _show_documents(documents)


def _show_head(shown: View, id: str, documents: int) -> None:
    data = shown.graph.nodes[id]
    words, buttons = st.columns([3, 2], vertical_alignment="bottom")
    words.html(
        f'<p class="kicker">{escape(kind(data["type"]))}</p><p class="name large">{escape(data["name"])}</p>'
        + _party_html(data)
        + "".join(f'<p class="facts">{fact}</p>' for fact in _facts(id, data, documents))
    )
    with buttons, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        lead("explore", "On Explore", icon=":material/hub:", selected=f"node:{id}")
        with st.popover("Head to head …", icon=":material/compare_arrows:"):
            _choose_other(shown, id)
        st.button("Another name", type="tertiary", on_click=change, args=({ACTOR: []},), key="leave")


def _party_html(data: dict[str, Any]) -> str:
    if not data["party"] or data["type"] == "party":
        return ""
    colour = node_colour(data["type"], data["party"], is_dark())
    return f'<p class="facts">{swatch(colour)}{escape(data["party"])}</p>'


def _facts(id: str, data: dict[str, Any], documents: int) -> list[str]:
    entity = corpus().entities.get(id)
    names = f"also {', '.join(entity.other_names[:4])}" if entity and entity.other_names else ""
    reported = f"{count(data['statements'], 'statement')} in {count(documents, 'document')} in view"
    return [escape(fact) for fact in (names, reported) if fact]


def _choose_other(shown: View, id: str) -> None:
    """Offers first those with whom most is exchanged."""
    choose("Against whom?", OTHER, ACTOR_TYPES, shown, partners(shown.graph, id))


def _show_activity(found: Sequence[Statement], id: str, name: str, there_are: int) -> None:
    st.subheader("Over time", anchor=False)
    dated = [s for s in found if s.date and s.family in STACKED]
    if not dated:
        st.html('<p class="facts">No statement of support, opposition or demand with a date in view.</p>')
        return
    step = _choose_step(fitting_step(s.date for s in dated))
    st.html(f'<p class="facts">Above the line: by {escape(name)}. Below: about {escape(name)}.</p>')
    bars = activity(dated, id, step)
    if len(found) < there_are:
        st.html(f'<p class="facts">The newest {len(found):,} of {there_are:,} statements.</p>')
    st.altair_chart(
        activity_chart(bars, step, name, is_dark()),
        key="activity",
        width=activity_width(bars, step),
        alt=_told(bars, name),
    )


def _told(bars: Sequence[Bar], name: str) -> str:
    made, received = (sum(bar.statements for bar in bars if bar.made is way) for way in (True, False))
    return f"Chart: {count(made, 'statement')} by {name} and {received:,} about {name}, by period"


def _choose_step(fitting: str) -> str:
    now = get(STEP) if get(STEP) in STEPS else fitting
    if st.session_state.get(STEP) != now:
        st.session_state[STEP] = now
    st.segmented_control(
        "Bars", STEPS, format_func=STEPS.__getitem__, key=STEP, label_visibility="collapsed", required=True,
        on_change=lambda: change({STEP: [st.session_state[STEP]]}),
    )  # fmt: skip
    return now


def _show_career(found: Sequence[Statement], id: str) -> None:
    held = career(id)
    st.subheader("Roles and parties", anchor=False)
    if held:
        rows = [_tenancy_html(tenancy, id) for tenancy in held]
        source = "As the knowledge base has it."
    else:
        rows = [
            f"{escape(spell.party)} <small>{_between(spell.first, spell.last) or 'undated'}, "
            f"{count(spell.statements, 'statement')}</small>"
            for spell in spells(found, id)
        ]
        source = "As reported in what is in view."
    if not rows:
        st.html('<p class="facts">None known.</p>')
        return
    st.html(_list_html(rows[:TENANCIES]))
    if rest := rows[TENANCIES:]:
        with st.expander(f"{len(rest)} more"):
            st.html(_list_html(rest))
    st.html(f'<p class="facts"><small>{source}</small></p>')


def _tenancy_html(tenancy: Tenancy, id: str) -> str:
    what = f"{tenancy.what[:1].upper()}{tenancy.what[1:]}"
    if tenancy.who_id != id:
        what = f"{what}: {tenancy.who}"
    elif tenancy.where not in what:
        what = f"{what}, {tenancy.where}"
    return f"{escape(what)} <small>{_between(tenancy.since, tenancy.until, open=True)}</small>"


def _between(since: str, until: str, *, open: bool = False) -> str:
    """The time in words; `open` if a time without end goes on."""
    if since and since == until:
        return escape(day(since))
    if open and not until:
        return escape(f"since {day(since)}") if since else ""
    return escape(" to ".join(day(end) if end else "?" for end in (since, until))) if since or until else ""


def _list_html(rows: Sequence[str]) -> str:
    return f'<ul class="plain">{"".join(f"<li>{row}</li>" for row in rows)}</ul>'


def _show_quotations(ids: Sequence[str]) -> None:
    st.subheader(f"In their own words · {len(ids):,}", anchor=False)
    if ids:
        show_proofs(ids)
    else:
        st.html('<p class="facts">No statement in view was taken from a quotation.</p>')


def _show_documents(ids: Sequence[str]) -> None:
    st.subheader(f"Documents · {len(ids):,}", anchor=False)
    with st.container(gap=None, key="rows-documents"):
        for document in filter(None, map(find_document, ids[:DOCUMENTS])):
            facts = (document.outlet, day(document.date) if document.date else "undated")
            told = literal(", ".join(fact for fact in facts if fact))
            lead("read", f"**{literal(document.title or document.id)}** {told}", document=document.id)
    if len(ids) > DOCUMENTS:
        st.html('<p class="facts">The newest of them; a filter by date shows the others.</p>')
