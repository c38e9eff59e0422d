"""What the keyboard does at the controls it comes to; `test_accessible` walks to all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import canvas
from tests.browser.conftest import at_rest, opened

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def loaded(browser: Browser, address: str) -> Iterator[Page]:
    """Explore with a filter."""
    with opened(browser, address) as page:
        page.goto(f"{address}/?party=Labour")
        canvas.wait_until_drawn(page)
        yield page


@pytest.fixture
def explore(loaded: Page) -> Page:
    at_rest(loaded)
    return loaded


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).first


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_tab_leads_into_what_a_button_unfolds_and_on(explore: Page) -> None:
    button(explore, "Share").press("Enter")
    panel = explore.get_by_role("dialog", name="Share")
    expect(panel).to_be_visible()
    press(explore, "Tab")
    expect(panel.get_by_role("button", name="Copy link")).to_be_focused()
    press(explore, "Shift+Tab")
    expect(button(explore, "Share")).to_be_focused()
    press(explore, "Tab", "Tab")
    expect(panel.get_by_role("button", name="Make a short link")).to_be_focused()
    panel.get_by_role("button").last.focus()
    press(explore, "Tab")
    expect(explore.get_by_label("Ask about who said what")).to_be_focused()
    expect(panel).to_be_hidden()


def test_what_is_chosen_by_arrows_is_one_stop_and_escape_leaves(explore: Page) -> None:
    button(explore, "Window").press("Enter")
    panel = explore.get_by_role("dialog", name="Window")
    press(explore, "Tab", "Tab", "Tab", "ArrowRight")
    expect(panel.get_by_role("radio", name="Medium")).to_be_focused()
    press(explore, "Tab")
    expect(explore.get_by_role("slider").first).to_be_focused()
    expect(panel).to_be_hidden()
    button(explore, "Window").press("Enter")
    expect(panel).to_be_visible()
    press(explore, "Tab", "Escape")
    expect(panel).to_be_hidden()
    expect(button(explore, "Window")).to_be_focused()


def test_a_row_of_the_table_is_chosen_and_the_table_left_though_the_mouse_was_there(explore: Page) -> None:
    table = explore.get_by_test_id("stDataFrame")
    table.hover()
    explore.mouse.move(5, 5)
    button(explore, "Search: Statements in view").focus()
    press(explore, "Tab")
    expect(button(explore, "Fullscreen: Statements in view")).to_be_focused()
    explore.wait_for_timeout(300)  # people press no faster, and the table hears a moment later
    press(explore, "Tab", "ArrowDown", "Shift+Space")
    expect(explore).to_have_url(re.compile("selected=edge%3A"))
    at_rest(explore)
    press(explore, *["Tab"] * 12)  # its columns, and on
    expect(table.locator(":focus")).to_have_count(0)


def test_fields_do_what_their_small_buttons_do(explore: Page) -> None:
    explore.get_by_test_id("stSidebar").locator("[tabindex='0']", has_text="Labour").last.press("Delete")
    expect(explore).not_to_have_url(re.compile("party="))
    at_rest(explore)
    field = explore.get_by_role("combobox", name="Party")
    field.press("ArrowDown")
    expect(explore.get_by_role("listbox")).to_be_visible()
    press(explore, "ArrowDown", "Enter", "Escape")
    expect(explore).to_have_url(re.compile("party="))
    at_rest(explore)
    explore.get_by_label("Least statements on an edge").press("ArrowUp")
    expect(explore).to_have_url(re.compile("minimum=2"))


def test_a_cell_of_the_matrix_is_chosen_in_its_table(explore: Page) -> None:
    explore.locator(".st-key-links").get_by_role("link", name="Matrix").press("Enter")
    explore.get_by_text("The same as a table").locator("xpath=ancestor::summary").press("Enter")
    cells = explore.get_by_test_id("stDataFrame").locator("canvas").first
    expect(cells).to_be_visible()
    at_rest(explore)
    cells.focus()
    press(explore, "ArrowDown", "Shift+Space")
    expect(explore).to_have_url(re.compile("picked="))


SORTED = """() => {
  const [titles, ...rows] = JSON.parse(document.querySelector("table[data-rows]").dataset.rows);
  const names = rows.map((row) => row[titles.indexOf("Who")].toLowerCase());
  return names.length > 2 && names.every((name, number) => !number || name <= names[number - 1]) && names[0];
}"""


def test_a_table_is_sorted_with_the_keyboard(explore: Page) -> None:
    explore.locator(".st-key-links").get_by_role("link", name="Explore").press("Enter")
    canvas.wait_until_drawn(explore)
    at_rest(explore)
    sort(explore, "Who, desc")
    last = explore.wait_for_function(SORTED).json_value()
    explore.get_by_test_id("stDataFrame").locator("canvas").first.focus()
    press(explore, "Control+Home", "Shift+Space")
    chosen = re.compile(f"selected=edge%3A{last.replace(' ', '-')}")
    expect(explore).to_have_url(chosen)
    for other in ("Relation, asc", "Date, asc"):  # where another stands in the row that was chosen
        sort(explore, other)
        expect(explore).to_have_url(chosen)


def sort(page: Page, words: str) -> None:
    """Sorts the table of the page."""
    before = page.get_by_test_id("stDataFrame").locator("canvas").first.element_handle()
    order = page.get_by_role("combobox", name="Sort the table by")
    order.focus()
    expect(order).to_be_in_viewport()
    order.press_sequentially(words)
    press(page, "Enter")
    before.wait_for_element_state("hidden")  # in another order it is another table
    at_rest(page)


def test_columns_are_pinned_and_moved_with_the_keyboard(explore: Page) -> None:
    lay = explore.get_by_role("combobox", name="Pin or widen columns")
    heads = explore.get_by_test_id("stDataFrame").locator("canvas").first.locator("th")
    for place, title in enumerate(("Outlet", "Voice")):
        expect(heads.nth(place)).not_to_have_text(title)
        lay.focus()
        lay.press_sequentially(f"{title}, pinned")
        press(explore, "Enter", "Escape")
        expect(heads.nth(place)).to_have_text(title)


def test_the_menu_of_a_column_offers_the_mouse_nothing_that_no_key_does(explore: Page) -> None:
    cells = explore.get_by_test_id("stDataFrame").locator("canvas").first
    cells.focus()  # the lists before the table fold
    cells.scroll_into_view_if_needed()
    box = cells.bounding_box()
    assert box is not None
    menu = explore.get_by_test_id("stDataFrameColumnMenu")
    for across in range(95, 150, 6):  # the dots stand at the right end of the first head
        explore.mouse.move(box["x"] + across, box["y"] + 17)
        explore.mouse.click(box["x"] + across, box["y"] + 17)
        explore.wait_for_timeout(200)
        if menu.is_visible():
            break
    expect(menu).to_be_visible()
    offered = menu.inner_text()
    assert all(words in offered for words in ("Sort ascending", "Autosize", "Hide column"))
    assert not re.search("Statistics|Format", offered)
