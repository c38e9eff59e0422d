"""The table under the graph: in a database that is larger than a table, and for a printer."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree

import pytest
import streamlit as st

from ui.rows import paper_html


def test_the_newest_are_shown_and_counted(open_page, monkeypatch):
    monkeypatch.setattr("ui.table.MOST", 2)
    page = open_page("explore")
    assert page.dataframe[0].value["date"].astype(str).tolist() == ["2025-05-20", "2025-04-10"]
    assert "2 of 6 shown" in " ".join(caption.value for caption in page.caption)


def test_nothing_is_said_where_all_fit(open_page):
    page = open_page("explore")
    assert len(page.dataframe[0].value) == 6
    assert not any("shown" in caption.value for caption in page.caption)


def printed(columns, config=None):
    """The rows that the script fills in before it prints, read as a browser reads them."""
    table = ElementTree.fromstring(paper_html(columns, config or {}))  # which a second element would break
    return json.loads(table.attrib["data-rows"])


def test_a_printer_gets_titles_and_all_rows_in_words():
    columns = {"day": [date(2025, 1, 5), None], "net": [0.3333, -1.0], "number": [2, 30], "plain": ["a", "b"]}
    config = {
        "day": st.column_config.DateColumn("Date"),
        "net": "Net sign",
        "number": st.column_config.NumberColumn(),
    }
    assert printed(columns, config) == [
        ["Date", "Net sign", "number", "plain"],
        ["5 January 2025", "0.33", "2", "a"],
        ["", "-1.00", "30", "b"],
    ]


@pytest.mark.parametrize(
    "text", ['"></table><img src=x onerror=alert(1)>', "'<script>", "&lt;b&gt;", "é “q”"]
)
def test_hostile_text_stays_text(text):
    assert printed({text: [text]}) == [[text], [text]]


def test_the_printer_gets_what_the_table_holds(open_page):
    page = open_page("explore")
    bodies = [element.proto.body for element in page.get("html")]
    (rows,) = (
        json.loads(ElementTree.fromstring(body).attrib["data-rows"]) for body in bodies if "data-rows" in body
    )
    assert [row[1] for row in rows] == ["Who", *page.dataframe[0].value["actor"]]
