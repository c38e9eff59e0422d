"""The two periods of Compare: what the address says of them, and the fields to type them."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from errors import InputError
from graph.periods import Day, later
from ui.address import change, get
from ui.article_day import read_day
from ui.notices import show_error
from ui.offered import offered

FIRST, SECOND = "first", "second"  # in the address, as "2025-01-01..2025-03-31"
TITLES = {FIRST: "Before", SECOND: "After"}
BETWEEN = ".."


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two ISO days, both included; None is open."""

    since: str | None
    until: str | None

    def __str__(self) -> str:
        return f"{self.since or ''}{BETWEEN}{self.until or ''}"


def periods() -> tuple[Stretch, Stretch]:
    """What is compared: what the address says, else the two halves of all days."""
    halves = _halves()
    first, second = (read_stretch(get(name)) or half for name, half in zip(TITLES, halves, strict=True))
    return first, second


def read_stretch(text: str) -> Stretch | None:
    """The period written by `str`; None where it is none.

    >>> read_stretch("2025-01-01..") == Stretch("2025-01-01", None)
    True
    """
    since, between, until = text.partition(BETWEEN)
    try:
        days = [Day.fromisoformat(day).isoformat() if day else None for day in (since, until)]
    except ValueError:
        return None
    return Stretch(*days) if between and (not since or not until or since <= until) else None


def ask_periods() -> None:
    """Both periods side by side, two fields each; under them what is wrong with what was typed."""
    now = dict(zip(TITLES, periods(), strict=True))
    for column, (name, title) in zip(
        st.columns([5, 5, 2], vertical_alignment="bottom"), [*TITLES.items(), ("", "")], strict=True
    ):
        with column:
            if name:
                _ask(name, title, now[name])
            else:
                st.button("Swap", icon=":material/swap_horiz:", on_click=_swap, key="swap")
    for name in TITLES:
        if fault := st.session_state.pop(f"{name}-fault", None):
            show_error(fault)


def _ask(name: str, title: str, now: Stretch) -> None:
    days = offered()
    hints = {"since": days.first, "until": days.last}
    for column, (end, label) in zip(st.columns(2), (("since", "from"), ("until", "to")), strict=True):
        key = f"{name}-{end}"
        said = getattr(now, end) or ""
        if st.session_state.get(key) != said:
            st.session_state[key] = said
        column.text_input(f"{title}: {label}", placeholder=hints[end], key=key, on_change=_take, args=(name,))


def _take(name: str) -> None:
    """Writes a period; what is no day, or runs backwards, changes nothing and is told."""
    try:
        days = [read_day(st.session_state[f"{name}-{end}"]) for end in ("since", "until")]
        if days[0] and days[1] and days[0] > days[1]:
            raise InputError(
                f"the time from {days[0]} to {days[1]} runs backwards", mend="The period stays as it was"
            )
        change({name: [str(Stretch(*days))]})
    except InputError as error:
        st.session_state[f"{name}-fault"] = error


def _swap() -> None:
    first, second = periods()
    change({FIRST: [str(second)], SECOND: [str(first)]})


def _halves() -> tuple[Stretch, Stretch]:
    days = offered()
    if not days.first:
        return Stretch(None, None), Stretch(None, None)
    first, last = Day.fromisoformat(days.first), Day.fromisoformat(days.last)
    middle = later(first, "day", (last - first).days // 2)
    after = min(later(middle, "day", 1), last)
    return (
        Stretch(days.first, middle.isoformat()),
        Stretch(after.isoformat(), days.last),
    )
