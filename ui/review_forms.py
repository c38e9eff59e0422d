"""Corrections that need a word: another relation, another name, a note; and what was done to a statement so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from errors import HustingsError
from records import ENTITY_TYPES, Review, Statement
from review import entries
from review.claims import HELD, Hand, Shown
from ui.coder import Coder
from ui.review_fields import NEW, names
from ui.sitting import sitting, work, write
from ui.state import workspace
from ui.style import SIGNS
from view.labels import day
from workspace import named, reviewing

MANNERS = {
    "negated": "It is negated",
    "possible": "It is only possible",
    "future": "It is still to come",
    "asserted": "It is asserted",
}
"""Name in `review.claims.HELD` -> what the button says."""
ENDS = {"actor": "who", "target": "whom or what"}


def show_forms(seen: Shown, who: Coder) -> None:
    """The corrections that can be made of the statement."""
    id = seen.statement.id
    known = named.relations(workspace()) | {seen.statement.relation: seen.statement.family}
    types = sorted(ENTITY_TYPES)
    st.html('<p class="kicker">Correct it</p>')
    _show_manners(seen, who)
    with st.form(f"relate-{id}", border=False):
        st.selectbox(
            "Relation",
            list(known),
            index=list(known).index(seen.statement.relation),
            format_func=lambda name: f"{SIGNS[known[name]]} {name}",
            key=f"relation-{id}",
        )
        st.form_submit_button("Change the relation", on_click=partial(_correct, _related, seen, who))
    with st.form(f"retarget-{id}", border=False):
        st.segmented_control(
            "Another name for",
            list(ENDS),
            default="actor",
            required=True,
            format_func=ENDS.__getitem__,
            key=f"side-{id}",
        )
        st.selectbox(
            "Name",
            names(),
            index=None,
            placeholder=NEW,
            accept_new_options=True,
            key=f"name-{id}",
        )
        st.selectbox("If it is new, it is a", types, index=types.index("person"), key=f"type-{id}")
        st.form_submit_button("Change the name", on_click=partial(_correct, _retargeted, seen, who))
    # No form: a note that was typed goes with the decision, whichever button is pressed.
    st.text_input("Note", max_chars=500, key=_words(id))
    st.button("Keep the note", key=f"keep-{id}", on_click=partial(_correct, entries.note, seen, who))


def _show_manners(seen: Shown, who: Coder) -> None:
    """A button for each way in which the text may hold it, but the one that is known."""
    with st.container(horizontal=True, gap="small", key="manners"):
        for how, label in MANNERS.items():
            if any(getattr(seen.statement, name) != value for name, value in HELD[how].items()):
                make = partial(_held, how)
                st.button(
                    label,
                    key=f"hold-{how}-{seen.statement.id}",
                    on_click=partial(_correct, make, seen, who),
                )


def show_history(statement: Statement, who: Coder) -> None:
    """Every entry in force about the statement, each with a way to take it back."""
    if made := reviewing.history(workspace(), statement.id):
        st.html('<p class="kicker">Decided so far</p>')
    for review in made:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(entry_html(review), width="stretch")
            take_back(review, who)


def entry_html(review: Review) -> str:
    """One entry of the journal in words."""
    words = " ".join(part for part in (review.action, _what(review.change)) if part)
    note = f" “{review.note}”" if review.note else ""
    return f'<p class="facts"><b>{escape(words)}</b> {escape(f"{review.coder}, {day(review.at[:10])}{note}")}</p>'


def _what(change: Mapping[str, Any]) -> str:
    """What an entry makes of its subject: a relation, a name, or a way in which it is said."""
    if "statement" in change:
        return "{actor} {relation} {target}".format_map(change["statement"])
    for key in ("relation", "name"):
        if key in change:
            return str(change[key])
    for key in ("into", "other", "entity"):
        if key in change:
            return str(change[key]["name"])
    manner = [how for how, held in HELD.items() if held == {k: change[k] for k in held if k in change}]
    return manner[-1] if manner else ""


def take_back(review: Review, who: Coder) -> None:
    """The button that undoes an entry, whatever came after it."""
    st.button(
        "Take back",
        key=f"take-back-{review.id}",
        type="tertiary",
        on_click=partial(_take_back, review, who),
    )


def _take_back(review: Review, who: Coder) -> None:
    try:
        reviewing.undo(workspace(), [review], Hand(who.name), who.role)
    except HustingsError as error:
        work().error = error
    else:
        sitting().done.discard(review.subject)


def hand_of(who: Coder, id: str) -> Hand:
    """Who decides about a statement, with the note that stands beside it."""
    return Hand(who.name, str(st.session_state.get(_words(id), "")).strip())


def _words(id: str) -> str:
    return f"words-{id}"


def _correct(make: Callable[[Shown, Hand], Review], seen: Shown, who: Coder) -> None:
    """What a form does, before the page is made anew."""
    id = seen.statement.id
    try:
        review = make(seen, hand_of(who, id))
    except HustingsError as error:
        work().error = error
        return
    if write([review], who):
        st.session_state[_words(id)] = ""
        if review.action != "note":
            sitting().finish()


def _held(how: str, seen: Shown, hand: Hand) -> Review:
    return entries.hold(seen, how, hand)


def _related(seen: Shown, hand: Hand) -> Review:
    name = st.session_state[f"relation-{seen.statement.id}"]
    family = seen.statement.family if name == seen.statement.relation else ""
    return entries.relate(seen, named.relation(workspace(), name, family), hand)


def _retargeted(seen: Shown, hand: Hand) -> Review:
    end, name, type = (st.session_state[f"{field}-{seen.statement.id}"] for field in ("side", "name", "type"))
    return entries.retarget(seen, end, named.entity(workspace(), name or "", type), hand)
