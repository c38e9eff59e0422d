"""Reads web pages: the article without menus and advertising, with its title, date and outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from errors import InputError
from ingest.characters import decode
from ingest.documents import make_document
from ingest.inputs import Input
from records import Document

DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*(?:\s|$)")
PUBLISHED = {"original_date": True, "extensive_search": False}
"""When it was first published, and only where the page says so: dates in its text are guesses."""


def read_page(given: Input) -> Iterator[Document]:
    """The document of the main article in a page.

    Raises:
        InputError: If the page has none.
    """
    data = given.read()
    page = extract(decode(data, given.where, given.charset or _declared(data)), given.url)
    if page is None or not SENTENCE_END.search(page.text or ""):  # menus and headings hold no sentence
        raise InputError(
            "no article was found in the page",
            where=given.where,
            mend="Copy the article's text into a .txt file, or paste it",
        )
    known = {"title": page.title, "date": page.date, "outlet": page.sitename, "url": page.url}
    yield make_document(page.text or "", known, given)


def extract(html: str, url: str) -> Extracted | None:
    """The article as trafilatura finds it, its paragraphs a line each; None if there is none."""
    page = bare_extraction(
        html, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=PUBLISHED
    )
    return page if isinstance(page, Extracted) else None


def _declared(data: bytes) -> str:
    """The encoding that a page declares in its head."""
    found = DECLARED.search(data[:2_048])
    return found[1].decode("ascii") if found else ""
