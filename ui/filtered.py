"""The frame of a page about what the filters leave: the filters beside it, and a word where there is nothing yet."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.filters import show_filters
from ui.state import corpus


def show_filtered(show: Callable[[], None]) -> None:
    """The filters in the sidebar and what `show` shows; a notice where the database holds no statement."""
    if not corpus().nodes:
        say_nothing_yet()
        return
    show_filters()
    show()


def say_nothing_yet() -> None:
    """That there is no statement, and how to begin."""
    st.info("There is no statement yet. Add an article to begin.", icon=":material/article:")
