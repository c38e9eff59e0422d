"""Tables: on the screen in a window that draws the rows in sight, on paper with all of them.

The mouse sorts a table by its head, widens, moves and pins its columns, where no key leads. So there are lists before
the table that do the same; they are seen by whoever comes to them with the keyboard, and heard by a screen reader.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from view.labels import day

Columns = Mapping[str, Sequence[Any]]
ARRANGED = "arranged-rows"  # in the session: key of a table -> how it was last shown
RISING, FALLING = "+", "-"
ENDS = {RISING: "ascending", FALLING: "descending"}
PINNED, WIDE = "|", "="
LAYS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    PINNED: ("pinned", {"pinned": True}),
    WIDE: ("wide", {"width": "large"}),
}


@dataclass(frozen=True, slots=True)
class Arranged:
    """How a table was shown: which rows, by what widget, and their numbers in the order of the screen."""

    of: str
    widget: str
    order: Sequence[int]


def show_rows(
    columns: Columns, config: Mapping[str, Any] | None = None, *, key: str, of: str = "", **settings: Any
) -> None:
    """A table of these columns, all of the same length.

    Args:
        config: Column -> its title, or what Streamlit's `column_config` takes; the column's name where it has none.
        key: Of the table, whatever rows it has; it stays sorted.
        of: Anything that changes with the rows, so that none of the new is chosen because one of the old was.
        settings: Others of Streamlit's `dataframe`.
    """
    config, chosen = config or {}, chosen_rows(key, of)
    with st.container(key=f"arrange-{key}", horizontal=True):
        by = _sorting(columns, config, key)
        lays = _lays(columns, config, key)
    order = _order(columns, by)
    arranged = Arranged(of, f"{key}-{of}{by or ''}", order)  # in another order it is another widget
    st.session_state.setdefault(ARRANGED, {})[key] = arranged
    if "on_select" in settings:
        settings["selection_default"] = {"selection": {"rows": [order.index(number) for number in chosen]}}
    shown = {name: [cells[number] for number in order] for name, cells in columns.items()}
    st.dataframe(
        shown,
        column_config=_laid(config, lays),
        column_order=_moved(columns, lays),
        hide_index=True,
        key=arranged.widget,
        **settings,
    )
    st.html(paper_html(shown, config))


def chosen_rows(key: str, of: str = "") -> list[int]:
    """The rows chosen in the table of this key, by their numbers in the columns that were given; none in other rows."""
    arranged = st.session_state.get(ARRANGED, {}).get(key)
    if arranged is None or arranged.of != of:
        return []
    chosen = ((st.session_state.get(arranged.widget) or {}).get("selection") or {}).get("rows") or []
    return [arranged.order[number] for number in chosen if number < len(arranged.order)]


def _sorting(columns: Columns, config: Mapping[str, Any], key: str) -> str | None:
    """By what the table is to be sorted: an end and a column; None for the order in which its rows are given."""
    return st.selectbox(
        "Sort the table by",
        [f"{end}{column}" for column in columns for end in ENDS],
        index=None,
        format_func=lambda choice: f"{_title(config.get(choice[1:]), choice[1:])}, {ENDS[choice[0]]}",
        placeholder="As it comes",
        key=f"sorted-by-{key}",
        persist_state="page",
        width=280,
    )


def _order(columns: Columns, by: str | None) -> list[int]:
    """The numbers of the rows as they are to be shown."""
    cells: Sequence[Any] = columns[by[1:]] if by else next(iter(columns.values()), ())
    if not by:
        return list(range(len(cells)))
    return sorted(range(len(cells)), key=lambda number: _rank(cells[number]), reverse=by[0] == FALLING)


def _lays(columns: Columns, config: Mapping[str, Any], key: str) -> Sequence[str]:
    """Which columns are to be pinned or widened, in the order in which that was chosen."""
    return st.multiselect(
        "Pin or widen columns",
        [f"{lay}{column}" for column in columns for lay in LAYS],
        format_func=lambda choice: f"{_title(config.get(choice[1:]), choice[1:])}, {LAYS[choice[0]][0]}",
        placeholder="As they come",
        key=f"laid-{key}",
        persist_state="page",
        width=280,
    )


def _laid(config: Mapping[str, Any], lays: Sequence[str]) -> Mapping[str, Any]:
    """The columns' settings with those that were chosen."""
    laid: dict[str, Any] = dict(config)
    for lay, column in ((choice[0], choice[1:]) for choice in lays):
        before = laid.get(column)
        known = before if isinstance(before, Mapping) else {"label": before}
        laid[column] = {**known, **LAYS[lay][1]}
    return laid


def _moved(columns: Columns, lays: Sequence[str]) -> list[str]:
    """The columns with the pinned ones first."""
    first = [choice[1:] for choice in lays if choice[0] == PINNED]
    return [*first, *(column for column in columns if column not in first)]


def _rank(value: Any) -> tuple[int, Any]:
    """Where a cell belongs: numbers as numbers, text without regard to capitals, nothing before all."""
    if value is None:
        return 0, 0
    return (2, value.casefold()) if isinstance(value, str) else (1, value)


def paper_html(columns: Columns, config: Mapping[str, Any]) -> str:
    """The same for a printer, as an empty table that the script in `ui.style` fills before it prints.

    >>> paper_html({"n": [2, 3]}, {"n": "N"})
    '<table class="printed rows" data-rows="[[&quot;N&quot;], [&quot;2&quot;], [&quot;3&quot;]]"></table>'
    """
    titles = [_title(config.get(name), name) for name in columns]
    rows = [[_text(value) for value in row] for row in zip(*columns.values(), strict=True)]
    data = escape(json.dumps([titles, *rows], ensure_ascii=False))
    return f'<table class="printed rows" data-rows="{data}"></table>'


def _title(config: Any, name: str) -> str:
    title = config.get("label") if isinstance(config, Mapping) else config
    return str(title or name)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return day(value.isoformat())
    return f"{value:.2f}" if isinstance(value, float) else str(value)
