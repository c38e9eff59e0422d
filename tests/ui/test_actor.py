"""The page of an actor, two of them head to head, and the names that lead there."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.charts import drawn

APP = Path(__file__).parents[2] / "app.py"


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def words(page):
    """All that is written as Markdown: headings, and the rows that are links where there are pages to link to."""
    return [element.value for element in (*page.subheader, *page.markdown)]


def test_who_it_is(open_page):
    page = open_page("actor", actor="ada-brook")
    assert not page.exception
    assert "Ada Brook" in html(page)
    assert "3 statements in 3 documents in view" in html(page)
    assert "Northern Union <small>1 March 2025 to 20 May 2025, 3 statements" in html(page)  # as reported


@pytest.mark.parametrize(
    ("id", "rows"),
    [
        ("ada-brook", ["**Ben Carter** 2 · criticised 2×", "**Northern Union** defended"]),
        ("ben-carter", ["**Harbour Board** criticised", "**Ada Brook** 2 · criticised 2×", "**Cara Dunne** defended", "A public inquiry"]),
        ("northern-union", ["**Ada Brook** defended"]),  # a party
        ("harbour-board", ["**Ben Carter** criticised"]),  # an organization
    ],
)  # fmt: skip
def test_whom_it_supports_and_opposes_and_who_does_so_to_it(open_page, id, rows):
    shown = words(open_page("actor", actor=id))
    for row in rows:
        assert any(row.casefold() in line.casefold() for line in shown), (row, shown)


def test_demands_made(open_page):
    assert "Demands made · 1" in words(open_page("actor", actor="ben-carter"))
    assert "Demands made · 0" in words(open_page("actor", actor="ada-brook"))


def test_the_chart_counts_both_directions(open_page):
    bars = [
        (row["family"], row["foot"], row["head"]) for row in drawn(open_page("actor", actor="ben-carter"))
    ]
    assert ("demand", 0, 1) in bars  # by him
    assert ("opposition", -1, -3) in bars  # of him, on a bar of support
    assert ("support", 0, -1) in bars


@pytest.mark.parametrize(
    ("step", "starts"),
    [
        ("week", {"2025-02-24", "2025-04-07"}),
        ("month", {"2025-03-01", "2025-04-01"}),
        ("year", {"2025-01-01"}),
    ],
)
def test_the_step_of_the_chart_is_kept_in_the_address(open_page, step, starts):
    page = open_page("actor", actor="ben-carter")
    page.button_group(key="step").set_value(step).run()
    assert page.query_params.get("step", "week") == step
    assert {row["start"] for row in drawn(open_page("actor", **page.query_params))} == starts


def test_all_counts_follow_the_filter(open_page):
    page = open_page("actor", actor="ben-carter", until="2025-03-01")
    assert "2 statements in 1 document in view" in html(page)
    assert len(drawn(page)) == 2


@pytest.mark.parametrize(
    ("query", "says", "button"),
    [
        ({"actor": "cara-dunne", "party": "Northern Union"}, "Nothing in view", "Without the party: 1 statement"),
        ({"actor": "cara-dunne", "family": "opposition"}, "Nothing in view", "Without the kind of relation: 1 statement"),
        ({"actor": "cara-dunne", "family": "opposition", "party": "Northern Union"}, "Nothing in view", "Clear all filters"),
    ],
)  # fmt: skip
def test_what_to_loosen(open_page, query, says, button):
    page = open_page("actor", **query)
    assert says in html(page)
    assert button in [found.label.replace("\\", "") for found in page.button]


def test_loosening_brings_it_back(open_page):
    page = open_page("actor", actor="cara-dunne", party="Northern Union")
    page.button(key="absent-party").click().run()
    assert "1 statement in 1 document in view" in html(page)


def test_somebody_unknown(open_page):
    page = open_page("actor", actor="<b>nobody</b>")
    assert not page.exception
    assert "There is no actor" in page.warning[0].value
    assert "<b>" not in html(page)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["Ben Carter", "Ada Brook", "Cara Dunne", "Harbour Board", "Northern Union"]),
        ("car", ["Ben Carter", "Cara Dunne"]),
        ("inquiry", []),  # no actor
    ],
)
def test_a_name_is_chosen_by_typing(open_page, typed, offered):
    page = open_page("actor")
    page.text_input(key="typed-actor").set_value(typed).run()
    names = [found.label.split("**")[1] for found in page.button if found.key.startswith("choose-")]
    assert names == offered


@pytest.mark.parametrize(
    ("typed", "query", "says", "buttons"),
    [
        ("", {"since": "2030-01-01"}, "is left in view", ["Without the earliest day: 5 names"]),
        ("dunne", {"since": "2025-04-01"}, "in view is called so", ["Without the earliest day: 1 name"]),
        ("dunne", {"since": "2025-04-01", "outlet": "Quay Courier"}, "in view is called so", ["Clear all filters"]),
        ("nobody of this name", {"since": "2025-04-01"}, "in view is called so", []),  # no filter hides such a name
        ("nobody of this name", {}, "in view is called so", []),
    ],
)  # fmt: skip
def test_where_no_name_is_left_the_filters_that_hide_some_are_named(open_page, typed, query, says, buttons):
    page = open_page("actor", **query)
    page.text_input(key="typed-actor").set_value(typed).run()
    assert says in html(page)
    offered = [found.label.replace("\\", "") for found in page.button if found.key.startswith("absent-")]
    assert offered == buttons


def test_choosing_a_name_opens_its_page(open_page):
    page = open_page("actor")
    page.button(key="choose-actor-cara-dunne").click().run()
    assert page.query_params["actor"] == "cara-dunne"
    assert "1 statement in 1 document in view" in html(page)


def test_head_to_head(open_page):
    page = open_page("actor", actor="ben-carter", other="ada-brook")
    assert not page.exception
    assert "<b>Ada Brook</b> on <b>Ben Carter</b>" in html(page)
    points = {(row["id"], row["place"], row["family"]) for row in drawn(page)}
    assert points == {("port-0", -1, "opposition"), ("ferry-0", -1, "opposition")}


def test_a_party_stands_for_its_members(open_page):
    points = drawn(open_page("actor", actor="northern-union", other="ben-carter"))
    assert {row["id"] for row in points} == {"port-0", "ferry-0"}


def test_a_click_on_a_point_shows_its_proof_and_stays_in_the_address(open_page):
    page = open_page("actor", actor="ada-brook", other="ben-carter")
    assert html(page).count("<blockquote") == 2
    page.session_state["exchange-0"] = {"selection": {"chosen": [{"id": "ferry-0"}]}}
    page.run()
    assert page.query_params["picked"] == "ferry-0"
    again = open_page("actor", **page.query_params)
    assert html(again).count("<blockquote") == 1
    again.button(key="all").click().run()
    assert html(again).count("<blockquote") == 2


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ("cara-dunne", "neither was reported"),
        ("ada-brook", "Both sides are the same"),
        ("nobody", "There is no actor"),
    ],
)
def test_nothing_between_them(open_page, other, says):
    page = open_page("actor", actor="ada-brook", other=other)
    assert not page.exception
    assert any(says in notice.value for notice in (*page.info, *page.warning))


def test_names_in_the_details_of_explore_lead_to_their_pages(database):
    for selected, label in (("node:ada-brook", "Ada Brook"), ("node:a-public-inquiry", "a public inquiry")):
        app = AppTest.from_file(str(APP), default_timeout=30)
        app.query_params["selected"] = selected
        app.query_params["since"] = "2025-03-01"
        app.run()
        queries = [link.proto.query_string for link in app.get("page_link") if link.proto.label == label]
        assert len(queries) == 1
        id, kind = selected.removeprefix("node:"), "actor" if label == "Ada Brook" else "demand"
        assert f"{kind}={id}" in queries[0]
        assert "since=2025-03-01" in queries[0]


def test_what_to_loosen_between_two(open_page):
    page = open_page("actor", actor="ada-brook", other="ben-carter", family=["support", "demand"])
    page.button(key="absent-family").click().run()
    assert html(page).count("<blockquote") == 2
