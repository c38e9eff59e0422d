"""What is drawn on the graph's canvas, and where; asked of vis-network through the component's test hook."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

Point = tuple[float, float]

ASK = """(box, question) => {
  const detail = {};
  box.dispatchEvent(new CustomEvent("hustings:inspect", { detail }));
  const frame = box.getBoundingClientRect();
  const onPage = (place) => {
    const point = detail.network.canvasToDOM(place);
    return [point.x + frame.x, point.y + frame.y];
  };
  const toBox = ([x, y]) => ({ x: x - frame.x, y: y - frame.y });
  return eval(question)(detail.network, onPage, toBox);
}"""


def box(page: Page) -> Locator:
    """The element that holds the canvas."""
    return page.locator(".canvas")


def ask(page: Page, question: str) -> Any:
    """The answer of a JavaScript function of (network, onPage, toBox)."""
    return box(page).evaluate(ASK, question)


def wait_until_drawn(page: Page) -> None:
    """Until there is a graph with nodes and it has stopped moving."""
    box(page).locator("canvas").wait_for()
    before = None
    while (now := places(page)) != before or not now:
        before = now
        page.wait_for_timeout(250)


def positions(page: Page) -> dict[str, dict[str, float]]:
    """Node -> its place in the layout, whatever the view."""
    return dict(ask(page, "(network) => network.getPositions()"))


def view(page: Page) -> Any:
    """What part of the layout is seen: scale and centre."""
    return ask(page, "(network) => [network.getScale(), network.getViewPosition()]")


def colour(page: Page, node: str) -> str:
    """The colour a node is filled with, as #RRGGBB."""
    return str(ask(page, f"(network) => network.body.data.nodes.get({node!r}).color.background"))


def places(page: Page) -> dict[str, Point]:
    """Node -> its place on the page in pixels."""
    found = ask(
        page,
        "(network, onPage) => Object.entries(network.getPositions()).map(([id, at]) => [id, onPage(at)])",
    )
    return {id: (x, y) for id, (x, y) in found}


def some_edge(page: Page) -> tuple[str, Point]:
    """An edge and a point on it where a click hits that edge and nothing else."""
    found = ask(
        page,
        """(network, onPage, toBox) => {
          const at = network.getPositions();
          for (const from of Object.keys(at)) {
            for (const to of network.getConnectedNodes(from, "to")) {
              const [a, b] = [onPage(at[from]), onPage(at[to])];
              const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
              const point = toBox(middle);
              const edge = network.getEdgeAt(point);
              if (edge !== undefined && network.getNodeAt(point) === undefined) return [edge, middle];
            }
          }
          return null;
        }""",
    )
    assert found, "no edge can be hit in its middle"
    edge, (x, y) = found
    return edge, (x, y)
