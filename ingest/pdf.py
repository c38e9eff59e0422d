"""Reads the text of PDF files."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from statistics import median

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from errors import InputError
from ingest.documents import make_document
from ingest.inputs import Input
from records import Document

BROKEN_WORD = re.compile(
    r"(?<=[^\W\d_])-\n(?=[a-zß-ÿ])"
)  # "govern-" at the end of a line, "ment" on the next
SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*$")
SHORT_LINE = 0.8  # of the usual length: with a full stop at its end, the last of a paragraph

# It tells of damage in lines of its own, before our message and in the server's log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(given: Input) -> Iterator[Document]:
    """The document of a PDF's text, its paragraphs put together again from the lines of the pages.

    Raises:
        InputError: If it is damaged, asks for a password, or holds pictures of pages only.
    """
    text, title = _extract(given.read(), given.where)
    if not text.strip():
        raise InputError(
            "the PDF holds pictures of pages and no text",
            where=given.where,
            mend="Run text recognition (OCR) on it first, for example with ocrmypdf",
        )
    yield make_document(unwrap(text), {"title": title}, given)


def unwrap(text: str) -> str:
    """The text with a line for each paragraph instead of each line of the page."""
    lines = [line.strip() for line in BROKEN_WORD.sub("", text).splitlines()]
    usual = median([len(line) for line in lines if line] or [0])
    pieces = []
    for line in lines:
        ends = not line or (SENTENCE_END.search(line) and len(line) < SHORT_LINE * usual)
        pieces.append(line + ("\n" if ends else " "))
    return re.sub(r"\s*\n\s*", "\n", "".join(pieces)).strip()


def _extract(data: bytes, where: str) -> tuple[str, str]:
    """Text and title."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")  # many open with no password at all
        pages = [page.extract_text() for page in reader.pages]
        return "\n".join(pages), (reader.metadata and reader.metadata.title) or ""
    except (DependencyError, FileNotDecryptedError) as error:
        mend = "Open it, and print or save it without one"
        raise InputError("the PDF is protected by a password", where=where, mend=mend) from error
    except Exception as error:  # pypdf uses what it reads unchecked: the kind hangs on where the damage is
        raise InputError("the PDF is damaged", where=where, mend="Download or save it once more") from error
