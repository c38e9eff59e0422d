"""The question bar offers names, words and questions while one types, by keyboard, mouse and finger."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

OFFERS = {
    "names": [
        ["Reed", "party", 40, ["the Reed party"]],
        ["Ada Fenn", "person", 30, ["Baroness Fenn"]],
        ["Harbour inquiry", "demand", 20, []],
        ["Róisín O’Hara", "person", 1, []],
        ["Gazette", "outlet", 9, []],
    ],
    "words": [
        ["on", "name", "join", 0],
        ["criticised", "name", "both", 8],
        ["called for", "thing", "both", 2],
        ["in", "time", "join", 0],
        ["critics of", "name", "begin", 0],
    ],
    "times": ["May 2031"],
    "leads": ["by"],
    "starts": ["critics of Reed"],
    "ready": {"party": ["who criticised {}"], "person": ["what did {} say"], "demand": ["who called for {}"]},
    "small": ["who", "the", "an", "was"],
}
TYPED = [
    # what is typed; what is offered
    ("", ["critics of Reed"]),
    ("fen", ["Ada Fenn", "what did Ada Fenn say"]),
    ("rois", ["Róisín O’Hara", "what did Róisín O’Hara say"]),
    ("o'h", ["Róisín O’Hara", "what did Róisín O’Hara say"]),
    ("isin", []),  # no word begins so
    ("c", ["criticised", "called for", "critics of"]),
    ("Fenn", ["what did Ada Fenn say", "Ada Fenn"]),
    ("Fenn ", ["on", "criticised", "called for", "in"]),
    ("Fenn cri", ["criticised"]),
    ("Fenn criticised ", ["Reed", "Ada Fenn", "Róisín O’Hara"]),
    ("Fenn criticised Reed ", ["in"]),
    ("Fenn on the ", ["Reed", "Ada Fenn", "Róisín O’Hara"]),
    ("who was criticised by ", ["Reed", "Ada Fenn", "Róisín O’Hara"]),
    ("who called for ", ["Harbour inquiry"]),
    ("who called for an inq", ["Harbour inquiry"]),
    ("Fenn in ", ["May 2031", "Gazette"]),
    ("Fenn in m", ["May 2031"]),
    ("zeppelins", []),
]


@pytest.fixture
def bar(page: Page, address: str) -> Locator:
    """The bar, once it offers words."""
    page.goto(address)
    expect(page.locator("#question-offers")).to_be_attached(timeout=60_000)
    return field(page)


def field(page: Page) -> Locator:
    return page.get_by_label("Ask about who said what")


def offered(page: Page) -> Locator:
    return page.locator("#question-offers [role=option]")


def lit(page: Page) -> Locator:
    return page.locator("#question-offers [aria-selected=true]")


def in_view(page: Page, words: str) -> None:
    """The sentence over the graph; that of the run before may still stand beside it."""
    expect(page.locator(".lead").filter(has_text=words).last).to_be_visible()


def test_what_is_offered_fits_what_is_typed(page: Page, bar: Locator) -> None:
    def suggest(typed: str) -> Any:
        return page.evaluate(
            """async ([typed, offers]) => {
              const { learn, suggest } = await import("/_stcore/bidi-components/hustings.question/suggest.js");
              return suggest(typed, typed.length, learn(offers), 8).map(({ label }) => label);
            }""",
            [typed, OFFERS],
        )

    assert [(typed, suggest(typed)) for typed, _ in TYPED] == TYPED


def test_arrows_and_enter_choose_and_another_enter_asks(page: Page, bar: Locator) -> None:
    bar.press_sequentially("starm")
    expect(offered(page).first).to_contain_text("Keir Starmer")
    expect(offered(page).first).to_contain_text(re.compile(r"person, \d+ statements"))
    bar.press("ArrowDown")
    expect(lit(page)).to_contain_text("Keir Starmer")
    bar.press("Enter")
    expect(bar).to_have_value("Keir Starmer ")
    bar.press_sequentially("on musk")
    bar.press("Enter")
    expect(page).to_have_url(re.compile(r"who=Keir\+Starmer&whom=Elon\+Musk"))
    expect(offered(page)).to_have_count(0)


def test_a_name_is_put_in_where_the_caret_stands(page: Page, bar: Locator) -> None:
    bar.fill(" on Musk")
    bar.press("Home")
    bar.press_sequentially("starm")
    bar.press("ArrowDown")
    bar.press("Enter")
    expect(bar).to_have_value("Keir Starmer on Musk")


def test_a_whole_question_is_asked_at_once(page: Page, bar: Locator) -> None:
    bar.press_sequentially("Labour")
    offered(page).filter(has_text="who criticised Labour").first.click()
    expect(page).to_have_url(re.compile("whom=Labour&relation=criticised"))
    expect(bar).to_have_value("who criticised Labour")


def test_escape_closes_the_list_and_leaves_the_question(page: Page, bar: Locator) -> None:
    bar.press_sequentially("starm")
    expect(offered(page)).not_to_have_count(0)
    bar.press("Escape")
    expect(offered(page)).to_have_count(0)
    expect(bar).to_have_value("starm")
    bar.press("ArrowUp")
    expect(lit(page)).to_have_count(1)  # and the arrows open it again, at its end
    expect(offered(page).last).to_have_attribute("aria-selected", "true")


def test_the_list_goes_when_the_bar_is_left(page: Page, bar: Locator) -> None:
    bar.click()
    expect(offered(page)).not_to_have_count(0)
    bar.press("Tab")
    expect(offered(page)).to_have_count(0)


def test_a_screen_reader_is_told(page: Page, bar: Locator) -> None:
    expect(bar).to_have_role("combobox")
    expect(bar).to_have_attribute("aria-expanded", "false")
    bar.press_sequentially("who called for ")
    expect(bar).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#question-told")).to_have_text("8 offered: arrow keys choose")
    bar.press("ArrowDown")
    bar.press("ArrowDown")
    second = offered(page).nth(1)
    expect(bar).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
    assert bar.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")


def test_the_field_may_be_drawn_after_its_offers_have_come(page: Page, address: str) -> None:
    """Streamlit loads the code of each kind of element by itself, in whatever order the line brings it."""
    held: list[Route] = []
    page.route("**/static/js/TextInput.*.js", lambda route: held.append(route))
    page.goto(address)
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((e) => /suggest.js/.test(e.name))"
    )
    page.wait_for_timeout(500)  # the module that asked for it runs
    assert held and not field(page).is_visible()
    held[0].continue_()
    expect(field(page)).to_have_attribute("role", "combobox", timeout=60_000)


def test_no_key_waits_for_the_server(page: Page, address: str) -> None:
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.goto(address)
    expect(page.locator("#question-offers")).to_be_attached(timeout=60_000)
    page.locator("[data-test-script-state=notRunning]").first.wait_for()
    before = len(sent)
    field(page).press_sequentially("who criticised lab")
    expect(offered(page).first).to_contain_text("Labour")
    assert len(sent) == before


def test_a_name_shows_as_words_whatever_it_holds(page: Page, bar: Locator) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    shown = page.evaluate(
        """async ([name, typed]) => {
          const module = await import("/_stcore/bidi-components/hustings.question/combobox.js");
          const [input, list] = [document.createElement("input"), document.createElement("ul")];
          const fill = (option, offer) => option.append(offer.label);
          document.body.append(input, list);
          new module.Combobox(input, list, { find: () => [{ label: name }], fill, choose: () => {} });
          input.focus();
          return [list.textContent, list.querySelectorAll("img").length];
        }""",
        [hostile, "i"],
    )
    assert shown == [hostile, 0]


def test_on_a_phone_a_finger_chooses_and_the_list_fits(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.add_init_script("sessionStorage.setItem('hustings-tour', 'seen')")
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#question-offers")).to_be_attached(timeout=60_000)
    field(page).tap()
    field(page).press_sequentially("musk")
    box = page.locator("#question-offers").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] + box["height"] <= 844
    assert all(row.bounding_box()["height"] >= 32 for row in offered(page).all())  # type: ignore[index]
    offered(page).filter(has_text="what did Elon Musk say").first.tap()
    expect(page).to_have_url(re.compile(r"who=Elon\+Musk"))
    context.close()
