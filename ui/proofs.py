"""A few statements with their proof, and the rest folded away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from records import Statement
from ui.copying import listen_for_copying
from ui.edge_panel import show_statement
from ui.leads import lead_to_edge
from ui.state import statements
from ui.style import literal, sign

SHOWN = 6
FOLDED = 30  # shown on request; each costs a look into its document


def show_proofs(ids: Sequence[str], key: str = "more-proofs") -> None:
    """The statements of these ids in this order: who said what of whom, the sentence, the outlet and the day.

    Args:
        key: Another one for each list on a page.
    """
    listen_for_copying("copying-here")
    for statement in statements(ids[:SHOWN]):
        show_proof(statement)
    if len(ids) > SHOWN:
        more = st.expander(f"{len(ids) - SHOWN:,} more", key=key, on_change="rerun")
        if more.open:
            with more:
                _show_rest(ids[SHOWN:])


def _show_rest(ids: Sequence[str]) -> None:
    for statement in statements(ids[:FOLDED]):
        show_proof(statement)
    if len(ids) > FOLDED:
        st.text("Narrow the days to see those before.")


def show_proof(statement: Statement) -> None:
    """One statement under its claim, which leads to the edge on Explore."""
    with st.container(key=f"claimed-{statement.id}", gap=None):
        lead_to_edge(
            statement.actor_id,
            statement.relation,
            statement.target_id,
            f"**{literal(statement.actor)}** {sign(statement.family)} {literal(statement.relation)} "
            f"**{literal(statement.target)}**",
        )
    show_statement(statement)
