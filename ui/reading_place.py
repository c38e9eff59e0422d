"""Where a text is read, as the address says it, and the links from the reader to the graph and back."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from records import Statement
from ui.address import Parameters, parameters, read
from ui.judged import STATEMENT
from ui.links import find_page
from ui.selection import Selected, parameter
from ui.state import view
from view.network import edge_id

DOCUMENT, LAYERS = "document", "layers"  # in the address of the reader, beside STATEMENT
READER, GRAPH = "read", "explore"  # names of pages


def reading_place(document_id: str, statement_id: str = "") -> Parameters:
    """A document, and a statement in it, as a part of the address."""
    return {DOCUMENT: [document_id], STATEMENT: [statement_id] if statement_id else []}


def reader_address(document_id: str, statement_id: str) -> str:
    """The address of a statement in its text, from any page of the app."""
    return f"{READER}?{urlencode(reading_place(document_id, statement_id), doseq=True)}"


def edge_places(statements: Iterable[Statement]) -> dict[str, Parameters]:
    """Statement -> its edge in the graph, with the filters if they leave it; only for those that are drawn."""
    shown, filters = view(read().filter).graph, parameters()
    found = {}
    for s in statements:
        if s.makes_edge:
            chosen = parameter(Selected("edge", edge_id(s.actor_id, s.relation, s.target_id)))
            in_view = shown.has_edge(s.actor_id, s.target_id, s.relation)
            found[s.id] = {**filters, **chosen} if in_view else chosen
    return found


def link(page: str, label: str, icon: str, where: Parameters) -> None:
    """A link to a page of this address, if the app offers it: a test may open a page by itself."""
    if found := find_page(page):
        st.page_link(found, label=label, icon=icon, query_params=where)


def go(page: str, where: Parameters) -> None:
    """The same at once."""
    if found := find_page(page):
        st.switch_page(found, query_params=where)
