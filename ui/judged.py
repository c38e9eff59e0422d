"""What people have decided about a statement, and the way from wherever it is shown to Review."""

from __future__ import annotations

from html import escape

import streamlit as st

from errors import HustingsError
from records import Review, Statement
from review.claims import Hand
from ui.address import parameters
from ui.coder import coder
from ui.links import find_page
from ui.notices import show_error
from ui.sitting import SITTING
from ui.state import workspace
from view.labels import day
from workspace.reviewing import JUDGEMENTS, judgement, shown

STATEMENT = "statement"  # in the address of Review
WORDS = {
    "accept": "accepted",
    "reject": "rejected",
    "flip": "turned into the opposite",
    "relate": "given another relation",
    "retarget": "given another name",
    "hold": "corrected as to whether it is asserted",
    "add": "added",
}
"""Action -> what a reader has done to the statement."""
ICONS = {"accept": ":material/check:", "reject": ":material/close:", "correct": ":material/edit:"}


def trust_html(statement: Statement, made: Review | None) -> str:
    """Who has judged it and when, or else how often such readings are right; as HTML."""
    if made:
        note = f": “{made.note}”" if made.note else ""
        who = f"{WORDS[made.action]} by {made.coder} on {day(made.at[:10])}{note}"
        return f'<b class="judged">{escape(who)}</b>'
    if statement.status != "proposed":
        return f"{statement.status} by a reader"
    if statement.confidence is None:
        return "not reviewed by a reader yet"
    return f"right in about {statement.confidence:.0%} of such cases, not reviewed by a reader yet"


def last_judgement(statement: Statement) -> Review | None:
    """The decision about it that holds."""
    return judgement(workspace().content().corrected, statement.id)


def show_buttons(statement: Statement) -> None:
    """Accept and reject, for whoever has a name; and the way to Review."""
    who = coder()
    for action in ("accept", "reject") if who else ():
        done = statement.status == f"{action}ed"
        if not done and st.button(
            action.capitalize(), key=f"{action}-{statement.id}", type="tertiary", icon=ICONS[action]
        ):
            _judge(statement, action)
    link_to_review(statement, "Correct …" if who else "Review")


def link_to_review(statement: Statement, label: str) -> None:
    """A link to the statement in Review."""
    st.session_state.pop(SITTING, None)  # whoever comes from here begins anew, and with this statement
    if review := find_page("review"):
        where = {**parameters(), STATEMENT: [statement.id]}
        st.page_link(review, label=label, icon=ICONS["correct"], query_params=where)


def _judge(statement: Statement, action: str) -> None:
    if not (who := coder()):
        return
    try:
        review = JUDGEMENTS[action](shown(workspace(), statement.id), Hand(who.name))
        workspace().decide([review], who.role)
    except HustingsError as error:
        show_error(error)
        return
    st.toast(f"{WORDS[action].capitalize()}. Review can take it back.", icon=ICONS[action])
    st.rerun()
