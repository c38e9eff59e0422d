"""Questions, time, comparison, saved views and the tour in a real browser: by keyboard, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import canvas

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PERIODS = "first=2025-01-01..2025-01-06&second=2025-01-07..2025-01-31"


def says(page: Page, words: str) -> None:
    """The sentence above the graph; the one of the run before may still stand beside it for a moment."""
    expect(page.locator(".lead").filter(has_text=words).last).to_be_visible()


def at_rest(page: Page) -> None:
    """Until the script has run: what is drawn anew under the mouse takes no click."""
    page.wait_for_timeout(300)
    page.locator("[data-test-script-state=notRunning]").first.wait_for()


def open_explore(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}/{query}")
    canvas.wait_until_drawn(page)
    at_rest(page)


def ask(page: Page, question: str) -> None:
    field = page.get_by_label("Ask about who said what")
    field.fill(question)
    field.press("Enter")


def test_a_question_is_one_step_and_its_chips_can_be_dropped(page: Page, address: str) -> None:
    open_explore(page, address)
    ask(page, "Starmer on zeppelins in June 2025")
    says(page, "by Keir Starmer, dated from 2025-06-01 to 2025-06-30")
    expect(page.get_by_text("Not understood: “zeppelins”.")).to_be_visible()
    page.get_by_role("button", name="to 30 June 2025").click()
    page.get_by_role("button", name="Drop this filter").click()
    expect(page).to_have_url(f"{address}/?who=Keir+Starmer&since=2025-06-01")
    page.go_back()
    says(page, "dated from 2025-06-01 to 2025-06-30")
    page.go_back()
    says(page, "All statements.")
    expect(page).to_have_url(f"{address}/")


def test_which_of_several_is_asked_and_answered(page: Page, address: str) -> None:
    open_explore(page, address)
    ask(page, "Phillips on Musk")
    says(page, "about Elon Musk")
    page.locator(".st-key-unclear").get_by_role("button", name="Jess Phillips").click()
    expect(page).to_have_url(f"{address}/?whom=Elon+Musk&who=Jess+Phillips")
    expect(page.get_by_text("may be several")).to_have_count(0)


def test_the_period_is_drawn_by_keyboard_and_nothing_moves(page: Page, address: str) -> None:
    open_explore(page, address)
    before = canvas.positions(page)
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{address}/?since=2025-01-06")
    at_rest(page)
    page.keyboard.press("ArrowRight")  # the slider has kept the focus
    expect(page).to_have_url(f"{address}/?since=2025-01-13")
    says(page, "dated from 2025-01-13")
    at_rest(page)
    now = canvas.positions(page)
    assert 0 < len(now) < len(before)
    assert {node: before[node] for node in now} == now
    page.go_back()
    expect(page).to_have_url(f"{address}/?since=2025-01-06")


def test_playing_moves_no_node_and_its_end_is_one_step(page: Page, address: str) -> None:
    open_explore(page, address)
    before = canvas.positions(page)
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    seen = set()
    while page.get_by_role("button", name="Pause").is_visible() and len(seen) < 3:
        now = canvas.positions(page)
        assert {node: before[node] for node in now} == now
        seen.add(frozenset(now))
        assert page.url == f"{address}/"
        page.wait_for_timeout(400)
    assert len(seen) > 1
    if page.get_by_role("button", name="Pause").is_visible():
        page.get_by_role("button", name="Pause").click()
    expect(page).to_have_url(re.compile(r"since=2025-\d\d-\d\d&until=2025-\d\d-\d\d"))
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    page.go_back()
    says(page, "All statements.")


def test_time_can_be_moved_without_scrolling(page: Page, address: str) -> None:
    open_explore(page, address)
    expect(page.get_by_role("button", name="Play")).to_be_in_viewport(ratio=1)
    expect(page.locator(".st-key-timeline [data-testid=stSlider]")).to_be_in_viewport(ratio=1)


def test_windows_move_later_and_earlier(page: Page, address: str) -> None:
    open_explore(page, address)
    page.get_by_role("button", name="Later").click()
    expect(page).to_have_url(f"{address}/?since=2024-12-30&until=2025-01-05")
    at_rest(page)
    page.get_by_role("button", name="Later").click()
    expect(page).to_have_url(f"{address}/?since=2025-01-06&until=2025-01-12")
    at_rest(page)
    page.get_by_role("button", name="Earlier").click()
    expect(page).to_have_url(f"{address}/?since=2024-12-30&until=2025-01-05")


def test_a_comparison_shows_the_sentences_of_a_row_and_goes_into_a_file(page: Page, address: str) -> None:
    page.goto(f"{address}/compare?{PERIODS}")
    canvas.wait_until_drawn(page)
    says(page, "statements before")
    at_rest(page)
    table = page.get_by_test_id("stDataFrame").locator("canvas").first
    table.scroll_into_view_if_needed()
    frame = table.bounding_box()
    assert frame
    page.mouse.click(frame["x"] + 16, frame["y"] + 52)  # the box before the first row
    expect(page).to_have_url(re.compile("selected=edge%3A"))
    expect(
        page.locator(".kicker").filter(has_text=re.compile("^(Before|After): [1-9]")).first
    ).to_be_visible()
    at_rest(page)
    with page.expect_download() as file:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    assert file.value.path().read_text().startswith("change,who,kind,whom or what,before,after")


def test_a_view_is_saved_and_opened_by_its_short_link(page: Page, address: str) -> None:
    open_explore(page, address, "?party=Labour&since=2025-01-06")
    page.get_by_role("button", name="Share").click()
    page.get_by_label("Save this view as").fill("Labour from Epiphany")
    page.get_by_role("button", name="Save", exact=True).click()
    saved = page.get_by_role("button", name="Labour from Epiphany")
    expect(saved).to_be_visible()
    at_rest(page)
    saved.click()
    expect(page).to_have_url(re.compile(r"/\?view=[0-9a-f]{8}$"))
    page.reload()
    says(page, "involve the party Labour, dated from 2025-01-06")
    canvas.wait_until_drawn(page)
    at_rest(page)
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{address}/?party=Labour&since=2025-01-13")
    page.go_back()
    says(page, "involve the party Labour, dated from 2025-01-06")


@pytest.fixture
def newcomer(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has never been here."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()


def test_the_tour_takes_no_focus_and_stays_away_once_it_was_left(newcomer: Page, address: str) -> None:
    open_explore(newcomer, address)
    tour = newcomer.get_by_role("complementary", name="Short tour")
    expect(tour).to_contain_text("1 of 4")
    assert newcomer.evaluate("document.activeElement === document.body")
    for step in (2, 3, 4):
        tour.get_by_role("button", name="Next").click()
        expect(tour).to_contain_text(f"{step} of 4")
        expect(newcomer.locator("[data-tour]")).to_have_count(1)
    tour.get_by_role("button", name="Done").click()
    expect(tour).to_be_hidden()
    newcomer.reload()
    canvas.wait_until_drawn(newcomer)
    at_rest(newcomer)
    expect(tour).to_be_hidden()


def test_escape_leaves_the_tour_from_inside(newcomer: Page, address: str) -> None:
    open_explore(newcomer, address)
    tour = newcomer.get_by_role("complementary", name="Short tour")
    tour.get_by_role("button", name="Leave the tour").focus()
    newcomer.keyboard.press("Escape")
    expect(tour).to_be_hidden()
    expect(newcomer.locator("[data-tour]")).to_have_count(0)
