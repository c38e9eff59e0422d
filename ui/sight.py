"""Which part of the graph is seen: the browser writes it into the address by itself, and tells it here.

A move of the view must draw nothing anew, and be no step of the browser's history. So the component puts it into the
address in place of what stood there, and what it tells runs a fragment in which there is nothing to see.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from ui.address import AT, Parameters, confirm, get, note
from ui.graph_component import show_sight
from ui.look import Look
from ui.selection import is_news

SIGHT = "sight"  # key of the component
SEEN = "graph_sees"  # key of what the graph sees, by the reader's hand or by the last command
COMMAND = "sight_command"  # key of that command


@st.fragment
def listen_for_sight() -> None:
    """Takes over each move of the view, by itself."""
    show_sight(key=SIGHT)
    follow_sight()


def follow_sight() -> None:
    """Takes over the last move of the view, once."""
    told = (st.session_state.get(SIGHT) or {}).get("seen") or {}
    if is_news(SIGHT, told.get("told", 0)) and note(AT, str(told["at"]), _parts(told.get("query", ""))):
        st.session_state[SEEN] = str(told["at"])
    confirm()


def _parts(query: str) -> Parameters:
    return parse_qs(query, keep_blank_values=True)


def sight(look: Look) -> Mapping[str, Any]:
    """Where the graph is told to move: unchanged after the reader's own moves."""
    if COMMAND not in st.session_state or st.session_state.get(SEEN, "") != get(AT):
        number = st.session_state.get(COMMAND, {"number": 0})["number"] + 1
        st.session_state[COMMAND] = {"number": number, "at": look.sight}
        st.session_state[SEEN] = get(AT)
    return dict(st.session_state[COMMAND])
