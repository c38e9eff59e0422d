"""Add: paste or upload an article, see what is found in it, and only then keep it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import streamlit as st

from errors import HustingsError, InputError
from ingest import READERS, read_bytes
from records import Document, Reading, slug
from ui.edge_panel import source_html
from ui.notices import noticed, show_error
from ui.reader import article_html
from ui.state import workspace
from ui.style import literal
from ui.table import show_found
from view.labels import count, shorten

Facts = dict[str, str | None]

FOUND = "found"  # key of the readings that wait to be kept
FORM = ("text", "title", "source_outlet", "date", "url")  # keys of what was typed; outlives "Discard"
WORDS_OF_ID = 8
HEIGHT = 560  # pixels of the text and of the table beside it


def page() -> None:
    """The page."""
    st.html(
        '<p class="lead"><b>Add an article.</b> Nothing is kept until you have seen what was found in it. '
        "The text stays on this computer.</p>"
    )
    if readings := st.session_state.get(FOUND):
        _show_found(readings)
        return
    if message := st.session_state.pop("kept", None):
        st.success(message, icon=":material/check:")
    with noticed():
        _take(_ask())


def _ask() -> list[Document]:
    """The documents of the form, once it is sent.

    Raises:
        InputError: If one of them cannot be read.
    """
    with st.form("article", border=False):
        left, right = st.columns([13, 8], gap="large")
        with left:
            text = st.text_area(
                "Text of the article",
                height=320,
                key="text",
                placeholder="Paste it here …",
                persist_state="page",
            )
            files = st.file_uploader(
                "or files: an article each, or many in one .jsonl or .csv",
                type=sorted(READERS),
                accept_multiple_files=True,
                key="files",
            )
        with right:
            facts = _ask_facts()
        sent = st.form_submit_button("Read it", type="primary", icon=":material/search:")
    if not sent:
        return []
    uploads = [(file.name, file.getvalue()) for file in files]
    if text.strip():
        uploads.insert(0, (f"{_id_of(facts['title'] or text)}.txt", text.encode()))
    if not uploads:
        raise InputError("there is nothing to read", mend="Paste a text, or choose a file")
    return [_with(facts, document) for name, data in uploads for document in read_bytes(name, data)]


def _ask_facts() -> Facts:
    st.caption("What a file says about itself goes first; these fill what it leaves open.")
    title = st.text_input("Title", key="title", persist_state="page")
    outlet = st.text_input(
        "Outlet", placeholder="Who published it", key="source_outlet", persist_state="page"
    )
    date = st.date_input(
        "Date",
        None,
        max_value=datetime.date(2100, 1, 1),
        format="DD/MM/YYYY",
        key="date",
        persist_state="page",
    )
    url = st.text_input("Address", placeholder="https://…", key="url", persist_state="page")
    day = date.isoformat() if isinstance(date, datetime.date) else None
    return {"title": title.strip(), "outlet": outlet.strip(), "date": day, "url": url.strip()}


def _id_of(text: str) -> str:
    return slug(" ".join(text.split()[:WORDS_OF_ID]))


def _with(facts: Facts, document: Document) -> Document:
    missing = {name: value for name, value in facts.items() if value and not getattr(document, name)}
    return replace(document, **missing)


def _take(documents: list[Document]) -> None:
    """Reads the documents and puts what is found aside for the reader to look at."""
    if not documents:
        return
    readings, errors = _read(documents)
    st.session_state[FOUND] = readings
    if not errors:
        st.rerun()
    for error in errors:
        show_error(error)
    if readings:  # one bad article does not stop the others
        st.button(f"Go on with {count(len(readings), 'article')}", key="go-on")


def _read(documents: list[Document]) -> tuple[list[Reading], list[HustingsError]]:
    readings: list[Reading] = []
    errors: list[HustingsError] = []
    bar = st.progress(0.0, "Loading the language model, which takes some seconds the first time")
    for number, document in enumerate(documents, start=1):
        try:
            readings.append(workspace().preview(document))
        except HustingsError as error:
            errors.append(error)
        bar.progress(number / len(documents), f"Read {number} of {count(len(documents), 'article')}")
    bar.empty()
    return readings, errors


def _show_found(readings: list[Reading]) -> None:
    total = sum(len(reading.statements) for reading in readings)
    st.subheader(f"{count(total, 'statement')} found in {count(len(readings), 'article')}", anchor=False)
    with st.container(horizontal=True):
        if st.button("Keep them", type="primary", icon=":material/save:", key="keep"):
            _keep(readings)
        st.button("Discard", icon=":material/delete:", on_click=_discard, key="discard")
    _show_reading(_choose(readings))


def _keep(readings: list[Reading]) -> None:
    bar = st.progress(0.0, "Keeping")
    kept = 0
    for number, reading in enumerate(readings, start=1):
        kept += workspace().save(reading)
        bar.progress(number / len(readings), f"Kept {number} of {len(readings)}")
    known = len(readings) - kept
    there = f"; {count(known, 'article')} had been there before, and nothing changed" if known else ""
    st.session_state["kept"] = f"{count(kept, 'article')} added{there}."
    _discard()
    for key in FORM:
        st.session_state.pop(key, None)
    st.rerun()


def _discard() -> None:
    st.session_state.pop(FOUND, None)


def _choose(readings: list[Reading]) -> Reading:
    if len(readings) == 1:
        return readings[0]
    titles = [
        f"{number}. {shorten(reading.document.title or reading.document.id, 80)} "
        f"({count(len(reading.statements), 'statement')})"
        for number, reading in enumerate(readings, start=1)
    ]
    chosen = st.selectbox("Article", titles, key="shown")
    return readings[titles.index(chosen)]


def _show_reading(reading: Reading) -> None:
    document = reading.document
    if workspace().store.has(document.hash):
        st.info("This article is there already; keeping it again changes nothing.", icon=":material/info:")
    for remark in reading.remarks:
        st.info(literal(remark), icon=":material/info:")
    st.html(f'<p class="facts">{source_html(document)}</p>')
    text, table = st.columns([13, 11], gap="large")
    with text:
        st.html(
            '<p class="facts">In the text: <span class="article"><mark class="actor">who</mark> '
            '<mark class="cue">relates</mark> <mark class="target">to whom or what</mark></span></p>'
        )
        with st.container(height=HEIGHT, border=False):
            st.html(article_html(document.text, reading.statements))
    with table:
        show_found(sorted(reading.statements, key=lambda s: (s.start, s.cue_span)), HEIGHT)
