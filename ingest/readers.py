"""The table of readers, one for each kind of file, and the choice among them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from errors import InputError
from ingest.dna import read_dna
from ingest.dna_file import SIGNATURE
from ingest.failures import Failure
from ingest.inputs import Input
from ingest.jsonl import read_json, read_jsonl
from ingest.page import read_page
from ingest.pdf import read_pdf
from ingest.table import read_csv
from ingest.text import read_markdown, read_text
from ingest.word import read_docx
from records import Document, Reading

Item: TypeAlias = Document | Reading | Failure
"""A document, one with statements that people have coded in it, or why there is none."""

Reader = Callable[[Input], Iterator[Document | Failure]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".jsonl": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
}
CODED: dict[str, Callable[[Input], Iterator[Reading | Failure]]] = {".dna": read_dna}
"""Readers of files that bring statements along."""

HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+)?html\b",
    re.IGNORECASE | re.DOTALL,
)
SIGNATURES = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04.{0,2000}word/", re.DOTALL), ".docx"),
    (re.compile(re.escape(SIGNATURE)), ".dna"),
    (HTML, ".html"),
)
"""What a file begins with, whatever its name says -> the suffix whose reader takes it."""


def read_bytes(name: str, data: bytes) -> list[Document]:
    """The documents of an upload, all or none.

    Args:
        name: Its file name, which says what kind it is.
        data: Its content.

    Raises:
        InputError: If anything in it cannot be read.
    """
    found = list(read_input(Input.of_bytes(name, data)))
    for item in found:
        if isinstance(item, Failure):
            raise item.error
    return [item for item in found if isinstance(item, Document)]


def read_input(given: Input) -> Iterator[Document | Failure]:
    """What the reader for the input's kind makes of it.

    Raises:
        InputError: If there is no reader of documents alone for it, or the reader cannot read it as a whole.
    """
    suffix = _kind(given)
    if suffix not in READERS:
        raise _unknown(given, suffix)
    return READERS[suffix](dataclasses.replace(given, suffix=suffix))


def read_coded(given: Input) -> Iterator[Item]:
    """As `read_input`, and files of coded documents too."""
    suffix = _kind(given)
    return CODED[suffix](given) if suffix in CODED else read_input(given)


def _unknown(given: Input, suffix: str) -> InputError:
    if suffix in CODED:
        what, mend = "statements come along with its documents", "Add it with `hustings add`"
    else:
        what = f"files of the kind '{given.suffix or 'without suffix'}' cannot be read"
        mend = f"Use one of: {', '.join((*READERS, *CODED))}"
    return InputError(what, where=given.where, mend=mend)


def _kind(given: Input) -> str:
    """The suffix, unless the content shows another."""
    head = given.head()
    return next((kind for signature, kind in SIGNATURES if signature.match(head)), given.suffix)
