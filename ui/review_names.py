"""One name on Review: given another one, made one with another, or parted in two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from errors import HustingsError
from graph.totals import named
from records import ENTITY_TYPES, Entity, Review, Statement
from review import entries
from review.claims import Hand
from ui.coder import Coder
from ui.review_fields import OFFERED
from ui.review_forms import entry_html, take_back
from ui.review_merge import show_entity
from ui.sitting import Sitting, work, write
from ui.state import workspace
from workspace.named import find_entity, new_entity, newest_about
from workspace.reviewing import shown

CHOSEN = "name-chosen"  # key of the choice of a name


def show_names(_now: Sitting, who: Coder) -> None:
    """The choice of a name, what is known of it, and what can be done with it."""
    known = workspace().entities()
    ids = _ids()
    if st.session_state.get(CHOSEN) not in ids:
        st.session_state.pop(CHOSEN, None)
    id = st.selectbox(
        "Name",
        ids,
        index=None,
        placeholder="Choose a name",
        format_func=lambda id: f"{known[id].name} ({known[id].type})",
        key=CHOSEN,
        persist_state="session",
    )
    if not id:
        st.info(
            "Choose a name to give it another one, or to part two people of one name.",
            icon=":material/badge:",
        )
        return
    left, right = st.columns(2, gap="large")
    with left:
        show_entity(known[id], "As it is called now")
    with right:
        _show_history(id, who)
        _show_forms(known[id], ids, who)


def _ids() -> list[str]:
    """Of whom statements are about, the most frequent first."""
    known = workspace().entities()
    ids = named(workspace().content().columns, lambda end: end.id)
    return [id for id in ids[:OFFERED] if id in known]


def _show_history(id: str, who: Coder) -> None:
    made = workspace().content().corrected.entries.get(id, ())
    if made:
        st.html('<p class="kicker">Decided so far</p>')
    for review in made:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(entry_html(review), width="stretch")
            take_back(review, who)


def _show_forms(entity: Entity, ids: list[str], who: Coder) -> None:
    known = workspace().entities()
    with st.form(f"rename-{entity.id}", border=False):
        st.text_input("Another name", value=entity.name, max_chars=200, key=f"rename-to-{entity.id}")
        st.form_submit_button("Rename", on_click=partial(_correct, _renamed, entity, who))
    with st.form(f"merge-{entity.id}", border=False):
        st.selectbox(
            "The same as",
            [id for id in ids if id != entity.id],
            index=None,
            placeholder="Choose a name",
            format_func=lambda id: f"{known[id].name} ({known[id].type})",
            key=f"merge-into-{entity.id}",
        )
        st.form_submit_button("Make them one", on_click=partial(_correct, _merged, entity, who))
    st.html('<p class="kicker">Some statements are about another one</p>')
    with st.form(f"split-{entity.id}", border=False):
        newest, total = newest_about(workspace(), entity.id, OFFERED)
        found = {s.id: s for s in newest}
        if len(found) < total:
            st.caption(f"The newest are offered: {len(found):,} of {total:,}.")
        st.multiselect(
            "Which",
            list(found),
            format_func=lambda id: _line(found[id]),
            placeholder="Choose statements",
            key=f"split-off-{entity.id}",
        )
        types = sorted(ENTITY_TYPES)
        st.text_input(
            "Name of the other one", placeholder=f"{entity.name} (councillor)", key=f"split-to-{entity.id}"
        )
        st.selectbox("It is a", types, index=types.index(entity.type), key=f"split-type-{entity.id}")
        st.form_submit_button("Part them", on_click=partial(_correct, _parted, entity, who))


def _line(statement: Statement) -> str:
    where = ", ".join(part for part in (statement.outlet, statement.date) if part)
    return f"{statement.actor} {statement.relation} {statement.target} ({where})"


def _correct(make: Callable[[Entity, Hand], Review], entity: Entity, who: Coder) -> None:
    """What a form does, before the page is made anew."""
    try:
        review = make(entity, Hand(who.name))
    except HustingsError as error:
        work().error = error
        return
    if write([review], who) and review.action == "merge":
        st.session_state[CHOSEN] = review.change["into"]["id"]


def _renamed(entity: Entity, hand: Hand) -> Review:
    return entries.rename(entity, st.session_state[f"rename-to-{entity.id}"], hand)


def _merged(entity: Entity, hand: Hand) -> Review:
    into = st.session_state[f"merge-into-{entity.id}"]
    return entries.merge(entity, find_entity(workspace(), into or ""), hand)


def _parted(entity: Entity, hand: Hand) -> Review:
    chosen, name, type = (st.session_state[f"split-{field}-{entity.id}"] for field in ("off", "to", "type"))
    other = new_entity(workspace(), name, type)
    return entries.split(entity, [shown(workspace(), id) for id in chosen], other, hand)
