"""A printed page: what was found, by which filters and at which address, in ink on white; nothing to press."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser import canvas
from tests.browser.conftest import opened

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

VIEW = "?party=Labour&selected=edge%3Awes-streeting%7Cdismissed%7Celon-musk"
PAPER = "rgb(255, 255, 255)"
INKS = """() => {
  const found = new Set();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (text.data.trim() && element.checkVisibility()) found.add(getComputedStyle(element).color);
  }
  return [...found].map((colour) => colour.match(/[0-9.]+/g).map(Number));
}"""
"""The colours of all words that are seen."""


@pytest.fixture(scope="module", params=["light", "dark"])
def sheet(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Explore with an edge selected, as a printer gets it."""
    with opened(browser, address) as page:
        page.emulate_media(color_scheme=request.param)
        page.goto(f"{address}/{VIEW}")
        canvas.wait_until_drawn(page)
        expect(page.locator("blockquote.evidence")).to_be_visible()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print", color_scheme=request.param)
        yield page


def test_what_was_found_is_on_it(sheet: Page) -> None:
    expect(sheet.get_by_role("heading", name="Hustings: Explore")).to_be_in_viewport()
    expect(sheet.locator(".lead").first).to_contain_text("the party Labour")
    expect(canvas.box(sheet)).to_be_visible()
    expect(sheet.locator("blockquote.evidence")).to_be_visible()
    expect(sheet.locator(".st-key-claim")).to_contain_text("Wes Streeting")


@pytest.mark.parametrize(
    "what",
    ["[data-testid=stSidebar]", "[data-testid=stHeader]", ".st-key-links", ".st-key-share", ".copies", ".st-key-close"],
)  # fmt: skip
def test_what_is_to_be_pressed_is_not(sheet: Page, what: str) -> None:
    assert sheet.locator(what).count()
    for part in sheet.locator(what).all():
        expect(part).to_be_hidden()


def test_a_table_has_all_its_rows_on_it(sheet: Page) -> None:
    heading = sheet.get_by_role("heading", name="statements in view").inner_text()
    rows = sheet.locator(".rows tbody tr")
    assert rows.count() == int(heading.split()[0]) > 40, "more than a window on the screen shows"
    expect(rows.last).to_be_visible()
    expect(sheet.locator(".rows thead th")).to_have_text(
        ["Date", "Who", "Relation", "Whom or what", "Evidence", "Voice", "Outlet"]
    )
    expect(sheet.get_by_test_id("stDataFrame")).to_be_hidden()
    sheet.emulate_media(media="screen")
    expect(rows.last).to_be_hidden()
    expect(sheet.get_by_test_id("stDataFrame")).to_be_visible()
    sheet.emulate_media(media="print")


def test_it_is_ink_on_white(sheet: Page) -> None:
    assert sheet.locator(".stApp").evaluate("app => getComputedStyle(app).backgroundColor") == PAPER
    inks = sheet.evaluate(INKS)
    assert inks
    assert [ink for ink in inks if 0.299 * ink[0] + 0.587 * ink[1] + 0.114 * ink[2] > 140] == []


def test_a_picture_drawn_on_a_dark_page_is_turned(sheet: Page, request: pytest.FixtureRequest) -> None:
    turned = sheet.locator(".st-key-graph").evaluate("graph => getComputedStyle(graph).filter !== 'none'")
    assert turned == (request.node.callspec.params["sheet"] == "dark")


def test_where_only_the_sidebar_has_the_filters_a_sentence_says_them(page: Page, address: str) -> None:
    page.goto(f"{address}/actor?actor=keir-starmer&party=Labour")
    expect(page.locator(".name.large")).to_be_visible()
    said = page.locator(".printed")
    expect(said).to_be_hidden()
    page.emulate_media(media="print")
    expect(said).to_be_visible()
    expect(said).to_have_text("Statements that involve the party Labour.")


def letters(text: str) -> str:
    """Without what the fonts of a file may have joined or exchanged."""
    return re.sub("[^A-Za-z0-9]", "", text)


def test_the_file_holds_the_words_and_the_address(sheet: Page, address: str) -> None:
    pages = PdfReader(io.BytesIO(sheet.pdf(format="A4", print_background=True))).pages
    words = letters("".join(page.extract_text() for page in pages))
    assert letters(f"{address}/{VIEW}") in words
    assert letters(sheet.locator("blockquote.evidence").inner_text()) in words
    assert letters("Least statements on an edge") not in words
