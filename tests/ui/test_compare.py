"""Compare: two periods, what has changed between them, and the sentences behind it."""

from __future__ import annotations

import json

import pytest

from ui.compared import Stretch, read_stretch

MARCH, LATER = "2025-03-01..2025-03-31", "2025-04-01..2025-05-31"


def address(page):
    """What the address says."""
    return {
        name: [value] if isinstance(value, str) else list(value) for name, value in page.query_params.items()
    }


def open_compare(open_page, **query):
    return open_page("compare", **{"first": MARCH, "second": LATER, **query})


def table(page):
    frame = page.dataframe[0].value
    return [
        (row["change"], row["who"], row["kind"], row["whom or what"], row["before"], row["after"])
        for row in frame.to_dict("records")
    ]


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def test_what_is_gone_and_what_is_new(open_page):
    page = open_compare(open_page)
    assert sorted(table(page)) == [
        ("gone", "Ada Brook", "opposition", "Ben Carter", 2, 0),
        ("gone", "Ben Carter", "demand", "a public inquiry", 1, 0),
        ("gone", "Cara Dunne", "support", "Ben Carter", 1, 0),
        ("new", "Ben Carter", "opposition", "Harbour Board", 0, 1),
        ("new", "Northern Union", "support", "Ada Brook", 0, 1),
    ]
    assert "4 statements before, when 2 documents said anything; 2 statements after" in html(page)


def test_the_graph_draws_the_same(open_page):
    drawn = json.loads(open_compare(open_page).get("bidi_component")[0].proto.json)
    assert len(drawn["edges"]) == 5


def test_the_filters_hold_for_both_periods_but_not_their_days(open_page):
    page = open_compare(open_page, family="support", since="2025-05-01")
    assert sorted(row[:2] for row in table(page)) == [("gone", "Cara Dunne"), ("new", "Northern Union")]


def test_rates_are_of_documents(open_page):
    frame = (
        open_compare(
            open_page, first="2025-03-01..2025-03-01", second="2025-03-02..2025-03-02", per="documents"
        )
        .dataframe[0]
        .value
    )
    assert "before per 100 documents" in frame.columns
    assert set(frame["before per 100 documents"]) == {0.0, 100.0}


def test_what_has_not_changed_is_shown_when_asked_for(open_page):
    query = {"first": "2025-03-01..2025-03-01", "second": "2025-03-02..2025-03-02"}
    page = open_compare(open_page, **query)
    assert "steady" not in {row[0] for row in table(page)}
    page.toggle(key="steady").set_value(True).run()
    assert ("steady", "Ada Brook", "opposition", "Ben Carter", 1, 1) in table(page)


def test_a_line_shows_the_sentences_of_both_periods(open_page):
    page = open_compare(open_page, selected="edge:ada-brook|family:opposition|ben-carter")
    assert html(page).count('<mark class="cue">criticised</mark>') == 2
    assert "Before: 2 statements" in html(page)
    assert "After: 0 statements" in html(page)


def test_a_line_of_both_periods_shows_both_sentences(open_page):
    days = {"first": "2025-03-01..2025-03-01", "second": "2025-03-02..2025-03-02"}
    page = open_compare(open_page, **days, selected="edge:ada-brook|criticised|ben-carter")
    assert "Before: 1 statement<" in html(page)
    assert "After: 1 statement<" in html(page)
    assert not page.exception


def test_a_period_that_cannot_be_is_told_and_changes_nothing(open_page):
    page = open_compare(open_page)
    page.text_input(key="first-since").set_value("2025-04-30").run()
    assert "runs backwards" in page.error[0].value
    assert address(page)["first"] == [MARCH]


def test_a_period_is_typed(open_page):
    page = open_compare(open_page)
    page.text_input(key="second-since").set_value("5 May 2025").run()
    assert address(page)["second"] == ["2025-05-05..2025-05-31"]


def test_swapped(open_page):
    page = open_compare(open_page)
    page.button(key="swap").click().run()
    assert (address(page)["first"], address(page)["second"]) == ([LATER], [MARCH])


def test_without_periods_the_days_are_halved(open_page):
    page = open_page("compare")
    assert [page.text_input(key=f"{name}-{end}").value for name in ("first", "second") for end in ("since", "until")] == [
        "2025-03-01", "2025-04-10", "2025-04-11", "2025-05-20",
    ]  # fmt: skip


def test_nothing_in_either_period_is_told(open_page):
    page = open_compare(open_page, first="2020-01-01..2020-12-31", second="2021-01-01..2021-12-31")
    assert "Other days may show more" in page.info[0].value


def test_where_a_filter_leaves_nothing_it_is_named(open_page):
    page = open_compare(open_page, person="Cara Dunne", family="demand")
    assert {button.key for button in page.button} >= {"loosen-person", "loosen-family"}


STRETCHES = [
    ("2025-01-01..2025-03-31", Stretch("2025-01-01", "2025-03-31")),
    ("..2025-03-31", Stretch(None, "2025-03-31")),
    ("2025-01-01..", Stretch("2025-01-01", None)),
    ("..", Stretch(None, None)),
    ("2025-03-31..2025-01-01", None),
    ("2025-02-31..", None),
    ("2025", None),
    ("<script>", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "stretch"), STRETCHES)
def test_a_period_in_the_address(text, stretch):
    assert read_stretch(text) == stretch
    assert stretch is None or str(stretch) == text


def test_a_period_of_the_filters_is_passed_over_and_not_complained_of(open_page):
    page = open_compare(open_page, until="2019-01-01")
    assert len(table(page)) > 0
    assert not page.warning
    assert "2019" not in "".join(element.proto.body for element in page.get("html"))
    assert "called" in open_compare(open_page, party="Nobody’s").warning[0].value
