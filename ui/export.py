"""Export: the graph in view as a file, in every format there is, and as a snapshot to cite."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from graph import Filter
from graph.export import Format
from ui.address import read
from ui.filters import show_filters
from ui.loosen import offer_to_loosen, show_misses
from ui.notices import noticed
from ui.state import View, corpus, view, workspace
from ui.summary import summary_html
from view.formats import FORMATS

PURPOSES = {
    "gexf": "For Gephi: every attribute, with colours left to you.",
    "graphml": "For yEd, Cytoscape, igraph in R, and most other graph programs.",
    "json": "NetworkX’s own node-link JSON, for Python and D3.",
    "cytoscape": "For Cytoscape and Cytoscape.js.",
    "csv": "Two tables, nodes and edges, with the column names that Gephi and spreadsheets expect.",
    "html": "A page to send by mail: the graph can be moved and clicked, without any connection.",
    "svg": "A drawing for print that stays sharp at any size and can be edited.",
    "png": "A picture for slides and posts.",
}
"""Format -> what it is for."""


def page() -> None:
    """The page."""
    everything = corpus()
    if not everything.statements:
        st.info("There is nothing to export yet. Add an article to begin.", icon=":material/article:")
        return
    with noticed():
        show_filters()
        shown = view(read().filter)
        show_misses()
        st.html(f'<p class="lead">{summary_html(everything, shown)}</p>')
        if shown.statements:
            _show_snapshot(shown)
            _show_formats(shown.filter)
        else:
            offer_to_loosen(shown.filter)


def _show_snapshot(shown: View) -> None:
    st.subheader("Snapshot", anchor=False)
    with st.container(border=True):
        st.html(
            '<p class="facts">One file to archive and cite: statements with evidence, documents, graph, '
            "filter, the versions that made it, and checksums that show any later change. "
            "The same content gives the same bytes.</p>"
        )
        with_text = st.toggle(
            "With the full text of the articles",
            key="with_text",
            help="Of all documents, filtered or not; only where you may pass them on: most are under copyright.",
        )
        st.download_button(
            "Download snapshot",
            partial(workspace().snapshot, shown.filter, with_text),
            file_name="snapshot.hustings.zip",
            mime="application/zip",
            on_click="ignore",
            type="primary",
            icon=":material/inventory_2:",
            key="download-snapshot",
        )


def _show_formats(filter: Filter) -> None:
    st.subheader("Graph", anchor=False)
    columns = st.columns(2)
    for number, (key, format) in enumerate(FORMATS.items()):
        with columns[number % 2], st.container(border=True):
            _show_format(key, format, filter)


def _show_format(key: str, format: Format, filter: Filter) -> None:
    words, button = st.columns([3, 1], vertical_alignment="center")
    purpose = escape(PURPOSES.get(key, ""))
    words.html(f'<p class="name small">{escape(format.label)}</p><p class="facts">{purpose}</p>')
    button.download_button(
        format.suffix.lstrip("."),
        partial(workspace().export, key, filter),  # written when it is asked for
        file_name=f"hustings{format.suffix}",
        mime=format.mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"download-{key}",
        width="stretch",
    )
