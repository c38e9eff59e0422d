"""What is said of a filter that misses: values that nothing has, and where nothing is left, what to loosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

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
    "actors": "choice of who acts",
    "targets": "choice of whom or what it is about",
    "since": "earliest day",
    "until": "latest day",
    "minimum_statements": "least number of statements",
    "minimum_confidence": "least confidence",
    "centre": "surroundings",
}
"""Field of Filter -> what it is called."""

Fields = tuple[str, ...]
MOST = 6  # parts of a filter of which pairs are tried

NAMES = {field: name for name, field in FIELDS.items()}


def show_misses(*passed_over: str) -> None:
    """What in the address cannot be meant, and what is meant but not in this database.

    Args:
        passed_over: Fields of the filter that the page does not heed.
    """
    address = read()
    with st.container(key="misses"):  # always there, so that what comes below is not drawn anew
        for fault in address.faults:
            show_error(fault)
        if missed := tell_unmatched(misses(without(address.filter, *passed_over))):
            sentences = "  \n".join(f"{literal(sentence)}." for sentence in missed)
            st.warning(sentences, icon=":material/search_off:")


def offer_to_loosen(filter: Filter) -> None:
    """Where nothing is left in view: what each part of the filter takes away, and a button to drop it."""
    st.html('<p class="name">Nothing is left in view</p>')
    parts = _parts(filter)
    useful = _leaving(filter, parts) or _leaving(filter, _pairs(parts))
    for fields, found in useful:
        label = " and the ".join(LABELS[field] for field in fields)
        names = [NAMES[field] for field in fields]
        _button(f"Without the {literal(label)}: {count(found, 'statement')}", "-".join(names), names)
    if not useful:
        st.text("No one or two of the filters are to blame. Clear them all and begin again.")
        _button("Clear all filters", "all", ())


def _parts(filter: Filter) -> list[Fields]:
    """What can be dropped in one go: each field, both ends of the period, and all whose values nothing has."""
    given = [field for field in filter.to_json() if field in LABELS]
    ends = tuple(field for field in ("since", "until") if field in given)
    several = (fields for fields in (ends, tuple(misses(filter))) if len(fields) > 1)
    return list(dict.fromkeys([*((field,) for field in given), *several]))


def _pairs(parts: Sequence[Fields]) -> list[Fields]:
    """Two parts at once; of many filters none, as each costs a look into the whole database."""
    if len(parts) > MOST:
        return []
    return [one + other for one, other in combinations(parts, 2) if not set(one) & set(other)]


def _leaving(filter: Filter, parts: Iterable[Fields]) -> list[tuple[Fields, int]]:
    """The parts without which something is left, and how much."""
    return [(fields, found) for fields in parts if (found := view(without(filter, *fields)).statements)]


def _button(label: str, key: str, names: Sequence[str]) -> None:
    icon = ":material/filter_alt_off:"
    st.button(label, on_click=clear, args=tuple(names), key=f"loosen-{key}", icon=icon)


def without(filter: Filter, *fields: str) -> Filter:
    """The filter without some of its fields (the depth goes with the centre)."""
    dropped = {*fields, "depth"} if "centre" in fields else set(fields)
    return Filter.from_json({key: value for key, value in filter.to_json().items() if key not in dropped})
