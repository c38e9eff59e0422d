"""The first and the last day as the reader types them; what is no day changes nothing and is told."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from errors import InputError
from ui.address import read
from ui.article_day import read_day
from ui.notices import show_error
from ui.offered import offered

LABELS = {"since": "From", "until": "To"}
"""Name in the address -> label of its field. Streamlit's own would turn 31 February into another day."""


def choose_period(on_change: Callable[[], None]) -> None:
    """The two fields, side by side, and under them what is wrong with what was typed."""
    hints = {"since": offered().first, "until": offered().last}
    now = read().filter
    for column, (key, label) in zip(st.columns(2), LABELS.items(), strict=True):
        _show(key, getattr(now, key) or "")
        column.text_input(label, placeholder=hints[key], key=key, on_change=on_change)
    for key in LABELS:
        try:
            read_day(st.session_state[key])
        except InputError as error:
            show_error(InputError(error.what, mend=f"The filter stays as it was. {error.mend}"))


def typed_period() -> dict[str, str]:
    """Name in the address -> ISO day that was typed, "" for none; without those that are no day."""
    days = {key: _day_in(key) for key in LABELS if key in st.session_state}
    return {key: day for key, day in days.items() if day is not None}


def forget_typed() -> None:
    """Drops what was typed and is no day."""
    for key in LABELS:
        st.session_state.pop(f"{key}_before", None)


def _show(key: str, day: str) -> None:
    """Shows the day of the address, but leaves what is no day in the field until the address changes."""
    wrong = key in st.session_state and _day_in(key) is None
    kept = wrong and st.session_state.get(f"{key}_before") == day
    if not kept and st.session_state.get(key) != day:
        st.session_state[key] = day
    st.session_state[f"{key}_before"] = day


def _day_in(key: str) -> str | None:
    """The ISO day in the field, "" where it is empty, None where it holds no day."""
    try:
        return read_day(st.session_state[key]) or ""
    except InputError:
        return None
