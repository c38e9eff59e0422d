"""Tables: on the screen in a window that draws the rows in sight, on paper with all of them.

The mouse sorts a table by its head, where no key leads. So there is a list before the table that says by which column
it is sorted; it is seen by whoever comes to it with the keyboard, and heard by a screen reader.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from view.labels import day

Columns = Mapping[str, Sequence[Any]]
ORDERS = "row-orders"  # in the session: key of a table -> the numbers of its rows as they are shown
RISING, FALLING = "+", "-"
ENDS = {RISING: "ascending", FALLING: "descending"}


def show_rows(
    columns: Columns, config: Mapping[str, Any] | None = None, *, key: str, **settings: Any
) -> None:
    """A table of these columns, all of the same length.

    Args:
        config: Column -> its title, or what Streamlit's `column_config` takes; the column's name where it has none.
        key: Of the table; `chosen_rows` takes it.
        settings: Others of Streamlit's `dataframe`.
    """
    order = _order(columns, config or {}, key)
    shown = (
        {name: [cells[number] for number in order] for name, cells in columns.items()} if order else columns
    )
    st.dataframe(shown, column_config=config, hide_index=True, key=key, **settings)
    st.html(paper_html(shown, config or {}))


def chosen_rows(key: str) -> list[int]:
    """The rows chosen in the table of this key, by their numbers in the columns that were given."""
    chosen = ((st.session_state.get(key) or {}).get("selection") or {}).get("rows") or []
    order = st.session_state.get(ORDERS, {}).get(key)
    return [order[number] for number in chosen if number < len(order)] if order else list(chosen)


def _order(columns: Columns, config: Mapping[str, Any], key: str) -> list[int]:
    """The numbers of the rows as they are to be shown; none for the order in which they are given."""
    with st.container(key=f"sorted-{key}"):
        by = st.selectbox(
            "Sort the table by",
            [f"{end}{name}" for name in columns for end in ENDS],
            index=None,
            format_func=lambda choice: f"{_title(config.get(choice[1:]), choice[1:])}, {ENDS[choice[0]]}",
            placeholder="As it comes",
            key=f"sorted-by-{key}",
            width=280,
        )
    order: list[int] = []
    if by:
        cells = columns[by[1:]]
        order = sorted(range(len(cells)), key=lambda number: _rank(cells[number]), reverse=by[0] == FALLING)
    st.session_state.setdefault(ORDERS, {})[key] = order
    return order


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
