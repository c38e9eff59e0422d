"""Statements read by the same rule off the same words: one look, one decision."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from errors import HustingsError, InputError
from records import Statement
from review.claims import OTHER_SIDE, Hand
from ui.coder import Coder
from ui.decisions import show_decisions
from ui.edge_panel import find_document, source_html
from ui.how_found import how_found
from ui.keys import seen_html
from ui.review_statement import claim_html
from ui.sitting import Sitting, sitting, work, write
from ui.state import statements as fetched
from ui.state import workspace
from view.evidence import highlight
from view.labels import count
from workspace.queue import Pattern
from workspace.reviewing import JUDGEMENTS, shown

MOST = 60  # statements of one decision: more than these nobody reads before deciding


def batch_id(batch: Pattern) -> str:
    """What a batch is called in a sitting."""
    return f"{batch.method}|{batch.relation}|{batch.cue}"


def show_batch(now: Sitting, who: Coder) -> None:
    """The statements of one pattern that nobody has judged, each with a box to leave it out."""
    changed = workspace().content().changed
    waiting = [
        id for id in now.members.get(now.id, ()) if id not in changed or changed[id].status == "proposed"
    ]
    members = fetched(waiting[:MOST])
    if not members:
        st.html(seen_html(now.seen))
        st.info("All statements of this pattern are judged.", icon=":material/done_all:")
        show_decisions(now, who, {})
        return
    first = members[0]
    rest = f" The first {MOST} of {len(waiting)} are shown." if len(waiting) > MOST else ""
    st.html(
        f'{seen_html(now.seen)}<p class="kicker">{count(len(members), "statement")} of one pattern</p>'
        f'<p class="facts">{escape(how_found(first, find_document(first.document)))}, as “{escape(first.relation)}” '
        f"<small>{escape(first.method)}</small>. One decision for all that are ticked.{rest}</p>"
    )
    able = [name for name in JUDGEMENTS if name != "flip" or first.family in OTHER_SIDE]
    ids = tuple(s.id for s in members)
    show_decisions(
        now,
        who,
        {name: partial(_judge_all, name, ids, who) for name in able},
        accept="Accept all",
        reject="Reject all",
        flip="Flip all",
    )
    for statement in members:
        _show_member(statement)


def _show_member(statement: Statement) -> None:
    box, words = st.columns([1, 24], gap="small")
    box.checkbox(
        f"Decide about {statement.actor} and {statement.target}",
        value=True,
        key=_box(statement.id),
        label_visibility="collapsed",
    )
    document = find_document(statement.document)
    source = f'<p class="facts">{source_html(document)}</p>' if document else ""
    words.html(
        f'{claim_html(statement)}<blockquote class="evidence {escape(statement.family)}">'
        f"{highlight(statement, document)}</blockquote>{source}"
    )


def _judge_all(action: str, ids: tuple[str, ...], who: Coder) -> None:
    """One decision about all that are ticked, in one transaction."""
    chosen = [id for id in ids if st.session_state.get(_box(id), True)]
    try:
        if not chosen:
            raise InputError("no statement is ticked", mend="Tick one, or go on to the next pattern")
        reviews = [JUDGEMENTS[action](shown(workspace(), id), Hand(who.name)) for id in chosen]
    except HustingsError as error:
        work().error = error
        return
    if write(reviews, who):
        sitting().finish()


def _box(id: str) -> str:
    return f"tick-{id}"
