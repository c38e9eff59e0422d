"""The table under the graph in a database that is larger than a table."""

from __future__ import annotations


def test_the_newest_are_shown_and_counted(open_page, monkeypatch):
    monkeypatch.setattr("ui.table.MOST", 2)
    page = open_page("explore")
    assert page.dataframe[0].value["date"].astype(str).tolist() == ["2025-05-20", "2025-04-10"]
    assert "2 of 6 shown" in " ".join(caption.value for caption in page.caption)


def test_nothing_is_said_where_all_fit(open_page):
    page = open_page("explore")
    assert len(page.dataframe[0].value) == 6
    assert not any("shown" in caption.value for caption in page.caption)
