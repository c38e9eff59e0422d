"""The view, which is filters and selection, as the address holds it.

The address is the only place where the view is kept: every run reads it, every change writes it. So a link, a
reload and the back button all show what their address says. Each change is one step of the browser's history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from errors import InputError
from graph import Filter

FIELDS = {
    "person": "people",
    "party": "parties",
    "family": "families",
    "relation": "relations",
    "outlet": "outlets",
    "voice": "voices",
    "since": "since",
    "until": "until",
    "minimum": "minimum_statements",
    "confidence": "minimum_confidence",
    "centre": "centre",
    "depth": "depth",
}
"""Name in the address -> field of Filter."""

SELECTED = "selected"
HIGHEST = {"minimum": 1_000_000, "depth": 9}  # no graph goes further, and an address may say anything

Parameters = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Address:
    """What the address says."""

    filter: Filter
    faults: tuple[InputError, ...] = ()  # of what it says and cannot mean, which the filter leaves out


def parameters() -> Parameters:
    """The view as names and values, for a link that leads to it."""
    given = {
        name: [value for value in st.query_params.get_all(name) if value] for name in (*FIELDS, SELECTED)
    }
    return {name: values for name, values in given.items() if values}


def change(values: Parameters) -> None:
    """Writes these parts of the view, all in one step of the history; the others stay. An empty one is dropped."""
    now = {name: st.query_params.get_all(name) for name in st.query_params}
    wanted = {name: texts for name, texts in (now | values).items() if texts}
    if wanted != now:
        st.query_params.from_dict(wanted)


def read() -> Address:
    """The filter in the address, and what cannot be meant in it."""
    given, faults = parameters(), []
    data: dict[str, Any] = {}
    for name in FIELDS:
        try:
            data |= _field(name, given.get(name, ()))
            Filter.from_json(data)  # days may be right by themselves and run backwards together
        except InputError as error:
            faults.append(error)
            data.pop(FIELDS[name], None)
    if "centre" not in data:
        data.pop("depth", None)
    return Address(Filter.from_json(data), tuple(faults))


def _field(name: str, values: Sequence[str]) -> dict[str, Any]:
    """One field of the filter as JSON types; empty where it restricts nothing."""
    data = Filter.from_query({FIELDS[name]: values}).to_json()
    if name in HIGHEST and data.get(FIELDS[name], 0) > HIGHEST[name]:
        raise InputError(f"{name} goes up to {HIGHEST[name]:,}", where="address")
    return data
