"""Reads web pages: the article without menus and advertising, with its title, date and outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document as Extracted

from errors import InputError
from ingest.characters import decode
from ingest.documents import make_document
from ingest.inputs import Input
from ingest.published import published
from records import Document

DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*(?:\s|$)")
NO_SEARCH = {"extensive_search": False}
"""The extractor's own date is not used, since it puts days right that no calendar has; so none is searched for."""


def read_page(given: Input) -> Iterator[Document]:
    """The document of the main article in a page.

    Raises:
        InputError: If the page has none, or says that it was published on a day that no calendar has.
    """
    data = given.read()
    tree = load_html(decode(data, given.where, given.charset or _declared(data)))
    page = None if tree is None else extract(tree, given.url)
    # Menus and headings hold no sentence.
    if tree is None or page is None or not SENTENCE_END.search(page.text or ""):
        raise InputError(
            "no article was found in the page",
            where=given.where,
            mend="Copy the article's text into a .txt file, or paste it",
        )
    day = published(tree, given.where)
    known = {"title": page.title, "date": day, "outlet": page.sitename, "url": page.url}
    yield make_document(page.text or "", known, given)


def extract(tree: HtmlElement, url: str) -> Extracted | None:
    """The article as trafilatura finds it, its paragraphs a line each; None if there is none."""
    page = bare_extraction(
        tree, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=NO_SEARCH
    )
    return page if isinstance(page, Extracted) else None


def _declared(data: bytes) -> str:
    """The encoding that a page declares in its head."""
    found = DECLARED.search(data[:2_048])
    return found[1].decode("ascii") if found else ""
