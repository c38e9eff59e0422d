"""What a page says of a name that is not in view: unknown, or hidden by the filters, and by which of them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from graph import Filter
from ui.address import FIELDS, change, read
from ui.filters import clear
from ui.loosen import LABELS, NAMES, without
from ui.state import View, corpus, view
from ui.style import literal
from view.labels import count


def show_absent(id: str, parameter: str, kind: str) -> None:
    """That nothing of it is in view, and a button for each part of the filter that hides it.

    Args:
        parameter: Name in the address that holds the id.
        kind: What the page is about, in a word.
    """
    entity = corpus().entities.get(id)
    if entity is None:
        st.warning(f"There is no {kind} {literal(repr(id))} in this database.", icon=":material/search_off:")
    else:
        st.html(f'<p class="name">{escape(entity.name)}</p><p class="facts">Nothing in view.</p>')
        offer_without(lambda view: int(view.graph.nodes[id]["statements"]) if id in view.graph else 0)
    st.button("Choose another name", on_click=change, args=({parameter: []},), key="leave", type="tertiary")


def offer_without(counted: Callable[[View], int]) -> None:
    """A button for each part of the filter without which there would be something, or one to clear them all.

    Args:
        counted: How many statements of what is looked for are in a view.
    """
    offer_filters(lambda filter: counted(view(filter)))


def offer_filters(counted: Callable[[Filter], int], noun: str = "statement") -> None:
    """The same of whatever a filter keeps; nothing where no filter is to blame."""
    filter = read().filter
    parts = [field for field in filter.to_json() if field in LABELS]
    found = {field: number for field in parts if (number := counted(without(filter, field)))}
    for field, number in found.items():
        _button(f"Without the {literal(LABELS[field])}: {count(number, noun)}", NAMES[field])
    if parts and not found and counted(Filter()):
        _button("Clear all filters", *FIELDS)


def _button(label: str, *names: str) -> None:
    icon = ":material/filter_alt_off:"
    st.button(label, on_click=clear, args=names, key=f"absent-{names[0]}", icon=icon)
