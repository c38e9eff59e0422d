"""The address holds the view on every page: links, a reload and the back button show what it says."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import canvas
from tests.browser.conftest import at_rest

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LABOUR = re.compile("the party Labour")
PHONE = {"width": 390, "height": 844}


def says(page: Page, words: str | re.Pattern[str]) -> None:
    """The sentence above the graph; the one of the run before may still stand beside it for a moment."""
    expect(page.locator(".lead").filter(has_text=words).last).to_be_visible()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()


def select(page: Page, node: str) -> None:
    page.mouse.click(*canvas.places(page)[node])
    expect(page).to_have_url(re.compile(f"selected=node%3A{node}"))


def test_the_filter_of_a_link_goes_along(page: Page, address: str) -> None:
    page.goto(f"{address}/?party=Labour")
    says(page, LABOUR)
    follow(page, "Export")
    expect(page).to_have_url(f"{address}/export?party=Labour")
    says(page, LABOUR)
    page.reload()
    says(page, LABOUR)
    expect(page.get_by_role("button", name="gexf")).to_be_visible()
    follow(page, "Add")
    expect(page).to_have_url(f"{address}/add?party=Labour")
    follow(page, "Explore")
    expect(page).to_have_url(f"{address}/?party=Labour")
    says(page, LABOUR)


def test_a_link_may_be_opened_in_a_new_tab(page: Page, address: str) -> None:
    page.goto(f"{address}/export?party=Labour")
    expect(page.get_by_role("button", name="gexf")).to_be_visible()
    for name, path in (("Explore", ""), ("Add", "add")):
        with page.context.expect_page() as opened:
            page.get_by_role("link", name=name).click(button="middle")
        expect(opened.value).to_have_url(f"{address}/{path}?party=Labour")
        opened.value.close()


def test_an_address_that_no_page_has_leads_to_those_that_there_are(browser: Browser, address: str) -> None:
    page = browser.new_page()
    answer = page.goto(f"{address}/reed?party=Labour")
    assert answer is not None and answer.status == 404
    expect(page.get_by_role("heading")).to_have_text("There is no page “reed”")
    page.get_by_role("link", name="Explore").click()
    canvas.wait_until_drawn(page)
    expect(page).to_have_url(f"{address}/")
    page.close()


def test_the_first_page_opens_by_its_name_too(page: Page, address: str) -> None:
    page.goto(f"{address}/explore?party=Labour")
    canvas.wait_until_drawn(page)
    expect(page).to_have_url(f"{address}/?party=Labour")


def test_back_from_another_page(page: Page, address: str) -> None:
    page.goto(f"{address}/?party=Labour")
    says(page, LABOUR)
    page.reload()
    follow(page, "Export")
    expect(page.get_by_role("button", name="gexf")).to_be_visible()
    page.go_back()
    canvas.wait_until_drawn(page)
    expect(page).to_have_url(f"{address}/?party=Labour")
    says(page, LABOUR)


def test_back_undoes_a_filter_and_stays_in_the_app(page: Page, address: str) -> None:
    page.goto(address)
    canvas.wait_until_drawn(page)
    page.get_by_label("Party", exact=True).click()
    page.get_by_role("option", name="Labour", exact=True).click()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}/?party=Labour")
    page.get_by_test_id("stButtonGroup").get_by_text("support", exact=True).click()
    expect(page).to_have_url(f"{address}/?party=Labour&family=support")
    page.go_back()
    says(page, "Statements that involve the party Labour.")
    page.go_back()
    says(page, "All statements.")
    expect(page).to_have_url(f"{address}/")
    expect(page.get_by_test_id("stMultiSelect").nth(1)).not_to_contain_text("Labour")


def test_back_undoes_a_selection_and_forward_repeats_it(page: Page, address: str) -> None:
    page.goto(f"{address}/?party=Labour")
    canvas.wait_until_drawn(page)
    select(page, "jess-phillips")
    expect(page.locator(".st-key-named")).to_contain_text("Jess Phillips")
    follow(page, "Export")
    expect(page).to_have_url(f"{address}/export?party=Labour&selected=node%3Ajess-phillips")
    expect(page.get_by_role("button", name="gexf")).to_be_visible()
    page.go_back()
    expect(page.locator(".status")).to_have_text("Selected: Jess Phillips")
    page.go_back()
    expect(page.locator(".status")).to_have_text("")
    expect(page.locator(".name").first).to_have_text("Who is at the centre")
    page.go_forward()
    expect(page.locator(".status")).to_have_text("Selected: Jess Phillips")


def test_a_double_click_is_one_step_back(page: Page, address: str) -> None:
    page.goto(address)
    canvas.wait_until_drawn(page)
    page.mouse.dblclick(*canvas.places(page)["jess-phillips"])
    says(page, "around Jess Phillips")
    expect(page).to_have_url(re.compile("centre=Jess.Phillips.*selected=node%3Ajess-phillips"))
    page.go_back()
    says(page, "All statements.")
    expect(page.locator(".status")).to_have_text("")


def test_a_value_that_nothing_has_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}/?party=Nobody+Party&centre=Foo")
    expect(page.get_by_role("alert")).to_contain_text("No party here is called 'Nobody Party'")
    at_rest(page)
    page.get_by_role("button", name="Without the party and the surroundings").click()
    says(page, "All statements.")
    expect(page).to_have_url(f"{address}/")
    expect(page.get_by_test_id("stSidebar")).not_to_contain_text("Nobody Party")


def test_the_sidebar_follows_the_buttons_of_the_details(page: Page, address: str) -> None:
    page.goto(f"{address}/?selected=node%3Ajess-phillips")
    sidebar = page.get_by_test_id("stSidebar")
    centre = sidebar.get_by_role("combobox", name="Only the surroundings of")
    at_rest(page)
    page.get_by_role("button", name="Show surroundings").click()
    expect(centre).to_have_value("Jess Phillips")
    page.get_by_role("button", name="Show everyone").click()
    says(page, "All statements.")
    expect(centre).to_have_value("")


def test_two_filters_in_quick_succession_both_count(page: Page, address: str) -> None:
    page.goto(address)
    canvas.wait_until_drawn(page)
    kinds = page.get_by_test_id("stButtonGroup").first
    for kind in ("support", "demand"):
        kinds.get_by_text(kind, exact=True).click()
    page.get_by_label("Least statements on an edge").fill("2")
    page.keyboard.press("Enter")
    says(page, "of the kind demand or support, on edges of at least 2 statements")
    expect(page).to_have_url(f"{address}/?family=support&family=demand&minimum=2")


def test_a_day_that_no_calendar_has_changes_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/?since=2025-02-01")
    field = page.get_by_label("From", exact=True)
    expect(field).to_have_value("2025-02-01")
    room = field.evaluate("field => [field.scrollWidth, field.clientWidth]")
    assert room[0] <= room[1], "the day is cut"
    field.fill("2025-02-31")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("2025-02-31")
    says(page, "dated from 2025-02-01")
    expect(page).to_have_url(f"{address}/?since=2025-02-01")


def test_a_phone_shows_the_way_to_every_page(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/?party=Labour")
    for name in ("Add", "Export", "Explore"):
        link = page.get_by_role("link", name=name)
        expect(link).to_be_in_viewport(ratio=1)
        link.click()
        expect(page).to_have_url(re.compile(rf"/{'' if name == 'Explore' else name.lower()}\?party=Labour"))
    says(page, LABOUR)
