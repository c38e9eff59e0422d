"""The links between the pages; each takes the view along."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui.address import parameters
from ui.views import show_sharing

PAGES, HERE = "pages", "here"  # keys of what there is to link to, and of the path of the page that is open


def offer_links(pages: Sequence[st.Page], here: st.Page) -> None:
    """Makes these the pages that `show_links` leads to."""
    st.session_state[PAGES] = tuple(pages)
    st.session_state[HERE] = here.url_path


def find_page(name: str) -> st.Page | None:
    """The page of this name, "explore" for the first one; None where a test opens a page by itself."""
    path = "" if name == "explore" else name  # the first page has no name of its own
    return next((page for page in st.session_state.get(PAGES, ()) if page.url_path == path), None)


def show_links() -> None:
    """A row of links. Streamlit's own navigation would leave the view behind, and hides itself on a phone."""
    pages = st.session_state.get(PAGES, ())  # none where a test opens a page by itself
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="links"):
        for page in pages:
            st.page_link(page, query_params=parameters())
        if pages:
            show_sharing({page.url_path: page for page in pages}, st.session_state[HERE])
