"""The frame of a page about what the filters leave: the filters beside it, and a word where there is nothing yet."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from graph import Filter
from ui.address import read
from ui.filters import show_filters
from ui.state import corpus


def show_filtered(show: Callable[[], None]) -> None:
    """The filters in the sidebar and what `show` shows; a notice where the database holds no statement."""
    if not corpus().nodes:
        say_nothing_yet()
        return
    show_filters()
    say_filters(read().filter)
    show()


def say_filters(filter: Filter) -> None:
    """What is filtered, in words, for a printed page: the filters stand in the sidebar, which is not printed."""
    st.html(f'<p class="lead printed">{escape(filter.describe())}</p>')


def say_nothing_yet() -> None:
    """That there is no statement, and how to begin."""
    st.info("There is no statement yet. Add an article to begin.", icon=":material/article:")
