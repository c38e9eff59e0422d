"""Explain: a sentence or a text, how it is read, and why not otherwise; nothing is kept."""

from __future__ import annotations

from html import escape
from itertools import starmap

import streamlit as st

from errors import HustingsError, InputError
from records import Document, Reading
from ui.article_day import read_day
from ui.how_found import how_found
from ui.notices import show_error
from ui.reader import article_html
from ui.rows import show_rows
from ui.state import workspace
from ui.table import show_preview
from view.labels import count
from workspace.explained import Section, explained

EXPLAINED = "explained"  # key of what was explained last; a visit to another page leaves it
LONGEST = 20_000  # characters; a longer text belongs on Add
TITLES = {
    "mentions": "Who is meant",
    "attributions": "Who is speaking",
    "silent": "Words that could have said more",
}
"""Section of `workspace.explained` -> its heading here; the statements have a table of their own."""


def page() -> None:
    """The page."""
    st.html(
        '<p class="lead"><b>Ask why.</b> See how a sentence is read, which rule found what, and what kept the '
        "rest from the graph. Nothing is kept.</p>"
    )
    with st.form("explain", border=False):
        text = st.text_area(
            "A sentence, or a whole text",
            height=120,
            key="sentence",
            placeholder="Ada Vela said Tom Orrin’s plan was shameful.",
            persist_state="session",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            date = st.text_input(
                "Date",
                key="sentence_date",
                placeholder="decides who “the prime minister” was",
                persist_state="session",
                width=320,
            )
            asked = st.form_submit_button("Explain it", type="primary", icon=":material/troubleshoot:")
    if asked:
        _explain(text, date)
    if found := st.session_state.get(EXPLAINED):
        _show(*found)


def _explain(text: str, date: str) -> None:
    st.session_state.pop(EXPLAINED, None)
    try:
        if len(text) > LONGEST:
            raise InputError(
                f"the text has {len(text):,} characters, more than {LONGEST:,}", mend="Read it on Add"
            )
        with st.spinner("Reading"):
            reading, silent = workspace().explain(
                Document(id="sentence", text=text, date=read_day(date) or None)
            )
    except HustingsError as error:
        show_error(error)
        return
    st.session_state[EXPLAINED] = (reading, explained(reading, silent))


def _show(reading: Reading, sections: list[Section]) -> None:
    statements = sorted(reading.statements, key=lambda s: (s.start, s.cue_span))
    left, right = st.columns(2, gap="large")
    with left:
        st.html(article_html(reading.document.text, statements))
    with right:
        st.subheader(count(len(statements), "statement"), anchor=False)
        if statements:
            show_preview(statements, height=320)
            told = dict.fromkeys(f"{how_found(s, reading.document)} ({s.method})" for s in statements)
            st.html("".join(f'<p class="facts">{line}</p>' for line in map(escape, told)))
    for section in sections:
        if section.key in TITLES:
            _show_section(section)


def _show_section(section: Section) -> None:
    st.subheader(TITLES[section.key], anchor=False)
    if not section.rows:
        st.caption("Nobody and nothing" if section.key == "mentions" else "Nothing")
        return
    columns = zip(section.columns, zip(*section.rows, strict=True), strict=True)
    show_rows(dict(starmap(_column, columns)), key=f"explained-{section.key}", alt=TITLES[section.key])


def _column(name: str, cells: tuple[str, ...]) -> tuple[str, list[str]]:
    return name.capitalize(), [" ".join(cell.split()) for cell in cells]
