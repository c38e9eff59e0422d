"""The filters in view as chips over the graph: each opens to be changed, and has a button that drops it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ui.address import FIELDS, change, read
from ui.filters import CHOICES, clear
from ui.offered import VOICES, offered
from ui.style import literal
from view.labels import day, shorten

WORDS = {
    "who": "by {}",
    "whom": "about {}",
    "topic": "on “{}”",
    "person": "with {}",
    "party": "party {}",
    "family": "{}",
    "relation": "{}",
    "outlet": "in {}",
    "voice": "{}",
    "since": "from {}",
    "until": "to {}",
    "minimum": "{} statements at least",
    "confidence": "confidence {} at least",
    "centre": "around {}",
}
"""Name in the address -> what its chip says."""

LONGEST = 48  # characters on a chip


def show_chips() -> None:
    """A chip for each filter; nothing where all is shown."""
    now = read().filter
    restricted = [name for name in WORDS if FIELDS[name] in now.to_json()]
    for name in restricted:
        _show(name, getattr(now, FIELDS[name]))
    if len(restricted) > 1:
        st.button("Show all", on_click=clear, type="tertiary", key="chips-clear")


def chip_text(name: str, value: Any) -> str:
    """What the chip of a filter says.

    >>> chip_text("who", frozenset({"Vela", "Orrin"}))
    'by Orrin or Vela'
    """
    return shorten(WORDS[name].format(_in_words(name, value)), LONGEST)


def _in_words(name: str, value: Any) -> str:
    if name == "confidence":
        return f"{value:.0%}"
    if name in ("since", "until"):
        return day(value)
    if isinstance(value, frozenset):
        return " or ".join(VOICES[word] if name == "voice" else word for word in sorted(value))
    return str(value)


def _show(name: str, value: Any) -> None:
    with st.popover(literal(chip_text(name, value)), type="secondary", key=f"chip-{name}"):
        if name in CHOICES:
            _edit(name, sorted(value))
        st.button(
            "Drop this filter",
            icon=":material/filter_alt_off:",
            type="tertiary",
            on_click=clear,
            args=(name,),
            key=f"chip-drop-{name}",
        )


def _edit(name: str, chosen: Sequence[str]) -> None:
    choice = CHOICES[name]
    options = list(choice.options(offered()))
    key = f"chip-edit-{name}"
    if st.session_state.get(key) != list(chosen):
        st.session_state[key] = list(chosen)
    st.multiselect(
        choice.label,
        options + [word for word in chosen if word not in options],
        format_func=choice.words,
        accept_new_options=choice.typed,
        key=key,
        on_change=_take,
        args=(name, key),
    )


def _take(name: str, key: str) -> None:
    change({name: list(st.session_state[key])})
    st.rerun()  # the whole page, with the filters beside it
