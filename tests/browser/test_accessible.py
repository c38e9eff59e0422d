"""Every page against WCAG 2.2, levels A and AA, as far as axe-core can tell: both themes, a screen and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import at_rest, opened
from ui.pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
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
    "review": (f"review?{EDGE}", "input"),
    "explain": (f"explain?{EDGE}", "textarea"),
    "export": (f"export?party=Labour&{EDGE}", ".lead"),
}
"""Page -> an address at which it shows what it can, an edge selected; and what is there once it is drawn."""

NOT_OURS: dict[tuple[str, str], str] = {}
"""Rule and element of Streamlit's own that breaks it -> why it cannot be mended from outside."""


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
    """One page of the app, drawn."""
    name, size = request.param
    path, drawn = SHOWN[name]
    page = windows[size]
    page.goto(f"{address}/{path}")
    page.locator("h1", has_text=f"Hustings: {PAGES[name].title}").wait_for(state="attached")
    page.locator(drawn).first.wait_for()
    return page


def broken(page: Page) -> list[str]:
    """Each rule that is broken, where, and how."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_is_broken(shown: Page, scheme: str) -> None:
    shown.emulate_media(color_scheme=scheme)
    paper = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 29)"}[scheme]
    shown.wait_for_function(
        "paper => getComputedStyle(document.querySelector('.stApp')).backgroundColor === paper", arg=paper
    )
    at_rest(shown)
    assert broken(shown) == []
