"""The records of some statements in view: the newest, as many as a page can show or wait for."""

from __future__ import annotations

from graph.columns import Ids, Rows
from records import Statement
from ui.state import View, statements

READ = 5_000
"""Statements; to read more, a reader would wait for seconds."""


def read_newest(shown: View, rows: Rows) -> list[Statement]:
    """The statements of these rows of the view's columns, the newest first; at most `READ`."""
    return statements(Ids(shown.columns.ids, rows[::-1][:READ]))


def newest_ids(shown: View, rows: Rows) -> Ids:
    """The ids of all of them, the newest first."""
    return Ids(shown.columns.ids, rows[::-1])
