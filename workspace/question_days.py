"""Periods in words: "since March", "in Q2 2025", "between January and March 2025", "last week"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from graph.periods import Day, first_of, last_of, later

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
YEAR = re.compile(r"(?:1[89]|20)\d{2}")
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Period:
    """Two days, both included; None where an end is open."""

    since: Day | None
    until: Day | None
    length: int  # words that said it


@dataclass(frozen=True, slots=True)
class _Unit:
    """A stretch of the calendar that has a name."""

    start: Day
    end: Day
    length: int
    dated: bool = True  # whether its year was said
    doubtful: bool = False  # whether the words may mean something else


class Calendar:
    """Reads periods, relative to the newest day that there is.

    Args:
        table: `[period]` of the words of questions.
        newest: What "last week" and a month without a year count back from.
    """

    def __init__(self, table: Mapping[str, Any], newest: Day) -> None:
        self.newest = newest
        self.table = table
        self.words = {
            name: [tuple(entry.split()) for entry in table[name]]
            for name in (
                "within",
                "since",
                "after",
                "before",
                "until",
                "between",
                "to",
                "last",
                "this",
                "past",
            )
        }
        self.months = {name: number for number, name in enumerate(table["months"], start=1)}
        self.months |= {name[:3]: number for name, number in self.months.items()} | {"sept": 9}

    @classmethod
    def of(cls, table: Mapping[str, Any], newest: str | None) -> Self:
        """For the ISO day of the newest document; today where nothing is dated."""
        return cls(table, Day.fromisoformat(newest) if newest else datetime.date.today())

    def read(self, words: Sequence[str]) -> Period | None:
        """The period that the words begin with, if they begin with one; words are in lower case."""
        for reader in (self._between, self._open, self._bare):
            if found := reader(words):
                return found
        return None

    def _between(self, words: Sequence[str]) -> Period | None:
        """'*between* January *and* March 2025', '*from* 2024 *to* 2025', '3 March *to* 5 March'."""
        start = self._any(words, "between") or self._any(words, "since")
        if not (first := self._unit(words[start:])):
            return self._days_of_a_month(words, start)
        joint = start + first.length
        if not (to := self._any(words[joint:], "to")) or not (second := self._unit(words[joint + to :])):
            return None
        if not start and words[joint] == "and":  # "2024 and 2025" says no more than two periods
            return None
        begin = first.start
        if not first.dated:  # the year may stand at the second alone
            wraps = (begin.month, begin.day) > (second.end.month, second.end.day)
            begin = later(begin, "year", second.end.year - wraps - begin.year)
        if begin > second.end:
            return None
        return Period(begin, second.end, joint + to + second.length)

    def _days_of_a_month(self, words: Sequence[str], start: int) -> Period | None:
        """'between *5 and 8 January* 2025': the month stands at the second day alone."""
        number = DAY.fullmatch(words[start]) if start < len(words) else None
        to = self._any(words[start + 1 :], "to") if number else 0
        last = self._unit(words[start + 1 + to :]) if to else None
        if number is None or last is None or last.start != last.end or not 0 < int(number[1]) < last.end.day:
            return None
        return Period(last.start.replace(day=int(number[1])), last.end, start + 1 + to + last.length)

    def _open(self, words: Sequence[str]) -> Period | None:
        """'*since* March', '*after* 5 January', '*before* 2025', '*until* June'."""
        for name in ("since", "after", "before", "until"):
            start = self._any(words, name)
            if start and (unit := self._unit(words[start:])):
                ends: dict[str, tuple[Day | None, Day | None]] = {
                    "since": (unit.start, None),
                    "after": (later(unit.end, "day", 1), None),
                    "before": (None, later(unit.start, "day", -1)),
                    "until": (None, unit.end),
                }
                return Period(*ends[name], start + unit.length)
        return None

    def _bare(self, words: Sequence[str]) -> Period | None:
        """'*in* January 2025', 'last week'."""
        start = self._any(words, "within")
        unit = self._unit(words[start:])
        if unit is None or (unit.doubtful and not start):
            return None
        return Period(unit.start, unit.end, start + unit.length)

    def _any(self, words: Sequence[str], name: str) -> int:
        """How many words of the list `name` stand here; 0 if none does."""
        return next((len(entry) for entry in self.words[name] if tuple(words[: len(entry)]) == entry), 0)

    def _unit(self, words: Sequence[str]) -> _Unit | None:
        for reader in (self._relative, self._day, self._quarter, self._month, self._year):
            try:
                if words and (found := reader([*words[:5], "", "", ""])):
                    return found
            except ValueError:  # a day that no calendar has
                continue
        return None

    def _relative(self, words: Sequence[str]) -> _Unit | None:
        units, first = self.table["units"], words[0]
        if first in self.table["days"]:
            day = later(self.newest, "day", -self.table["days"][first])
            return _Unit(day, day, 1)
        if number := self._number(words[1]):
            if (first,) in self.words["past"] and (unit := units.get(words[2])):
                return _Unit(later(later(self.newest, unit, -number), "day", 1), self.newest, 3)
            return None
        if not (unit := units.get(words[1])):
            return None
        if (first,) in self.words["last"]:
            day = later(first_of(self.newest, unit), unit, -1)
            return _Unit(day, last_of(day, unit), 2)
        if (first,) in self.words["this"]:
            return _Unit(first_of(self.newest, unit), last_of(self.newest, unit), 2)
        if (first,) in self.words["past"]:
            return _Unit(later(later(self.newest, unit, -1), "day", 1), self.newest, 2)
        return None

    def _number(self, word: str) -> int:
        small = word.isascii() and word.isdecimal() and len(word) < 4
        return int(word) if small else int(self.table["numbers"].get(word, 0))

    def _day(self, words: Sequence[str]) -> _Unit | None:
        """'2025-01-05', '5 January 2025', '5th of January', 'January 5 2025'."""
        if ISO.fullmatch(words[0]):
            day = Day.fromisoformat(words[0])
            return _Unit(day, day, 1)
        of = 1 if words[1] == "of" else 0
        number, month = DAY.fullmatch(words[0]), self.months.get(words[1 + of])
        length = 2 + of
        if not (number and month):
            number, month, length = DAY.fullmatch(words[1]), self.months.get(words[0]), 2
        if not (number and month):
            return None
        year, said = self._year_of(words[length])
        day = Day(year or self._latest(month, int(number[1])), month, int(number[1]))
        return _Unit(day, day, length + said, bool(said))

    def _quarter(self, words: Sequence[str]) -> _Unit | None:
        """'Q1 2025', 'first quarter of 2025'."""
        for length in (2, 1):
            if number := self.table["quarters"].get(" ".join(words[:length])):
                of = 1 if words[length] == "of" else 0
                year, said = self._year_of(words[length + of])
                start = Day(year or self._latest(3 * number - 2), 3 * number - 2, 1)
                return _Unit(
                    start, last_of(start, "quarter"), length + (of + said if said else 0), bool(said)
                )
        return None

    def _month(self, words: Sequence[str]) -> _Unit | None:
        """'January 2025', 'January of 2025', 'January'."""
        if not (month := self.months.get(words[0])):
            return None
        of = 1 if words[1] == "of" else 0
        year, said = self._year_of(words[1 + of])
        start = Day(year or self._latest(month), month, 1)
        doubtful = not said and words[0] in self.table["doubtful"]
        return _Unit(start, last_of(start, "month"), 1 + (of + said if said else 0), bool(said), doubtful)

    def _year(self, words: Sequence[str]) -> _Unit | None:
        year, said = self._year_of(words[0])
        return _Unit(Day(year, 1, 1), Day(year, 12, 31), 1) if said else None

    def _year_of(self, word: str) -> tuple[int, int]:
        """The year and 1, or two zeros."""
        return (int(word), 1) if YEAR.fullmatch(word) else (0, 0)

    def _latest(self, month: int, day: int = 1) -> int:
        """The last year in which that day is not after the newest one."""
        return self.newest.year - ((month, day) > (self.newest.month, self.newest.day))
