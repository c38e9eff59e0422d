"""What is said of a filter that misses: values that nothing has, and where nothing is left, what to loosen."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph import Filter
from ui.address import FIELDS, read
from ui.filters import CHOICES, clear
from ui.notices import show_error
from ui.state import misses, view
from ui.style import literal
from view.labels import count
from workspace.unmatched import tell_unmatched

LABELS = {
    **{FIELDS[key]: choice.label.lower() for key, choice in CHOICES.items()},
    "since": "earliest day",
    "until": "latest day",
    "minimum_statements": "least number of statements",
    "minimum_confidence": "least confidence",
    "centre": "surroundings",
}
"""Field of Filter -> what it is called."""

NAMES = {field: name for name, field in FIELDS.items()}


def show_misses() -> None:
    """What in the address cannot be meant, and what is meant but not in this database."""
    address = read()
    for fault in address.faults:
        show_error(fault)
    if missed := tell_unmatched(misses(address.filter)):
        st.warning("  \n".join(f"{literal(sentence)}." for sentence in missed), icon=":material/search_off:")


def offer_to_loosen(filter: Filter) -> None:
    """Where nothing is left in view: what each part of the filter takes away, and a button to drop it."""
    st.html('<p class="name">Nothing is left in view</p>')
    parts: list[tuple[str, ...]] = [(field,) for field in filter.to_json() if field in LABELS]
    missing = tuple(misses(filter))
    if len(missing) > 1:
        parts.append(missing)
    useful = [(fields, found) for fields in parts if (found := view(without(filter, *fields)).statements)]
    for fields, found in useful:
        label = " and the ".join(LABELS[field] for field in fields)
        names = [NAMES[field] for field in fields]
        _button(f"Without the {literal(label)}: {count(len(found), 'statement')}", "-".join(names), names)
    if not useful:
        st.text("No single filter is to blame. Clear them all and begin again.")
        _button("Clear all filters", "all", ())


def _button(label: str, key: str, names: Sequence[str]) -> None:
    icon = ":material/filter_alt_off:"
    st.button(label, on_click=clear, args=tuple(names), key=f"loosen-{key}", icon=icon)


def without(filter: Filter, *fields: str) -> Filter:
    """The filter without some of its fields (the depth goes with the centre)."""
    dropped = {*fields, "depth"} if "centre" in fields else set(fields)
    return Filter.from_json({key: value for key, value in filter.to_json().items() if key not in dropped})
