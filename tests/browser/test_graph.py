"""The graph in a real browser: what is clicked, dragged, typed and walked to, and that nothing moves by itself."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import canvas
from tests.browser.conftest import at_rest

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

MUSK, JESS = "elon-musk", "jess-phillips"
QUARREL = "wes-streeting|family:opposition|elon-musk"  # three relations
SLOW = 30_000  # milliseconds that a run may take on a busy machine


def opened(page: Page, url: str) -> None:
    page.goto(url)
    canvas.wait_until_drawn(page)
    at_rest(page)


def address_says(page: Page, words: str) -> None:
    expect(page).to_have_url(re.compile(words), timeout=SLOW)
    at_rest(page)


def status(page: Page) -> str:
    return page.locator(".status").inner_text()


def on_line(page: Page, edge: str) -> tuple[float, float]:
    """Where a click hits the edge and no name, which may lie over its middle."""
    x, y = canvas.ask(page, f"(...rest) => ({ON_LINE})({edge!r}, ...rest)")
    return x, y


ON_LINE = """(id, network, onPage, toBox) => {
  const shares = Array.from({ length: 25 }, (_, number) => 0.5 + (number % 2 ? 0.025 : -0.025) * Math.ceil(number / 2));
  const points = shares.map((share) => onPage(network.body.edges[id].edgeType.getPoint(share)));
  const hits = (at) => network.getNodeAt(toBox(at)) === undefined && network.getEdgeAt(toBox(at)) === id;
  return points.map(([x, y]) => [Math.round(x), Math.round(y)]).find(hits); // as the mouse counts
}"""


def drag(page: Page, node: str, by: tuple[int, int]) -> None:
    x, y = canvas.places(page)[node]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by[0] / 2, y + by[1] / 2, steps=4)
    page.mouse.move(x + by[0], y + by[1], steps=4)
    page.mouse.up()


def all_stand(page: Page, where: dict[str, dict[str, float]]) -> None:
    """Until every node is at its place."""
    for _ in range(SLOW // 250):
        if canvas.positions(page) == where:
            return
        page.wait_for_timeout(250)
    assert canvas.positions(page) == where


def edges(page: Page) -> set[str]:
    return set(canvas.ask(page, "(network) => network.body.data.edges.getIds()"))


def search(page: Page) -> Any:
    return page.get_by_role("combobox", name="Find a name")


def test_a_bundle_opens_into_its_relations_and_closes_again(page: Page, address: str) -> None:
    opened(page, address)
    assert QUARREL in edges(page)
    page.mouse.click(*on_line(page, QUARREL))
    address_says(page, "selected=edge%3Awes-streeting%7Cfamily%3Aopposition%7Celon-musk")
    relations = {
        edge for edge in edges(page) if edge.startswith("wes-streeting|") and edge.endswith("|elon-musk")
    }
    assert len(relations) == 3 and QUARREL not in relations
    expect(page.locator(".st-key-panel")).to_contain_text("3 statements")
    page.mouse.click(*on_line(page, "wes-streeting|dismissed|elon-musk"))
    address_says(page, "dismissed")
    expect(page.locator(".st-key-panel")).to_contain_text("1 statement")
    page.locator(".canvas").press("Escape")
    address_says(page, r"/(\?(?!.*selected).*)?$")
    assert QUARREL in edges(page)


def test_a_link_to_a_relation_made_before_there_were_bundles(page: Page, address: str) -> None:
    opened(page, f"{address}/?selected=edge:wes-streeting%7Cdismissed%7Celon-musk")
    assert canvas.ask(page, "(network) => network.getSelectedEdges()") == [
        "wes-streeting|dismissed|elon-musk"
    ]


def test_what_is_dragged_stays_under_filters_and_in_a_reload(page: Page, address: str) -> None:
    opened(page, address)
    before = canvas.positions(page)
    drag(page, "chris-philp", (40, 60))
    address_says(page, "pins=chris-philp~")
    after = canvas.positions(page)
    assert {id for id in before if before[id] != after[id]} == {"chris-philp"}
    page.get_by_test_id("stButtonGroup").get_by_text("support", exact=True).click()
    address_says(page, "family=support")
    canvas.wait_until_drawn(page)
    filtered = canvas.positions(page)
    assert len(filtered) < len(after)
    assert all(after[id] == place for id, place in filtered.items()), "a filter hides and never moves"
    opened(page, page.url.replace("family=support", ""))
    assert canvas.positions(page) == after
    page.get_by_role("button", name="Unpin all").click()
    expect(page).not_to_have_url(re.compile("pins"))
    all_stand(page, before)
    page.go_back()
    all_stand(page, after)


def test_search_finds_flies_and_selects_by_keyboard(page: Page, address: str) -> None:
    opened(page, address)
    box = search(page)
    box.fill("jen")
    option = page.get_by_role("option", name="Robert Jenrick", exact=True)
    expect(option).to_be_visible()
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    address_says(page, "selected=node%3Arobert-jenrick")
    canvas.wait_until_drawn(page)
    frame = page.locator(".frame").bounding_box()
    assert frame
    x, y = canvas.places(page)["robert-jenrick"]
    assert abs(x - frame["x"] - frame["width"] / 2) < 20 and abs(y - frame["y"] - frame["height"] / 2) < 40


def test_search_says_when_there_is_no_such_name_and_leaves_by_escape(page: Page, address: str) -> None:
    opened(page, address)
    search(page).fill("nobody of this name")
    expect(page.get_by_role("listbox")).to_have_text("No such name")
    search(page).press("Escape")
    expect(search(page)).to_have_value("")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_name_that_a_filter_hides_is_found_and_said_to_be_hidden(page: Page, address: str) -> None:
    opened(page, f"{address}/?centre=Robert+Jenrick")
    search(page).fill("elon musk")
    page.get_by_role("option", name="Elon Musk not drawn yet", exact=True).click()
    address_says(page, "also=elon-musk")
    expect(page.locator(".st-key-panel")).to_contain_text("Elon Musk is not in view: the filters hide it.")
    page.get_by_role("button", name="Show everyone").click()
    expect(page).not_to_have_url(re.compile("centre"), timeout=SLOW)
    canvas.wait_until_drawn(page)
    assert MUSK in canvas.positions(page)


def test_several_are_selected_with_control_and_told_how_they_are_connected(page: Page, address: str) -> None:
    opened(page, address)
    page.mouse.click(*canvas.places(page)[MUSK])
    address_says(page, f"selected=node%3A{MUSK}")
    page.keyboard.down("Control")
    page.mouse.click(*canvas.places(page)["lisa-nandy"])
    page.keyboard.up("Control")
    address_says(page, f"selected=node%3A{MUSK}&selected=node%3Alisa-nandy")
    panel = page.locator(".st-key-panel")
    expect(panel).to_contain_text("How they are connected")
    panel.get_by_role("button", name=re.compile("3 steps")).first.click()
    address_says(page, "chain=1")
    selected = canvas.ask(page, "(network) => network.getSelection()")
    assert {MUSK, "lisa-nandy"} < set(selected["nodes"])
    assert len(selected["edges"]) == len(selected["nodes"]) - 1 == 3


def test_the_keyboard_walks_along_the_edges_opens_and_leaves(page: Page, address: str) -> None:
    opened(page, address)
    search(page).focus()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".canvas")).to_be_focused()
    first = status(page)
    assert "statements" in first and "links" in first
    seen = {first}
    for key in ("ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(status(page))
    assert len(seen) > 2, "the cursor did not move"
    page.keyboard.press("Enter")
    address_says(page, "selected=node%3A")
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("selected"), timeout=SLOW)
    expect(page.locator(".canvas")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".canvas")).not_to_be_focused()


def test_the_trail_leads_back(page: Page, address: str) -> None:
    opened(page, address)
    page.mouse.dblclick(*canvas.places(page)[JESS])
    address_says(page, "centre=Jess.Phillips")
    canvas.wait_until_drawn(page)
    page.mouse.dblclick(*canvas.places(page)["wes-streeting"])
    address_says(page, "centre=Wes.Streeting.*trail=Jess.Phillips|trail=Jess.Phillips.*centre=Wes.Streeting")
    trail = page.get_by_role("navigation", name="Where you are")
    expect(trail.get_by_role("listitem")).to_have_text(["←", "Everyone", "Jess Phillips", "Wes Streeting"])
    trail.get_by_role("button", name="One step back").click()
    address_says(page, "centre=Jess.Phillips")
    trail.get_by_role("button", name="Everyone").click()
    expect(page).not_to_have_url(re.compile("centre"), timeout=SLOW)
    expect(trail).to_be_hidden()


def test_a_filter_draws_the_graph_once(page: Page, address: str) -> None:
    opened(page, address)
    page.wait_for_timeout(500)
    canvas.ask(
        page, "(network) => { window.draws = 0; network.on('afterDrawing', () => { window.draws += 1; }); }"
    )
    page.get_by_test_id("stButtonGroup").get_by_text("support", exact=True).click()
    address_says(page, "family=support")
    canvas.wait_until_drawn(page)
    assert 1 <= page.evaluate("() => window.draws") <= 2


def test_zoom_and_centre_are_in_the_link_and_no_step_of_the_history(page: Page, address: str) -> None:
    opened(page, f"{address}/?selected=node:{MUSK}")
    steps = page.evaluate("() => window.history.length")
    page.evaluate(WATCH)
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    address_says(page, rf"/\?selected=node%3A{MUSK}&at=-?\d+_-?\d+_[\d.]+$")
    first = page.url
    drag_canvas(page, (60, 30))
    expect(page).not_to_have_url(first, timeout=SLOW)
    page.wait_for_timeout(1000)  # for what the page would draw, if it did
    assert page.evaluate("() => window.changed") == []
    assert page.evaluate("() => window.history.length") == steps
    (scale, centre), link = canvas.view(page), page.url
    opened(page, link)
    again, middle_now = canvas.view(page)
    assert again == pytest.approx(scale, rel=0.01)
    assert middle_now == pytest.approx(centre, abs=1)
    assert page.url == link
    page.get_by_role("button", name="Fit the whole graph").click()
    expect(page).to_have_url(f"{address}/?selected=node%3A{MUSK}", timeout=SLOW)


def test_a_copied_link_has_the_part_of_the_graph_that_is_seen(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, address)
    page.get_by_role("button", name="Share").click()
    copy_button = page.get_by_role("button", name="Copy link")
    copy_button.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoom in").click()
    address_says(page, "at=")
    page.get_by_role("button", name="Share").click()
    copy_button.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_back_shows_the_part_of_the_graph_that_was_seen(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("button", name="Zoom in").click()
    address_says(page, "at=")
    seen, before = canvas.view(page), page.url
    page.get_by_test_id("stButtonGroup").get_by_text("support", exact=True).click()
    address_says(page, "family=support")
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Zoom out").click()
    expect(page).not_to_have_url(re.compile(re.escape(before.partition("at=")[2])), timeout=SLOW)
    page.go_back()
    expect(page).to_have_url(before)
    shows(page, seen)
    assert page.url == before


def test_back_is_not_overtaken_by_a_move_made_just_before(page: Page, address: str) -> None:
    opened(page, address)
    seen, steps = canvas.view(page), page.evaluate("() => window.history.length")
    page.get_by_test_id("stButtonGroup").get_by_text("support", exact=True).click()
    address_says(page, "family=support")
    canvas.wait_until_drawn(page)
    at_rest(page)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(100)  # less than the view needs to come to rest
    page.go_back()
    shows(page, seen)
    page.wait_for_timeout(1000)  # for what would be told of the move, if it were
    assert page.url == f"{address}/"
    expect(page.locator(".lead")).to_contain_text("All statements.")
    page.go_forward()
    address_says(page, r"/\?family=support$")
    assert page.evaluate("() => window.history.length") == steps + 1


def shows(page: Page, seen: Any) -> None:
    """Until this part of the graph is seen."""
    for _ in range(SLOW // 250):
        if canvas.view(page)[0] == pytest.approx(seen[0], rel=0.01):
            break
        page.wait_for_timeout(250)
    assert canvas.view(page)[0] == pytest.approx(seen[0], rel=0.01)
    assert canvas.view(page)[1] == pytest.approx(seen[1], abs=1)


def drag_canvas(page: Page, by: tuple[int, int]) -> None:
    """Drags the graph as a whole, by a place where there is nothing."""
    x, y = canvas.ask(page, NOTHING_THERE)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by[0], y + by[1], steps=4)
    page.mouse.up()


NOTHING_THERE = """(network, onPage, toBox) => {
  const { x, y } = network.getViewPosition();
  for (let away = 40; away < 400; away += 20) {
    for (const [i, j] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, -1]]) {
      const at = onPage({ x: x + (i * away) / network.getScale(), y: y + (j * away) / network.getScale() });
      const point = toBox(at);
      if (network.getNodeAt(point) === undefined && network.getEdgeAt(point) === undefined) return at;
    }
  }
}"""

WATCH = """() => {
  window.changed = [];
  const note = (records) => records.forEach(({ target }) => window.changed.push(target.className || target.nodeName));
  for (const part of [".st-key-panel", ".st-key-timeline", "[data-testid=stSidebar]", "[data-testid=stDataFrame]"]) {
    new MutationObserver(note).observe(document.querySelector(part), { childList: true, subtree: true });
  }
}"""


def test_parties_are_drawn_as_one_and_open(page: Page, address: str) -> None:
    opened(page, f"{address}/?detail=parties")
    closed = canvas.positions(page)
    assert "party:labour" in closed and JESS not in closed
    page.mouse.dblclick(*canvas.places(page)["party:labour"])
    address_says(page, "open=party%3Alabour")
    canvas.wait_until_drawn(page)
    now = canvas.positions(page)
    assert JESS in now and "party:labour" not in now
    assert all(now[id] == place for id, place in closed.items() if id in now), "what was open stays"


def test_names_do_not_overlap_at_any_zoom(page: Page, address: str) -> None:
    page.add_init_script(LISTEN)
    opened(page, address)
    for _ in range(3):
        boxes = page.evaluate("() => window.drawn")
        assert len(boxes) > 15
        for one, other in itertools.combinations(boxes, 2):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        page.evaluate("() => { window.drawn = []; }")
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(500)


LISTEN = """
window.drawn = [];
const clear = CanvasRenderingContext2D.prototype.clearRect;
CanvasRenderingContext2D.prototype.clearRect = function (...box) {
  if (this.canvas.closest?.(".canvas")) window.drawn = [];
  return clear.apply(this, box);
};
const fill = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (words, x, y, ...rest) {
  if (this.canvas.closest?.(".canvas")) {
    const { width } = this.measureText(words);
    const { a } = this.getTransform();
    const high = parseFloat(this.font.match(/([0-9.]+)px/)[1]);
    window.drawn.push([(x - width / 2) * a, (y - high / 2) * a, (x + width / 2) * a, (y + high / 2) * a]);
  }
  return fill.call(this, words, x, y, ...rest);
};
"""


def test_graph_legend_and_time_are_seen_at_first(page: Page, address: str) -> None:
    opened(page, address)
    for part in (canvas.box(page), *page.locator(".legend").all()):
        expect(part).to_be_in_viewport(ratio=1)
    expect(page.get_by_test_id("stVegaLiteChart")).to_be_in_viewport(ratio=0.9)  # its foot is empty


def test_the_lists_in_the_graph_are_in_the_design_of_the_page(page: Page, address: str) -> None:
    opened(page, address)
    choice = page.get_by_role("combobox", name="Draw")
    choice.focus()
    page.keyboard.press("Enter")
    option = page.get_by_role("option", name="Draw: parties")
    expect(option).to_be_visible()  # the browser's own list is no part of the page
    option.click()
    address_says(page, "detail=parties")


def test_a_long_touch_selects_another(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    opened(page, f"{address}/?selected=node:{MUSK}")
    expect(page.locator(".st-key-named")).to_be_visible()
    page.locator(".frame").scroll_into_view_if_needed()
    canvas.wait_until_drawn(page)
    x, y = canvas.places(page)[JESS]
    session = context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    page.wait_for_timeout(700)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    address_says(page, f"selected=node%3A{MUSK}&selected=node%3A{JESS}")
    context.close()


def test_full_screen_shows_the_graph_and_beside_it_the_proof_of_what_is_clicked(
    page: Page, address: str
) -> None:
    opened(page, address)
    before = canvas.box(page).bounding_box()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement !== null")
    canvas.wait_until_drawn(page)
    now = canvas.box(page).bounding_box()
    assert before and now and now["height"] > before["height"] + 100 and now["width"] > before["width"] + 100
    page.mouse.click(*on_line(page, QUARREL))
    evidence = page.locator(".st-key-panel blockquote").first
    expect(evidence).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement === null")
    page.wait_for_function(f"() => document.querySelector('.st-key-panel').clientHeight < {now['height']}")
    expect(evidence).to_be_in_viewport(ratio=1)


def test_where_there_are_no_details_full_screen_says_what_is_selected(page: Page, address: str) -> None:
    opened(page, f"{address}/actor?actor={MUSK}")
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.wait_for_timeout(500)
    page.mouse.click(*canvas.places(page)[JESS])
    expect(page.locator(".status")).to_have_text("Selected: Jess Phillips")
    room = page.locator(".status").bounding_box()
    assert room and room["width"] > 100
