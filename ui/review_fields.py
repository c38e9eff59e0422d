"""Fields that several forms of Review have: a name, known or new, and a relation."""

from __future__ import annotations

import streamlit as st

from graph.totals import named as named_ends
from ui.state import workspace
from ui.style import SIGNS
from workspace import named

OFFERED = 2_000  # names; any other is typed
NEW = "Choose, or type a new one"


def names() -> list[str]:
    """Names that statements are about, the most frequent first."""
    return named_ends(workspace().content().columns, lambda end: end.name)[:OFFERED]


def ask_name(label: str, key: str) -> str:
    """A field for a name; "" while it is empty."""
    found = st.selectbox(
        label, names(), index=None, placeholder=NEW, accept_new_options=True, key=key, filter_mode="contains"
    )
    return found or ""


def ask_relation(key: str, proposed: str = "") -> tuple[str, str]:
    """A field for a relation, and one for its family where it is new; "" for each while it is empty.

    Args:
        proposed: Stands there at first, if there is such a relation.
    """
    known = named.relations(workspace())
    name = st.selectbox(
        "Relation",
        list(known),
        index=list(known).index(proposed) if proposed in known else None,
        placeholder=NEW,
        accept_new_options=True,
        format_func=lambda name: f"{SIGNS[known[name]]} {name}" if name in known else name,
        key=key,
    )
    if not name or name in known:
        return name or "", ""
    return name, st.selectbox("Its family", list(SIGNS), key=f"family-{key}")
