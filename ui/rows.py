"""Tables: on the screen in a window that draws the rows in sight, on paper with all of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from view.labels import day

Columns = Mapping[str, Sequence[Any]]


def show_rows(columns: Columns, config: Mapping[str, Any] | None = None, **settings: Any) -> None:
    """A table of these columns, all of the same length.

    Args:
        config: Column -> its title, or what Streamlit's `column_config` takes; the column's name where it has none.
        settings: Others of Streamlit's `dataframe`.
    """
    st.dataframe(columns, column_config=config, hide_index=True, **settings)
    st.html(paper_html(columns, config or {}))


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
