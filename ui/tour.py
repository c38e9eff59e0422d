"""A short tour at the first visit: four cards in a corner that can be left at once and never take the keyboard.

All of it happens in the browser: what was dismissed stays so for the browser's session, and nothing runs anew.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

SCRIPT = Path(__file__).with_name("tour.js")
STYLE = Path(__file__).with_name("tour.css")

STEPS = (
    {
        "title": "Who said what about whom",
        "text": "Each line is what was reported: support, opposition or a demand. Click one for the sentences "
        "behind it; double-click a name for what surrounds it.",
        "at": ".st-key-graph",
    },
    {
        "title": "Ask in words",
        "text": "Such as “who criticised Labour in January 2025”. The words become filters that you can change, "
        "and what is not understood is told.",
        "at": ".st-key-question",
    },
    {
        "title": "Move through time",
        "text": "Draw the ends of the bar under the graph, or play: names keep their places, and lines come and go.",
        "at": ".st-key-timeline",
    },
    {
        "title": "Keep and send what you see",
        "text": "The address holds the whole view, so a link and the back button work. Share names a view and "
        "makes its link short.",
        "at": ".st-key-share",
    },
)
"""Title, text, and the selector of what a card is about."""


def show_tour() -> None:
    """The tour, unless this browser session has had it."""
    _component()(key="tour", data={"steps": list(STEPS)}, height="content")


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "hustings_tour",
        html='<aside hidden aria-label="Short tour"></aside>',
        css=STYLE.read_text(encoding="utf-8"),
        js=SCRIPT.read_text(encoding="utf-8"),
    )
