"""A page's day of publication: from its metadata, to the letter, or none."""

from __future__ import annotations

import json

import pytest

from errors import InputError
from ingest import read_bytes
from ingest.published import day_of
from tests.ingest.samples import ARTICLE, SENTENCES

DECLARED = '<meta property="article:published_time" content="2024-03-12T09:00:00+00:00">'


def page(head: str = "", above: str = "", text: str = "") -> bytes:
    article = ARTICLE.replace(DECLARED, head).replace("</h1>", f"</h1>{above}")
    return article.replace(SENTENCES[0], f"{SENTENCES[0]} {text}").encode()


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def article(day: object, kind: object = "NewsArticle") -> dict[str, object]:
    return {"@type": kind, "datePublished": day}


FEBRUARY = meta("article:published_time", "2025-02-28")

TAKEN = [
    # page                                                                              day
    (page(meta("article:published_time", "2025-02-28T23:30:00-05:00")),                 "2025-02-28"),
    (page('<meta property="og:published_time" content="2024-02-29">'),                  "2024-02-29"),
    (page(meta("DC.date.issued", "2025/2/8")),                                          "2025-02-08"),
    (page(meta("pubdate", "20250228T0930")),                                            "2025-02-28"),
    (page(meta("date", "28 February 2025")),                                            "2025-02-28"),
    (page('<meta itemprop="datePublished" content="Feb 28, 2025">'),                    "2025-02-28"),
    (page(linked(article("2025-02-28T08:00:00Z"))),                                     "2025-02-28"),
    (page(linked([{"@graph": [article("2025-02-28", ["Thing", "BlogPosting"])]}])),     "2025-02-28"),
    (page(linked({"@type": "WebPage", "mainEntity": article("2025-02-28")})),           "2025-02-28"),
    (page(linked(article("2025-02-28")) + meta("date", "2025-06-01")),                  "2025-02-28"),
    (page(FEBRUARY + linked(article("2025-06-01"))),                                    "2025-02-28"),
    (page('<script type="application/ld+json">{"@type": oops</script>' + FEBRUARY),     "2025-02-28"),
    (page(meta("article:published_time", "") + meta("date", "2025-02-28")),             "2025-02-28"),
    (page(meta("pubdate", "on Friday") + meta("date", "2025-02-28")),                   "2025-02-28"),
    (page(above='<time datetime="2025-02-28T10:00">Friday</time>'),                     "2025-02-28"),
    (page(above='<p><time class="entry-date published" datetime="2025-02-28">x</time></p>'), "2025-02-28"),
    (page(above='<time pubdate datetime="2025-02-28">x</time><time datetime="2025-06-01">y</time>'), "2025-02-28"),
    (page(above='<time datetime="2025-02-28">x</time><time class="updated" datetime="2025-06-01">y</time>'), "2025-02-28"),
]  # fmt: skip


@pytest.mark.parametrize("content, day", TAKEN)
def test_a_declared_day_is_taken(content, day):
    [document] = read_bytes("plan.html", content)
    assert document.date == day


UNKNOWN = [
    page(),
    page(text="It was 28 February 2025."),
    page(text='They met on <time datetime="2025-02-28">Friday</time>.'),
    page(text="It was 2025-02-31."),
    page('<link rel="canonical" href="https://tidewater.example/2025/02/28/plan">'),
    page(meta("article:published_time", "Friday")),
    page(meta("article:published_time", "2025-02")),
    page(meta("article:published_time", "05/01/2025")),
    page(meta("article:published_time", "1740700800")),
    page(meta("article:modified_time", "2025-02-28")),
    page(linked(article(None))),
    page(linked(article("2025-02-28", "Person"))),
    page(linked({"@type": "NewsArticle", "hasPart": [article("2025-02-28")]})),
    page(linked([article("2025-02-28"), article("2025-06-01")])),
    page(above='<time datetime="2025-02-28">x</time><time datetime="2025-06-01">y</time>'),
    page(above='<time class="updated" datetime="2025-06-01">y</time>'),
]


@pytest.mark.parametrize("content", UNKNOWN)
def test_a_day_that_is_not_declared_is_unknown(content):
    [document] = read_bytes("plan.html", content)
    assert document.date is None


IMPOSSIBLE = [
    page(meta("article:published_time", "2025-02-31")),
    page(meta("article:published_time", "2025-02-31T09:00:00+00:00")),
    page(meta("article:published_time", "2025-02-31") + linked(article("2025-02-28"))),
    page('<meta property="og:published_time" content="2025-13-01">'),
    page(meta("date", "2023-02-29")),
    page(meta("date", "31 February 2025")),
    page(meta("pubdate", "20250231")),
    page(linked(article("2025-02-31"))),
    page(above='<time datetime="2025-02-31">x</time>'),
    page(above='<span itemprop="datePublished" content="2025-04-31">x</span>'),
    page(meta("article:published_time", "0000-00-00 00:00:00")),
]


@pytest.mark.parametrize("content", IMPOSSIBLE)
def test_a_declared_day_that_no_calendar_has_is_refused(content):
    with pytest.raises(InputError, match=r"that it declares, '[^']+', is not a date. Save it and") as caught:
        read_bytes("plan.html", content)
    assert caught.value.where == "plan.html"


WRITTEN = [
    ("Tue, 12 Mar 2024 00:30:00 +0100", "2024-03-12"),
    ("Tuesday, March 12th, 2024", "2024-03-12"),
    ("12 Sept 2024", "2024-09-12"),
    ("2024.3.12", "2024-03-12"),
    ("2024-3/12", None),
    ("2024-03-123", None),
    ("12 Mai 2024", None),
    ("-0001-11-30T00:00:00", None),
    ("", None),
]


@pytest.mark.parametrize("written, day", WRITTEN)
def test_how_days_are_written(written, day):
    assert day_of(written, "feed") == day
