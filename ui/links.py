"""The links between the pages; each takes the view along."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui.address import parameters

PAGES = "pages"  # key of what there is to link to


def offer_links(pages: Sequence[st.Page]) -> None:
    """Makes these the pages that `show_links` leads to."""
    st.session_state[PAGES] = tuple(pages)


def show_links() -> None:
    """A row of links. Streamlit's own navigation would leave the view behind, and hides itself on a phone."""
    with st.container(horizontal=True, gap="small", key="links"):
        for page in st.session_state.get(PAGES, ()):  # none where a test opens a page by itself
            st.page_link(page, query_params=parameters())
