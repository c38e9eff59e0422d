"""The proof of an edge: who printed it how often, in whose voice, why it counts as it does, and what can be copied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store import Store
from tests.ui.conftest import reading
from ui.edge_panel import why_counted

FERRY = reading("ferry")
CRITICISED = "edge:ada-brook|criticised|ben-carter"


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


@pytest.fixture
def reprinted(database):
    """The ferry's text once more in another outlet, whose name and address are hostile."""
    again = replace(
        FERRY.document, id="again", outlet="<i>Beacon</i>", url="javascript:alert(2)", title="<b>Again</b>"
    )
    with Store(database) as store:
        store.add(replace(FERRY, document=again), {"extractor": "test"})


def test_statements_reports_and_outlets_are_counted_apart(open_page, reprinted):
    told = html(open_page("explore", selected=CRITICISED))
    assert "2 statements, 3 reports, 3 outlets" in told
    assert told.count('<details class="reports"><summary>2 reports, 2 outlets</summary>') == 1


def test_what_others_wrote_is_escaped_and_linked_only_where_it_is_safe(open_page, reprinted):
    told = html(open_page("explore", selected=CRITICISED))
    assert "<li>&lt;i&gt;Beacon&lt;/i&gt;, 2 March 2025: &lt;b&gt;Again&lt;/b&gt;</li>" in told
    assert "javascript:" not in told
    assert '<a href="https://example.org/port"' in told


def test_a_statement_printed_once_has_no_list_of_reports(open_page):
    told = html(open_page("explore", selected="edge:ben-carter|called for|a-public-inquiry"))
    assert "1 statement, 1 report, 1 outlet" in told
    assert "<details" not in told


def test_citation_and_place_can_be_copied(open_page):
    told = html(open_page("explore", selected=CRITICISED))
    assert 'data-copy="Ada Brook criticised Ben Carter, reported in Lantern, 2 March 2025"' in told
    assert 'data-copy-link="read?document=ferry&amp;statement=ferry-0"' in told


VOICES = [
    ("outlet", None, "Told by Lantern in its own words"),
    ("direct", None, "First hand: quoted in their own words"),
    ("reported", None, "Reported by Lantern in other words"),
    ("nested", "cara-dunne", "Reported by Cara Dunne, not first hand"),
]


@pytest.mark.parametrize(("voice", "by", "words"), VOICES)
def test_the_voice_is_told_in_words(open_page, database, voice, by, words):
    said = replace(FERRY.statements[0], voice=voice, attributed_to=by)
    with Store(database) as store:
        store.replace(replace(FERRY, statements=(said,)), {"extractor": "test"})
    assert words in html(open_page("explore", selected=CRITICISED))


REASONS = [
    ({"method": "rule:verb"}, "Counts as opposition (−), read from the verb “criticised”"),
    ({"method": "review:Ines"}, "Counts as opposition (−), marked by Ines"),
    ({"method": "import:dna:Otto"}, "Counts as opposition (−), coded by Otto, in an imported file"),
    (
        {"method": "rule:verb", "family": "demand", "polarity": 0},
        "Counts as a demand, which has no sign (→), read from the verb “criticised”",
    ),
]


@pytest.mark.parametrize(("facts", "words"), REASONS)
def test_the_sign_is_told_with_the_rule_and_the_word_that_gave_it(facts, words):
    assert why_counted(replace(FERRY.statements[0], **facts), FERRY.document) == words
