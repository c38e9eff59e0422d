"""The list of documents to read: searched and turned over in the database, however many there are."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui.address import change, get
from ui.reading_place import reading_place
from ui.state import workspace
from ui.style import literal
from view.labels import count, day
from workspace.browsing import PAGE, Listing, list_documents

WORDS, PART = "words", "part"  # in the address
LAST = 100_000  # an address may say anything


def show_documents() -> None:
    """The search, the documents found, and the way to the others."""
    words, part = get(WORDS), _part()
    if st.session_state.get(WORDS, "") != words:
        st.session_state[WORDS] = words
    st.text_input(
        "Words of the title, the outlet or the date",
        placeholder="such as Gazette 2025-01",
        key=WORDS,
        on_change=lambda: change({WORDS: [st.session_state[WORDS]], PART: []}),
        width=420,
    )
    found = _listed(workspace().url, workspace().revision(), words, part)
    st.html(f'<p class="lead" role="status">{_told(found, words, part)}</p>')
    with st.container(gap=None, key="documents"):
        for document, number in found.documents:
            facts = (
                document.outlet,
                day(document.date) if document.date else "undated",
                count(number, "statement"),
            )
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.button(
                    literal(document.title or document.id),
                    type="tertiary",
                    icon=":material/article:",
                    key=f"document-{document.id}",
                    on_click=change,
                    args=(reading_place(document.id),),
                )
                st.html(f'<p class="facts">{escape(" · ".join(filter(None, facts)))}</p>', width="content")
    if found.total > PAGE:
        _turn(found, part)


def _turn(found: Listing, part: int) -> None:
    parts = -(-found.total // PAGE)
    key = f"{PART}-{part}"  # another widget for each, as the address may say another one too
    st.pagination(parts, default=min(part, parts), key=key, on_change=lambda: _go(st.session_state[key]))


def _go(part: int) -> None:
    change({PART: [str(part)] if part > 1 else []})


def _part() -> int:
    said = get(PART) or "1"
    return min(max(int(said), 1), LAST) if said.isascii() and said.isdigit() else 1


@st.cache_resource(max_entries=64, show_spinner=False)
def _listed(url: str, revision: int, words: str, part: int) -> Listing:
    """Asked anew for each state of the database."""
    return list_documents(workspace(), words, part)


def _told(found: Listing, words: str, part: int) -> str:
    if not found.total:
        return "No document has all these words." if words.strip() else "There is no document yet."
    of = count(found.total, "document")
    if not found.documents:
        return f"There are only {of}."
    first = (part - 1) * PAGE + 1
    return f"<b>{first:,}–{first + len(found.documents) - 1:,}</b> of {of}, the latest first"
