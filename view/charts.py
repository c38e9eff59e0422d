"""Charts of counted statements as Altair specifications: sign by colour and by shape or place, light and dark."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt

from graph.periods import Day, later
from graph.profiles import Bar
from graph.sides import Point
from records import Statement
from view import palette
from view.labels import day, shorten

CHOSEN = "chosen"  # name of what a click selects
STACKED = ("support", "opposition", "demand")  # families that a bar shows, from the line outwards
RANKS = {family: rank for rank, family in enumerate(STACKED)}
SYMBOLS = {
    "support": "cross",
    "opposition": "M-1,-0.32H1V0.32H-1Z",
    "demand": "triangle-right",
    "action": "diamond",
    "affiliation": "circle",
}
"""Family -> shape of a point: plus and minus, and an arrow for what is called for."""
FEW, BROADEST, NARROWEST = 9, 90, 300  # periods; pixels for each of so few, and for all of them at least
STARTS = {"week": "%-d %b %Y", "month": "%b %Y", "year": "%Y"}
"""Step -> how the start of a period is written."""
STEP = 18  # pixels between points of one day
LOWEST, HIGHEST = 210, 460  # pixels of a chart that grows with what is in it
FORTNIGHT, TICKS = 14, 8  # days that are each written below the chart; else about so many of them
LABELS = ((240, "%-d %b %Y"), (6 * 365, "%b %Y"), (math.inf, "%Y"))
"""The longest span in days, and how its days are written: Vega would leave out the month, or the year."""
LANE = 42  # pixels

Row = Mapping[str, Any]
Drawing = alt.Chart | alt.LayerChart | alt.FacetChart


def activity_chart(bars: Sequence[Bar], step: str, name: str, dark: bool) -> Drawing:
    """What somebody said above the line and what was said of them below, by period and family."""
    rows = _stacked(bars, step, name)
    drawn: Drawing = chart_of(rows, height=220).mark_rect(
        stroke=palette.SURFACE.on(dark), strokeWidth=1
    ).encode(
        x=_periods(bars, step, rows),
        x2="end:T",
        y=alt.Y("foot:Q", title=None, axis=alt.Axis(labelExpr="abs(datum.value)", tickMinStep=1, format="d")),
        y2="head:Q",
        color=_colours(STACKED, dark, _legend()),
        tooltip=[alt.Tooltip(field, title=title) for field, title in
                 (("period:N", "Period"), ("whose:N", "Statements"), ("words:N", "Kind"), ("number:Q", "Number"))],
    )  # fmt: skip
    return drawn


def _stacked(bars: Sequence[Bar], step: str, name: str) -> list[Row]:
    """A rectangle for each bar, on those of the same period and direction. Vega itself stacks no bars of two days."""
    tops: Counter[tuple[Day, bool]] = Counter()
    rows: list[Row] = []
    for bar in sorted(bars, key=lambda bar: (bar.start, bar.made, RANKS.get(bar.family, 0))):
        if bar.family in RANKS:
            way = 1 if bar.made else -1
            foot = tops[bar.start, bar.made]
            tops[bar.start, bar.made] = foot + bar.statements
            rows.append(
                {
                    "start": bar.start.isoformat(),
                    "end": later(bar.start, step, 1).isoformat(),
                    "foot": way * foot,
                    "head": way * (foot + bar.statements),
                    "number": bar.statements,
                    "family": bar.family,
                    "words": palette.family(bar.family).label,
                    "whose": f"{'by' if bar.made else 'about'} {name}",
                    "period": f"{step} from {day(bar.start.isoformat())}",
                }
            )
    return rows


def exchange_chart(points: Sequence[Point], dark: bool) -> Drawing:
    """What two sides say of each other: the first's statements above the line, the second's below."""
    rows = [_point_row(point) for point in points if point.statement.date]
    highest = max((point.height for point in points), default=1)
    chosen = alt.selection_point(name=CHOSEN, fields=["id"])
    families = [family for family in SYMBOLS if any(row["family"] == family for row in rows)]
    height = min(max(2 * highest * STEP + 90, LOWEST), HIGHEST)
    chart: Drawing = chart_of(rows, height=height).mark_point(filled=True, size=110, cursor="pointer").encode(
        x=_days("date", [row["date"] for row in rows]),
        y=alt.Y("place:Q", title=None, scale=alt.Scale(domain=[-highest - 1, highest + 1]),
                axis=alt.Axis(values=[0], labels=False, ticks=False, domain=False, grid=True)),
        color=_colours(families, dark, legend=_legend()),
        shape=_shapes(families, _legend()),
        opacity=alt.condition(chosen, alt.value(1.0), alt.value(0.35)),
        tooltip=[alt.Tooltip("claim:N", title="Statement"), alt.Tooltip("told:N", title="Reported")],
        description="claim:N",
    ).add_params(chosen)  # fmt: skip
    return chart


def _point_row(point: Point) -> Row:
    statement = point.statement
    return {
        "id": statement.id,
        "date": statement.date,
        "place": point.height if point.forth else -point.height,
        "family": statement.family,
        "claim": shorten(f"{statement.actor} {statement.relation} {statement.target}", 90),
        "told": ", ".join(part for part in (statement.outlet, day(statement.date or "")) if part),
    }


def fate_chart(statements: Sequence[Statement], lanes: Mapping[str, str], dark: bool) -> Drawing:
    """Who did what about a demand, a lane for each family; a mark for each day, larger for more statements.

    Args:
        lanes: Family -> words before its lane, in order; other families are left out.
    """
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if statement.date and statement.family in lanes:
            groups.setdefault((statement.date, statement.family), []).append(statement)
    rows: list[Row] = [
        {
            "date": date,
            "family": family,
            "lane": lanes[family],
            "number": len(group),
            "who": shorten(", ".join(sorted({f"{s.actor} {s.relation}" for s in group})), 120),
            "told": day(date),
        }
        for (date, family), group in sorted(groups.items())
    ]
    chosen = alt.selection_point(name=CHOSEN, fields=["date", "family"])
    marks: Drawing = chart_of(rows, height=LANE * len(lanes)).mark_point(filled=True, cursor="pointer").encode(
        x=_days("date", [row["date"] for row in rows]),
        y=alt.Y("lane:N", title=None, sort=list(lanes.values()), scale=alt.Scale(domain=list(lanes.values())),
                axis=alt.Axis(labelLimit=200, grid=True, ticks=False, domain=False)),
        color=_colours(list(lanes), dark),
        shape=_shapes(list(lanes)),
        size=alt.Size("number:Q", legend=None, scale=alt.Scale(domain=[1, 10], range=[110, 500], clamp=True)),
        opacity=alt.condition(chosen, alt.value(1.0), alt.value(0.35)),
        tooltip=[alt.Tooltip("who:N", title="Who"), alt.Tooltip("number:Q", title="Statements"),
                 alt.Tooltip("told:N", title="Reported")],
        description="who:N",
    ).add_params(chosen)  # fmt: skip
    return marks


def chart_of(rows: Sequence[Row], **properties: Any) -> alt.Chart:
    """A chart of these rows, without a mark yet."""
    return alt.Chart(alt.InlineData(values=list(rows))).properties(**properties)


def _days(field: str, days: Sequence[str]) -> alt.X:
    known = sorted(map(Day.fromisoformat, days))
    span = (known[-1] - known[0]).days if known else 0
    format = next(format for longest, format in LABELS if span <= longest)
    axis = alt.Axis(
        grid=False, format=format, tickCount="day" if span <= FORTNIGHT else TICKS, labelOverlap=True
    )
    # In UTC: a day without hour is midnight there, and would be the day before for readers further west.
    return alt.X(f"{field}:T", title=None, scale=alt.Scale(type="utc"), axis=axis)


def activity_width(bars: Sequence[Bar], step: str) -> int | Literal["stretch"]:
    """Pixels for the chart of these bars: as much as there is, but for a few, which would be broad slabs."""
    few = _few(bars, step)
    return max(len(few) * BROADEST, NARROWEST) if few else "stretch"


def _few(bars: Sequence[Bar], step: str) -> list[Day]:
    """The starts of all periods from the first bar to the last, if these are few."""
    starts = [bar.start for bar in bars]
    if not starts or later(min(starts), step, FEW) <= max(starts):
        return []
    every = (later(min(starts), step, number) for number in range(FEW))
    return [start for start in every if start <= max(starts)]


def _periods(bars: Sequence[Bar], step: str, rows: Sequence[Row]) -> alt.X:
    """The time axis; the start of each period is written where they are few."""
    few = _few(bars, step)
    if not few:
        return _days("start", [row["start"] for row in rows])
    axis = alt.Axis(
        grid=False,
        values=[start.isoformat() for start in few],
        format=STARTS[step],
        labelAlign="left",
        labelOverlap=True,
        labelFlush=False,
    )
    return alt.X("start:T", title=None, scale=alt.Scale(type="utc"), axis=axis)


def _colours(families: Sequence[str], dark: bool, legend: alt.Legend | None = None) -> alt.Color:
    tones = [palette.family(family).tone.on(dark) for family in families]
    return alt.Color("family:N", legend=legend, scale=alt.Scale(domain=list(families), range=tones))


def _shapes(families: Sequence[str], legend: alt.Legend | None = None) -> alt.Shape:
    shapes = [SYMBOLS[family] for family in families]
    return alt.Shape("family:N", legend=legend, scale=alt.Scale(domain=list(families), range=shapes))


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="top")
