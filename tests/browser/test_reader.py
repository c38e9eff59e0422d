"""The reader in a browser: text and graph lead to each other, words are marked exactly, nothing in a text is run."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from records import Document, Entity, Mention, Reading, Statement
from store import Store
from tests.browser.conftest import ROOT, at_rest
from view.stretches import stretches

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

FRONTEND = ROOT / "ui" / "reader_component" / "frontend"
NAMES = ("Ada Brook", "Ben Carter", "Cara Dunne")
TEXT = (
    "Zoe\u0308 was there \U0001f6a2, and so was a \U0001f469\u200d\U0001f469\u200d\U0001f467.\r\n\r\n"
    "Ada Brook criticised Ben Carter over the <img src=x onerror=alert(1)> quay. It rained.\r\n\r\n"
    + "".join(f"On day {number} nothing of note was seen at the port. " for number in range(120))
    + "\r\n\r\nCara Dunne praised Ben Carter. Later Ben Carter thanked her \U0001f600 warmly."
)
TRIPLES = (("Ada Brook", "criticised", "Ben Carter"), ("Cara Dunne", "praised", "Ben Carter"))


def statement(number: int, document: Document) -> Statement:
    actor, relation, target = TRIPLES[number]
    words = " ".join(TRIPLES[number])
    start = document.text.index(words)
    cue, end = start + len(actor) + 1, start + len(words)
    return Statement(
        id=f"{document.id}-{number}",
        document=document.id,
        actor=actor,
        actor_id=actor.lower().replace(" ", "-"),
        actor_type="person",
        relation=relation,
        family="support" if number else "opposition",
        polarity=1 if number else -1,
        target=target,
        target_id=target.lower().replace(" ", "-"),
        target_type="person",
        evidence=words,
        start=start,
        end=end,
        actor_span=(start, start + len(actor)),
        cue_span=(cue, cue + len(relation)),
        target_span=(end - len(target), end),
        date=document.date,
        outlet=document.outlet,
        method="rule:verb",
    )


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('reader') / 'reports.db'}"
    document = Document(id="quay", text=TEXT, title="At the quay", outlet="Quay Courier", date="2025-03-01")
    people = tuple(Entity(id=name.lower().replace(" ", "-"), name=name, type="person") for name in NAMES)
    place = TEXT.rindex("Ben Carter")
    with Store(url) as store:
        store.add(
            Reading(
                document=document,
                statements=tuple(statement(number, document) for number in range(2)),
                entities=people,
                mentions=(Mention(start=place, end=place + 10, entity_id="ben-carter"),),
            ),
            {"extractor": "test"},
        )
    return url


@pytest.fixture
def reader(page: Page, address: str) -> Page:
    """The document, opened by its address."""
    page.goto(f"{address}/read?document=quay")
    expect(page.locator(".reader-list li")).to_have_count(
        2, timeout=60_000
    )  # the first visit opens the database
    return page


def lit(page: Page, role: str) -> str:
    """The words that are lit as this role."""
    return "".join(page.locator(f".reader-text .lit-{role}").all_inner_texts())


def item(page: Page, words: str):
    return page.locator(".reader-list button", has_text=words)


def drag(page: Page, words: str) -> None:
    """Selects the words with the mouse."""
    box = page.evaluate(
        """words => {
          const root = document.querySelector(".reader-text");
          const at = place => {
            const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            for (let node = texts.nextNode(); node; node = texts.nextNode()) {
              if (place < node.length) return [node, place];
              place -= node.length;
            }
          };
          const start = root.textContent.lastIndexOf(words);
          const range = document.createRange();
          range.setStart(...at(start));
          const [last, place] = at(start + words.length - 1);
          range.setEnd(last, place + 1);
          range.startContainer.parentElement.scrollIntoView({ block: "center" });
          const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
          const end = boxes.at(-1);
          return [boxes[0].left, boxes[0].top + boxes[0].height / 2, end.right, end.top + end.height / 2];
        }""",
        words,
    )
    page.mouse.move(box[0] + 1, box[1])
    page.mouse.down()
    page.mouse.move(box[2], box[3], steps=6)
    page.mouse.up()


def test_a_line_in_the_list_lights_who_what_and_whom(reader: Page) -> None:
    item(reader, "criticised").hover()
    assert (lit(reader, "actor"), lit(reader, "cue"), lit(reader, "target")) == TRIPLES[0]
    item(reader, "praised").focus()
    assert (lit(reader, "actor"), lit(reader, "cue"), lit(reader, "target")) == TRIPLES[1]


def test_the_keys_go_from_statement_to_statement(reader: Page) -> None:
    reader.locator(".reader-scroll").focus()
    for key, cue in (
        ("j", "criticised"),
        ("j", "praised"),
        ("j", "praised"),
        ("k", "criticised"),
        ("ArrowDown", "praised"),
    ):
        reader.keyboard.press(key)
        assert lit(reader, "cue") == cue
    expect(reader.locator(".reader-text .lit-cue")).to_be_in_viewport()
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("statement=quay-1"))
    expect(reader.get_by_text("Counts as support (+)")).to_be_visible()


def test_a_click_in_the_text_chooses_and_back_goes_back(reader: Page) -> None:
    reader.get_by_text("criticised", exact=True).last.click()
    expect(reader).to_have_url(re.compile("statement=quay-0"))
    item(reader, "praised").click()
    expect(reader).to_have_url(re.compile("statement=quay-1"))
    reader.go_back()
    expect(item(reader, "criticised")).to_have_attribute("aria-current", "true")
    assert lit(reader, "cue") == "criticised"


def test_text_and_graph_lead_to_each_other(reader: Page, address: str) -> None:
    reader.get_by_role("link", name="Show in the graph: Cara Dunne praised Ben Carter").click()
    expect(reader.locator("blockquote.evidence")).to_contain_text("Cara Dunne praised Ben Carter")
    expect(reader).to_have_url(re.compile(r"selected=edge"))
    reader.get_by_role("link", name="Show it in the text").click()
    expect(reader).to_have_url(re.compile(r"/read\?document=quay&statement=quay-1"))
    expect(reader.locator(".reader-text .lit-cue")).to_have_text("praised")
    expect(reader.locator(".reader-text .lit-cue")).to_be_in_viewport()


def test_layers_are_switched_and_the_link_keeps_them(reader: Page) -> None:
    mention = reader.locator(".reader-line.mentions")
    assert mention.evaluate("line => getComputedStyle(line).borderBottomStyle") == "none"
    reader.get_by_role("checkbox", name="mentions").check()
    assert mention.evaluate("line => getComputedStyle(line).borderBottomStyle") == "dotted"
    expect(reader).to_have_url(re.compile("layers=statements"))
    reader.reload()
    expect(reader.get_by_role("checkbox", name="mentions")).to_be_checked()


def test_citation_and_link_are_copied(reader: Page, address: str) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item(reader, "praised").click()
    reader.get_by_role("button", name="Copy citation").click()
    expect(reader.get_by_role("button", name="Copied")).to_be_visible()
    copied = reader.evaluate("navigator.clipboard.readText()")
    assert copied == "Cara Dunne praised Ben Carter, reported in Quay Courier, 1 March 2025"
    reader.get_by_role("button", name="Copy link").click()
    expect(reader.get_by_role("button", name="Copied")).to_have_count(2)
    assert (
        reader.evaluate("navigator.clipboard.readText()") == f"{address}/read?document=quay&statement=quay-1"
    )


def test_what_a_text_holds_is_never_run(reader: Page) -> None:
    expect(reader.locator(".reader-text")).to_contain_text("<img src=x onerror=alert(1)>")
    assert reader.locator(".reader-text img").count() == 0
    assert reader.evaluate("document.querySelector('.reader-text').textContent") == TEXT


def complete(page: Page) -> None:
    """Fills in what the marked words leave open, and adds the statement."""
    name = page.get_by_role("textbox", name="Your name")
    if name.count():
        name.fill("Ines")
        name.press("Enter")
    expect(page.get_by_role("combobox", name="Relation")).to_have_value("+ thanked")  # as the cue says
    page.get_by_role("button", name="Add the statement").click()
    expect(page.locator(".reader-list li")).to_have_count(3)


def added(database: str) -> list[tuple[str, ...]]:
    """Evidence and words of each statement that the journal has added and not taken back."""
    from workspace import Workspace

    with Workspace(database) as workspace:
        found = [s for s in workspace.statements_in("quay") if s.method == "review:Ines"]
    roles = ("actor", "cue", "target")
    return [(s.evidence, *(TEXT[slice(*getattr(s, f"{role}_span"))] for role in roles)) for s in found]


def test_words_are_marked_with_the_mouse_and_become_a_statement(reader: Page, database: str) -> None:
    reader.get_by_role("button", name="Add a statement").click()
    drag(reader, "Ben Carter thanked her \U0001f600 warmly")
    for words, hint in (
        ("Ben Carter", "Now select who"),
        ("thanked", "the words that say so"),
        ("her", "whom or what it is about"),
    ):
        expect(reader.locator(".reader-hint")).to_contain_text(hint)
        drag(reader, words)
    expect(reader.locator(".reader-hint")).to_contain_text("All is marked.")
    expect(reader.get_by_role("combobox", name="Who", exact=True)).to_have_value("Ben Carter")
    at_rest(reader)  # a list that is drawn anew under the mouse closes
    whom = reader.get_by_role("combobox", name="Whom or what")
    whom.fill("Cara")
    reader.get_by_role("option", name="Cara Dunne").first.click()
    complete(reader)
    assert added(database) == [("Ben Carter thanked her \U0001f600 warmly", "Ben Carter", "thanked", "her")]
    assert lit(reader, "cue") == "thanked"
    reader.get_by_role("button", name="Undo").click()
    expect(reader.locator(".reader-list li")).to_have_count(2)
    assert added(database) == []


def test_words_are_marked_with_the_keyboard(reader: Page) -> None:
    reader.locator(".reader-list button").first.press("s")
    expect(reader.get_by_role("textbox", name="Text of At the quay")).to_be_focused()
    reader.keyboard.press("Control+End")
    for _ in range(3):
        reader.keyboard.press("Control+Shift+ArrowLeft")
    reader.keyboard.press("x")
    reader.keyboard.press("Delete")
    assert reader.evaluate("document.querySelector('.reader-text').textContent") == TEXT
    expect(reader.locator(".reader-hint")).to_contain_text("Select the passage")
    reader.keyboard.press("Enter")
    expect(reader.get_by_text("Now select who")).to_be_visible()
    expect(reader.locator(".st-key-panel-reader")).to_contain_text("warmly")
    reader.keyboard.press("Escape")
    expect(reader.locator(".reader-steps")).to_be_hidden()


def test_single_keys_mean_nothing_outside_the_reader(reader: Page) -> None:
    reader.locator("body").press("s")
    reader.wait_for_timeout(500)
    expect(reader.locator(".reader-steps")).to_be_hidden()


def test_what_a_keyboard_writes_all_the_same_is_mended(reader: Page) -> None:
    reader.locator(".reader-list button").first.press("s")
    reader.evaluate(
        """() => {
          const text = document.querySelector(".reader-text");
          text.append("written");
          text.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }"""
    )
    assert reader.evaluate("document.querySelector('.reader-text').textContent") == TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_has_room_for_it(reader: Page, scheme: str) -> None:
    reader.emulate_media(color_scheme=scheme)
    reader.set_viewport_size({"width": 390, "height": 844})
    assert reader.evaluate("document.documentElement.scrollWidth") <= 390
    item(reader, "praised").click()
    expect(reader.get_by_text("Counts as support (+)")).to_be_visible()


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the component's own code for drawing and counting."""
    page = browser.new_page()
    modules = {
        name: base64.b64encode((FRONTEND / f"{name}.js").read_bytes()).decode()
        for name in ("article", "offsets")
    }
    page.evaluate(
        """async modules => {
          const load = code => import(`data:text/javascript;base64,${code}`);
          const [{ Article }, offsets] = await Promise.all([load(modules.article), load(modules.offsets)]);
          globalThis.selected = ([pieces, spans, start, end, wanted]) => {
            const root = document.createElement("article");
            document.body.replaceChildren(root);
            new Article(root).draw({ pieces, spans });
            const at = place => {  // a browser's own place, in UTF-16 units
              const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
              for (let node = texts.nextNode(); node; node = texts.nextNode()) {
                if (place <= node.length) return [node, place];
                place -= node.length;
              }
            };
            const range = document.createRange();
            range.setStart(...at(start));
            range.setEnd(...at(end));
            return [offsets.spanOf(root, range), offsets.rangeOf(root, wanted).toString(), root.textContent];
          };
        }""",
        modules,
    )
    yield page
    page.close()


SIGNS = st.one_of(
    st.sampled_from(
        "ab \n\u0308\u200d\ufe0f\U0001f469\U0001f6a2\U0001f1e9\U0001f1ea\u00a0\u3000\U00020bb7\u05d0<&"
    ),
    st.just("\r\n"),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.lists(SIGNS, min_size=1, max_size=40).map("".join)
JS_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@settings(max_examples=300)
@given(TEXTS, st.data())
def test_what_is_selected_is_exactly_what_python_cuts_out(
    blank: Page, text: str, data: st.DataObject
) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places).map(sorted).map(tuple), max_size=4))
    start, end = sorted((data.draw(places), data.draw(places)))
    pieces = [[text[low:high], numbers] for low, high, numbers in stretches((0, len(text)), spans)]
    facts = [{"layer": "statements", "lane": 0, "of": number} for number in range(len(spans))]
    words = text[start:end]
    kept = re.sub(f"^[{JS_SPACE}]+|[{JS_SPACE}]+$", "", words)
    found, cut, whole = blank.evaluate(
        "selected", [pieces, facts, units(text[:start]), units(text[:end]), [start, end]]
    )
    assert whole == text
    if start < end:
        assert cut == words
    if not kept:
        assert found is None
    else:
        first = start + words.index(kept)
        assert found == [first, first + len(kept)]
        assert text[slice(*found)] == kept
