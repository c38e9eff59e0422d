"""Reads the text of Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx import Document as open_docx
from docx.document import Document as Docx
from docx.table import Table

from errors import InputError
from ingest.documents import make_document
from ingest.inputs import Input
from records import Document

OLD_FORMAT = b"\xd0\xcf\x11\xe0"  # .doc, and .docx with a password
MAX_UNPACKED = 200_000_000  # bytes; a small file can be made to unpack to any size


def read_docx(given: Input) -> Iterator[Document]:
    """The document of a Word file's paragraphs and tables, a line each.

    Raises:
        InputError: If it is damaged, protected by a password, or an older .doc.
    """
    data = given.read()
    if data.startswith(OLD_FORMAT):
        raise InputError(
            "the Word file is protected by a password, or of the format before 2007",
            where=given.where,
            mend="Save it as .docx without a password",
        )
    text, title = _extract(data, given.where)
    yield make_document(text, {"title": title}, given)


def _extract(data: bytes, where: str) -> tuple[str, str]:
    """Text and title."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked <= MAX_UNPACKED:
            docx = open_docx(io.BytesIO(data))
            return "\n".join(_lines(docx)), docx.core_properties.title
    except Exception as error:  # the package uses what it reads unchecked, as pypdf does
        raise InputError("the Word file is damaged", where=where, mend="Save it once more") from error
    raise InputError(f"it unpacks to {unpacked:,} bytes", where=where, mend="Leave its pictures out")


def _lines(docx: Docx) -> Iterator[str]:
    for block in docx.iter_inner_content():
        if isinstance(block, Table):
            yield from (" ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text
