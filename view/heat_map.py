"""The matrix of who is for and against whom as an Altair specification: sign by colour and by a mark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import altair as alt

from graph.matrix import Cell, Matrix
from view import palette
from view.charts import CHOSEN, Drawing, Row, chart_of
from view.labels import count, shorten

UP, DOWN, EVEN = "▲", "▼", "="
STRONGEST, THIN = 0.54, 0.4  # share of the colour in a cell where all agree; how much is left of it for few
LEAST = 0.3  # net sign, by its size, below which the colour does not get weaker
CELL = (38, 32)  # width and height in pixels


def heat_map(matrix: Matrix, dark: bool) -> Drawing:
    """A square: rows speak of columns; colour is net sign, the number counts, pale is what rests on few."""
    labels = unique_labels(matrix.keys, matrix.names)
    rows = [_cell_row(cell, labels, dark) for cell in matrix.cells.values()]
    order = [labels[key] for key in matrix.keys]
    chosen = alt.selection_point(name=CHOSEN, fields=["actor", "target"])
    scale = alt.Scale(domain=order)
    bare: dict[str, Any] = {"labelLimit": 160, "ticks": False, "domain": False}
    bare |= {"labelOverlap": False, "labelFlush": False}  # each label beside its row, the first and last too
    x = alt.X(
        "column:N", title=None, sort=order, scale=scale, axis=alt.Axis(orient="top", labelAngle=-45, **bare)
    )
    y = alt.Y("row:N", title=None, sort=order, scale=scale, axis=alt.Axis(**bare))
    board = chart_of([{"row": row, "column": column} for row in order for column in order]).mark_rect(
        color=palette.RAISED.on(dark), stroke=palette.SURFACE.on(dark), strokeWidth=2
    )
    base = chart_of(rows).encode(x=x, y=y)
    edge = alt.condition(
        chosen, alt.value(palette.INK.on(dark)), alt.value(palette.SURFACE.on(dark)), empty=False
    )
    squares = base.mark_rect(cursor="pointer", strokeWidth=2).encode(
        color=alt.Color("fill:N", scale=None),
        stroke=edge,
        description="claim:N",
        tooltip=alt.Tooltip("claim:N", title="Cell"),
    )
    # Without a tooltip of their own, so that the mouse goes through them to the square.
    numbers = base.mark_text(fontSize=12, color=palette.INK.on(dark)).encode(text="text:N")
    width, height = (alt.Step(size) for size in CELL)  # fixed: on a phone the square is moved, not squeezed
    return alt.layer(board.encode(x=x, y=y), squares.add_params(chosen), numbers).properties(
        width=width, height=height, autosize="pad"
    )


def _cell_row(cell: Cell, labels: Mapping[str, str], dark: bool) -> Row:
    return {
        "actor": cell.actor,
        "target": cell.target,
        "row": labels[cell.actor],
        "column": labels[cell.target],
        "claim": cell_words(cell, labels),
        "text": f"{lean(cell)} {cell.total}",
        "fill": cell_colour(cell, dark),
    }


def lean(cell: Cell) -> str:
    """Which way the cell leans, as a sign for those to whom colours say nothing."""
    return UP if cell.net > 0 else DOWN if cell.net < 0 else EVEN


def cell_colour(cell: Cell, dark: bool) -> str:
    """The colour of the side that prevails, as far as it does, over the page's; ink can be read on any of them."""
    family = "support" if cell.net > 0 else "opposition"
    tone = palette.MUTED if cell.net == 0 else palette.family(family).tone
    share = STRONGEST * max(abs(cell.net), LEAST) * (THIN if cell.is_thin else 1.0)
    return palette.blend(tone.on(dark), palette.SURFACE.on(dark), share)


def unique_labels(keys: Collection[str], names: Mapping[str, str]) -> dict[str, str]:
    """Key -> its name on one line; where two are called the same, the key stands behind it."""
    short = {key: shorten(names[key]) for key in keys}
    called = list(short.values())
    return {key: name if called.count(name) == 1 else f"{name} ({key})" for key, name in short.items()}


def cell_words(cell: Cell, names: Mapping[str, str]) -> str:
    """The cell as a sentence.

    >>> cell_words(Cell("a", "b", 1, 3), {"a": "Ann", "b": "Bob"})
    'Ann on Bob: 4 statements, 1 in support and 3 in opposition'
    """
    pair = f"{names[cell.actor]} on {names[cell.target]}"
    sides = f"{cell.support:,} in support and {cell.opposition:,} in opposition"
    return f"{pair}: {count(cell.total, 'statement')}, {sides}"
