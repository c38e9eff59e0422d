"""Charts: what is drawn where, told by more than colour, and safe in both themes."""

from __future__ import annotations

import pytest

from graph.matrix import Cell, Matrix
from graph.periods import Day
from graph.profiles import Bar
from graph.sides import points
from tests.graph.factory import statement
from view import palette
from view.charts import SYMBOLS, activity_chart, activity_width, exchange_chart, fate_chart
from view.heat_map import cell_colour, heat_map, lean, unique_labels

JANUARY, FEBRUARY = Day(2031, 1, 1), Day(2031, 2, 1)


def spec(chart):
    """The chart as JSON, which Altair checks against Vega-Lite's own scheme."""
    return chart.to_dict()


def values(chart, layer=None):
    made = spec(chart)
    data = (made["layer"][layer] if layer is not None else made)["data"]
    return made["datasets"][data["name"]]


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_bars_stand_on_each_other_and_hang_below_the_line():
    bars = [
        Bar(JANUARY, True, "opposition", 2),
        Bar(JANUARY, True, "support", 3),
        Bar(JANUARY, False, "demand", 1),
        Bar(FEBRUARY, True, "support", 1),
        Bar(FEBRUARY, True, "affiliation", 9),  # which is no position
    ]
    drawn = [
        (row["start"], row["end"], row["family"], row["foot"], row["head"])
        for row in values(activity_chart(bars, "month", "Ada Fenn", False))
    ]
    assert drawn == [
        ("2031-01-01", "2031-02-01", "demand", 0, -1),
        ("2031-01-01", "2031-02-01", "support", 0, 3),
        ("2031-01-01", "2031-02-01", "opposition", 3, 5),
        ("2031-02-01", "2031-03-01", "support", 0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "format", "ticks"),
    [
        (["2031-01-01", "2031-01-15"], "%-d %b %Y", "day"),
        (["2031-01-01", "2031-08-29"], "%-d %b %Y", 8),
        (["2031-01-01", "2031-12-31"], "%b %Y", 8),
        (["2021-01-01", "2031-12-31"], "%Y", 8),
        (["2031-01-01"], "%-d %b %Y", "day"),
    ],
)
def test_days_are_written_so_that_they_can_be_told(days, format, ticks):
    made = points([statement(id=day, date=day) for day in days], [])
    x = spec(exchange_chart(made, False))["encoding"]["x"]
    assert (x["axis"]["format"], x["axis"]["tickCount"], x["scale"]["type"]) == (format, ticks, "utc")


def test_each_side_has_its_half():
    made = points([statement(id="a"), statement(id="b")], [statement("Cy Holt backed Ada Fenn", id="c")])
    chart = exchange_chart(made, False)
    assert [(row["id"], row["place"]) for row in values(chart)] == [("a", 1), ("b", 2), ("c", -1)]
    assert spec(chart)["encoding"]["shape"]["scale"]["range"] == [SYMBOLS["support"], SYMBOLS["opposition"]]


def test_what_has_no_date_stands_on_no_axis():
    assert values(exchange_chart(points([statement(date=None)], []), False)) == []


def test_a_mark_for_each_day_and_family():
    made = [
        statement("Ada Fenn called for Toll", id="a"),
        statement("Bo Marsh called for Toll", id="b"),
        statement("Cy Holt criticised Toll", id="c"),
        statement("Cy Holt leads Toll", id="d"),  # no lane
        statement("Ada Fenn called for Toll", id="e", date=None),
    ]
    drawn = values(fate_chart(made, {"demand": "For it", "opposition": "Against it"}, False))
    assert [(row["lane"], row["number"], row["who"]) for row in drawn] == [
        ("For it", 2, "Ada Fenn called for, Bo Marsh called for"),
        ("Against it", 1, "Cy Holt criticised"),
    ]


@pytest.mark.parametrize(
    ("support", "opposition", "sign"), [(1, 0, "▲"), (0, 1, "▼"), (2, 2, "="), (2, 1, "▲"), (1, 2, "▼")]
)
def test_a_cell_says_by_a_sign_which_way_it_leans(support, opposition, sign):
    cell = Cell("a", "b", support, opposition)
    assert lean(cell) == sign
    drawn = values(heat_map(Matrix(("a", "b"), {"a": "Ann", "b": "Bob"}, {("a", "b"): cell}), False), layer=1)
    assert [(row["row"], row["column"], row["text"]) for row in drawn] == [
        ("Ann", "Bob", f"{sign} {cell.total}")
    ]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("support", "opposition"), [(1, 0), (9, 0), (0, 9), (5, 5), (6, 4)])
def test_the_number_in_a_cell_can_be_read(support, opposition, dark):
    fill = cell_colour(Cell("a", "b", support, opposition), dark)
    assert contrast(fill, palette.INK.on(dark)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_a_cell_of_few_statements_is_paler(dark):
    few, many = (cell_colour(Cell("a", "b", number, 0), dark) for number in (2, 3))
    surface = palette.SURFACE.on(dark)
    assert contrast(few, surface) < contrast(many, surface)


@pytest.mark.parametrize(
    ("step", "starts", "wide", "written"),
    [
        ("month", [JANUARY, FEBRUARY], 300, ["2031-01-01", "2031-02-01"]),
        ("week", [Day(2031, 1, 6), Day(2031, 2, 3)], 450, [f"2031-01-{day:02}" for day in (6, 13, 20, 27)] + ["2031-02-03"]),
        ("week", [Day(2031, 1, 6), Day(2031, 3, 10)], "stretch", None),  # ten weeks
        ("year", [Day(1, 1, 1), Day(9999, 1, 1)], "stretch", None),
    ],
)  # fmt: skip
def test_a_few_bars_are_no_slabs_and_each_has_its_day(step, starts, wide, written):
    bars = [Bar(start, True, "support", 1) for start in starts]
    assert activity_width(bars, step) == wide
    axis = spec(activity_chart(bars, step, "Ann", False))["encoding"]["x"]["axis"]
    assert axis.get("values") == written


def test_two_of_one_name_are_told_apart():
    names = {"a": "Ann", "b": "Bob", "c": "Ann"}
    assert unique_labels(list(names), names) == {"a": "Ann (a)", "b": "Bob", "c": "Ann (c)"}


@pytest.mark.parametrize("dark", [False, True])
def test_charts_of_nothing_are_charts(dark):
    for chart in (
        activity_chart([], "week", "Ann", dark),
        exchange_chart([], dark),
        fate_chart([], {"demand": "For it"}, dark),
        heat_map(Matrix((), {}, {}), dark),
    ):
        assert spec(chart)
