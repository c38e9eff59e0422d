"""The histogram over time as an Altair specification: statements of each kind, and which of them are in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from graph.periods import Bin, Day, later
from view import palette
from view.labels import day

STACKED = ("support", "opposition", "demand")
"""Families that a bar shows, from the line upwards."""
HEIGHT = 84  # pixels
PALE = 0.28  # opacity of what is out of view

Row = Mapping[str, Any]


def timeline_chart(
    bins: Sequence[Bin], unit: str, since: Day | None, until: Day | None, dark: bool
) -> alt.Chart:
    """Stacked bars without gaps in the calendar; those outside the period are pale.

    Args:
        bins: In their order.
        unit: Of the calendar, that each of them is.
        since, until: The period in view; None = open.
    """
    families = list(STACKED)
    colours = [palette.family(family).tone.on(dark) for family in families]
    labels = [palette.family(family).label for family in families]
    drawn: alt.Chart = (
        alt.Chart(alt.InlineData(values=_rows(bins, unit, since, until)))
        .mark_rect(stroke=palette.SURFACE.on(dark), strokeWidth=0.5)
        .encode(
            x=alt.X("start:T", title=None, scale=_span(bins), axis=alt.Axis(grid=False, tickCount=8)),
            x2="end:T",
            y=alt.Y(
                "foot:Q",
                title=None,
                scale=_height(bins),
                axis=alt.Axis(tickCount=3, tickMinStep=1, format="d"),
            ),
            y2="head:Q",
            color=alt.Color("words:N", scale=alt.Scale(domain=labels, range=colours), legend=None),
            opacity=alt.condition("datum.shown", alt.value(1), alt.value(PALE)),
            tooltip=[
                alt.Tooltip(f"{field}:N", title=title)
                for field, title in (("period", "Period"), ("words", "Kind"), ("number", "Statements"))
            ],
        )
        .properties(height=HEIGHT)
    )
    return drawn


def timeline_text(bins: Sequence[Bin], unit: str) -> str:
    """What the chart shows, for those who do not see it."""
    busiest = max(bins, key=lambda bin: bin.total)
    sums = {family: sum(bin.counts.get(family, 0) for bin in bins) for family in STACKED}
    parts = ", ".join(f"{number:,} {family}" for family, number in sums.items())
    return (
        f"Statements by {unit}: {parts}. "
        f"Most in the {unit} from {day(busiest.start.isoformat())}: {busiest.total:,}."
    )


def bin_label(start: Day, unit: str) -> str:
    """What a bin is called: "6 January 2025", "week of 6 January 2025", "Q1 2025", "January 2025", "2025"."""
    if unit in ("day", "week"):
        return ("week of " if unit == "week" else "") + day(start.isoformat())
    if unit == "year":
        return str(start.year)
    return (
        f"Q{start.month // 3 + 1} {start.year}"
        if unit == "quarter"
        else day(start.isoformat()).partition(" ")[2]
    )


def _span(bins: Sequence[Bin]) -> alt.Scale:
    # As an expression: of plain days Vega reads those for the bars' starts in another way than those for their ends,
    # and complains.
    ends = (bins[0].start, later(bins[-1].end, "day", 1))
    return alt.Scale(domain=alt.ExprRef(f"[{', '.join(f'toDate({day.isoformat()!r})' for day in ends)}]"))


def _height(bins: Sequence[Bin]) -> alt.Scale:
    """Said, since Vega looks for the highest bar before it has any, and complains."""
    highest = max(sum(bin.counts.get(family, 0) for family in STACKED) for bin in bins)
    return alt.Scale(domain=[0, max(highest, 1)], nice=True)


def _rows(bins: Sequence[Bin], unit: str, since: Day | None, until: Day | None) -> list[Row]:
    """A rectangle for each bin and family, each on those below it: Vega itself stacks no bars of two days."""
    rows: list[Row] = []
    for bin in bins:
        shown = (since is None or bin.end >= since) and (until is None or bin.start <= until)
        foot = 0
        for family in STACKED:
            number = bin.counts.get(family, 0)
            if number:
                rows.append(
                    {
                        "start": bin.start.isoformat(),
                        "end": later(bin.end, "day", 1).isoformat(),
                        "foot": foot,
                        "head": foot + number,
                        "number": f"{number:,}",
                        "words": palette.family(family).label,
                        "period": bin_label(bin.start, unit),
                        "shown": shown,
                    }
                )
                foot += number
    return rows
