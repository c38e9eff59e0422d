"""Actor pages, head to head, matrix and demands with a real mouse: every click leads to the words that prove it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import canvas
from tests.browser.conftest import at_rest
from ui.actor_lists import SHOWN
from ui.proofs import SHOWN as PROOFS

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1440, "height": 1900}  # so that a chart need not be scrolled to


def chart(page: Page) -> Locator:
    """The page's only chart, once it is drawn and the script has run."""
    page.locator("[data-testid=stVegaLiteChart] svg").wait_for()
    at_rest(page)
    return page.locator("[data-testid=stVegaLiteChart]")


def proofs(page: Page) -> Locator:
    return page.locator("blockquote.evidence")


def has_no_sideways_scroll(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_from_the_details_to_the_page_and_on_to_the_edge(page: Page, address: str) -> None:
    page.goto(f"{address}/?selected=node%3Akemi-badenoch&since=2025-01-05")
    canvas.wait_until_drawn(page)
    page.locator(".st-key-named").get_by_role("link", name="Kemi Badenoch").click()
    expect(page).to_have_url(re.compile(r"/actor\?(?=.*since=2025-01-05)(?=.*actor=kemi-badenoch)"))
    chart(page)
    page.locator("[class*=st-key-rows-opposition]").get_by_role("link", name="Keir Starmer").first.click()
    expect(page).to_have_url(re.compile(r"/\?(?=.*since=2025-01-05)(?=.*selected=edge%3Akemi-badenoch)"))
    expect(proofs(page).first).to_be_visible()
    page.go_back()
    expect(page.locator(".name.large")).to_have_text("Kemi Badenoch")


def test_a_name_typed_opens_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}/actor")
    page.get_by_label("Person, party or organisation", exact=True).press_sequentially("strm")
    expect(page.get_by_text("Nobody and nothing in view is called so")).to_be_visible()
    page.get_by_label("Person, party or organisation", exact=True).fill("star")
    page.get_by_role("button", name="Keir Starmer").click()
    expect(page).to_have_url(re.compile("actor=keir-starmer"))
    expect(page.locator(".name.large")).to_have_text("Keir Starmer")


def test_a_double_click_in_the_small_graph_opens_the_page_of_another(page: Page, address: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{address}/actor?actor=keir-starmer")
    chart(page)
    canvas.wait_until_drawn(page)
    page.mouse.dblclick(*canvas.places(page)["jess-phillips"])
    expect(page.locator(".name.large")).to_have_text("Jess Phillips")
    page.go_back()
    expect(page.locator(".name.large")).to_have_text("Keir Starmer")


def test_what_is_folded_away_comes_when_it_is_opened(page: Page, address: str) -> None:
    page.goto(f"{address}/actor?actor=labour")
    chart(page)
    rows = page.locator("[class*=st-key-rows-affiliation-True]")
    links = rows.get_by_role("link")
    expect(links).to_have_count(SHOWN)
    rows.get_by_text(re.compile(r"^\d+ more$")).click()
    expect(links.nth(SHOWN)).to_be_visible()


def test_a_point_shows_its_proof_and_a_reload_keeps_it(page: Page, address: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{address}/actor?actor=kemi-badenoch&other=keir-starmer")
    points = chart(page).locator(".mark-symbol.role-mark path")
    expect(proofs(page)).to_have_count(min(points.count(), PROOFS))
    points.first.click()
    expect(proofs(page)).to_have_count(1)
    expect(page).to_have_url(re.compile("picked="))
    page.reload()
    expect(proofs(page)).to_have_count(1)
    page.get_by_test_id("stMainBlockContainer").get_by_role("button", name="Show all").click()
    expect(proofs(page)).to_have_count(min(points.count(), PROOFS))


def test_a_cell_shows_its_proof(page: Page, address: str) -> None:
    page.set_viewport_size(WIDE)
    page.goto(f"{address}/matrix")
    cell = chart(page).locator("path[aria-label^='Labour on Conservatives']")
    number = int(re.search(r"(\d+) statement", cell.get_attribute("aria-label") or "")[1])  # type: ignore[index]
    cell.click()
    expect(page.get_by_role("heading", name=re.compile("Labour on Conservatives"))).to_be_visible()
    expect(proofs(page)).to_have_count(min(number, PROOFS))
    page.get_by_role("link", name="Head to head").click()
    expect(page).to_have_url(re.compile(r"actor=labour&other=conservatives"))
    chart(page)


def test_a_demand_and_another_wording(page: Page, address: str) -> None:
    page.goto(f"{address}/demand")
    page.get_by_label("Demand, inquiry or issue", exact=True).fill("statutory")
    page.get_by_role("button", name="Statutory national inquiry").first.click()
    chart(page)
    before = proofs(page).count()
    page.get_by_role("combobox", name="Count other wordings along").click()
    page.get_by_role("option").first.click()
    expect(page).to_have_url(re.compile("alike="))
    expect(proofs(page).nth(before)).to_be_attached()


@pytest.mark.parametrize(
    "path",
    ["actor", "actor?actor=labour", "actor?actor=labour&other=conservatives", "matrix?by=actor", "demand"],
)
def test_on_a_phone_nothing_lies_beside_the_page(page: Page, address: str, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/{path}")
    page.locator(".name, .st-key-square").first.wait_for()
    at_rest(page)
    assert has_no_sideways_scroll(page)
