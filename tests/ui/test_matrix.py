"""The matrix of parties and of actors, its table, and the proof behind a cell."""

from __future__ import annotations

import pytest

from tests.ui.charts import drawn
from ui.rows import ARRANGED


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def cells(page):
    """(actor, target) -> what is written in the cell."""
    return {(row["actor"], row["target"]): row["text"] for row in drawn(page, layer=1)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {("Northern Union", "Coastal Alliance"): "▼ 2", ("Northern Union", "Northern Union"): "▲ 1"}),
        ({"until": "2025-03-01"}, {("Northern Union", "Coastal Alliance"): "▼ 1"}),
        (
            {"by": "actor", "family": "support"},
            {("cara-dunne", "ben-carter"): "▲ 1", ("northern-union", "ada-brook"): "▲ 1"},
        ),
        (
            {"by": "actor", "family": "opposition"},
            {("ada-brook", "ben-carter"): "▼ 2", ("ben-carter", "harbour-board"): "▼ 1"},
        ),
    ],
)
def test_cells(open_page, query, expected):
    page = open_page("matrix", **query)
    assert not page.exception
    assert cells(page) == expected


def test_the_table_holds_the_same(open_page):
    page = open_page("matrix")
    assert page.dataframe[0].value.to_dict("list") == {
        "actor": ["Northern Union"] * 2,
        "target": ["Coastal Alliance", "Northern Union"],
        "net": [-1.0, 1.0],
        "total": [2, 1],
        "support": [0, 1],
        "opposition": [2, 0],
    }


def test_small_counts_are_told(open_page):
    page = open_page("matrix", picked="Northern Union|Coastal Alliance")
    assert "fewer than 3 statements" in html(page)
    assert "Too few to say" in html(page)


def chart(page) -> str:
    return "matrix-party-0"


def table(page) -> str:
    return page.session_state[ARRANGED]["cells-party"].widget


@pytest.mark.parametrize(
    ("where", "event"),
    [
        (chart, {"chosen": [{"actor": "Northern Union", "target": "Coastal Alliance"}]}),
        (table, {"rows": [0], "columns": [], "cells": []}),
    ],
)
def test_a_cell_leads_to_its_proof(open_page, where, event):
    page = open_page("matrix")
    assert html(page).count("<blockquote") == 0
    page.session_state[where(page)] = {"selection": event}
    page.run()
    assert page.query_params["picked"] == "Northern Union|Coastal Alliance"
    assert html(page).count("<blockquote") == 2
    assert html(open_page("matrix", **page.query_params)).count("<blockquote") == 2


def test_a_cell_stays_picked_when_its_table_is_sorted(open_page):
    page = open_page("matrix")
    page.session_state[table(page)] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    page.run()
    for by in ("-actor", "+total", None):
        page.selectbox(key="sorted-by-cells-party").set_value(by).run()
        assert page.query_params["picked"] == "Northern Union|Coastal Alliance"


def test_a_cell_that_is_not_there_is_passed_over(open_page):
    page = open_page("matrix", picked="Northern Union|<b>Nobody</b>")
    assert not page.exception
    assert html(page).count("<blockquote") == 0


def test_the_switch_is_kept_in_the_address(open_page):
    page = open_page("matrix")
    page.button_group(key="by").set_value("actor").run()
    assert page.query_params["by"] == "actor"
    assert ("ada-brook", "ben-carter") in cells(page)


@pytest.mark.parametrize(
    ("query", "says", "found"),
    [({}, "against parties", 3), ({"by": "actor"}, "against people", 5)],
)
def test_nothing_to_count_says_what_to_loosen(open_page, query, says, found):
    page = open_page("matrix", family="demand", **query)
    assert says in page.info[0].value
    button = page.button(key="absent-family")
    assert button.label.endswith(f"{found} statements")
    button.click().run()
    assert cells(page)


def test_nothing_in_view_says_what_to_loosen(open_page):
    page = open_page("matrix", person="Cara Dunne", family="opposition")
    assert "Nothing is left in view" in html(page)
    assert [button.label for button in page.button if button.key.startswith("loosen-")]
