"""Review in a browser: one key a decision, twenty a minute and more, and no key while somebody types."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from records import Document, Entity, Reading, Statement
from store import Store
from tests.browser.conftest import at_rest

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

STATEMENTS = 40
PEOPLE = {
    id: Entity(id=id, name=name, type="person")
    for id, name in (("ada-brook", "Ada Brook"), ("ben-carter", "Ben Carter"))
}


def reading(number: int) -> Reading:
    """A report in which Ada Brook criticises Ben Carter."""
    said = f"Ada Brook criticised Ben Carter over quay {number}."
    text = f"It rained at the port. {said} The quay was closed."
    start = text.index(said)
    statement = Statement(
        id=f"s{number:02}",
        document=f"d{number:02}",
        actor="Ada Brook",
        actor_id="ada-brook",
        actor_type="person",
        relation="criticised",
        family="opposition",
        polarity=-1,
        target="Ben Carter",
        target_id="ben-carter",
        target_type="person",
        evidence=said,
        start=start,
        end=start + len(said),
        actor_span=(start, start + 9),
        cue_span=(start + 10, start + 20),
        target_span=(start + 21, start + 31),
        method="rule:verb",
    )
    document = Document(id=f"d{number:02}", text=text, title=f"Quay {number}", outlet="Quay Courier")
    return Reading(document=document, statements=(statement,), entities=tuple(PEOPLE.values()))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('review') / 'reports.db'}"
    with Store(url) as store:
        store.add_all([reading(number) for number in range(STATEMENTS)], {"extractor": "test"})
    return url


@pytest.fixture
def sitting(page: Page, address: str) -> Page:
    """Review opened by Ines, in front of the first statement that nobody has judged."""
    page.goto(f"{address}/")
    page.get_by_role("link", name="Review").click()
    field = page.get_by_role("textbox", name="Your name")
    field.fill("Ines")
    field.press("Enter")
    expect(page.locator(".evidence .proof")).to_be_visible()
    expect(field).not_to_be_focused()
    return page


class Journal:
    """The entries that a test has written, as the database has them now."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.first = len(store.reviews())

    def actions(self) -> list[str]:
        return [review.action for review in self.store.reviews(self.first)]

    def subjects(self) -> list[str]:
        return [review.subject for review in self.store.reviews(self.first)]


@pytest.fixture
def journal(database: str) -> Iterator[Journal]:
    with Store(database) as store:
        yield Journal(store)


def quay(page: Page) -> str:
    """What is looked at."""
    return page.locator(".evidence .proof").inner_text()


def press(page: Page, key: str, place: int) -> None:
    """Presses a key and waits until the statement of this place in the queue is seen."""
    page.keyboard.press(key)
    page.locator(f"[data-seen^=open-{place - 1}-], [data-seen^=decided-{place - 1}-]").wait_for(
        state="attached"
    )


def test_one_key_decides_and_the_queue_moves(sitting: Page, journal: Journal) -> None:
    first = quay(sitting)
    press(sitting, "a", 2)
    press(sitting, "r", 3)
    press(sitting, "f", 4)
    assert journal.actions() == ["accept", "reject", "flip"]
    expect(sitting.get_by_text("3 done")).to_be_visible()
    press(sitting, "u", 3)
    assert journal.actions()[-1] == "undo"
    expect(sitting.get_by_text("2 done")).to_be_visible()
    press(sitting, "ArrowRight", 4)
    press(sitting, "ArrowLeft", 3)
    press(sitting, "ArrowLeft", 2)
    press(sitting, "ArrowLeft", 1)
    assert quay(sitting) == first
    expect(sitting.locator(".judged")).to_contain_text("accepted by Ines")


def test_twenty_decisions_a_minute_are_reached(sitting: Page, journal: Journal) -> None:
    start = time.monotonic()
    for number in range(20):
        press(sitting, "af"[number % 2], number + 2)
    seconds = time.monotonic() - start
    print(f"20 decisions in {seconds:.1f} s")
    assert len(journal.actions()) == 20
    assert seconds < 60


def test_a_key_pressed_twice_decides_nothing_unseen(sitting: Page, journal: Journal) -> None:
    sitting.keyboard.press("a")
    sitting.keyboard.press("a")
    expect(sitting.get_by_text(re.compile("· 2 of"))).to_be_visible()
    sitting.wait_for_timeout(1_500)
    assert journal.actions() == ["accept"]
    expect(sitting.get_by_text(re.compile("· 2 of"))).to_be_visible()


def test_keys_can_be_switched_off(sitting: Page, journal: Journal) -> None:
    sitting.get_by_text("Keys", exact=True).click()
    expect(sitting.get_by_role("button", name="Accept", exact=True)).to_be_visible()  # and no key beside it
    at_rest(sitting)
    sitting.keyboard.press("a")
    sitting.wait_for_timeout(1_000)
    assert journal.actions() == []
    sitting.get_by_role("button", name="Accept", exact=True).click()
    expect(sitting.get_by_text(re.compile("· 2 of"))).to_be_visible()
    assert journal.actions() == ["accept"]


def test_no_key_decides_while_somebody_types(sitting: Page, journal: Journal) -> None:
    field = sitting.get_by_role("textbox", name="Note")
    field.click()
    sitting.keyboard.type("a far ruler")
    expect(field).to_have_value("a far ruler")
    sitting.wait_for_timeout(1_000)
    assert journal.actions() == []
    sitting.get_by_role("button", name="Keep the note").click()
    expect(sitting.get_by_text("“a far ruler”")).to_be_visible()
    assert journal.actions() == ["note"]


def test_what_is_rejected_is_not_drawn_and_found_again(page: Page, address: str, sitting: Page) -> None:
    words = quay(sitting)
    press(sitting, "r", 2)
    sitting.get_by_role("radio", name="Decided").click()
    expect(sitting.locator(".evidence .proof")).to_have_text(words)
    expect(sitting.locator(".judged")).to_contain_text("rejected by Ines")
    press(sitting, "u", 1)


def test_explore_leads_to_a_statement_and_back(sitting: Page, address: str, journal: Journal) -> None:
    sitting.get_by_role("link", name="Explore").click()
    sitting.get_by_role("button", name="Ada Brook").first.click()
    sitting.get_by_role("button", name=re.compile("criticised Ben Carter")).click()
    evidence = sitting.locator("blockquote.evidence").nth(1)
    words = evidence.inner_text()
    sitting.get_by_role("link", name="Correct …").nth(1).click()
    expect(sitting.locator(".evidence .proof")).to_have_text(words)
    expect(sitting).to_have_url(re.compile(f"{address}/review.*statement=s"))
    sitting.get_by_role("button", name="Reject").click()
    expect(sitting.get_by_text(re.compile("1 done"))).to_be_visible()
    sitting.go_back()
    expect(evidence).to_be_visible()
    expect(sitting.locator("blockquote.evidence").filter(has_text=words)).to_have_count(0)


def test_explore_accepts_at_once(sitting: Page, journal: Journal) -> None:
    sitting.get_by_role("link", name="Explore").click()
    sitting.get_by_role("button", name="Ada Brook").first.click()
    sitting.get_by_role("button", name=re.compile("criticised Ben Carter")).click()
    sitting.get_by_role("button", name="Reject").first.click()
    expect(sitting.get_by_text("Rejected. Review can take it back.")).to_be_visible()
    assert journal.actions() == ["reject"]


def test_a_phone_has_the_decisions_within_reach(sitting: Page) -> None:
    sitting.set_viewport_size({"width": 390, "height": 844})
    accept = sitting.get_by_role("button", name="Accept")
    expect(accept).to_be_in_viewport()
    assert sitting.evaluate("document.documentElement.scrollWidth") <= 390
