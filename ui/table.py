"""The statements in view as a table: the same content as the graph, for eyes and for screen readers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from records import Statement
from ui.filters import VOICES
from ui.selection import Selected, follow
from ui.style import SIGNS
from view.network import edge_id

SHORT, HEIGHT = 8, 320  # rows that fit without scrolling; pixels

COLUMNS = {
    "date": st.column_config.DateColumn("Date", format="D MMM YYYY", width="small"),
    "actor": st.column_config.TextColumn("Who", width="medium"),
    "relation": st.column_config.TextColumn("Relation", width=130),
    "target": st.column_config.TextColumn("Whom or what", width="medium"),
    "evidence": st.column_config.TextColumn("Evidence", width="large"),
    "voice": st.column_config.TextColumn("Voice", width="medium"),
    "outlet": st.column_config.TextColumn("Outlet", width="small"),
}


def newest_first(statements: Iterable[Statement]) -> list[Statement]:
    """The statements in the order of the table on Explore."""
    return sorted(statements, key=lambda s: (s.date or "", s.id), reverse=True)


def show_table(statements: Sequence[Statement], key: str) -> None:
    """The statements, of which one can be chosen; the key must change whenever they do."""
    st.dataframe(
        _columns(statements),
        column_config=COLUMNS,
        hide_index=True,
        height="auto" if len(statements) < SHORT else HEIGHT,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        alt="Statements in view: who said what about whom, with the sentence that shows it",
    )


def follow_table(statements: Sequence[Statement], key: str) -> None:
    """Selects the edge of a row that was just chosen."""
    chosen = ((st.session_state.get(key) or {}).get("selection") or {}).get("rows") or []
    for number in chosen:
        if number < len(statements):
            s = statements[number]
            follow(key, Selected("edge", edge_id(s.actor_id, s.relation, s.target_id)))


def show_found(statements: Sequence[Statement], height: int) -> None:
    """The statements of one document, whose date and outlet go without saying."""
    st.dataframe(
        _columns(statements),
        column_config=COLUMNS,
        column_order=("actor", "relation", "target", "voice"),
        hide_index=True,
        height="auto" if len(statements) < SHORT else height,
        alt="Statements found: who said what about whom",
    )


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
