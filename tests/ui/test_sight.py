"""Which part of the graph is seen: the address keeps it, the graph follows the address and not its own moves."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_explore import EVERYONE, click, names, shown
from tests.ui.test_graph import said

AT = "10_-5_0.5"


def moved(page, at, told=1, query=""):
    """What a move of the view leaves behind, told of an address with this query."""
    page.session_state["sight"] = {"seen": {"at": at, "told": told, "query": query}}
    return page.run()


def test_a_move_goes_into_the_address_and_the_graph_is_told_nothing(open_page):
    page = open_page("explore")
    before = shown(page)
    page = moved(page, AT)
    assert said(page, "at") == [AT]
    assert shown(page) == before
    assert said(moved(page, "", told=2), "at") == []


def test_the_graph_follows_a_link(open_page):
    assert shown(open_page("explore", at=AT))["sight"] == {"number": 1, "at": [10, -5, 0.5]}
    assert shown(open_page("explore"))["sight"] == {"number": 1, "at": None}


def test_the_graph_follows_the_back_button(open_page):
    page = moved(open_page("explore"), AT)
    del page.query_params["at"]
    page.run()
    assert shown(page)["sight"] == {"number": 2, "at": None}
    assert said(page, "at") == [], "an old move is not taken over again"


def test_a_move_told_of_an_address_that_was_left_is_not_taken_over(open_page):
    page = moved(open_page("explore"), AT, query="family=support")
    assert said(page, "at") == []
    assert shown(page)["sight"] == {"number": 1, "at": None}


def test_a_move_told_while_a_filter_changes_the_address_is_taken_over(open_page):
    page = open_page("explore")
    page.button_group(key="family").set_value(["support"])
    page = moved(page, AT)
    assert (said(page, "family"), said(page, "at")) == (["support"], [AT])


STAYS = [
    ({"party": "Northern Union"}, [AT]),
    ({"selected": "node:ada-brook"}, [AT]),
    ({"centre": "Ada Brook"}, []),
    ({"detail": "parties"}, []),
    ({"names": "600"}, []),
    ({"open": "party:northern-union"}, []),
]


@pytest.mark.parametrize(("change", "at"), STAYS)
def test_the_view_stays_unless_another_part_of_the_graph_is_drawn(run_change, change, at):
    assert run_change(change, at=AT).get("at", []) == at


@pytest.fixture
def run_change(database):
    """The address after a change."""

    def changed(values, **query):
        wanted = {name: [value] for name, value in values.items()}
        app = AppTest.from_string(f"from ui.address import change\nchange({wanted!r})", default_timeout=20)
        app.query_params.update(query)
        app.run()
        assert not app.exception
        return {name: said(app, name) for name in app.query_params}

    return changed


def test_a_click_leaves_the_view(open_page):
    assert said(click(open_page("explore", at=AT), nodes=["ada-brook"]), "at") == [AT]


@pytest.mark.parametrize("at", ["all", "", "0_0_1", "-10000000_10000000_0.001"])
def test_what_can_be_seen(open_page, at):
    assert not open_page("explore", at=at).error


@pytest.mark.parametrize(
    "at", ["1_2", "1_2_3_4", "a_b_c", "1_2_0", "1_2_-1", "1_2_nan", "1_2_inf", "10000001_2_1", "1.5_2_1"]
)
def test_what_cannot_be_seen_is_told_and_left_out(open_page, at):
    page = open_page("explore", at=at)
    assert not page.exception
    assert "is no part of the graph" in page.error[0].value.replace("\\", "")
    assert names(page) == EVERYONE
    assert shown(page)["sight"]["at"] is None
