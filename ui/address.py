"""The view, which is filters and selection, as the address holds it.

The address is the only place where the view is kept: every run reads it, every change writes it. So a link, a
reload and the back button all show what their address says. Each change is one step of the browser's history.

An address may name a saved view instead ("?view=ab12cd34"): then it says what was saved, and whatever else stands in
it goes before that. The first change writes all of it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from errors import InputError
from graph import Filter
from ui.state import workspace

FIELDS = {
    "who": "actors",
    "whom": "targets",
    "topic": "topics",
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

SELECTED, VIEW = "selected", "view"
PAGE = "page"  # in what is saved, not in addresses: where it was seen
AT = "at"  # which part of the graph is seen; see `ui.sight`
LOOK = ("size", "detail", "names", "also", "open", "pins", "trail", "chain", AT)  # see `ui.look`
FITTED = ("centre", "detail", "names", "open")  # with another of these, another part of the graph is seen
COMPARED = ("first", "second", "per")  # see `ui.compare`
ALONG = (*FIELDS, SELECTED, *LOOK, *COMPARED)
"""What a link to another page takes along; the rest belongs to one page."""
WRITTEN = "address_written"  # key of what this session has written into the address last
UNCONFIRMED = (
    "address_noted"  # key of whether that was a note, after which the reader has not been seen there
)
HIGHEST = {"minimum": 1_000_000, "depth": 9}  # no graph goes further, and an address may say anything

Parameters = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Address:
    """What the address says."""

    filter: Filter
    faults: tuple[InputError, ...] = ()  # of what it says and cannot mean, which the filter leaves out


def everything() -> Parameters:
    """All that the address says, a saved view in its own words."""
    given = {name: [value for value in values if value] for name, values in _said().items()}
    saved = _saved((given.pop(VIEW, None) or [""])[0])
    return {name: values for name, values in (saved | given).items() if values}


def get(name: str) -> str:
    """One part of the address; "" where it does not say."""
    return everything().get(name, [""])[-1]


def get_all(name: str) -> list[str]:
    """All values of one part of the address."""
    return everything().get(name, [])


def parameters() -> Parameters:
    """The view as names and values, for a link that leads to it."""
    return {name: values for name, values in everything().items() if name in ALONG}


def change(values: Parameters) -> None:
    """Writes these parts of the view, all in one step of the history; the others stay. An empty one is dropped."""
    now = everything()
    wanted = {name: texts for name, texts in (now | values).items() if texts}
    if any(wanted.get(name) != now.get(name) for name in FITTED) and AT not in values:
        wanted.pop(AT, None)
    if wanted != now:
        _write(wanted)


def note(name: str, text: str, rest: Parameters) -> bool:
    """Takes note of one part that the browser has in its address already, unless the reader has left that address.

    Args:
        text: What it says; "" if it has none.
        rest: The other parts of the address when the browser wrote it.

    Returns:
        Whether the reader is still there.
    """
    now = _said()
    left = any(now.get(part) != rest.get(part) for part in (*ALONG, VIEW) if part != name)
    if left and now != st.session_state.get(WRITTEN):  # else a change made in the meantime has led here
        return False
    if text:
        st.query_params[name] = text  # by itself: what is written anew is ordered anew, a step of the history
    elif name in st.query_params:
        del st.query_params[name]
    st.session_state[WRITTEN], st.session_state[UNCONFIRMED] = _said(), True
    return True


def confirm() -> None:
    """Tells the browser where it is, if it is no longer where the last note has sent it.

    A note may arrive after a step back through the history was made, and would undo that; so may what is told here.
    """
    left = WRITTEN in st.session_state and _said() != st.session_state[WRITTEN]
    if left and st.session_state.get(UNCONFIRMED):
        _write(_said())
        st.session_state[UNCONFIRMED] = True
    elif left:
        st.session_state[WRITTEN] = _said()


def open_saved(id: str) -> None:
    """Leaves the present view for a saved one."""
    _write({VIEW: [id]})


def _said() -> Parameters:
    """What stands in the address itself, a saved view by its id."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _write(values: Parameters) -> None:
    st.query_params.from_dict(values)
    st.session_state[WRITTEN] = values
    st.session_state[UNCONFIRMED] = False


def read() -> Address:
    """The filter in the address, and what cannot be meant in it."""
    given = parameters()
    meant = _meant(tuple((name, tuple(given.get(name, ()))) for name in FIELDS))
    return Address(meant.filter, (*_missing_view(), *meant.faults))


@lru_cache(maxsize=256)
def _meant(given: tuple[tuple[str, tuple[str, ...]], ...]) -> Address:
    """What these values of all fields mean; kept, since every part of a page asks."""
    data: dict[str, Any] = {}
    faults: list[InputError] = []
    for name, texts in given:
        try:
            data |= _field(name, texts)
            Filter.from_json(data)  # days may be right by themselves and run backwards together
        except InputError as error:
            faults.append(error)
            data.pop(FIELDS[name], None)
    if "centre" not in data:
        data.pop("depth", None)
    return Address(Filter.from_json(data), tuple(faults))


def of_filter(filter: Filter) -> Parameters:
    """All filters as a part of the address, those that restrict nothing as empty."""
    query = filter.to_query()
    return {name: query.get(field, []) for name, field in FIELDS.items()}


def forget_saved() -> None:
    """After one was deleted: views are looked up anew."""
    _query_of.clear()


def _field(name: str, values: Sequence[str]) -> dict[str, Any]:
    """One field of the filter as JSON types; empty where it restricts nothing."""
    data = Filter.from_query({FIELDS[name]: values}).to_json()
    if name in HIGHEST and data.get(FIELDS[name], 0) > HIGHEST[name]:
        raise InputError(f"{name} goes up to {HIGHEST[name]:,}", where="address")
    return data


def _saved(id: str) -> Parameters:
    try:
        return _query_of(id) if id else {}
    except InputError:
        return {}


def _missing_view() -> Sequence[InputError]:
    """What is said where the address names a view that is not there."""
    id = st.query_params.get(VIEW, "")
    try:
        _query_of(id) if id else None
    except InputError:
        return [
            InputError(f"there is no saved view '{id}'", where="address", mend="It may have been deleted")
        ]
    return ()


@st.cache_resource(max_entries=256, show_spinner=False)
def _query_of(id: str) -> Parameters:
    """What was saved under an id; that never changes, and an error is not remembered."""
    found = parse_qs(workspace().store.view(id).query)
    return {name: values for name, values in found.items() if name != PAGE}
