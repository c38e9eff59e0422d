"""One statement on Review: its words in their surroundings, what a decision would do, and the buttons for it."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from errors import HustingsError
from records import Statement
from review.claims import OPPOSITES, OTHER_SIDE, Shown
from ui.coder import Coder
from ui.decisions import show_decisions
from ui.edge_panel import statement_html
from ui.keys import seen_html
from ui.review_forms import hand_of, show_forms, show_history
from ui.sitting import Sitting, sitting, work, write
from ui.state import workspace
from ui.style import chip
from ui.table import why_held
from view.labels import count
from workspace.queue import beside
from workspace.reviewing import JUDGEMENTS, judgement, shown

CONTEXT = 2  # sentences on either side


def show_one(now: Sitting, who: Coder) -> None:
    """The statement that is looked at."""
    blind = who.name if now.kind == "again" else ""
    try:
        seen = shown(workspace(), now.id, blind)
    except HustingsError:
        st.html(seen_html(now.seen))
        st.info(
            "This statement is not there any more: its document was read anew.", icon=":material/search_off:"
        )
        show_decisions(now, who, {})
        return
    left, right = st.columns([2, 1], gap="large")
    with left:
        _show_statement(seen, blind, now)
        show_decisions(
            now,
            who,
            {
                name: partial(_judge, name, now.id, blind, who)
                for name in JUDGEMENTS
                if _can(name, seen.statement)
            },
        )
        st.html("".join(f'<p class="facts">{line}</p>' for line in _outcomes(seen.statement)))
    with right:
        if not blind:
            show_history(seen.statement, who)
        show_forms(seen, who)


def claim_html(statement: Statement) -> str:
    """Who, relation, whom, as a heading."""
    return (
        f'<p class="claim whole"><b>{escape(statement.actor)}</b> {chip(statement.relation, statement.family)} '
        f"<b>{escape(statement.target)}</b></p>"
    )


def _show_statement(seen: Shown, blind: str, now: Sitting) -> None:
    statement, document = seen
    made = None if blind else judgement(workspace().content().corrected, statement.id)
    st.html(seen_html(now.seen) + claim_html(statement) + statement_html(statement, document, made, CONTEXT))


def _can(action: str, statement: Statement) -> bool:
    return action != "flip" or statement.family in OTHER_SIDE


def _judge(action: str, id: str, blind: str, who: Coder) -> None:
    """What a button does, before the page is made anew."""
    try:
        review = JUDGEMENTS[action](shown(workspace(), id, blind), hand_of(who, id))
    except HustingsError as error:
        work().error = error
        return
    if write([review], who):
        sitting().finish()


def _outcomes(statement: Statement) -> list[str]:
    """What each decision would do to the graph, as HTML."""
    edge = (statement.actor_id, statement.relation, statement.target_id)
    others = beside(workspace().content().columns, edge, statement.id)
    held = why_held(statement).removeprefix("no, ")
    stays = f"the link stays, with {count(others, 'other statement')}" if others else "the link goes"
    lines = [
        f"<b>Accept</b>: it is kept as data only ({held})" if held and statement.status != "rejected"
        else "<b>Accept</b>: the link is drawn as checked by a reader",
        "<b>Reject</b>: nothing is drawn of it" if held else f"<b>Reject</b>: {stays}",
    ]  # fmt: skip
    if statement.family in OTHER_SIDE:
        usual, family = OTHER_SIDE[statement.family]
        lines.append(f"<b>Flip</b>: it becomes {chip(OPPOSITES.get(statement.relation, usual), family)}")
    return lines
