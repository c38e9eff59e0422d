"""Review: what the machine found, one after the other, each accepted, rejected or corrected with one key."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

import streamlit as st

from graph import Filter
from records import Statement
from ui.absent import offer_filters
from ui.address import get, read
from ui.coder import Coder, ask_coder, coder
from ui.decisions import show_decisions
from ui.filters import show_filters
from ui.judged import STATEMENT
from ui.keys import seen_html
from ui.notices import noticed, show_error
from ui.review_add import show_add
from ui.review_batch import batch_id, show_batch
from ui.review_merge import pair_id, show_pair
from ui.review_names import show_names
from ui.review_results import show_results
from ui.review_statement import show_one
from ui.sitting import SITTING, Sitting, work
from ui.state import corpus, workspace
from view.labels import count
from workspace import reviewing

LIST = "list"  # key of the choice of a list


@dataclass(frozen=True, slots=True)
class List:
    """One kind of list."""

    label: str
    help: str
    make: Callable[[str, Filter, str], Sitting]  # kind, filter, coder
    show: Callable[[Sitting, Coder], None] = show_one
    queued: bool = True  # whether one is looked at after the other


def _sitting(kind: str, filter: Filter, who: str, ids: Sequence[str]) -> Sitting:
    return Sitting(kind, _scope(filter, who), ids)


def _scope(filter: Filter, who: str) -> tuple[str, str]:
    return json.dumps(filter.to_json(), sort_keys=True), who


def _open(kind: str, filter: Filter, who: str) -> Sitting:
    return _sitting(kind, filter, who, reviewing.waiting(workspace(), filter).ids)


def _statements(
    find: Callable[[Filter, str], list[Statement]],
) -> Callable[[str, Filter, str], Sitting]:
    def make(kind: str, filter: Filter, who: str) -> Sitting:
        return _sitting(kind, filter, who, [statement.id for statement in find(filter, who)])

    return make


def _patterns(kind: str, filter: Filter, who: str) -> Sitting:
    found = reviewing.patterns(workspace(), filter)
    made = _sitting(kind, filter, who, [batch_id(batch) for batch in found])
    made.members = {batch_id(batch): batch.ids for batch in found}
    return made


def _merges(kind: str, filter: Filter, who: str) -> Sitting:
    found = reviewing.merges(workspace())
    made = _sitting(kind, filter, who, [pair_id(pair) for pair in found])
    made.pairs = {pair_id(pair): pair for pair in found}
    return made


LISTS = {
    "open": List("To judge", "What nobody has judged, the most doubtful and the most connected first", _open),
    "patterns": List("By pattern", "What the same rule read off the same words", _patterns, show_batch),
    "again": List(
        "Second coding",
        "What others have judged and you have not; what they decided stays hidden",
        _statements(lambda filter, who: reviewing.judged_by_others(workspace(), who, filter)),
    ),
    "disputed": List(
        "Disputed",
        "What coders have judged differently; a decision made here settles it",
        _statements(lambda filter, _: [s for s, _made in reviewing.disputed(workspace(), filter)]),
    ),
    "decided": List(
        "Decided",
        "What was judged, the latest first; the rejected, too",
        _statements(lambda filter, _: reviewing.decided(workspace(), filter)),
    ),
    "merges": List("Same or not", "Names that may be one", _merges, show_pair),
    "add": List("Add", "", partial(_sitting, ids=()), show_add, queued=False),
    "names": List("Names", "", partial(_sitting, ids=()), show_names, queued=False),
    "results": List("Results", "", partial(_sitting, ids=()), lambda _, who: show_results(who), queued=False),
}
"""Key -> list."""


def page() -> None:
    """The page."""
    everything = corpus()
    if everything.statements:
        show_filters()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.html(
            '<p class="lead"><b>Judge what the machine found.</b> Nothing is overwritten; each decision stands in '
            "a journal and can be taken back.</p>",
            width="content",
        )
        ask_coder()
    if who := coder():
        _review(who)
    else:
        st.info("Say who you are: your name stands beside each decision.", icon=":material/badge:")


@st.fragment
def _review(who: Coder) -> None:
    # A fragment: a decision runs this again, and not the page with its filters.
    with noticed():
        kind = _choose_list()
        now = _begun(kind, read().filter, who.name)
        if error := work().error:
            show_error(error)
            work().error = None
        told = st.empty()  # always there: what comes and goes would make the browser draw all below it anew
        if undone := work().taken_back:
            told.html(f'<p class="facts" role="status">Taken back: {escape(undone)}.</p>')
            work().taken_back = ""
        if LISTS[kind].queued:
            _show_progress(now)
        if now.id or not LISTS[kind].queued:
            LISTS[kind].show(now, who)
        else:
            _show_end(now, who)


def _choose_list() -> str:
    if _asked_anew():
        st.session_state[LIST] = "open"
    chosen = st.segmented_control(
        "List",
        list(LISTS),
        default=None if LIST in st.session_state else "open",
        required=True,
        format_func=lambda key: LISTS[key].label,
        key=LIST,
        label_visibility="collapsed",
        persist_state="session",
    )
    return chosen or "open"


def _asked_anew() -> bool:
    """Whether the address asks for a statement, and did not before."""
    asked, found = get(STATEMENT), st.session_state.get(SITTING)
    return bool(asked) and (found is None or found.asked != asked)


def _begun(kind: str, filter: Filter, who: str) -> Sitting:
    """The sitting of this list; a new one where the list, the filter, the coder or the address is another."""
    asked = get(STATEMENT)
    found: Sitting | None = st.session_state.get(SITTING)
    if found and (found.kind, found.scope, found.asked) == (kind, _scope(filter, who), asked):
        return found
    begun = LISTS[kind].make(kind, filter, who)
    if _asked_anew():
        begun.ids = (asked, *(id for id in begun.ids if id != asked))
    begun.asked = asked
    st.session_state[SITTING] = begun
    return begun


def _show_progress(now: Sitting) -> None:
    total, done = len(now.ids), len(now.done)
    words = [LISTS[now.kind].help]
    words += [f"{now.place + 1} of {total}"] if now.id else []
    words += [f"{done} done, {total - done} left"] if now.kind != "decided" else []
    words += [f"{pace:.0f} a minute"] if (pace := work().pace) else []
    st.progress(done / total if total else 1.0, " · ".join(words))


def _show_end(now: Sitting, who: Coder) -> None:
    done = f"{count(len(now.done), 'decision')} made. " if now.done else ""
    st.html(seen_html(now.seen))
    st.success(f"{done}There is nothing left in this list.", icon=":material/done_all:")
    if not now.ids and now.kind != "merges":  # which looks at all names, whatever the filters
        noun = "pattern" if now.kind == "patterns" else "statement"
        offer_filters(lambda filter: len(LISTS[now.kind].make(now.kind, filter, who.name).ids), noun)
    show_decisions(now, who, {})
    st.button("Look again", on_click=st.session_state.pop, args=(SITTING, None), icon=":material/refresh:")
