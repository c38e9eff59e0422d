"""Matrix: who is for whom and who against, party by party or actor by actor; a cell shows its proof."""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from graph import Filter
from graph.matrix import FEW, Cell, Matrix, actor_matrix, party_matrix, rows_behind
from graph.sides import Side
from records import digest
from ui.absent import offer_without
from ui.address import change, get, read
from ui.filtered import show_filtered
from ui.leads import ACTOR, OTHER, lead
from ui.loosen import offer_to_loosen, show_misses
from ui.newest import newest_ids
from ui.notices import noticed
from ui.picked import BETWEEN, PICKED, clicked_mark, clicked_row, drop, picked, source_key, take
from ui.proofs import show_proofs
from ui.rows import show_rows
from ui.state import View, corpus, is_dark, view
from ui.style import literal
from view.heat_map import DOWN, EVEN, UP, cell_words, heat_map
from view.labels import count

BY = "by"  # in the address: "actor"; parties if it is not there
KINDS = {"party": "Parties", "actor": "People and organisations"}
TOP = {"party": 20, "actor": 24}  # rows and columns

COLUMNS = {
    "actor": st.column_config.TextColumn("Who"),
    "target": st.column_config.TextColumn("On whom"),
    "net": st.column_config.NumberColumn(
        "Net sign", format="%+.2f", help="-1 only opposition, +1 only support"
    ),
    "total": st.column_config.NumberColumn("Statements"),
    "support": st.column_config.NumberColumn("Support"),
    "opposition": st.column_config.NumberColumn("Opposition"),
}


def page() -> None:
    """The page."""
    show_filtered(_matrix)


@st.fragment
def _matrix() -> None:
    with noticed():
        show_misses()
        shown = view(read().filter)
        if not shown.statements:
            offer_to_loosen(shown.filter)
            return
        kind = _choose_kind()
        if (matrix := _matrix_of(shown, kind)).cells:
            _show(shown, matrix, kind)
        else:
            st.info(_nothing(kind), icon=":material/grid_off:")
            offer_without(lambda view: sum(cell.total for cell in _matrix_of(view, kind).cells.values()))


def _choose_kind() -> str:
    now = "actor" if get(BY) == "actor" else "party"
    if st.session_state.get(BY) != now:
        st.session_state[BY] = now
    st.segmented_control(
        "Who stands against whom", list(KINDS), format_func=KINDS.__getitem__, key=BY, required=True,
        on_change=_take_kind, label_visibility="collapsed",
    )  # fmt: skip
    return now


def _take_kind() -> None:
    change({BY: ["actor"] if st.session_state[BY] == "actor" else [], PICKED: []})


def _matrix_of(shown: View, kind: str) -> Matrix:
    return _count(corpus().revision, json.dumps(shown.filter.to_json(), sort_keys=True), kind)


@st.cache_resource(max_entries=16, show_spinner=False)
def _count(revision: int, filter_json: str, kind: str) -> Matrix:
    shown = view(Filter.from_json(json.loads(filter_json)))
    if kind == "actor":
        return actor_matrix(shown.graph, TOP[kind])
    return party_matrix(shown.columns, shown.rows, TOP[kind])


def _nothing(kind: str) -> str:
    among = "parties or their members" if kind == "party" else "people or organisations"
    return f"No statement in view takes a side for or against {among}."


def _show(shown: View, matrix: Matrix, kind: str) -> None:
    st.html(f'<p class="facts">{_legend(matrix, kind)}</p>')
    chart = source_key(f"matrix-{kind}")
    with st.container(key="square"):  # which scrolls sideways where it has to
        st.altair_chart(
            heat_map(matrix, is_dark()),
            width="content",
            key=chart,
            on_select="rerun",
            alt=f"{count(len(matrix.cells), 'cell')} of {KINDS[kind].lower()}; the table below holds the same",
        )
    ranked = sorted(matrix.cells.values(), key=lambda cell: (-cell.total, cell.actor, cell.target))
    cells = {f"{cell.actor}{BETWEEN}{cell.target}": cell for cell in ranked}
    table, of = f"cells-{kind}", source_key(digest("".join(cells))[:12])
    with st.expander("The same as a table"):
        _show_table(ranked, matrix, table, of)
    take(chart, clicked_mark(chart, ("actor", "target")))
    take(f"{table}-{of}", clicked_row(table, of, list(cells)))
    if now := picked(cells):
        _show_cell(shown, cells[now], matrix, kind)


def _legend(matrix: Matrix, kind: str) -> str:
    rows = "A row speaks of a column."
    signs = (
        f"{UP} more support, {DOWN} more opposition, {EVEN} as much of each, and the number of statements."
    )
    thin = f"Pale cells rest on fewer than {FEW} statements and say little."
    party = "A party stands for its members at the time." if kind == "party" else ""
    cut = f"{count(matrix.left_out, 'name')} with fewer statements left out." if matrix.left_out else ""
    return " ".join(part for part in (rows, signs, thin, party, cut) if part)


def _show_table(cells: Sequence[Cell], matrix: Matrix, key: str, of: str) -> None:
    show_rows(
        {
            "actor": [matrix.names[cell.actor] for cell in cells],
            "target": [matrix.names[cell.target] for cell in cells],
            **{name: [getattr(cell, name) for cell in cells] for name in list(COLUMNS)[2:]},
        },
        COLUMNS,
        key=key,
        of=of,
        on_select="rerun",
        selection_mode="single-row",
        alt="Cells of the matrix: who on whom, net sign and statements",
    )


def _show_cell(shown: View, cell: Cell, matrix: Matrix, kind: str) -> None:
    st.subheader(literal(cell_words(cell, matrix.names)), anchor=False)
    if cell.is_thin:
        st.html('<p class="facts">Too few to say how the one stands to the other.</p>')
    with st.container(horizontal=True):
        ids = [_id(shown, key, kind) for key in (cell.actor, cell.target)]
        if all(ids) and ids[0] != ids[1]:
            where = dict(zip((ACTOR, OTHER), ids, strict=True))
            lead("actor", "Head to head", icon=":material/compare_arrows:", **where)
        st.button("Close", on_click=drop, key="close", type="tertiary")
    ends = (Side("" if kind == "party" else key, key, kind == "party") for key in (cell.actor, cell.target))
    show_proofs(newest_ids(shown, rows_behind(shown.columns, shown.rows, *ends)))


def _id(shown: View, key: str, kind: str) -> str:
    """The entity that a row stands for; "" for a party of which only members are in view."""
    if kind == "actor":
        return key
    nodes = shown.graph.nodes(data=True)
    return next((id for id, data in nodes if data["type"] == "party" and data["name"] == key), "")
