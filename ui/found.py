"""What was found in articles that are not kept yet: every statement in its text, and what keeping would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import streamlit as st

from errors import HustingsError, InputError
from records import Document, Reading, Statement
from review.roles import check_allowed
from ui import explore
from ui.article_day import named_day
from ui.coder import role
from ui.edge_panel import source_html
from ui.given import FIELDS
from ui.notices import show_errors
from ui.reader import article_html
from ui.state import workspace
from ui.style import literal
from ui.summary import tally
from ui.table import show_preview
from view.labels import count, day, shorten
from workspace import Added

FOUND = "found"  # key of what waits to be kept
KEPT = "kept"  # key of what is said afterwards
REFUSED = "refused"  # key of the errors of what was not read or kept
HEIGHT = 560  # pixels of the text and of the table beside it


@dataclass(frozen=True, slots=True)
class Found:
    """What was read and not yet kept."""

    readings: Sequence[Reading]
    known: frozenset[str]  # hashes of the documents that were there before
    errors: Sequence[HustingsError]  # of what could not be read
    coded: Sequence[Reading] = ()  # what people have coded in documents that were there before

    @property
    def new(self) -> list[Reading]:
        """What there is to keep."""
        return [reading for reading in self.readings if reading.document.hash not in self.known]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is said after keeping."""

    message: str
    query: dict[str, str | list[str]]  # of the link to Explore


def show_found(found: Found) -> None:
    """What was found, with the buttons to keep it where it is new, and the notices of what was not read."""
    show_errors(found.errors)
    st.subheader(
        f"{tally(_statements(found.readings))}, in {count(len(found.readings), 'article')}", anchor=False
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if keeps := bool(found.new or found.coded):
            if st.button(_to_keep(found), type="primary", icon=":material/save:", key="keep"):
                _keep(found)
        else:
            _link_to_graph(query_of(found.readings))
        st.button(
            "Discard" if keeps else "Read another",
            icon=":material/delete:" if keeps else ":material/note_add:",
            on_click=_discard if keeps else _clear,
            key="discard",
        )
    _show_reading(_choose(found.readings), found)


def show_kept() -> None:
    """What was kept a moment ago, and the way to it in the graph."""
    if kept := st.session_state.pop(KEPT, None):
        st.success(kept.message, icon=":material/check:")
        _link_to_graph(kept.query)


def query_of(readings: Sequence[Reading]) -> dict[str, str | list[str]]:
    """The filters of Explore that leave as little else as they can; empty where nothing is drawn."""
    drawn = [statement for statement in _statements(readings) if statement.makes_edge]
    if not drawn:
        return {}
    query: dict[str, str | list[str]] = {}
    if all(statement.outlet for statement in drawn):
        query["outlet"] = sorted({statement.outlet for statement in drawn})
    days = [statement.date for statement in drawn if statement.date]
    if len(days) == len(drawn):
        query |= {"since": min(days), "until": max(days)}
    if not query:
        actors = {s.actor for s in drawn if s.actor_type in {"person", "organization"}}
        query["person"] = sorted(actors)
    return query


def _statements(readings: Iterable[Reading]) -> list[Statement]:
    return list(chain.from_iterable(reading.statements for reading in readings))


def _link_to_graph(query: dict[str, str | list[str]]) -> None:
    if query:
        page = st.Page(explore.page, title="Explore", url_path="explore", default=True)
        st.page_link(page, label="Show it in the graph", icon=":material/hub:", query_params=query)
    else:
        st.caption("None of the statements is drawn, so the graph shows nothing of it.")


def _to_keep(found: Found) -> str:
    """What the button says."""
    if not found.new:
        return "Keep what people have coded in them"
    return f"Keep the {len(found.new)} that are new" if found.known else "Keep them"


def _keep(found: Found) -> None:
    try:
        check_allowed(role(), "add documents")
    except InputError as error:
        show_errors([error])
        return
    bar = st.progress(0.0, "Keeping")
    result = Added()
    for number, reading in enumerate(found.new, start=1):
        if workspace().save(reading):
            result.keep(reading)
        else:
            result.known += 1
        bar.progress(number / len(found.new), f"Kept {number} of {len(found.new)}")
    for coded in found.coded:
        try:
            result.take_codings(coded, workspace().store.add_coded(coded))
        except HustingsError as error:  # white space has moved since: the places of the codings do not fit
            st.session_state.setdefault(REFUSED, []).append(error)
    known = result.known
    there = f"; {count(known, 'article')} had been there before, and nothing changed" if known else ""
    codings = f" {result.codings} came in." if result.codings else ""
    message = f"{count(result.added, 'article')} added{there}.{codings}"
    st.session_state[KEPT] = Kept(message, query_of(found.new or found.coded))
    _clear()
    st.rerun()


def _discard() -> None:
    st.session_state.pop(FOUND, None)


def _clear() -> None:
    """Discards what was found and what was typed."""
    _discard()
    for key in FIELDS:
        st.session_state.pop(key, None)


def _choose(readings: Sequence[Reading]) -> Reading:
    if len(readings) == 1:
        return readings[0]
    titles = [
        f"{number}. {shorten(reading.document.title or reading.document.id, 80)} ({tally(reading.statements)})"
        for number, reading in enumerate(readings, start=1)
    ]
    chosen = st.selectbox("Article", titles, key="shown")
    return readings[titles.index(chosen)]


def _show_reading(reading: Reading, found: Found) -> None:
    document = reading.document
    if document.hash in found.known:
        st.info(f"This article is there already{_facts(document)}.", icon=":material/info:")
    elif not document.date:
        _warn_undated(document)
    for remark in reading.remarks:
        st.info(literal(remark), icon=":material/info:")
    st.html(f'<p class="facts">{source_html(document)}</p>')
    text, table = st.columns(2, gap="large")
    with text:
        st.html(
            '<p class="facts">In the text: <span class="article"><mark class="actor">who</mark> '
            '<mark class="cue">relates</mark> <mark class="target">to whom or what</mark></span>; '
            '<span class="article"><mark class="cue held">pale</mark></span> where it is kept as data only</p>'
        )
        with st.container(height=HEIGHT, border=False):
            st.html(article_html(document.text, reading.statements))
    with table:
        show_preview(sorted(reading.statements, key=lambda s: (s.start, s.cue_span)), HEIGHT)


def _facts(document: Document) -> str:
    parts = [f"from {literal(document.outlet)}"] if document.outlet else []
    parts.append(f"of {day(document.date)}" if document.date else "undated")
    return f", {', '.join(parts)}"


def _warn_undated(document: Document) -> None:
    proposal = named_day(document)
    hint = (
        f" {day(proposal)} stands in it: discard this and give that as the date, if it is."
        if proposal
        else ""
    )
    st.warning(
        f"This was read without a date, so roles and changing parties stay open.{hint}",
        icon=":material/event_busy:",
    )
