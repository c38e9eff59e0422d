"""The histogram over time: nothing is lost in the stacks, and what is out of view is pale."""

from __future__ import annotations

import pytest

from graph.periods import Day, bins
from view.timeline import bin_label, timeline_chart, timeline_text

COUNTS = {("2031-01-30", "support"): 2, ("2031-01-02", "demand"): 1, ("2031-03-02", "opposition"): 5}
MONTHS = bins(COUNTS, "month")


def rows(since=None, until=None):
    return timeline_chart(MONTHS, "month", since, until, dark=False)["data"]["values"]


def test_each_family_stands_on_the_one_below():
    assert [(row["start"], row["words"], row["foot"], row["head"]) for row in rows()] == [
        ("2031-01-01", "supports", 0, 2),
        ("2031-01-01", "calls for", 2, 3),
        ("2031-03-01", "opposes", 0, 5),
    ]


def test_the_height_is_said_and_holds_the_highest_bar():
    empty = bins({("2031-01-02", ""): 0}, "month")
    for bars, highest in ((MONTHS, 5), (empty, 1)):
        chart = timeline_chart(bars, "month", None, None, dark=False)
        assert chart["encoding"]["y"]["scale"]["domain"] == [0, highest]


PERIODS = [
    (None, None, [True, True, True]),
    (Day(2031, 2, 1), None, [False, False, True]),
    (Day(2031, 1, 31), Day(2031, 1, 31), [True, True, False]),
    (None, Day(2030, 1, 1), [False, False, False]),
]


@pytest.mark.parametrize(("since", "until", "shown"), PERIODS)
def test_what_the_period_leaves_out_is_pale(since, until, shown):
    assert [row["shown"] for row in rows(since, until)] == shown


def test_the_chart_is_told_in_words():
    assert timeline_text(MONTHS, "month") == (
        "Statements by month: 2 support, 5 opposition, 1 demand. Most in the month from 1 March 2031: 5."
    )


LABELS = [
    (Day(2031, 3, 3), "day", "3 March 2031"),
    (Day(2031, 3, 3), "week", "week of 3 March 2031"),
    (Day(2031, 3, 1), "month", "March 2031"),
    (Day(2031, 4, 1), "quarter", "Q2 2031"),
    (Day(2031, 1, 1), "year", "2031"),
]


@pytest.mark.parametrize(("start", "unit", "label"), LABELS)
def test_bars_have_names(start, unit, label):
    assert bin_label(start, unit) == label
