"""Reads news feeds (RSS, Atom): each entry's own text, else the page that it links to."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import feedparser
import lxml.html

from errors import InputError
from ingest.address import address_id
from ingest.documents import make_document
from ingest.failures import Failure, attempt
from ingest.inputs import Input
from ingest.published import day_of
from ingest.readers import read_input
from records import Document, slug

ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]")
BLOCKS = ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "tr", "blockquote")

Fetch = Callable[[str], Input]


def is_feed(given: Input) -> bool:
    """Whether the input is a feed, by its first element."""
    return ROOT.match(given.head()) is not None


def read_feed(given: Input, fetch: Fetch) -> Iterator[Document | Failure]:
    """A document for each entry; what an entry's page does not tell is filled in from the feed.

    Args:
        given: The feed.
        fetch: Gets the page at an address.

    Raises:
        InputError: If the feed has no entries.
    """
    feed = feedparser.parse(io.BytesIO(given.read()), response_headers={"content-location": given.url})
    if not feed.entries:
        raise InputError("the feed has no entries", where=given.where, mend="Check the address in a browser")
    outlet = str(feed.feed.get("title", ""))
    for entry in feed.entries:
        link = str(entry.get("link") or given.where)
        yield from attempt(link, partial(_read_entry, entry, outlet, given, fetch))


def _read_entry(entry: Any, outlet: str, feed: Input, fetch: Fetch) -> Iterator[Document | Failure]:
    link = str(entry.get("link", ""))
    known = {"title": entry.get("title"), "outlet": outlet, "url": link}
    written = str(entry.get("published") or entry.get("updated") or "")
    own = "\n".join(str(part.value) for part in entry.get("content", ()))
    if link and not own:
        for item in read_input(fetch(link)):
            yield _completed(item, known, written) if isinstance(item, Document) else item
        return
    name = address_id(link) if link else slug(str(entry.get("id") or entry.get("title") or entry))
    where = link or feed.where
    dated = known | {"date": day_of(written, where)}
    yield make_document(text_of(own or str(entry.get("summary", ""))), dated, feed, where, name)


def text_of(fragment: str) -> str:
    """The text of a piece of HTML, each of its paragraphs a line.

    >>> text_of("<p>Ann <b>spoke</b>.</p><p>Bob<br>did not.</p>")
    'Ann spoke.\\nBob\\ndid not.'
    """
    root = lxml.html.fragment_fromstring(" ".join(fragment.split()), create_parent="div")
    for element in root.iter(*BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in str(root.text_content()).split("\n"))
    return "\n".join(line for line in lines if line)


def _completed(document: Document, known: dict[str, Any], written: str) -> Document:
    return replace(
        document,
        title=document.title or str(known["title"] or ""),
        date=document.date or day_of(written, str(known["url"])),
        outlet=document.outlet or known["outlet"],
    )
