"""The Streamlit app: settings and navigation; the pages are in `ui`."""

from __future__ import annotations

import streamlit as st

from ui.links import offer_links, show_links
from ui.notices import noticed
from ui.pages import PAGES
from ui.start import prepare
from ui.state import is_dark
from ui.style import ICON, LOGO, apply_style

st.set_page_config(page_title="Hustings", page_icon=ICON, layout="wide", initial_sidebar_state="auto")
apply_style()
st.logo(LOGO[is_dark()], size="large")
pages = {
    name: st.Page(
        page.show, title=page.title, icon=page.icon, url_path=name, default=name == next(iter(PAGES))
    )
    for name, page in PAGES.items()
}
here = st.navigation(list(pages.values()), position="hidden")
offer_links(list(pages.values()), here)
st.html(f'<h1 class="unseen">Hustings: {here.title}</h1>')  # the links show it to those who see
with noticed():
    prepare()
    if not next(page for name, page in PAGES.items() if pages[name] == here).shows_links:
        show_links()
    here.run()
