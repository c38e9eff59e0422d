"""How often occurs what a filter can name."""

from __future__ import annotations

from graph import Filter
from graph.columns_made import columns_of
from graph.drawn import documents_about, drawn_rows
from graph.totals import families, named, totals
from tests.graph.factory import statement

FOUND = [
    statement(id="a", date="2031-05-03"),
    statement(id="b", date="2031-05-01", document="courier-7", outlet="Courier"),
    statement("Reed backed Bo Marsh", id="c", date=None, outlet="", document="bell-2"),
    statement("Bo Marsh called for Reform", id="d", voice="direct"),
    statement("Di Lund attacked Bo Marsh", id="e", negated=True, date="1999-01-01"),
]


def test_what_is_drawn_is_counted():
    found = totals(columns_of(FOUND))
    assert (found.statements, found.nodes, found.edges) == (4, 5, 3)
    assert (found.first, found.last) == ("2031-05-01", "2031-05-03")


def test_nothing_has_no_days():
    found = totals(columns_of([]))
    assert (found.statements, found.nodes, found.edges, found.first, found.last) == (0, 0, 0, "", "")
    assert not any(found.words.values())


def test_the_most_frequent_word_comes_first_then_the_alphabet_decides():
    words = {name: list(counts.items()) for name, counts in totals(columns_of(FOUND)).words.items()}
    assert words["names"] == [("Ada Fenn", 2), ("Bo Marsh", 2), ("Cy Holt", 2), ("Reed", 1), ("Reform", 1)]
    assert words["people"] == [("Ada Fenn", 2), ("Bo Marsh", 2), ("Cy Holt", 2)]
    assert words["parties"] == [("Reed", 5), ("Moor", 2)]
    assert words["actors"] == [("Reed", 4), ("Ada Fenn", 2), ("Bo Marsh", 1)]
    assert words["targets"] == [("Cy Holt", 2), ("Moor", 2), ("Bo Marsh", 1), ("Reed", 1), ("Reform", 1)]
    assert words["relations"] == [("criticised", 2), ("backed", 1), ("called for", 1)]
    assert words["families"] == [("opposition", 2), ("demand", 1), ("support", 1)]
    assert words["outlets"] == [("Gazette", 2), ("Courier", 1)]
    assert words["voices"] == [("outlet", 3), ("direct", 1)]


def test_every_outlet_that_printed_a_statement_counts():
    found = totals(
        columns_of(FOUND, {"a": {"1": "Gazette", "2": "Bell"}, "e": {"1": "Gazette", "2": "Echo"}})
    )
    assert found.words["outlets"] == {"Gazette": 2, "Bell": 1, "Courier": 1}


def test_names_and_families_of_what_is_not_drawn_are_known_too():
    columns = columns_of(FOUND)
    assert named(columns, lambda end: end.id)[0] == "bo-marsh"
    assert "Di Lund" in named(columns, lambda end: end.name)
    assert families(columns)["attacked"] == "opposition"
    assert families(columns_of([])) == {}


def test_the_documents_about_somebody_are_the_newest_first():
    columns = columns_of(FOUND)
    rows = drawn_rows(columns, Filter())
    assert documents_about(columns, rows, "ada-fenn") == ["gazette-1", "courier-7"]
    assert documents_about(columns, rows, "di-lund") == []
