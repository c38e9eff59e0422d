from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import html

from records import Document, Statement
from view.evidence import cite, highlight, reports_html, safe_url, tally_reports

TEXT = (
    "Dr. Ann Archer spoke first. The hall was full.\n\n"
    "She criticised Bob Barker <sharply> & at length. Mr. Barker left! Nobody followed."
)


def compact(marked: str) -> str:
    """Marks as [role:words]."""
    return re.sub(r'<mark class="([a-z ]+)">(.*?)</mark>', r"[\1:\2]", marked)


CASES = [
    # evidence                        actor   cue           target        context  shown
    ("She criticised Bob Barker <sharply> & at length.", "She", "criticised", "Bob Barker", 0,
     "[actor:She] [cue:criticised] [target:Bob Barker] &lt;sharply&gt; &amp; at length."),
    ("She criticised Bob Barker <sharply> & at length.", "Ann Archer", "criticised", "Bob Barker", 0,
     "Dr. [actor:Ann Archer] spoke first. … She [cue:criticised] [target:Bob Barker] &lt;sharply&gt; &amp; at length."),
    ("She criticised Bob Barker <sharply> & at length.", "She", "criticised", "Mr. Barker", 0,
     "[actor:She] [cue:criticised] Bob Barker &lt;sharply&gt; &amp; at length. [target:Mr. Barker] left!"),
    ("She criticised Bob Barker <sharply> & at length.", "She", "criticised", "Nobody", 0,
     "[actor:She] [cue:criticised] Bob Barker &lt;sharply&gt; &amp; at length. … [target:Nobody] followed."),
    ("She criticised Bob Barker <sharply> & at length.", "She", "She criticised Bob", "Bob Barker", 0,
     "[actor cue:She][cue: criticised ][cue target:Bob][target: Barker] &lt;sharply&gt; &amp; at length."),
    ("She criticised Bob Barker <sharply> & at length.", "She", "criticised", "Bob Barker", 1,
     "The hall was full. [actor:She] [cue:criticised] [target:Bob Barker] &lt;sharply&gt; &amp; at length. "
     "Mr. Barker left!"),
    ("She criticised Bob Barker <sharply> & at length.", "She", "criticised", "Bob Barker", 9,
     "Dr. Ann Archer spoke first. The hall was full. [actor:She] [cue:criticised] [target:Bob Barker] "
     "&lt;sharply&gt; &amp; at length. Mr. Barker left! Nobody followed."),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "actor", "cue", "target", "context", "shown"), CASES)
def test_highlight(state, evidence, actor, cue, target, context, shown):
    statement, document = state(TEXT, evidence, actor, cue, target)
    assert compact(highlight(statement, document, context)) == shown


def test_without_the_document_what_lies_outside_is_left_out(state):
    statement, _ = state(TEXT, "The hall was full.", "Ann Archer", "hall", "Nobody")
    assert compact(highlight(statement)) == "The [cue:hall] was full."


def test_a_document_of_another_text_is_ignored(state):
    statement, _ = state(TEXT, "The hall was full.", "Ann Archer", "hall", "full")
    other = Document(id="d1", text="Something else was written here, and it is long enough. " * 3)
    assert compact(highlight(statement, other)) == "The [cue:hall] was [target:full]."


def test_a_role_without_words_is_not_marked(state):
    statement, document = state(TEXT, "The hall was full.", "The", "hall", "full", actor_span=(0, 0))
    assert compact(highlight(statement, document)) == "The [cue:hall] was [target:full]."


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))


@given(st.text(min_size=1, max_size=50), spans, spans, spans, spans)
def test_any_text_and_any_spans_give_that_text_and_nothing_but_marks(text, whole, actor, cue, target):
    assume(text.strip() and "\x00" not in text)
    start, end = (min(place, len(text)) for place in whole)
    assume(start < end)
    statement = Statement(
        id="s", document="d", actor="A", actor_id="a", actor_type="person", relation="met", family="action",
        polarity=0, target="B", target_id="b", target_type="person", evidence=text[start:end], start=start,
        end=end, actor_span=actor, cue_span=cue, target_span=target,
    )  # fmt: skip
    shown = highlight(statement)
    rest = re.sub(r'<mark class="(actor|cue|target)( cue| target)*">|</mark>', "", shown)
    assert "<" not in rest
    assert ">" not in rest
    assert not re.search(r"&(?!(amp|lt|gt|quot|#x27);)", rest)
    if text.isprintable():
        assert html.fromstring(f"<div>{shown}</div>").text_content() == text[start:end]
    assert highlight(statement, Document(id="d", text=text)).count("<mark") == len(
        re.findall("</mark>", highlight(statement, Document(id="d", text=text)))
    )


CITATIONS = [
    ({}, {}, "Ann Archer criticised Bob Barker, reported in The Gazette, 5 January 2025, <https://gazette.example/a>"),
    ({"outlet": "", "url": "", "source": "City archive"}, {},
     "Ann Archer criticised Bob Barker, reported in City archive, 5 January 2025"),
    ({"outlet": "", "url": "", "title": "A day out"}, {},
     "Ann Archer criticised Bob Barker, reported in “A day out”, 5 January 2025"),
    ({"outlet": "", "url": "javascript:alert(1)", "date": None}, {},
     "Ann Archer criticised Bob Barker, reported in document d1, undated"),
    ({"url": ""}, {"negated": True},
     "Ann Archer criticised Bob Barker, which the text denies, reported in The Gazette, 5 January 2025"),
    ({"url": ""}, {"modality": "future"},
     "Ann Archer criticised Bob Barker, as something to come, reported in The Gazette, 5 January 2025"),
    ({"url": ""}, {"voice": "nested", "attributed_to": "cy-cole"},
     "Ann Archer criticised Bob Barker, according to Cy Cole, reported in The Gazette, 5 January 2025"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "statement", "line"), CITATIONS)
def test_cite(state, document, statement, line):
    made, read = state(TEXT, "The hall was full.", "The", "hall", "full", **statement)
    assert cite(made, Document(**({**read.to_json(), **document})), speaker="Cy Cole") == line


SAFE = [
    "https://gazette.example/a?b=c&d=e#f",
    "http://gazette.example",
    "HTTPS://gazette.example/ü",
    "https://[::1]:80/",
]
UNSAFE = [
    "", "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//gazette.example/a", "gazette.example",
    "https://", "https:///a", "https://bank.example@evil.example/", "https://evil.example\\@bank.example",
    'https://a.example/"onmouseover="x', "https://a.example/<script>", "https://a.example/ b",
    "https://a.example\t/", "https://a.example:99999/", "https://[bad/", "https://a.example/\x00",
]  # fmt: skip


@pytest.mark.parametrize("url", SAFE)
def test_a_web_address_may_become_a_link(url):
    assert safe_url(f" {url} ") == url


@pytest.mark.parametrize("url", UNSAFE)
def test_anything_else_may_not(url):
    assert safe_url(url) is None


@given(st.text())
def test_whatever_may_become_a_link_is_a_web_address(text):
    url = safe_url(text)
    assert url is None or re.match(r"(?i)https?://[^\s\"'<>\\]+$", url)


@dataclass(frozen=True)
class Print:
    title: str = "A day out"
    date: str | None = "2025-01-05"
    outlet: str = "The Gazette"
    url: str = ""


TALLIES = [
    ([Print()], "1 report, 1 outlet"),
    ([Print(), Print(outlet="Bell"), Print()], "3 reports, 2 outlets"),
    ([Print(), Print(outlet="")], "2 reports, 1 outlet"),
    ([Print(outlet="")], "1 report, outlet unknown"),
]


@pytest.mark.parametrize(("reports", "words"), TALLIES)
def test_reports_and_outlets_are_counted_apart(reports, words):
    assert tally_reports(reports) == words


LINES = [
    (Print(), "The Gazette, 5 January 2025: A day out"),
    (Print(date=None, outlet="", title=""), "outlet unknown, undated: without a title"),
    (Print(outlet="<Bell>", title="a & b"), "&lt;Bell&gt;, 5 January 2025: a &amp; b"),
    (Print(url="javascript:alert(1)"), "The Gazette, 5 January 2025: A day out"),
    (
        Print(url="https://a.example/?x&y"),
        'The Gazette, 5 January 2025: <a href="https://a.example/?x&amp;y" target="_blank" '
        'rel="noopener noreferrer">A day out</a>',
    ),
]


@pytest.mark.parametrize(("report", "line"), LINES)
def test_a_report_is_a_line_of_escaped_words(report, line):
    assert f"<li>{line}</li>" in reports_html([report])
