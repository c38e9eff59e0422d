"""Read: a whole document with what was found in it in place; the words of a new statement are marked there."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from records import Reading, Statement, digest
from review.roles import ALLOWED
from ui.address import change, get
from ui.coder import role
from ui.copying import listen_for_copying
from ui.documents import show_documents
from ui.edge_panel import show_details, show_kicker, source_html
from ui.judged import STATEMENT
from ui.notices import noticed
from ui.reader import article_data
from ui.reader_component import Reader, show_reader
from ui.reader_form import ROUND, show_added, show_form
from ui.reading_place import DOCUMENT, GRAPH, LAYERS, edge_places, go, link
from ui.review_statement import claim_html
from ui.state import corpus, workspace
from workspace.browsing import statements_of

USUAL, NO_LAYER = ("statements",), "none"  # layers
# Keys of the last order to the reader: what it shows by then, the number of the order, and what it asked for.
SHOWS, NUMBER, ORDERED = "reader_shows", "reader_number", "reader_ordered"


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as it is read; shared by all readers."""

    reading: Reading
    statements: tuple[Statement, ...]  # as corrected, in the order of the text
    article: dict[str, Any]  # what the component shows

    def find(self, id: str) -> Statement | None:
        """The statement of this id, if it stands here."""
        return next((statement for statement in self.statements if statement.id == id), None)


@st.fragment
def page() -> None:
    """The page: the document that the address names, else the list of all."""
    # A fragment: a click in the text runs this again and nothing else.
    if id := get(DOCUMENT):
        listen_for_copying("copying-here")
        _read(id)
    else:
        show_documents()


def _read(id: str) -> None:
    st.button(
        "All documents",
        icon=":material/arrow_back:",
        type="tertiary",
        key="all-documents",
        on_click=change,
        args=({DOCUMENT: [], STATEMENT: []},),
    )
    with noticed():
        opened = _opened(workspace().url, workspace().revision(), id)
        document = opened.reading.document
        st.html(
            f'<h2 class="name">{escape(document.title or document.id)}</h2>'
            f'<p class="facts">{source_html(document, titled=False)}</p>'
        )
        left, right = st.columns([5, 2], gap="medium")
        with left:
            key = f"reader-{digest(id)[:12]}"
            _show_text(opened, key)
        with right, st.container(key="panel-reader"):
            _show_details(opened, (st.session_state.get(key) or {}).get("marked") or {})


@st.cache_resource(max_entries=16, show_spinner=False)
def _opened(url: str, revision: int, id: str) -> Opened:
    """Read anew for each state of the database."""
    reading = workspace().store.reading(id)
    found = statements_of(workspace(), reading)
    return Opened(reading, tuple(found), article_data(reading, found, corpus().entities))


def _show_text(opened: Opened, key: str) -> None:
    places = edge_places(opened.statements)
    number, chosen = _order(opened)
    document = opened.reading.document
    reader = Reader(
        label=f"Text of {document.title or document.id}",
        language=document.language,
        layers=_layers(),
        chosen=chosen,
        number=number,
        links={id: f"./?{urlencode(where, doseq=True)}" for id, where in places.items()},
        marking="add" in ALLOWED[role()],
        round=st.session_state.get(ROUND, 0),
    )
    show_reader(
        opened.article,
        reader,
        key=key,
        on_choose=lambda: _choose(opened, st.session_state[key]["chosen"]),
        on_layers=lambda: _switch(st.session_state[key]["layers"]),
        on_mark=lambda: None,
        on_open=lambda: None,
    )
    if where := places.get(st.session_state[key].get("opened") or ""):
        go(GRAPH, where)


def _order(opened: Opened) -> tuple[int, str]:
    """What the component is told to show: unchanged after its own clicks, so that nothing is sent twice."""
    asked = (opened.reading.document.id, get(STATEMENT))
    if st.session_state.get(SHOWS) != asked:
        st.session_state[NUMBER] = st.session_state.get(NUMBER, 0) + 1
        st.session_state[SHOWS] = asked
        st.session_state[ORDERED] = asked[1]
    return st.session_state[NUMBER], st.session_state[ORDERED]


def _choose(opened: Opened, id: str) -> None:
    st.session_state[SHOWS] = (opened.reading.document.id, id)
    change({STATEMENT: [id]})


def _lead_to_graph(statement: Statement) -> None:
    if where := edge_places([statement]).get(statement.id):
        link(GRAPH, "Show it in the graph", ":material/hub:", where)


def _close() -> None:
    change({STATEMENT: []})


def _layers() -> list[str]:
    said = get(LAYERS).split()
    return [layer for layer in said if layer != NO_LAYER] if said else list(USUAL)


def _switch(layers: list[str]) -> None:
    usual = set(layers) == set(USUAL)
    change({LAYERS: [] if usual else [" ".join(layers) or NO_LAYER]})


def _show_details(opened: Opened, marked: dict[str, Any]) -> None:
    """What is beside the text: the new statement, else the chosen one, else how to choose."""
    show_added(opened.reading.document)
    if marked.get("evidence") and marked.get("round") == st.session_state.get(ROUND, 0):
        show_form(opened.reading, marked)
    elif found := opened.find(get(STATEMENT)):
        show_kicker("Statement", _close)
        st.html(claim_html(found))
        show_details(found, opened.reading.document, lambda: _lead_to_graph(found))
    else:
        st.html(
            '<p class="facts">Choose a statement to see how it was found and who printed it: click its words or '
            "its line in the list, or go through them with <kbd>j</kbd> and <kbd>k</kbd> and press Enter.</p>"
            '<p class="facts">To add one that was missed, select its words and press “Add a statement”.</p>'
        )
