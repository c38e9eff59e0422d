"""The statements in view as a table: the same content as the graph, for eyes and for screen readers."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import streamlit as st

from records import Statement
from ui.offered import VOICES
from ui.rows import chosen_rows, show_rows
from ui.selection import Selected, follow
from ui.state import View
from ui.state import statements as fetched
from ui.style import SIGNS
from view.network import edge_id

MOST = 500  # rows; whoever wants more filters, or exports
SHORT, HEIGHT = 8, 320  # rows that fit without scrolling; pixels
ROW = 35  # pixels
KEY = "statements-in-view"

COLUMNS = {
    "date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=90),
    "actor": st.column_config.TextColumn("Who", width=140),
    "relation": st.column_config.TextColumn("Relation", width=120),
    "target": st.column_config.TextColumn("Whom or what", width=160),
    "evidence": st.column_config.TextColumn("Evidence", width=290),
    "voice": st.column_config.TextColumn("Voice", width=130),
    "outlet": st.column_config.TextColumn("Outlet", width=110),
}
"""1,040 pixels in all, which a screen of 1,440 has room for beside the filters."""
PREVIEW = {
    "actor": st.column_config.TextColumn("Who", width=110),
    "relation": st.column_config.TextColumn("Relation", width=115),
    "target": st.column_config.TextColumn("Whom or what", width=150),
    "voice": st.column_config.TextColumn("Voice", width=125),
    "held": st.column_config.TextColumn("Drawn", width=115),
}
"""The columns beside the text of one document, whose date and outlet go without saying; 615 pixels in all."""

HELD = {
    "hypothetical": "no, only possible",
    "future": "no, yet to happen",
    "question": "no, asked",
}
"""Modality -> why such a statement is kept as data only."""


def newest(view: View) -> list[Statement]:
    """The statements of the table on Explore: the newest in view, as many as a table can show."""
    return fetched(view.ids[:MOST])


def show_table(statements: Sequence[Statement], of: str) -> None:
    """The statements, of which one can be chosen; "of" must change whenever they do."""
    show_rows(
        _columns(statements),
        COLUMNS,
        height="auto" if len(statements) < SHORT else HEIGHT,
        key=KEY,
        of=of,
        on_select="rerun",
        selection_mode="single-row",
        alt="Statements in view: who said what about whom, with the sentence that shows it",
    )


def follow_table(statements: Sequence[Statement], of: str) -> None:
    """Selects the edge of a row that was just chosen."""
    for number in chosen_rows(KEY, of):
        if number < len(statements):
            s = statements[number]
            follow(f"{KEY}-{of}", Selected("edge", edge_id(s.actor_id, s.relation, s.target_id)))


def show_preview(statements: Sequence[Statement], height: int) -> None:
    """The statements of one document, those that are not drawn included, each with the reason."""
    columns = _columns(statements)
    columns["held"] = [why_held(statement) or "yes" for statement in statements]
    show_rows(
        {name: columns[name] for name in PREVIEW},
        PREVIEW,
        height="auto" if (len(statements) + 2) * ROW < height else height,
        key="preview",
        alt="Statements found: who said what about whom, and whether the graph draws it",
    )


def why_held(statement: Statement) -> str:
    """Why the graph does not draw the statement, in few words; empty where it does."""
    if statement.negated:
        return "no, negated"
    if statement.status == "rejected":
        return "no, rejected by a reader"
    return HELD.get(statement.modality, "")


def _columns(statements: Sequence[Statement]) -> dict[str, list[Any]]:
    rows = [_row(statement) for statement in statements]
    return {column: [row[column] for row in rows] for column in COLUMNS}


def _row(statement: Statement) -> dict[str, Any]:
    return {
        "date": datetime.date.fromisoformat(statement.date) if statement.date else None,
        "actor": statement.actor,
        "relation": f"{SIGNS[statement.family]} {statement.relation}",
        "target": statement.target,
        "evidence": statement.evidence,
        "voice": VOICES[statement.voice],
        "outlet": statement.outlet,
    }
