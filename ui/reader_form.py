"""A new statement out of words marked in the text: whom and what they mean, and the entry that adds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from errors import HustingsError
from records import Document, Entity, Reading, Review, Span
from review.claims import Hand
from ui.address import change
from ui.coder import Coder, ask_coder, coder
from ui.missed_preview import offer_missed
from ui.notices import show_error
from ui.reading_place import reading_place
from ui.review_add import HOW, known_or_new
from ui.review_fields import NEW, ask_relation, names
from ui.state import corpus, workspace
from workspace.missed import Missed, added
from workspace.reviewing import undo

ROUND = "reader_round"  # key: how many statements were added in this session, so that each is marked anew
ADDED = "reader_added"  # key of what was added last
FAILED = "reader_failed"  # key of why nothing was


@dataclass(frozen=True, slots=True)
class Added:
    """What was added a moment ago."""

    document: str  # id
    reviews: Sequence[Review]
    who: Coder


def show_form(reading: Reading, marked: Mapping[str, Sequence[int]]) -> None:
    """What the marked words mean, filled in as far as it is known, with the button that adds the statement."""
    spans = {name: (span[0], span[1]) for name, span in marked.items() if name != "round"}
    document = reading.document
    key = f"{st.session_state.get(ROUND, 0)}-{document.id}"
    st.html('<p class="kicker">A new statement</p>')
    _say_words(document, spans)
    who = coder()
    if not who:
        ask_coder()
    actor = _ask_end("Who", "actor", reading, spans, key)
    relation, family = _ask_relation(document, spans.get("cue"), key)
    target = _ask_end("Whom or what", "target", reading, spans, key)
    how = st.selectbox("How it is said", list(HOW), format_func=HOW.__getitem__, key=f"how-{key}")
    if who and actor and relation and target:
        missed = Missed(
            evidence=spans["evidence"],
            actor=actor,
            relation=relation,
            target=target,
            cue=spans.get("cue", ""),
            actor_span=spans.get("actor"),
            target_span=spans.get("target"),
            family=family,
            how=how,
        )
        offer_missed(document, missed, who, "add-marked", _add)
    else:
        st.button("Add the statement", disabled=True, key="add-marked")
        st.caption("Give who, the relation, and whom or what." if who else "Say who you are.")


def show_added(document: Document) -> None:
    """What was added to the document a moment ago, with the way to take it back; or why it was not."""
    if error := st.session_state.pop(FAILED, None):
        show_error(error)
    made = st.session_state.get(ADDED)
    if made and made.document == document.id:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html('<p class="facts" role="status"><b class="judged">Added.</b></p>', width="content")
            st.button(
                "Undo",
                icon=":material/undo:",
                type="tertiary",
                key="undo-added",
                on_click=_undo,
                args=(made,),
            )


def _say_words(document: Document, spans: Mapping[str, Span]) -> None:
    words = " ".join(document.text[slice(*spans["evidence"])].split())
    st.html(f'<p class="facts">“{escape(words)}”</p>')


def _ask_end(label: str, end: str, reading: Reading, spans: Mapping[str, Span], key: str) -> Entity | None:
    """The entity of one end: whoever is known to be meant by the marked words, unless another name is chosen."""
    here = _meant(reading, spans["evidence"])
    marked = spans.get(end)
    meant = next(iter(_meant(reading, marked)), None) if marked else None
    words = " ".join(reading.document.text[slice(*marked)].split()) if marked else None
    proposed = meant.name if meant else words
    field = f"{end}-{key}-{marked}"
    offered = dict.fromkeys((*([proposed] if proposed else []), *(e.name for e in here), *names()))
    name = st.selectbox(
        label,
        list(offered),
        index=0 if proposed else None,
        placeholder=NEW,
        accept_new_options=True,
        filter_mode="contains",
        key=field,
    )
    if not name:
        return None
    called = [entity for entity in here if entity.name == name]  # several may be called so elsewhere
    return called[0] if called else known_or_new(name, end, field)


def _meant(reading: Reading, span: Span) -> list[Entity]:
    """The entities that words of the span mention, as corrected, in the order of the text."""
    read = {entity.id: entity for entity in reading.entities}
    known = corpus().entities
    here = [m for m in reading.mentions if m.start < span[1] and span[0] < m.end]
    found = {m.entity_id: known.get(m.entity_id) or read.get(m.entity_id) for m in here}
    return [entity for entity in found.values() if entity]


def _ask_relation(document: Document, cue: Span | None, key: str) -> tuple[str, str]:
    """The relation and, where it is new, its family; the marked words are proposed if a relation is called so."""
    words = " ".join(document.text[slice(*cue)].split()).casefold() if cue else ""
    return ask_relation(f"said-{key}-{cue}", words)


def _add(document_id: str, missed: Missed, who: Coder) -> None:
    try:
        review = added(workspace(), document_id, missed, Hand(who.name))
        written = workspace().decide([review], who.role)
    except HustingsError as error:
        st.session_state[FAILED] = error
        return
    st.session_state[ADDED] = Added(document_id, written, who)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    change(reading_place(document_id, review.subject))


def _undo(made: Added) -> None:
    st.session_state.pop(ADDED, None)
    try:
        undo(workspace(), made.reviews, Hand(made.who.name), made.who.role)
    except HustingsError as error:
        st.session_state[FAILED] = error
