"""How a statement that was missed will look, with the button that adds it: however its words were chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from errors import HustingsError
from records import Document
from review.claims import Hand
from ui.coder import Coder
from ui.review_statement import claim_html
from ui.state import workspace
from view.evidence import highlight
from workspace.missed import Missed, added, statement_of


def offer_missed(
    document: Document, missed: Missed, who: Coder, key: str, add: Callable[[str, Missed, Coder], None]
) -> None:
    """How the statement will look, and the button that adds it; or why it cannot be added.

    Args:
        key: Of the button.
        add: Called by the button with the document's id and the other two.
    """
    try:
        statement = statement_of(added(workspace(), document.id, missed, Hand(who.name)))
    except HustingsError as error:
        st.button("Add the statement", disabled=True, key=key)
        st.warning(f"{error.what}. {error.mend}")
        return
    st.html(
        f'{claim_html(statement)}<blockquote class="evidence {escape(statement.family)}">'
        f"{highlight(statement, document)}</blockquote>"
    )
    st.button(
        "Add the statement",
        type="primary",
        icon=":material/add:",
        key=key,
        on_click=partial(add, document.id, missed, who),
    )
