"""On a phone: what is selected comes into sight at once, and the pages are within reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import canvas
from tests.browser.conftest import at_rest, opened

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WIDE, HIGH = 390, 844
DOCUMENT = "read?document=2025-01-03-streeting-answers-musk"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page as wide as a phone."""
    with opened(browser, address) as page:
        page.set_viewport_size({"width": WIDE, "height": HIGH})
        yield page


def lies_at_the_foot(panel: Locator) -> None:
    """In sight, over the lower part of the window, so that the rest is still seen."""
    expect(panel).to_be_in_viewport(ratio=1)
    box = panel.bounding_box()
    assert box and box["y"] > HIGH / 2 and box["y"] + box["height"] == HIGH and box["width"] == WIDE


def test_a_tap_on_the_graph_brings_the_details_into_sight(phone: Page, address: str) -> None:
    phone.goto(address)
    canvas.wait_until_drawn(phone)
    panel, close = phone.locator(".st-key-panel"), phone.get_by_role("button", name="Close")
    expect(panel).not_to_be_in_viewport()
    canvas.box(phone).scroll_into_view_if_needed()
    phone.get_by_test_id("stMain").evaluate("main => main.scrollBy(0, -200)")
    phone.mouse.click(*canvas.places(phone)["elon-musk"])
    expect(panel).to_contain_text("Elon Musk")
    expect(close).to_be_visible()
    lies_at_the_foot(panel)
    canvas.wait_until_drawn(phone)
    tapped, edge = canvas.places(phone)["elon-musk"], panel.bounding_box()
    assert edge and 0 < tapped[1] < edge["y"], "what was tapped is not under its details"
    expect(panel.get_by_text("Opposed by")).not_to_be_in_viewport()
    panel.get_by_text("Opposed by").scroll_into_view_if_needed()
    expect(close).to_be_in_viewport()
    close.click()
    expect(close).to_be_hidden()
    expect(panel).not_to_be_in_viewport()


def test_all_of_the_page_can_be_scrolled_out_from_under_the_details(phone: Page, address: str) -> None:
    phone.goto(f"{address}/?selected=node:elon-musk")
    lies_at_the_foot(phone.locator(".st-key-panel"))
    canvas.wait_until_drawn(phone)
    phone.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    table = phone.get_by_test_id("stDataFrame").bounding_box()
    panel = phone.locator(".st-key-panel").bounding_box()
    assert table and panel and table["y"] + table["height"] <= panel["y"]


def test_a_statement_of_the_text_brings_its_proof_into_sight(phone: Page, address: str) -> None:
    phone.goto(f"{address}/{DOCUMENT}")
    panel = phone.locator(".st-key-panel-reader")
    phone.locator(".reader-list").get_by_text("dismissed").click()
    expect(phone).to_have_url(re.compile("statement="))
    expect(panel).to_contain_text("Counts as opposition")
    lies_at_the_foot(panel)
    panel.get_by_role("button", name="Close").click()
    expect(phone).not_to_have_url(re.compile("statement="))
    expect(panel).to_contain_text("Choose a statement")


def test_the_links_between_the_pages_take_two_rows(phone: Page, address: str) -> None:
    phone.goto(f"{address}/matrix")
    links = phone.locator(".st-key-links").get_by_role("link")
    expect(links).to_have_count(10)
    at_rest(phone)
    boxes = [link.bounding_box() for link in links.all()]
    assert len({round(box["y"] + box["height"] / 2) for box in boxes if box}) == 2
    assert all(box and box["height"] >= 24 and box["x"] + box["width"] <= WIDE for box in boxes)
