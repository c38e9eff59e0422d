"""Every page against WCAG 2.2, levels A and AA: by axe-core, and walked by keyboard, on a screen and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import canvas, keyboard
from tests.browser.conftest import at_rest, opened
from ui.pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": ["color-contrast"]}}
"""Theme -> what is tried in it: only contrast depends on it."""
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 29)"}
SIZES = {"screen": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
EDGE = "selected=edge%3Awes-streeting%7Cdismissed%7Celon-musk"
DETAILS = "blockquote.evidence"
SHOWN = {
    "explore": (f"?party=Labour&{EDGE}", DETAILS),
    "actor": (f"actor?actor=keir-starmer&{EDGE}", "[data-testid=stVegaLiteChart] svg"),
    "matrix": ("matrix?picked=Labour%7CConservatives", DETAILS),
    "compare": (f"compare?first=2025-01-01..2025-01-02&second=2025-01-03..2025-01-31&{EDGE}", DETAILS),
    "demand": ("demand?demand=demand--national-inquiry", "[data-testid=stVegaLiteChart] svg"),
    "read": ("read?document=2025-01-03-streeting-answers-musk&statement=5ca99555492e2587", ".reader-list li"),
    "add": (f"add?{EDGE}", ".lead"),
    "review": (f"review?{EDGE}", "[data-testid=stMain] input"),
    "explain": (f"explain?{EDGE}", "textarea"),
    "export": (f"export?party=Labour&{EDGE}", ".lead"),
}
"""Page -> an address at which it shows what it can, an edge selected; and what is there once it is drawn."""

NOT_OURS: dict[tuple[str, str], str] = {}
"""Rule and element of Streamlit's own that breaks it -> why it cannot be mended from outside."""

STILL = """() => {
  const before = window.heightBefore;
  window.heightBefore = document.querySelector("[data-testid=stMain]").scrollHeight;
  return before === window.heightBefore;
}"""
"""Whether the page is as long as when this was last asked: what comes late moves what has the focus out of sight."""


@pytest.fixture(scope="module")
def windows(browser: Browser, address: str) -> Iterator[dict[str, Page]]:
    """Size -> an open page of the app; to load one takes longest, so each goes from page to page."""
    with ExitStack() as stack:
        found = {size: stack.enter_context(opened(browser, address)) for size in SIZES}
        for size, page in found.items():
            page.set_viewport_size(SIZES[size])
            page.goto(f"{address}/add")
            page.locator("h1").wait_for(state="attached")
        yield found


@pytest.fixture(scope="module", params=[(page, size) for page in PAGES for size in SIZES], ids="-".join)
def shown(request: pytest.FixtureRequest, windows: dict[str, Page], address: str) -> Page:
    """One page of the app, drawn, with everything in its place."""
    name, size = request.param
    path, drawn = SHOWN[name]
    page = windows[size]
    page.goto(f"{address}/{path}")
    page.locator("h1", has_text=f"Hustings: {PAGES[name].title}").wait_for(state="attached")
    page.locator(drawn).first.wait_for()
    at_rest(page)
    page.wait_for_function(STILL, polling=500)
    return page


def broken(page: Page, rules: dict[str, Any]) -> list[str]:
    """Each of the rules that is broken, where, and how."""
    if found := _broken(page, rules):
        # What the script draws anew is paler for a moment, and a change of colours lets it run: what is broken stays so.
        page.wait_for_timeout(500)
        at_rest(page)
        found = _broken(page, rules)
    return found


def _broken(page: Page, rules: dict[str, Any]) -> list[str]:
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in Axe().run(page, options=options).response["violations"]
        for node in rule["nodes"]
        if not is_excused(page, rule["id"], node)
    ]


def is_excused(page: Page, rule: str, node: dict[str, Any]) -> bool:
    """Whether the table says that this rule is broken there by others."""
    element = page.locator(node["target"][-1]).first
    return any(
        rule == excused and element.evaluate("(element, where) => element.matches(where)", where)
        for excused, where in NOT_OURS
    )


def look(page: Page, scheme: str) -> None:
    """Until the page is drawn in these colours."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "paper => getComputedStyle(document.querySelector('.stApp')).backgroundColor === paper",
        arg=PAPER[scheme],
    )
    at_rest(page)


@pytest.mark.parametrize("scheme", RULES)
def test_no_rule_is_broken(shown: Page, scheme: str) -> None:
    look(shown, scheme)
    assert broken(shown, RULES[scheme]) == []


def test_the_keyboard_comes_to_every_control_and_is_seen_there(shown: Page) -> None:
    filters = shown.get_by_test_id("stExpandSidebarButton")
    if filters.is_visible():  # on a phone
        there = keyboard.walk(shown, "Shift+Tab")
        assert (there.missed, there.unmarked, there.covered, there.ended) == ([], [], [], True)
        assert not [stop for stop in there.stops if "Who acts" in stop], (
            "it walks through what is folded away"
        )
        filters.click()
    here = keyboard.walk(shown, "Tab")
    assert (here.missed, here.unmarked, here.covered, here.ended) == ([], [], [], True)
    assert len(here.stops) > len(PAGES)


def filters_on_a_phone(page: Page) -> Locator:
    page.set_viewport_size(SIZES["phone"])
    page.get_by_test_id("stExpandSidebarButton").click()
    return page.get_by_test_id("stSidebar").get_by_label("Who acts").first


def words_of_a_question(page: Page) -> Locator:
    page.get_by_label("Ask about who said what").click()
    return page.locator("#question-offers")


def names_in_the_graph(page: Page) -> Locator:
    page.get_by_role("combobox", name="Find a name").fill("jen")
    return page.get_by_role("listbox")


def choices_of_a_filter(page: Page) -> Locator:
    page.get_by_role("combobox", name="Who acts").press("ArrowDown")
    return page.get_by_role("listbox")


def a_filter_of_a_question(page: Page) -> Locator:
    page.get_by_role("button", name="party Labour").click()
    return page.get_by_role("button", name="Drop this filter")


def saved_views(page: Page) -> Locator:
    page.get_by_role("button", name="Share").click()
    page.get_by_label("Save this view as").fill("Read out")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Rename").click()
    return page.get_by_label("New name")


def documents_of_a_name(page: Page) -> Locator:
    page.locator(".st-key-claim").get_by_role("button", name="Wes Streeting").click()
    documents = page.locator(".st-key-panel details").last
    documents.locator("summary").click()
    return documents.get_by_role("link").first


def corrections(page: Page) -> Locator:
    page.goto(page.url.replace("/?", "/review?"))
    field = page.get_by_role("textbox", name="Your name")
    field.fill("Ines")
    field.press("Enter")
    return page.get_by_role("button", name="Change the relation")


UNFOLDED: list[Callable[[Page], Locator]] = [
    words_of_a_question, names_in_the_graph, choices_of_a_filter, a_filter_of_a_question, saved_views,
    documents_of_a_name, filters_on_a_phone, corrections,
]  # fmt: skip
"""What is seen only when it is asked for, by functions that ask for it."""


@pytest.fixture(scope="module")
def explore(browser: Browser, address: str) -> Iterator[Page]:
    """Explore with an edge selected."""
    with opened(browser, address) as page:
        page.goto(f"{address}/?party=Labour&{EDGE}")
        canvas.wait_until_drawn(page)
        expect(page.locator("#question-offers")).to_be_attached()
        yield page


@pytest.mark.parametrize("unfold", UNFOLDED)
def test_no_rule_is_broken_in_what_unfolds(explore: Page, unfold: Callable[[Page], Locator]) -> None:
    look(explore, "light")
    expect(unfold(explore)).to_be_visible()
    found = []
    for scheme, rules in RULES.items():
        look(explore, scheme)
        found += broken(explore, rules)
    explore.keyboard.press("Escape")
    assert found == []
