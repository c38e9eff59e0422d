"""What was picked in a chart or table: the address keeps it, so that a link, a reload and the back button show it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from ui.address import change, get
from ui.rows import chosen_rows
from view.charts import CHOSEN

PICKED = "picked"  # in the address
SEEN = "picked_seen"  # key: chart or table -> what it had chosen when it was last looked at
DROPPED = "picked_dropped"  # key: how often a pick was dropped
BETWEEN = "|"


def picked(known: Collection[str]) -> str:
    """What the address says is picked; "" for nothing, or what is not known here."""
    now = get(PICKED)
    return now if now in known else ""


def source_key(name: str) -> str:
    """The key of a chart or table; a new one after each `drop`, so that it forgets what was chosen in it."""
    return f"{name}-{st.session_state.get(DROPPED, 0)}"


def drop() -> None:
    """Nothing is picked any more; for a button."""
    st.session_state[DROPPED] = st.session_state.get(DROPPED, 0) + 1
    change({PICKED: []})


def take(source: str, clicked: str) -> None:
    """Takes over what a chart or table has chosen now, if that is news."""
    seen = st.session_state.setdefault(SEEN, {})
    if clicked != seen.get(source, ""):
        seen[source] = clicked
        change({PICKED: [clicked] if clicked else []})


def clicked_mark(chart: str, fields: Sequence[str]) -> str:
    """The values of these fields, joined by "|", of the mark chosen in the chart of this key."""
    chosen = ((st.session_state.get(chart) or {}).get("selection") or {}).get(CHOSEN) or []
    return BETWEEN.join(str(chosen[-1].get(field, "")) for field in fields) if chosen else ""


def clicked_row(key: str, of: str, rows: Sequence[str]) -> str:
    """What stands for the row chosen in a table (`ui.rows`)."""
    return next((rows[number] for number in chosen_rows(key, of) if number < len(rows)), "")
