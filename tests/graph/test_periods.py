"""The calendar in bins and windows: no day is lost, none counted twice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.periods import UNITS, Day, bins, first_of, last_of, later, starts, unit_for, windows

DAYS = st.dates(Day(2029, 12, 1), Day(2033, 1, 31))
UNIT = st.sampled_from(sorted(UNITS))

SPANS = [
    # first, last, unit of the histogram
    ("2031-03-01", "2031-03-01", "day"),
    ("2031-03-01", "2031-04-29", "day"),
    ("2031-03-01", "2031-04-30", "week"),
    ("2031-01-01", "2031-12-31", "week"),
    ("2031-01-01", "2032-06-30", "month"),
    ("2021-01-01", "2031-12-31", "quarter"),
    ("1990-01-01", "2031-12-31", "year"),
    ("1700-01-01", "2031-12-31", "year"),
]


@pytest.mark.parametrize(("first", "last", "unit"), SPANS)
def test_the_unit_fits_the_span(first, last, unit):
    assert unit_for(Day.fromisoformat(first), Day.fromisoformat(last)) == unit


def test_bins_have_no_gaps_and_keep_families_apart():
    found = bins(
        {("2031-01-30", "support"): 2, ("2031-03-02", "support"): 1, ("2031-03-31", "demand"): 4}, "month"
    )
    assert [(str(bin.start), str(bin.end), dict(bin.counts)) for bin in found] == [
        ("2031-01-01", "2031-01-31", {"support": 2}),
        ("2031-02-01", "2031-02-28", {}),
        ("2031-03-01", "2031-03-31", {"support": 1, "demand": 4}),
    ]
    assert [bin.total for bin in found] == [2, 0, 5]


def test_nothing_dated_has_no_bins():
    assert bins({}) == []


@given(
    st.dictionaries(
        st.tuples(DAYS.map(Day.isoformat), st.sampled_from(["support", "demand"])),
        st.integers(1, 9),
        max_size=5,
    ),
    UNIT,
)
def test_every_statement_stands_in_one_bin(counts, unit):
    found = bins(counts, unit)
    assert sum(bin.total for bin in found) == sum(counts.values())
    assert all(later(one.end, "day", 1) == two.start for one, two in pairwise(found))


@given(DAYS, UNIT)
def test_a_unit_begins_and_ends_around_the_day(day, unit):
    assert first_of(day, unit) <= day <= last_of(day, unit)
    assert later(first_of(day, unit), unit, 1) == later(last_of(day, unit), "day", 1)


@given(DAYS, UNIT, st.integers(-50, 50))
def test_later_is_later(day, unit, number):
    assert (later(day, unit, number) > day) is (number > 0)


EDGES = [
    ("2031-01-31", "month", 1, "2031-02-28"),
    ("2032-01-31", "month", 1, "2032-02-29"),
    ("2031-03-31", "month", -1, "2031-02-28"),
    ("2032-02-29", "year", 1, "2033-02-28"),
    ("2031-12-31", "day", 1, "2032-01-01"),
    ("9999-12-31", "year", 1, "9999-12-31"),
    ("0001-01-01", "month", -1, "0001-01-01"),
]


@pytest.mark.parametrize(("day", "unit", "number", "then"), EDGES)
def test_later_at_the_edges_of_months_and_of_the_calendar(day, unit, number, then):
    assert later(Day.fromisoformat(day), unit, number).isoformat() == then


def test_starts_end_with_the_calendar():
    assert list(starts(Day(9999, 11, 5), Day.max, "month")) == [Day(9999, 11, 1), Day(9999, 12, 1)]


WINDOWS = [
    # width, step, the windows of 10 January to 20 March 2031
    ("month", "month", ["2031-01-01 2031-01-31", "2031-02-01 2031-02-28", "2031-03-01 2031-03-31"]),
    ("quarter", "quarter", ["2031-01-01 2031-03-31"]),
    ("quarter", "month", ["2031-01-01 2031-03-31", "2031-02-01 2031-04-30", "2031-03-01 2031-05-31"]),
    ("year", "year", ["2031-01-01 2031-12-31"]),
]


@pytest.mark.parametrize(("width", "step", "wanted"), WINDOWS)
def test_windows_move_by_a_step_and_are_one_width_long(width, step, wanted):
    found = windows(Day(2031, 1, 10), Day(2031, 3, 20), width, step)
    assert [f"{start} {end}" for start, end in found] == wanted


def test_windows_of_days_cover_the_span():
    found = windows(Day(2031, 1, 10), Day(2031, 1, 12), "week", "day")
    assert [str(start) for start, _ in found] == ["2031-01-10", "2031-01-11", "2031-01-12"]
