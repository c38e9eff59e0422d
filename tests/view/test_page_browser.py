"""The exported page opened from disk in a real browser."""

from __future__ import annotations

from pathlib import Path

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


class Visit:
    """A page with all that it asked for and complained about."""

    def __init__(self, browser: Browser, path: Path, **context: str) -> None:
        self.page: Page = browser.new_page(**context)
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
