"""Compare: two periods side by side: what is new, gone, stronger, weaker, and whose stance has flipped."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from graph import Filter
from graph.changes import PER, Change, compare, joined, rows
from graph.export.csv_tables import table
from records import digest
from ui.address import change, get, read
from ui.compared import ask_periods, periods
from ui.edge_panel import show_kicker
from ui.filtered import say_filters, say_nothing_yet
from ui.filters import show_filters
from ui.graph_component import Order, show_graph
from ui.links import show_links
from ui.loosen import offer_to_loosen, show_misses
from ui.notices import noticed
from ui.proofs import show_proofs
from ui.rows import chosen_rows, show_rows
from ui.selection import Selected, follow, selected
from ui.state import View, corpus, documents_between, is_dark, statements, view, workspace
from view.bundles import edges_of, parts_of
from view.changes import change_data, change_legend
from view.labels import count
from view.network import edge_id

GRAPH, TABLE, STEADY, RATES = "changes", "changed", "steady", "per"  # keys; RATES stands in the address too
PANEL_HEIGHT = 560  # pixels, as the graph beside it
MOST = 1_000  # rows of the table; the file has all


def page() -> None:
    """The page; it shows the links itself, as they must follow a selection."""
    everything = corpus()
    if not everything.statements:
        show_links()
        say_nothing_yet()
        return
    show_filters()
    _compare()


@st.fragment
def _compare() -> None:
    with noticed():
        show_links()
        show_misses("since", "until")
        ask_periods()
        first, second = periods()
        rest = replace(read().filter, since=None, until=None)
        say_filters(rest)
        before, after = (view(replace(rest, since=p.since, until=p.until)) for p in (first, second))
        documents = documents_between(first.since, first.until), documents_between(second.since, second.until)
        if not (before.statements or after.statements):
            _tell_nothing(rest)
            return
        rated = get(RATES) == "documents"
        rates_of = documents if rated else None
        changes = _changes(corpus().revision, _text(before.filter), _text(after.filter), rates_of)
        _tell(before, after, documents)
        _show(changes, before, after, rated)


@st.cache_resource(max_entries=16, show_spinner=False)
def _changes(
    revision: int, before_json: str, after_json: str, documents: tuple[int, int] | None
) -> Sequence[Change]:
    before, after = (view(Filter.from_json(json.loads(text))) for text in (before_json, after_json))
    return compare(before.graph, after.graph, documents)


def _text(filter: Filter) -> str:
    return json.dumps(filter.to_json(), sort_keys=True)


def _tell_nothing(rest: Filter) -> None:
    if view(rest).statements:
        st.info(
            "Nothing in view lies in either period. Other days may show more.", icon=":material/date_range:"
        )
    else:
        offer_to_loosen(rest)


def _tell(before: View, after: View, documents: tuple[int, int]) -> None:
    parts = [
        f"{count(shown.statements, 'statement')} {when}, when {count(number, 'document')} said anything"
        for shown, when, number in ((before, "before", documents[0]), (after, "after", documents[1]))
    ]
    st.html(f'<p class="lead">{"; ".join(parts)}.</p>')


def _show(changes: Sequence[Change], before: View, after: View, rated: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        _choose_rates(rated)
        steady = st.toggle("Show what has not changed", key=STEADY, persist_state="session")
    shown = [each for each in changes if steady or each.kind != "steady"]
    if not shown:
        st.info("Nothing has changed between the two periods.", icon=":material/drag_handle:")
        return
    of = _fingerprint(shown)
    _follow(shown, of)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        _draw(shown, before, after, rated)
    with right, st.container(height=PANEL_HEIGHT, border=False, key="panel"):
        _prove(before, after)
    _list(shown, before, after, rated, of)


def _choose_rates(rated: bool) -> None:
    now = "documents" if rated else "statements"
    if st.session_state.get(RATES) != now:
        st.session_state[RATES] = now
    st.segmented_control(
        "Compare",
        ["statements", "documents"],
        format_func={"statements": "Statements", "documents": f"Statements in {PER} documents"}.__getitem__,
        key=RATES,
        required=True,
        on_change=_take_rates,
        label_visibility="collapsed",
        help="A period with more documents has more statements of everything; rates make up for that",
    )


def _take_rates() -> None:
    change({RATES: ["documents"] if st.session_state[RATES] == "documents" else []})


def _follow(shown: Sequence[Change], of: str) -> None:
    """Takes over a click on a line or a row, once."""
    click = (st.session_state.get(GRAPH) or {}).get("selection") or {}
    if click.get("edges"):
        follow(GRAPH, Selected("edge", str(click["edges"][-1])))
    for number in chosen_rows(TABLE, of):
        if number < len(shown):
            follow(f"{TABLE}-{of}", Selected("edge", _id(shown[number])))


def _fingerprint(shown: Sequence[Change]) -> str:
    """What changes with the rows of the table."""
    return digest("".join(f"{_id(each)}{each.kind}" for each in shown))[:12]


def _id(change: Change) -> str:
    return edge_id(change.actor, f"family:{change.family}", change.target)


def _draw(shown: Sequence[Change], before: View, after: View, rated: bool) -> None:
    drawn = joined(shown, before.graph, after.graph)
    kinds = Counter(change.kind for change in shown)
    what = selected()
    edges = (what.id,) if what.kind == "edge" and drawn.has_edge(*parts_of(what.id)) else ()
    show_graph(
        change_data(drawn, workspace().positions(), is_dark(), rated=rated),
        key=GRAPH,
        label=f"Graph of {count(len(shown), 'change')} between {count(len(drawn), 'name')}. "
        "The table below holds the same.",
        order=Order(hash(edges) % 2**31, edges=edges),
        dark=is_dark(),
        on_expand=lambda: None,
        on_theme=st.rerun,
    )
    st.html(change_legend(kinds, is_dark()))


def _prove(before: View, after: View) -> None:
    """The statements behind the line that is selected, of both periods."""
    what = selected()
    found = {
        when: _behind(shown, what)
        for when, shown in (("Before", before), ("After", after))
        if what.kind == "edge"
    }
    if not any(found.values()):
        st.html(
            '<p class="kicker">Details</p><p class="facts">Click a line or a row for the sentences behind it.</p>'
        )
        return
    show_kicker("Details")
    for when, ids in found.items():
        st.html(f'<p class="kicker">{when}: {count(len(ids), "statement")}</p>')
        show_proofs(ids, f"more-{when.lower()}")


def _behind(shown: View, what: Selected) -> list[str]:
    """The statements of an edge or a bundle in a period, the newest first."""
    edges = edges_of(shown.graph, what.id)
    found = statements(id for edge in edges for id in shown.graph.edges[edge]["statement_ids"])
    return [s.id for s in sorted(found, key=lambda s: (s.date or "", s.id), reverse=True)]


def _list(shown: Sequence[Change], before: View, after: View, rated: bool, of: str) -> None:
    names = {id: data["name"] for each in (before, after) for id, data in each.graph.nodes(data=True)}
    listed = list(rows(shown, names, rated))
    st.subheader(count(len(listed), "change"), anchor=False)
    if len(listed) > MOST:
        st.caption(f"The first {MOST:,} are in the table; the file has all.")
    show_rows(
        {title: [row[title] for row in listed[:MOST]] for title in listed[0]},
        {title: f"{title[:1].upper()}{title[1:]}" for title in listed[0]},
        key=TABLE,
        of=of,
        on_select="rerun",
        selection_mode="single-row",
        alt="Changes between the two periods: who, whom or what, what has become of it, and the numbers",
    )
    st.download_button(
        "Download as CSV",
        lambda: table(list(listed[0]), listed),
        file_name="changes.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="changes-csv",
    )
