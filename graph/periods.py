"""Stretches of the calendar: bins of a histogram, and windows that move over time."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

Day = datetime.date

UNITS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
"""Unit of the calendar -> about how many days it has, the shortest first. Weeks begin on Monday (ISO 8601)."""

MOST_BINS = 60  # of a histogram that chooses its unit itself
MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, order=True)
class Bin:
    """One bar: the statements of a stretch of the calendar."""

    start: Day
    end: Day  # included
    counts: Mapping[str, int]  # family -> statements; a family without any is left out

    @property
    def total(self) -> int:
        """Statements of all families."""
        return sum(self.counts.values())


def first_of(day: Day, unit: str) -> Day:
    """The first day of the week, month … in which the day lies.

    >>> first_of(Day(2025, 5, 18), "quarter").isoformat()
    '2025-04-01'
    """
    if unit in MONTHS:
        size = MONTHS[unit]
        return day.replace(month=(day.month - 1) // size * size + 1, day=1)
    return day - datetime.timedelta(days=day.weekday() if unit == "week" else 0)


def last_of(day: Day, unit: str) -> Day:
    """The last day of the week, month … in which the day lies.

    >>> last_of(Day(2024, 2, 1), "month").isoformat()
    '2024-02-29'
    """
    following = later(first_of(day, unit), unit, 1)
    return following if following == Day.max else later(following, "day", -1)


def later(day: Day, unit: str, number: int) -> Day:
    """The day so many units later (earlier if negative), held to the month's last and the calendar's own ends.

    >>> later(Day(2025, 1, 31), "month", 1).isoformat()
    '2025-02-28'
    """
    if unit not in MONTHS:
        ordinal = day.toordinal() + number * UNITS[unit]
        return Day.fromordinal(min(max(ordinal, Day.min.toordinal()), Day.max.toordinal()))
    year, month = divmod(day.year * 12 + day.month - 1 + number * MONTHS[unit], 12)
    if not Day.min.year <= year <= Day.max.year:
        return Day.min if number < 0 else Day.max
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_for(first: Day, last: Day, most: int = MOST_BINS) -> str:
    """The shortest unit by which the span has at most so many bins; years if none is long enough.

    >>> unit_for(Day(2025, 1, 1), Day(2025, 12, 31))
    'week'
    """
    days = (last - first).days + 1
    return next((unit for unit, length in UNITS.items() if days <= most * length), "year")


def bins(counts: Mapping[tuple[str, str], int], unit: str | None = None) -> list[Bin]:
    """A histogram without gaps from the first day to the last; empty if there is no day.

    Args:
        counts: (ISO day, family) -> statements.
        unit: One of UNITS; the one that fits the span if not given.
    """
    if not counts:
        return []
    days = sorted({Day.fromisoformat(day) for day, _ in counts})
    unit = unit or unit_for(days[0], days[-1])
    filled: dict[Day, Counter[str]] = {start: Counter() for start in starts(days[0], days[-1], unit)}
    for (day, family), number in counts.items():
        filled[first_of(Day.fromisoformat(day), unit)][family] += number
    return [Bin(start, last_of(start, unit), dict(found)) for start, found in filled.items()]


def starts(first: Day, last: Day, unit: str) -> Iterator[Day]:
    """The first days of all units from the one of `first` to the one of `last`."""
    start = first_of(first, unit)
    yield start
    while last_of(start, unit) < last:
        start = later(start, unit, 1)
        yield start


def windows(first: Day, last: Day, width: str, step: str) -> list[tuple[Day, Day]]:
    """Periods that move over the span: each begins one step after the one before and is one width long.

    Args:
        width, step: Units of UNITS; windows overlap where the step is shorter.

    >>> [str(start) for start, _ in windows(Day(2025, 1, 9), Day(2025, 3, 1), "quarter", "month")]
    ['2025-01-01', '2025-02-01', '2025-03-01']
    """
    begin = first_of(first, step)
    moved = (later(begin, step, number) for number in range((last - begin).days + 1))
    found = takewhile(lambda start: start <= last, moved)
    return [(start, later(later(start, width, 1), "day", -1)) for start in found]
