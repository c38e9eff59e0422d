"""A statement that the machine has missed: the words that prove it chosen in a document, and what they say."""

from __future__ import annotations

import streamlit as st

from errors import HustingsError
from records import ACTOR_TYPES, ENTITY_TYPES, Document, Entity, Review, Span
from review import effective
from review.claims import Hand
from review.passages import sentences
from ui.coder import Coder
from ui.missed_preview import offer_missed
from ui.reader import article_html
from ui.reading_place import READER, link, reading_place
from ui.review_fields import ask_name, ask_relation
from ui.review_forms import entry_html, take_back
from ui.sitting import Sitting, work, write
from ui.state import workspace
from view.labels import day
from workspace import named
from workspace.browsing import offer_documents
from workspace.missed import Missed, added

DOCUMENT = "add-document"  # key of the choice of a document
ADDED = "added"  # key: how many statements were added in this session, so that each starts with empty fields
OFFERED = 2_000  # documents; more are found by words of their titles
HEIGHT = 560  # pixels of the text
HOW = {
    "asserted": "The text asserts it",
    "negated": "denies it",
    "possible": "calls it possible",
    "future": "expects it",
    "question": "asks it",
}
"""Name in `review.claims.HELD` -> words."""


def show_add(_now: Sitting, who: Coder) -> None:
    """The choice of a document, its text, and the fields beside it."""
    labels = _offered()
    if st.session_state.get(DOCUMENT) not in labels:
        st.session_state.pop(DOCUMENT, None)
    id = st.selectbox(
        "Document",
        list(labels),
        index=None,
        placeholder="Choose a document",
        format_func=labels.__getitem__,
        key=DOCUMENT,
        persist_state="session",
    )
    if not id:
        st.info("Choose the document in which you have found a statement.", icon=":material/article:")
        return
    document = workspace().document(id)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _show_text(document)
    with right:
        _show_fields(document, who)
        _show_added(document, who)


def _offered() -> dict[str, str]:
    """Id -> label of the documents to choose from; of very many, those with some words in title, outlet or date."""
    total, labels = _labels(workspace().url, workspace().revision(), "")
    if total <= OFFERED:
        return labels
    words = st.text_input("Words of the title, the outlet or the date", key="add-title")
    return _labels(workspace().url, workspace().revision(), words)[1]


@st.cache_data(max_entries=8, show_spinner=False)
def _labels(_url: str, revision: int, words: str) -> tuple[int, dict[str, str]]:
    """How many have the words, and the latest of them; asked anew for each state of the database."""
    total, found = offer_documents(workspace(), words, OFFERED)
    return total, {
        d.id: ", ".join(filter(None, (d.title or d.id, d.outlet, d.date and day(d.date)))) for d in found
    }


def _show_text(document: Document) -> None:
    found = workspace().statements_in(document.id)
    with st.container(height=HEIGHT, border=True, key="add-text"):
        st.html(article_html(document.text, [s for s in found if s.status != "rejected"]))
    st.caption("Marked is what is found already. Copy the words that prove yours, or pick their sentences.")
    link(READER, "Or mark them in the text", ":material/menu_book:", reading_place(document.id))


def _show_fields(document: Document, who: Coder) -> None:
    key = f"{document.id}-{st.session_state.get(ADDED, 0)}"
    evidence = _ask_evidence(document, key)
    actor = _ask_entity("Who", "actor", key)
    relation, family = ask_relation(f"said-{key}")
    target = _ask_entity("Whom or what", "target", key)
    left, right = st.columns(2, gap="small")
    cue = left.text_input("The words that say so", placeholder="may stay empty", key=f"cue-{key}")
    how = right.selectbox("How it is said", list(HOW), format_func=HOW.__getitem__, key=f"how-{key}")
    if not (evidence and actor and relation and target):
        st.button("Add the statement", disabled=True, key=f"add-{key}")
        st.caption("Give the words, who, the relation, and whom or what.")
        return
    missed = Missed(
        evidence=evidence, actor=actor, relation=relation, target=target, cue=cue, family=family, how=how
    )
    offer_missed(document, missed, who, f"add-{key}", _add)


def _ask_evidence(document: Document, key: str) -> str | Span:
    """Words pasted, or the stretch from the first sentence picked to the last; "" while there is neither."""
    words = st.text_area(
        "The words that prove it",
        placeholder="Paste them, or pick sentences below",
        key=f"words-{key}",
        height=80,
    )
    chosen = st.multiselect(
        "Sentences",
        sentences(document),
        format_func=lambda span: document.text[slice(*span)],
        placeholder="Type a word of it; the first and the last will do",
        filter_mode="contains",
        key=f"picked-{key}",
    )
    if words.strip() or not chosen:
        return words.strip()
    return min(start for start, _ in chosen), max(end for _, end in chosen)


def _ask_entity(label: str, end: str, key: str) -> Entity | None:
    """An entity that is known, or a new one with a type; None while there is none, or a notice says why."""
    name = ask_name(label, f"{end}-{key}")
    return known_or_new(name, end, key) if name else None


def known_or_new(name: str, end: str, key: str) -> Entity | None:
    """The entity of this name, or a new one, whose type is asked for; None where a notice says why."""
    try:
        return named.find_entity(workspace(), name)
    except HustingsError as error:
        if "several" in error.what:
            st.warning(f"{error.what}. {error.mend}")
            return None
    types = sorted(ACTOR_TYPES if end == "actor" else ENTITY_TYPES)
    type = st.selectbox(f"{name} is new: a", types, index=types.index("person"), key=f"{end}-type-{key}")
    return named.new_entity(workspace(), name, type)


def _add(document_id: str, missed: Missed, who: Coder) -> None:
    try:
        review = added(workspace(), document_id, missed, Hand(who.name))
    except HustingsError as error:
        work().error = error
        return
    if write([review], who):
        st.session_state[ADDED] = st.session_state.get(ADDED, 0) + 1


def _show_added(document: Document, who: Coder) -> None:
    made = [review for review in effective(workspace().content().journal) if _adds_to(review, document)]
    if made:
        st.html('<p class="kicker">Added to this document</p>')
    for review in made:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(entry_html(review), width="stretch")
            take_back(review, who)


def _adds_to(review: Review, document: Document) -> bool:
    return review.action == "add" and review.change["anchor"]["document"] == document.id
