"""Tables: sorted, pinned and widened from the lists before them, and who is chosen in them afterwards."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest


def table() -> None:
    import streamlit as st

    from ui.rows import show_rows

    columns = {"who": ["Vela", "Orrin", "lund"], "year": [2021, None, 2019]}
    config = {"who": st.column_config.TextColumn("Who", width=90), "year": "Year"}
    show_rows(columns, config, key="t", on_select="rerun", selection_mode="single-row")


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(table).run()


ORDERS = [
    (None, ["Vela", "Orrin", "lund"]),
    ("+who", ["lund", "Orrin", "Vela"]),
    ("-who", ["Vela", "Orrin", "lund"]),
    ("+year", ["Orrin", "lund", "Vela"]),  # what has none comes first
]


@pytest.mark.parametrize(("by", "names"), ORDERS)
def test_a_table_is_sorted(page, by, names):
    page.selectbox(key="sorted-by-t").set_value(by).run()
    assert list(page.dataframe[0].value["who"]) == names


LAYS = [
    ("=who", "who", {"label": "Who", "width": "large"}),
    ("|who", "who", {"label": "Who", "width": 90, "pinned": True}),
    ("=year", "year", {"label": "Year", "width": "large"}),
]


@pytest.mark.parametrize(("lay", "column", "expected"), LAYS)
def test_a_column_is_laid_out_and_keeps_its_title(page, lay, column, expected):
    page.multiselect(key="laid-t").set_value([lay]).run()
    assert expected.items() <= json.loads(page.dataframe[0].proto.columns)[column].items()


def test_pinned_columns_come_first_in_the_order_in_which_they_were_chosen(page):
    page.multiselect(key="laid-t").set_value(["=who", "|year", "|who"]).run()
    assert list(page.dataframe[0].proto.column_order) == ["year", "who"]
