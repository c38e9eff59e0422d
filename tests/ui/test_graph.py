"""How the graph on Explore is drawn, pinned and asked, and what the address keeps of it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_explore import EDGE, EVERYONE, click, html, names, shown

BUNDLE = "ada-brook|family:opposition|ben-carter"
ASK = "from ui.asked import ANSWERS\nfrom ui.address import change\nchange(ANSWERS[{!r}]({!r}))"


def said(page, name):
    """One part of the address, as a list."""
    value = page.query_params.get(name, [])
    return value if isinstance(value, list) else [value]


@pytest.fixture
def few(monkeypatch):
    """Two names drawn at first, then four, then all."""
    for module in ("look", "drawing", "asked"):
        monkeypatch.setattr(f"ui.{module}.LIMITS", (2, 4, 6))


@pytest.fixture
def asked(database):
    """The address after the graph has asked for something."""

    def ask(what, value, **query):
        app = AppTest.from_string(ASK.format(what, value), default_timeout=20)
        app.query_params.update(query)
        app.run()
        assert not app.exception
        return {name: said(app, name) for name in app.query_params}

    return ask


def test_a_pair_has_one_edge_for_each_family(open_page):
    edges = {edge["id"]: edge for edge in shown(open_page("explore"))["edges"]}
    assert edges[BUNDLE]["count"] == 2
    assert edges[BUNDLE]["alone"] == EDGE


@pytest.mark.parametrize("edge", [EDGE, BUNDLE])
def test_links_to_a_relation_and_to_its_bundle_show_its_sentences(open_page, edge):
    page = open_page("explore", selected=f"edge:{edge}")
    assert html(page).count('<mark class="cue">criticised</mark>') == 2
    assert shown(page)["order"]["edges"] == [edge]


def test_what_is_dragged_is_kept_in_the_address_and_nothing_is_sent(open_page):
    page = open_page("explore")
    before = shown(page)
    page = click(page, pins={"ada-brook": [10.4, -5.0]})
    assert said(page, "pins") == ["ada-brook~10~-5"]
    assert shown(page) == before


def test_the_pins_of_a_link_are_followed_and_survive_a_filter(open_page):
    page = open_page("explore", pins=["ada-brook~10~-5"])
    assert shown(page)["order"]["pins"] == {"ada-brook": [10, -5]}
    page.multiselect(key="party").select("Coastal Alliance").run()
    assert said(page, "pins") == ["ada-brook~10~-5"]


def test_unpinned_by_the_graph_the_address_forgets(open_page):
    page = click(open_page("explore", pins=["ada-brook~10~-5"]), nodes=["ada-brook"], pins={})
    assert said(page, "pins") == []
    assert said(page, "selected") == ["node:ada-brook"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"pins": "ada-brook~10"}, "'ada-brook~10' pins nothing"),
        ({"pins": "ada-brook~1~99999999999"}, "pins nothing"),
        ({"size": "fame"}, "unknown size: fame"),
        ({"detail": "everything"}, "unknown detail: everything"),
        ({"names": "7"}, "unknown names: 7"),
        ({"chain": "9"}, "unknown chain: 9"),
    ],
)
def test_what_cannot_be_drawn_is_told_and_left_out(open_page, query, told):
    page = open_page("explore", **query)
    assert not page.exception
    assert told in page.error[0].value.replace("\\", "")
    assert names(page) == EVERYONE


def test_two_names_are_told_how_they_are_connected(open_page):
    page = click(open_page("explore"), nodes=["cara-dunne", "ada-brook"])
    assert said(page, "selected") == ["node:cara-dunne", "node:ada-brook"]
    assert "How they are connected" in html(page)
    page.button(key="chain-1").click().run()
    order = shown(page)["order"]
    assert order["nodes"] == ["cara-dunne", "ben-carter", "ada-brook"]
    assert order["edges"] == ["cara-dunne|family:support|ben-carter", BUNDLE]
    page.button(key="chain-1").click().run()
    assert shown(page)["order"]["nodes"] == ["cara-dunne", "ada-brook"]


def test_a_drag_while_a_chain_is_lit_selects_nothing_new(open_page):
    page = open_page("explore", selected=["node:cara-dunne", "node:ada-brook"], chain="1")
    lit = shown(page)["order"]
    page = click(page, nodes=lit["nodes"], edges=lit["edges"], pins={"ada-brook": [1, 2]})
    assert said(page, "selected") == ["node:cara-dunne", "node:ada-brook"]
    assert said(page, "chain") == ["1"]
    assert said(page, "pins") == ["ada-brook~1~2"]


def test_two_names_that_nothing_connects(open_page):
    page = click(open_page("explore", family="support"), nodes=["cara-dunne", "ada-brook"])
    assert [text.value for text in page.text] == ["Nothing in view connects them."]
    assert "No link among them" in html(page)


def test_three_names_are_no_pair(open_page):
    page = click(open_page("explore"), nodes=["cara-dunne", "ada-brook", "ben-carter"])
    assert "2 links among them, from 3 statements" in html(page)
    assert "How they are connected" not in html(page)


def test_the_most_named_are_drawn_and_the_rest_counted(open_page, few):
    page = open_page("explore")
    assert names(page) == {"ada-brook", "ben-carter"}
    assert shown(page)["controls"]["shown"] == "2 of 6 names"
    assert shown(page)["controls"]["more"] == "Draw 4"
    assert len(names(open_page("explore", names="6"))) == 6
    assert shown(open_page("explore", names="6"))["controls"]["more"] == ""


def test_who_is_asked_for_or_selected_is_drawn_too(open_page, few):
    assert names(open_page("explore", also="cara-dunne")) == {"ada-brook", "ben-carter", "cara-dunne"}
    assert "cara-dunne" in names(open_page("explore", selected="node:cara-dunne"))
    assert "harbour-board" not in names(open_page("explore", also="harbour-board", family="support"))


def test_the_search_box_knows_all_names(open_page, few):
    sent = [element.proto.json for element in open_page("explore").get("bidi_component")]
    assert all(name in sent[1] for name in ("Cara Dunne", "Harbour Board", "a public inquiry"))


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"detail": "backbone"}, EVERYONE),
        ({"detail": "parties"}, {"party:northern-union", "ben-carter", "cara-dunne", "harbour-board", "a-public-inquiry"}),
        ({"detail": "parties", "open": "party:northern-union"}, EVERYONE),
    ],
)  # fmt: skip
def test_what_is_drawn(open_page, query, left):
    assert names(open_page("explore", **query)) == left


def test_a_group_tells_its_members_and_a_link_between_groups_its_sentences(open_page):
    page = open_page("explore", detail="parties", selected="node:party:northern-union")
    assert page.button(key="member-ada-brook").label.startswith("Ada Brook")
    page.button(key="open").click().run()
    assert said(page, "open") == ["party:northern-union"]
    link = open_page(
        "explore", detail="parties", selected="edge:party:northern-union|family:opposition|ben-carter"
    )
    assert link.button(key=f"relation-{EDGE}").label.endswith("Ada Brook criticised Ben Carter · 2")


def test_the_size_shows_a_measure(open_page):
    by = {size: {node["id"]: node["size"] for node in shown(open_page("explore", size=size))["nodes"]}
          for size in ("statements", "opposition_received")}  # fmt: skip
    assert by["opposition_received"]["ben-carter"] == 30
    assert by["opposition_received"]["ada-brook"] == 9 < by["statements"]["ada-brook"]


ASKED = [
    # what, value                   the address before                                 and after
    ("find", "cara-dunne", {}, {"also": ["cara-dunne"], "selected": ["node:cara-dunne"]}),
    ("find", "cara-dunne", {"detail": "parties"}, {"also": ["cara-dunne"], "selected": ["node:cara-dunne"]}),
    ("more", "", {}, {"names": ["600"]}),
    ("more", "", {"names": "1000"}, {"names": ["1000"]}),
    ("draw", "parties", {}, {"detail": ["parties"]}),
    ("draw", "top", {"detail": "parties", "open": "party:reed"}, {}),
    ("size", "degree", {}, {"size": ["degree"]}),
    ("size", "statements", {"size": "degree"}, {}),
    ("back", "0", {"centre": "Ada Brook", "trail": ["Ben Carter"]}, {}),
    ("back", "1", {"centre": "Ada Brook", "trail": ["Ben Carter"]}, {"centre": ["Ben Carter"]}),
    ("back", "2", {"centre": "C", "trail": ["A", "B"]}, {"centre": ["B"], "trail": ["A"]}),
    ("back", "nonsense", {"centre": "Ada Brook"}, {}),
]


@pytest.mark.parametrize(("what", "value", "before", "after"), ASKED)
def test_what_the_graph_asks_for(asked, what, value, before, after):
    assert asked(what, value, **before) == after


def test_a_measure_that_takes_too_long_is_not_offered(open_page, monkeypatch):
    monkeypatch.setattr("ui.drawing.SLOW", {"betweenness": 5})
    size = shown(open_page("explore", size="betweenness"))["controls"]["size"]
    assert size["value"] == "statements"
    assert "betweenness" not in dict(size["options"])
    few = shown(open_page("explore", size="betweenness", family="support"))["controls"]["size"]
    assert few["value"] == "betweenness"
