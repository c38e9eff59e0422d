"""Columns say what records say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import Filter, build_graph
from graph.columns import Columns, Ids, iso_day, number
from graph.columns_made import columns_of, corrected
from graph.drawn import drawn_rows, graph_of, outline_of, size
from records import Entity, Statement
from tests.graph.factory import NASTY_NAMES, statement, statements
from tests.graph.test_filters import FILTERS

ENTITIES = {
    "p0": Entity(id="p0", name="Ada Fenn", type="party", wikidata="Q1"),
    "p1": Entity(id="p1", name="Bo Marsh", type="person", party="Moor"),
}
SEVERAL = [
    Filter(),
    Filter(outlets={"Gazette"}),
    Filter(outlets={""}, minimum_confidence=0.9),
    Filter(centre="p0", depth=2),
    Filter(centre="Ada Fenn", minimum_statements=2),
    Filter(actors={"p0"}, targets={"Moor", "p1"}),
]
FILTERS = st.one_of(FILTERS, st.sampled_from(SEVERAL))


@st.composite
def reports(draw: st.DrawFn, found: list[Statement]) -> dict[str, dict[str, str]]:
    """Some statements with two or three reports, each report with one outlet."""
    outlets = {str(key): draw(st.sampled_from(["", "Gazette", "Courier", "Bell"])) for key in range(4)}
    several = draw(st.lists(st.sampled_from([s.id for s in found]), unique=True)) if found else []
    keys = st.lists(st.sampled_from(sorted(outlets)), min_size=2, max_size=3, unique=True)
    return {id: {key: outlets[key] for key in draw(keys)} for id in several}


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[Statement], dict[str, dict[str, str]]]:
    found = draw(st.one_of(statements(), statements(NASTY_NAMES)))
    found = [replace(s, status=draw(st.sampled_from(["proposed", "accepted", "rejected"]))) for s in found]
    return found, draw(reports(found))


def in_view(columns: Columns, filter: Filter) -> list[str]:
    return columns.ids[columns.kept(filter)].tolist()


@given(corpora(), FILTERS)
def test_a_filter_keeps_the_same(corpus, filter):
    found, printed = corpus
    kept = [s.id for s in found if filter.keeps(s, printed.get(s.id, {}).values())]
    assert sorted(in_view(columns_of(found, printed), filter)) == sorted(kept)


@given(corpora(), FILTERS, st.booleans())
def test_the_graph_is_the_same(corpus, filter, listed):
    found, printed = corpus
    columns = columns_of(found, printed)
    rows = drawn_rows(columns, filter)
    graph, expected = graph_of(columns, rows, ENTITIES, listed), build_graph(found, filter, ENTITIES, printed)
    assert list(graph.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))
    outline = outline_of(columns, rows, ENTITIES)
    assert list(outline.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(outline.edges(keys=True, data=True)) == [(*edge, {}) for edge in expected.edges(keys=True)]
    assert size(columns, rows) == (expected.number_of_nodes(), expected.number_of_edges())


@given(corpora(), st.data())
def test_corrected_columns_are_those_of_the_corrected_statements(corpus, data):
    found, printed = corpus
    made = data.draw(st.one_of(statements(), statements(NASTY_NAMES)))
    dates = {s.id: s.date for s in found}
    changed = [replace(s, date=dates.get(s.id, s.date)) for s in made if data.draw(st.booleans())]
    added = [replace(s, id=f"new-{s.id}") for s in made if data.draw(st.booleans())]
    now = {s.id: s for s in (*found, *changed)} | {s.id: s for s in added}
    after = corrected(columns_of(found, printed), (*changed, *added))
    assert contents(after) == contents(columns_of(now.values(), printed))


def contents(columns: Columns) -> list[tuple[object, ...]]:
    """All that is told of each statement, in the order in which they were found."""
    several: dict[int, list[tuple[str, str]]] = {row: [] for row in range(len(columns))}
    printed = columns.printed
    for row, key, outlet in zip(printed.row, printed.key, printed.outlet, strict=True):
        several[row].append((columns.words["document"][key], columns.words["outlet"][outlet]))
    order = sorted(range(len(columns)), key=lambda row: columns.place[row])
    assert [row for row in order if columns.find(columns.ids[row], columns.day[row]) != (row, True)] == []
    return [
        (
            columns.ids[row],
            iso_day(int(columns.day[row])),
            str(columns.confidence[row]),
            bool(columns.drawn[row]),
            tuple(columns.word(column, row) for column in columns.codes),
            tuple(several[row]),
        )
        for row in order
    ]


def test_nothing_has_no_rows():
    columns = columns_of([])
    assert (len(columns), in_view(columns, Filter(parties={"Reed"}))) == (0, [])
    assert graph_of(columns, drawn_rows(columns, Filter()), {}).number_of_nodes() == 0
    assert len(corrected(columns, [statement(id="a")])) == 1


def test_what_several_outlets_printed_is_kept_by_each_of_them():
    found = [statement(id="a", outlet="Gazette"), statement(id="b", outlet="Courier")]
    columns = columns_of(found, {"a": {"1": "Gazette", "2": "Bell"}})
    assert in_view(columns, Filter(outlets={"Bell"})) == ["a"]
    assert in_view(columns, Filter(outlets={"Gazette"})) == ["a"]
    assert in_view(columns, Filter(outlets={"Courier"})) == ["b"]


def test_the_statements_that_name_an_entity_are_found_by_it():
    found = [
        statement(id="a"),
        statement("Bo Marsh backed Di Lund", id="b", voice="nested", attributed_to="ada-fenn"),
        statement("Bo Marsh backed Di Lund", id="c"),
    ]
    columns = columns_of(found)
    assert columns.ids[columns.naming(["ada-fenn"])].tolist() == ["a", "b"]
    assert columns.ids[columns.naming(["nobody"])].tolist() == []


@pytest.mark.parametrize("day", [None, "0001-01-01", "2031-05-01", "9999-12-31"])
def test_a_day_goes_into_a_number_and_back(day):
    assert iso_day(number(day)) == (day or "")


def test_ids_are_looked_up_as_a_list_would_be():
    columns = columns_of([statement(id=id) for id in "abc"])
    ids = Ids(columns.ids, drawn_rows(columns, Filter())[::-1])
    assert (len(ids), ids[0], list(ids[1:]), "b" in ids) == (3, "c", ["b", "a"], True)
    assert ids == ["c", "b", "a"]
    assert ids != ["c"]
