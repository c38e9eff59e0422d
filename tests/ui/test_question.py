"""The question bar: words become filters in the address, what is unclear is told, and chips change the filters."""

from __future__ import annotations

import pytest

ASK = "question"


def address(page):
    """What the address says."""
    return {
        name: [value] if isinstance(value, str) else list(value) for name, value in page.query_params.items()
    }


def ask(page, question):
    return page.text_input(key=ASK).set_value(question).run()


def chips(page):
    return [block.proto.popover.label for block in page.get("popover") if "chip" in block.proto.id]


def told(page):
    return [text.value for text in page.markdown if "“" in text.value]


ASKED = [
    ("Brook on Carter", {"who": ["Ada Brook"], "whom": ["Ben Carter"]}),
    ("who criticised Carter in March 2025",
     {"whom": ["Ben Carter"], "relation": ["criticised"], "since": ["2025-03-01"], "until": ["2025-03-31"]}),
    ("calls for an inquiry", {"topic": ["inquiry"], "relation": ["called for"]}),
    ("Northern Union in the Lantern", {"party": ["Northern Union"], "outlet": ["Lantern"]}),
    ("supporters of Carter", {"whom": ["Ben Carter"], "family": ["support"]}),
    ("Brook last month", {"person": ["Ada Brook"], "since": ["2025-04-01"], "until": ["2025-04-30"]}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "wanted"), ASKED)
def test_a_question_becomes_the_filters_of_the_address(open_page, question, wanted):
    page = ask(open_page("explore"), question)
    assert address(page) == wanted
    assert not page.exception


def test_a_question_replaces_the_filters_and_leaves_the_selection(open_page):
    page = ask(open_page("explore", party="Northern Union", selected="node:ada-brook"), "Carter in April")
    assert set(page.query_params) == {"person", "since", "until", "selected"}


def test_what_is_not_understood_is_told_and_the_rest_is_used(open_page):
    page = ask(open_page("explore"), "Brook on zeppelins")
    assert address(page) == {"who": ["Ada Brook"]}
    assert told(page) == ["Not understood: “zeppelins”."]


def test_a_question_of_which_nothing_is_understood_changes_nothing(open_page):
    page = ask(open_page("explore", party="Northern Union"), "zeppelins")
    assert address(page) == {"party": ["Northern Union"]}
    assert told(page) == ["Not understood: “zeppelins”."]


def test_what_was_told_goes_when_the_view_is_another(open_page):
    page = ask(open_page("explore"), "Brook on zeppelins")
    page.query_params["who"] = "Ben Carter"
    assert told(page.run()) == []


def test_a_name_that_is_nearly_right_can_be_put_right(open_page):
    page = ask(open_page("explore"), "Brok on Carter")
    page.button(key="meant-0-Ada Brook").click().run()
    assert page.text_input(key=ASK).value == "Ada Brook on Carter"
    assert address(page) == {"who": ["Ada Brook"], "whom": ["Ben Carter"]}


def test_words_of_the_question_are_shown_as_words(open_page):
    page = ask(open_page("explore"), "**Brook** on [x](javascript:y)")
    assert all("[x]" not in text and "](" not in text for text in told(page))


def test_a_chip_changes_its_filter(open_page):
    page = open_page("explore", who="Ada Brook", family="opposition")
    page.multiselect(key="chip-edit-who").set_value(["Ben Carter"]).run()
    assert address(page) == {"who": ["Ben Carter"], "family": ["opposition"]}


def test_a_chip_drops_its_filter(open_page):
    page = open_page("explore", who="Ada Brook", since="2025-03-01")
    page.button(key="chip-drop-since").click().run()
    assert address(page) == {"who": ["Ada Brook"]}


def test_without_filters_there_are_no_chips(open_page):
    keys = {button.key for button in open_page("explore").button}
    assert not {key for key in keys if key and key.startswith("chip")}
