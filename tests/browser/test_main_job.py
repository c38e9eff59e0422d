"""The main job in a real browser: from the sample to a filtered graph, its evidence, and a file for Gephi."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from tests.browser import canvas
from view import palette

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


def open_explore(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}/{query}")
    canvas.wait_until_drawn(page)


def choose_party(page: Page, party: str) -> None:
    page.get_by_label("Party", exact=True).click()
    page.get_by_role("option", name=party, exact=True).click()
    page.keyboard.press("Escape")
    expect(page.locator(".lead").filter(has_text=f"the party {party}").last).to_be_visible()
    canvas.wait_until_drawn(page)


def test_from_the_sample_to_a_file(page: Page, address: str, tmp_path: Path) -> None:
    open_explore(page, address)
    everyone = canvas.positions(page)
    seen = canvas.view(page)

    choose_party(page, "Labour")
    some = canvas.positions(page)
    assert 0 < len(some) < len(everyone)
    assert some.items() <= everyone.items(), "filtering moved a node"
    assert canvas.view(page) == seen, "filtering moved the view"
    expect(page).to_have_url(re.compile("party=Labour"))

    node, at = max(canvas.places(page).items(), key=lambda item: item[0] == "jess-phillips")
    page.mouse.click(*at)
    expect(page.locator(".st-key-named")).to_be_visible()
    expect(page).to_have_url(re.compile(f"selected=node%3A{node}"))

    edge, at = canvas.some_edge(page)
    page.mouse.click(*at)
    evidence = page.locator("blockquote.evidence").first
    expect(evidence).to_be_visible()
    for role in ("actor", "cue", "target"):
        expect(page.locator(f"blockquote.evidence mark.{role}").first).to_be_visible()
    assert len(evidence.inner_text()) > 20
    family = edge.split("|")[1].removeprefix("family:")
    expect(page.locator(f".claim .chip.{family}")).to_be_visible()

    page.get_by_role("link", name="Export").click()
    expect(page.locator(".lead").filter(has_text="the party Labour").last).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="gexf").click()
    download.value.save_as(tmp_path / "graph.gexf")
    graph = nx.read_gexf(tmp_path / "graph.gexf")
    assert set(graph) == set(some)
    assert "family" in next(iter(graph.edges(data=True)))[2]


def test_hidden_nodes_come_back_to_their_places(page: Page, address: str) -> None:
    open_explore(page, address)
    before = canvas.positions(page)
    choose_party(page, "Labour")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".lead").filter(has_text="All statements").last).to_be_visible()
    canvas.wait_until_drawn(page)
    assert canvas.positions(page) == before


def test_a_dragged_node_stays_where_it_was_put(page: Page, address: str) -> None:
    open_explore(page, address)
    node, (x, y) = next(iter(canvas.places(page).items()))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=5)
    page.mouse.up()
    put = canvas.positions(page)[node]
    expect(page).to_have_url(re.compile("pins="))
    page.get_by_role("link", name="Export").click()
    expect(page.get_by_role("button", name="gexf")).to_be_visible()
    page.get_by_role("link", name="Explore").click()
    canvas.wait_until_drawn(page)
    assert canvas.positions(page)[node] == put


def test_a_double_click_shows_the_surroundings(page: Page, address: str) -> None:
    open_explore(page, address)
    everyone = canvas.positions(page)
    page.mouse.dblclick(*canvas.places(page)["jess-phillips"])
    expect(page.locator(".lead").filter(has_text="around Jess Phillips").last).to_be_visible()
    canvas.wait_until_drawn(page)
    assert canvas.positions(page).items() <= everyone.items()
    assert len(canvas.positions(page)) < len(everyone)


def test_a_link_opens_the_same_view(page: Page, address: str) -> None:
    open_explore(page, address, "?party=Labour&selected=node%3Ajess-phillips")
    expect(page.locator(".lead").filter(has_text="the party Labour").last).to_be_visible()
    expect(page.locator(".st-key-named")).to_contain_text("Jess Phillips")
    expect(page.locator(".status")).to_have_text("Selected: Jess Phillips")


def test_a_row_of_the_table_selects_its_edge(page: Page, address: str) -> None:
    open_explore(page, address)
    table = page.get_by_test_id("stDataFrame").locator("canvas").first
    table.scroll_into_view_if_needed()
    frame = table.bounding_box()
    assert frame
    page.mouse.click(frame["x"] + 16, frame["y"] + 52)  # the box before the first row
    expect(page.locator(".claim")).to_be_visible()
    expect(page.locator(".status")).to_contain_text("Selected: ")


def test_buttons_of_the_graph_have_names(page: Page, address: str) -> None:
    open_explore(page, address)
    view, zoom = (page.get_by_role("toolbar", name=name) for name in ("Graph view", "Zoom"))
    for name in ("Zoom in", "Zoom out", "Fit the whole graph"):
        expect(zoom.get_by_role("button", name=name)).to_be_visible()
    expect(view.get_by_role("button", name="Full screen")).to_be_visible()
    with page.expect_download() as download:
        view.get_by_role("button", name="Save the view as PNG").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    expect(page.get_by_role("application")).to_have_attribute("aria-label", re.compile("Graph of "))


def is_drawn_for(page: Page, scheme: str) -> None:
    """Paper and nodes have the theme's colours, as soon as the page has heard of it."""
    wanted = palette.node_colour("party", "Labour", scheme == "dark")
    for _ in range(40):
        if canvas.colour(page, "labour") == wanted:
            break
        page.wait_for_timeout(250)
    assert canvas.colour(page, "labour") == wanted
    paper = canvas.box(page).evaluate("box => getComputedStyle(box.parentElement).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 29)"}[scheme]


@pytest.mark.parametrize("schemes", [("light", "dark"), ("dark", "light")], ids=" to ".join)
def test_the_graph_follows_the_theme_and_the_system(
    page: Page, address: str, schemes: tuple[str, str]
) -> None:
    first, then = schemes
    page.emulate_media(color_scheme=first)
    open_explore(page, address)
    is_drawn_for(page, first)
    before = canvas.positions(page)
    page.emulate_media(color_scheme=then)
    is_drawn_for(page, then)
    assert canvas.positions(page) == before


def test_a_phone_shows_everything_in_its_width(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_explore(page, address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    frame = canvas.box(page).bounding_box()
    assert frame and frame["height"] < 500
