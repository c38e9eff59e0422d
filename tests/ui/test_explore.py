"""Explore: filters, selection, details, and what is said where nothing is left."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from records import Document, Reading
from store import Store
from ui.drawing import is_placed
from ui.look import Look

EVERYONE = {"ada-brook", "ben-carter", "cara-dunne", "harbour-board", "northern-union", "a-public-inquiry"}
EDGE = "ada-brook|criticised|ben-carter"


def shown(page):
    """The network that the component was given."""
    return json.loads(page.get("bidi_component")[0].proto.json)


def names(page):
    return {node["id"] for node in shown(page)["nodes"]}


def html(page):
    """All that is written as HTML, but for what a printer gets of a table."""
    bodies = (element.proto.body for element in page.get("html"))
    return "\n".join(body for body in bodies if "data-rows" not in body)


def click(page, click=1, **ids):
    """What a click on the graph leaves behind."""
    page.session_state["graph"] = {"selection": {"nodes": [], "edges": [], **ids, "click": click}}
    return page.run()


def choose(page, key, value):
    """What a reader does with the widget of a filter."""
    kind = {
        "minimum": "number_input",
        "centre": "selectbox",
        "family": "button_group",
        "confidence": "button_group",
    }.get(key, "multiselect")
    getattr(page, kind)(key=key).set_value(value).run()


def test_all_is_shown_at_first(open_page):
    page = open_page("explore")
    assert names(page) == EVERYONE
    assert "6 names and 5 links in view" in html(page)


@pytest.mark.parametrize(
    ("key", "value", "left"),
    [
        ("person", ["Cara Dunne"], {"cara-dunne", "ben-carter"}),
        ("party", ["Northern Union"], {"ada-brook", "ben-carter", "northern-union"}),
        ("relation", ["called for"], {"ben-carter", "a-public-inquiry"}),
        ("family", ["support"], {"cara-dunne", "ben-carter", "northern-union", "ada-brook"}),
        ("outlet", ["Lantern"], {"ada-brook", "ben-carter", "cara-dunne", "harbour-board"}),
        ("minimum", 2, {"ada-brook", "ben-carter"}),
        ("confidence", 0.8, {"ben-carter", "harbour-board"}),
        ("centre", "Harbour Board", {"ben-carter", "harbour-board"}),
    ],
)
def test_filter_leaves(open_page, key, value, left):
    page = open_page("explore")
    choose(page, key, value)
    assert names(page) == left
    assert names(open_page("explore", **page.query_params)) == left


def test_a_part_of_a_name_is_enough_for_the_surroundings(open_page):
    page = open_page("explore")
    box = page.selectbox(key="centre")
    box.options.append("board")  # typed: Streamlit's test harness knows only what is offered
    box.set_value("board").run()
    assert page.query_params["centre"] in ("Harbour Board", ["Harbour Board"])


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"party": "Northern Union", "family": "opposition"}, {"ada-brook", "ben-carter"}),
        ({"since": "2025-04-01", "until": "2025-04-30"}, {"ben-carter", "harbour-board"}),
        ({"centre": "Harbour Board", "depth": "2"}, {"ben-carter", "harbour-board", "ada-brook", "cara-dunne", "a-public-inquiry"}),
        ({"person": "ben-carter", "since": "2025-04-01"}, {"ben-carter", "harbour-board"}),
        ({"party": ["Northern Union", "No Such Party"], "family": "opposition"}, {"ada-brook", "ben-carter"}),
        ({"centre": "harbour-board", "depth": "5"}, EVERYONE),
    ],
)  # fmt: skip
def test_the_address_holds_the_filter(open_page, query, left):
    assert names(open_page("explore", **query)) == left


def test_that_names_are_being_placed_is_said_once_for_each_state_of_the_database(open_page, database):
    look = Look(pins={})
    assert not is_placed(look), "nothing is drawn yet"
    open_page("explore")
    assert is_placed(look)
    assert not is_placed(replace(look, detail="parties"))
    with Store(database) as store:
        store.add(
            Reading(document=Document(id="later", text="Nothing was said."), statements=(), entities=()), {}
        )
    assert not is_placed(look)


def test_filtering_moves_nothing(open_page):
    page = open_page("explore")
    before = {node["id"]: (node["x"], node["y"]) for node in shown(page)["nodes"]}
    page.multiselect(key="party").select("Northern Union").run()
    after = {node["id"]: (node["x"], node["y"]) for node in shown(page)["nodes"]}
    assert after.items() <= before.items()


def test_click_on_a_node_opens_its_profile(open_page):
    page = click(open_page("explore"), nodes=["ada-brook"])
    assert "harbour minister" in html(page)
    assert "Opposes · 2" in html(page)
    assert page.query_params["selected"] in ("node:ada-brook", ["node:ada-brook"])


def test_click_on_an_edge_shows_every_statement(open_page):
    page = click(open_page("explore"), edges=[EDGE])
    assert html(page).count('<mark class="cue">criticised</mark>') == 2
    assert "Lantern" in html(page)
    assert "told by" not in html(page)
    assert "Ada Brook criticised Ben Carter, reported in Quay Courier" in html(page)


def test_only_a_safe_address_becomes_a_link(open_page):
    page = click(open_page("explore"), edges=[EDGE])
    assert 'href="https://example.org/port"' in html(page)
    assert "javascript" not in html(page)


def test_the_address_holds_the_selection(open_page):
    page = open_page("explore", selected=f"edge:{EDGE}")
    assert "criticised" in html(page)
    assert shown(page)["order"] == {"number": 1, "nodes": [], "edges": [EDGE], "pins": {}}


def test_a_click_sends_the_graph_nothing_new(open_page):
    page = open_page("explore")
    before = shown(page)
    assert shown(click(page, nodes=["ada-brook"])) == before


def test_a_button_selects_and_the_graph_follows(open_page):
    page = open_page("explore")
    page.button(key="busy-ben-carter").click().run()
    assert shown(page)["order"] == {"number": 2, "nodes": ["ben-carter"], "edges": [], "pins": {}}


def test_the_same_click_counts_again_after_another_selection(open_page):
    page = click(open_page("explore"), nodes=["ada-brook"])
    page.button(key=f"edge-{EDGE}").click().run()
    assert page.query_params["selected"] in (f"edge:{EDGE}", [f"edge:{EDGE}"])
    page = click(page, click=2, nodes=["ada-brook"])
    assert page.query_params["selected"] in ("node:ada-brook", ["node:ada-brook"])


def test_surroundings(open_page):
    page = click(open_page("explore"), nodes=["harbour-board"])
    page.button(key="focus").click().run()
    assert names(page) == {"ben-carter", "harbour-board"}
    page.button(key="focus").click().run()
    assert "cara-dunne" in names(page)
    page.button(key="unfocus").click().run()
    assert len(names(page)) == 6


def test_the_button_for_surroundings_leaves_a_trail(open_page):
    page = open_page("explore", centre="Ada Brook", selected="node:ben-carter")
    page.button(key="focus").click().run()
    assert page.query_params["centre"] in ("Ben Carter", ["Ben Carter"])
    assert page.query_params["trail"] in ("Ada Brook", ["Ada Brook"])
    page.button(key="focus").click().run()
    assert page.query_params["trail"] in ("Ada Brook", ["Ada Brook"]), (
        "one step further out is no other centre"
    )


def test_edges_that_are_folded_away_are_made_when_opened(open_page, monkeypatch):
    monkeypatch.setattr("ui.actor_panel.SHOWN", 0)
    page = open_page("explore", selected="node:ben-carter")
    assert not [button for button in page.button if button.key.startswith("edge-")]
    page.session_state["more-Opposes-ben-carter"] = True
    made = [button.key for button in page.run().button if button.key.startswith("edge-")]
    assert made == ["edge-ben-carter|criticised|harbour-board"]


def test_a_selection_that_the_filter_hides_is_said(open_page):
    page = open_page("explore", selected="node:cara-dunne", party="Northern Union")
    assert "not in view" in page.info[0].value


def test_where_nothing_is_left_the_filter_to_loosen_is_named(open_page):
    page = open_page("explore", party="Northern Union", relation="called for")
    assert all(element.key != "graph" for element in page.get("bidi_component"))
    assert page.button(key="loosen-party").label == "Without the party: 1 statement"
    page.button(key="loosen-party").click().run()
    assert names(page) == {"ben-carter", "a-public-inquiry"}


def test_clear_all(open_page):
    page = open_page("explore", party="Northern Union", family="opposition", minimum="2")
    page.button(key="clear").click().run()
    assert len(names(page)) == 6


def test_days_that_run_backwards_are_a_notice(open_page):
    page = open_page("explore", since="2025-05-01", until="2025-04-01")
    assert not page.exception
    assert "runs backwards" in page.error[0].value


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"party": "Nope"}, "No party here is called 'Nope'"),
        ({"person": ["Ada Brook", "Nope"]}, "Nobody here is called 'Nope'"),
        ({"centre": "Foo"}, "Nobody here is called 'Foo'"),
        ({"relation": "foo"}, "Nothing here says 'foo'"),
        ({"voice": "nested"}, "Nothing here is in the voice 'nested'"),
        ({"since": "2030-01-01"}, "Nothing here is dated from '2030-01-01'"),
    ],
)
def test_what_nothing_has_is_told(open_page, query, told):
    page = open_page("explore", **query)
    assert not page.exception
    assert told in page.warning[0].value.replace("\\", "")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"family": "love"}, "unknown families: love"),
        ({"since": "2025-02-31"}, "'2025-02-31' is not a date"),
        ({"minimum": "many"}, "'many' is not a number"),
        ({"minimum": "9999999999999999999"}, "minimum goes up to"),
        ({"centre": "Ben Carter", "depth": "1000"}, "depth goes up to"),
    ],
)
def test_what_cannot_be_meant_is_told_and_left_out(open_page, query, told):
    page = open_page("explore", **query)
    assert not page.exception
    assert told in page.error[0].value.replace("\\", "")
    assert page.get("bidi_component")


def test_of_several_that_miss_all_can_be_dropped(open_page):
    page = open_page("explore", party="Nope", centre="Foo", family="opposition")
    page.button(key="loosen-party-centre").click().run()
    assert names(page) == {"ada-brook", "ben-carter", "harbour-board"}


def test_a_typed_day_filters(open_page):
    page = open_page("explore")
    page.text_input(key="since").input("1 April 2025").run()
    assert page.text_input(key="since").value == "2025-04-01"
    assert "dated from 2025-04-01" in html(page)


def test_what_is_no_day_is_told_and_changes_nothing(open_page):
    page = open_page("explore", since="2025-04-01")
    page.text_input(key="since").input("31 February 2025").run()
    assert "31 February 2025" in page.error[0].value.replace("\\", "")
    assert page.text_input(key="since").value == "31 February 2025"
    assert "dated from 2025-04-01" in html(page)
    page.button(key="clear").click().run()
    assert not page.error
    assert page.text_input(key="since").value == ""


def test_the_address_is_read_at_every_run(open_page):
    page = open_page("explore", party="Northern Union", selected="node:ada-brook")
    del page.query_params["party"], page.query_params["selected"]  # as the back button does
    page.run()
    assert names(page) == EVERYONE
    assert page.multiselect(key="party").value == []
    assert shown(page)["order"] == {"number": 2, "nodes": [], "edges": [], "pins": {}}


def test_text_of_an_article_is_never_html(open_page):
    page = click(open_page("explore"), edges=[EDGE])
    assert "<b>port</b>" not in html(page)
