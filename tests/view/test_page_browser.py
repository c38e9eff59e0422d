"""The exported page opened from disk in a real browser."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from view.page import to_html

pytestmark = pytest.mark.browser

ATTACKS = [
    "<script>document.title='pwned'</script>",
    "</script><script>document.title='pwned'</script>",
    '<img src=x onerror="document.title=`pwned`"> href',
    "<a href=\"javascript:document.title='pwned'\">x</a>",
    '"><svg onload=alert(1)>',
]

DRAWN = """() => {
  const canvas = document.querySelector("canvas");
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (let i = 3; i < data.length; i += 4) drawn += data[i] > 0;
  return drawn;
}"""

WHERE = """(id) => {
  const at = network.canvasToDOM(network.getPosition(id));
  const box = document.getElementById("graph").getBoundingClientRect();
  return [at.x + box.x, at.y + box.y];
}"""


LISTEN = """
window.written = new Set();
const fillText = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (words, ...place) {
  window.written.add(words);
  return fillText.call(this, words, ...place);
};
"""

PLACE = """([names, frame]) => {
  const context = document.createElement("canvas").getContext("2d");
  const nodes = names.map((name, place) => ({
    id: name, name, x: 30 + (place * 73) % 300, y: 30 + (place * 41) % 200,
    radius: 4 + 10 / (place + 1), weight: 400, letters: 12,
  }));
  const links = nodes.slice(1).map((node, place) => [node, nodes[place]]);
  return hustings.placeNames(context, nodes, { face: "sans-serif", view: frame, taken: [], links })
    .map(({ id, box }) => [id, box]);
}"""


class Visit:
    """A page with all that it asked for and complained about."""

    def __init__(self, browser: Browser, path: Path, **context: Any) -> None:
        self.page: Page = browser.new_page(**context)
        self.page.add_init_script(LISTEN)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("html[data-drawn]")


def test_the_page_draws_itself_and_asks_for_nothing_else(browser, tmp_path, graph, positions):
    path = tmp_path / "graph.html"
    path.write_bytes(to_html(graph, positions, "The quay affair"))
    visit = Visit(browser, path)
    assert visit.page.evaluate(DRAWN) > 2000
    assert visit.requests == [path.as_uri()]
    assert visit.complaints == []


def test_a_click_on_a_node_tells_its_links(browser, tmp_path, graph, positions):
    path = tmp_path / "graph.html"
    path.write_bytes(to_html(graph, positions, "x"))
    visit = Visit(browser, path)
    visit.page.mouse.click(*visit.page.evaluate(WHERE, "ann-archer"))
    panel = visit.page.locator("#picked")
    panel.wait_for()
    assert panel.locator("h2").inner_text() == "Ann Archer"
    assert "Ann Archer criticised Bob Barker" in panel.locator("li").all_inner_texts()


@pytest.mark.parametrize("size", [(1200, 800), (390, 844)])
def test_names_are_written_on_any_screen(browser, tmp_path, graph, positions, size):
    path = tmp_path / "graph.html"
    path.write_bytes(to_html(graph, positions, "x"))
    page = Visit(browser, path, viewport={"width": size[0], "height": size[1]}).page
    written = " ".join(page.evaluate("[...window.written]"))
    for name in ("Ann Archer", "Bob Barker"):
        assert name in written


def test_no_name_lies_on_another_or_leaves_the_frame(browser, tmp_path, graph, positions):
    path = tmp_path / "graph.html"
    path.write_bytes(to_html(graph, positions, "x"))
    page = Visit(browser, path).page
    names = [f"Ann {number} Archer-Smythe" for number in range(40)]
    left, top, right, bottom = frame = [0, 0, 360, 260]
    boxes = [box for _, box in page.evaluate(PLACE, [names, frame])]
    assert len(boxes) >= 8
    for box in boxes:
        assert left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
    for one, other in itertools.combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize(
    ("system", "surface"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 23, 29)")]
)
def test_the_page_follows_the_system_and_the_button_turns_it(
    browser, tmp_path, graph, positions, system, surface
):
    path = tmp_path / "graph.html"
    path.write_bytes(to_html(graph, positions, "x"))
    visit = Visit(browser, path, color_scheme=system)
    background = "getComputedStyle(document.body).backgroundColor"
    node = "nodes.get('ann-archer').color.background"
    before = visit.page.evaluate(node)
    assert visit.page.evaluate(background) == surface
    visit.page.get_by_role("button", name="Light or dark").click()
    assert visit.page.evaluate(background) != surface
    assert visit.page.evaluate(node) != before


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_name_runs(browser, tmp_path, named, attack):
    path = tmp_path / "graph.html"
    graph, positions = named(attack)
    path.write_bytes(to_html(graph, positions, attack))
    visit = Visit(browser, path)
    at = visit.page.evaluate(WHERE, "ann-archer")
    visit.page.mouse.move(*at)
    visit.page.locator(".vis-tooltip").wait_for()
    visit.page.mouse.click(*at)
    visit.page.locator("#picked").wait_for()
    visit.page.get_by_text("All links as a table").click()
    assert visit.page.title() == attack
    assert visit.requests == [path.as_uri()]
    assert visit.complaints == []
