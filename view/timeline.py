"""The histogram over time as a Vega-Lite specification: statements of each kind, and which of them are in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.periods import Bin, Day, later
from view import palette
from view.labels import day

STACKED = ("support", "opposition", "demand")
"""Families that a bar shows, from the line upwards."""
HEIGHT = 84  # pixels
PALE = 0.28  # opacity of what is out of view

Row = Mapping[str, Any]
Spec = dict[str, Any]


def timeline_chart(bins: Sequence[Bin], unit: str, since: Day | None, until: Day | None, dark: bool) -> Spec:
    """Stacked bars without gaps in the calendar; those outside the period are pale.

    As Vega-Lite itself has it (https://vega.github.io/vega-lite/docs): Altair takes 80 ms to make and check the same,
    and it is made anew at every filter.

    Args:
        bins: In their order.
        unit: Of the calendar, that each of them is.
        since, until: The period in view; None = open.
    """
    kinds = [palette.family(family) for family in STACKED]
    told = (("period", "Period"), ("words", "Kind"), ("number", "Statements"))
    return {
        "data": {"values": _rows(bins, unit, since, until)},
        "height": HEIGHT,
        "mark": {"type": "rect", "stroke": palette.SURFACE.on(dark), "strokeWidth": 0.5},
        "encoding": {
            "x": {
                "field": "start",
                "type": "temporal",
                "title": None,
                "scale": {"domain": _span(bins)},
                "axis": {"grid": False, "tickCount": 8},
            },
            "x2": {"field": "end"},
            "y": {
                "field": "foot",
                "type": "quantitative",
                "title": None,
                "scale": {"domain": [0, _height(bins)], "nice": True},
                "axis": {"tickCount": 3, "tickMinStep": 1, "format": "d"},
            },
            "y2": {"field": "head"},
            "color": {
                "field": "words",
                "type": "nominal",
                "legend": None,
                "scale": {
                    "domain": [kind.label for kind in kinds],
                    "range": [kind.tone.on(dark) for kind in kinds],
                },
            },
            "opacity": {"condition": {"test": "datum.shown", "value": 1}, "value": PALE},
            "tooltip": [{"field": field, "type": "nominal", "title": title} for field, title in told],
        },
    }


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


def _span(bins: Sequence[Bin]) -> Spec:
    # As an expression: of plain days Vega reads those for the bars' starts in another way than those for their ends,
    # and complains.
    ends = (bins[0].start, later(bins[-1].end, "day", 1))
    return {"expr": f"[{', '.join(f'toDate({day.isoformat()!r})' for day in ends)}]"}


def _height(bins: Sequence[Bin]) -> int:
    """Said, since Vega looks for the highest bar before it has any, and complains."""
    return max(1, *(sum(bin.counts.get(family, 0) for family in STACKED) for bin in bins))


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
