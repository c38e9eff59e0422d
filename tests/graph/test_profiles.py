"""What a graph says of one entity: counterparts both ways, parties, periods."""

from __future__ import annotations

import numpy as np
import pytest

from graph import build_graph
from graph.columns_made import columns_of
from graph.periods import Day
from graph.profiles import (
    Bar,
    activity,
    counterparts,
    fitting_step,
    partners,
    quoted,
    rows_about,
    spells,
    surroundings,
)
from tests.graph.factory import feud, statement

QUARREL = (
    "Ada Fenn criticised Cy Holt; Ada Fenn attacked Cy Holt; Ada Fenn criticised Di Lund; Ada Fenn backed Bo Marsh; "
    "Cy Holt attacked Ada Fenn; Ada Fenn criticised Ada Fenn; Ada Fenn called for Toll"
)


def told(found):
    return [f"{other.name} {other.weight} {dict(other.relations)}" for other in found]


@pytest.mark.parametrize(
    ("family", "arriving", "expected"),
    [
        ("opposition", False, ["Cy Holt 2 {'attacked': 1, 'criticised': 1}", "Ada Fenn 1 {'criticised': 1}", "Di Lund 1 {'criticised': 1}"]),
        ("opposition", True, ["Cy Holt 1 {'attacked': 1}"]),  # her word about herself is not said twice
        ("support", False, ["Bo Marsh 1 {'backed': 1}"]),
        ("support", True, []),
        ("demand", False, ["Toll 1 {'called for': 1}"]),
        ("action", False, []),
    ],
)  # fmt: skip
def test_counterparts(family, arriving, expected):
    assert told(counterparts(feud(QUARREL), "ada-fenn", family, arriving=arriving)) == expected


def test_a_counterpart_holds_days():
    made = [
        statement(date=date, id=f"s{number}")
        for number, date in enumerate((None, "2031-05-03", "2031-05-01"))
    ]
    (found,) = counterparts(build_graph(made), "ada-fenn", "opposition")
    assert (found.first, found.last, found.weight) == ("2031-05-01", "2031-05-03", 3)


COLUMNS = columns_of(
    [
        statement(id="quoted", voice="direct"),
        statement(id="told"),
        statement("Cy Holt backed Ada Fenn", id="about", voice="direct"),
        statement("Cy Holt backed Di Lund", id="others", voice="direct"),
    ]
)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [(["ada-fenn"], {"quoted", "told", "about"}), (["di-lund"], {"others"}), (["di-lund", "ada-fenn"], {"quoted", "told", "about", "others"}), (["nobody"], set())],
)  # fmt: skip
def test_rows_about(ids, expected):
    assert set(COLUMNS.ids[rows_about(COLUMNS, np.arange(4), ids)]) == expected


@pytest.mark.parametrize(("id", "expected"), [("ada-fenn", ["quoted"]), ("di-lund", [])])
def test_rows_in_somebodys_own_words(id, expected):
    assert list(COLUMNS.ids[quoted(COLUMNS, np.arange(4), id)]) == expected
    assert list(quoted(COLUMNS, np.arange(0), id)) == []


def test_parties_as_they_were_reported():
    made = [
        statement(date="2030-01-01", actor_party="Reed"),
        statement(date="2031-01-01", actor_party="Reed"),
        statement(date="2032-01-01", actor_party="Moor"),
        statement(date=None, actor_party="Moor"),
        statement("Cy Holt backed Ada Fenn", date="2033-01-01", target_party="Moor"),
        statement(date="2034-01-01", actor_party=None),
    ]
    found = [(s.party, s.statements, s.first, s.last) for s in spells(made, "ada-fenn")]
    assert found == [("Moor", 3, "2032-01-01", "2033-01-01"), ("Reed", 2, "2030-01-01", "2031-01-01")]
    assert spells(made, "di-lund") == []


@pytest.mark.parametrize(
    ("step", "starts"),
    [
        ("week", ["2030-12-30", "2031-01-06"]),
        ("month", ["2031-01-01", "2031-01-01"]),
        ("year", ["2031-01-01", "2031-01-01"]),
    ],
)
def test_activity_by_period_and_direction(step, starts):
    made = [
        statement(date="2031-01-05"),
        statement("Cy Holt backed Ada Fenn", date="2031-01-06"),
        statement(date=None),
        statement("Cy Holt backed Di Lund", date="2031-01-06"),
    ]
    expected = [
        Bar(Day.fromisoformat(starts[0]), True, "opposition", 1),
        Bar(Day.fromisoformat(starts[1]), False, "support", 1),
    ]
    assert sorted(activity(made, "ada-fenn", step), key=lambda bar: not bar.made) == expected


def test_words_about_oneself_count_both_ways():
    found = activity([statement("Ada Fenn criticised Ada Fenn", date="2031-01-05")], "ada-fenn", "year")
    assert [(bar.made, bar.statements) for bar in found] == [(False, 1), (True, 1)]


@pytest.mark.parametrize(
    ("days", "step"),
    [
        ([], "week"),
        ([None], "week"),
        (["2031-01-01", "2031-05-01"], "week"),
        (["2031-01-01", "2031-05-02"], "month"),
        (["2031-01-01", None, "2035-12-30"], "month"),
        (["2031-01-01", "2037-01-01"], "year"),
    ],
)
def test_the_step_that_fits(days, step):
    assert fitting_step(days) == step


def test_partners_both_ways():
    assert partners(feud(QUARREL), "ada-fenn") == {"cy-holt": 3, "di-lund": 1, "bo-marsh": 1, "toll": 1}
    assert partners(feud(QUARREL), "di-lund") == {"ada-fenn": 1}


@pytest.mark.parametrize(
    ("limit", "nodes", "edges"),
    [
        (0, {"ada-fenn"}, 1),
        (1, {"ada-fenn", "cy-holt"}, 4),
        (9, {"ada-fenn", "cy-holt", "di-lund", "bo-marsh", "toll"}, 7),
    ],
)
def test_surroundings(limit, nodes, edges):
    found = surroundings(feud(QUARREL), "ada-fenn", limit)
    assert (set(found), found.number_of_edges()) == (nodes, edges)
