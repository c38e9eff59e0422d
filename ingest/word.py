"""Reads the text of Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx import Document as open_docx
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.text.run import CT_R
from lxml import etree

from errors import InputError
from ingest.documents import make_document
from ingest.inputs import Input
from records import Document

OLD_FORMAT = b"\xd0\xcf\x11\xe0"  # .doc, and .docx with a password
PARAGRAPH, TABLE, ROW, CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
CONTROLS = ("sdt", "sdtContent", "customXml", "smartTag", "fldSimple")
HOLDERS = frozenset(qn(f"w:{name}") for name in ("ins", "moveTo", "hyperlink", "dir", "bdo", *CONTROLS))
"""Elements around runs, paragraphs, rows or cells whose content is part of the text."""
HIDDEN = etree.XPath(
    "w:sdtPr/w:showingPlcHdr | w:sdtPr/w:docPartObj/w:docPartGallery[@w:val='Table of Contents']",
    namespaces=nsmap,
)
"""A content control that is not filled in, or repeats the headings."""
GOES_ON = etree.XPath(
    "w:tcPr/*[self::w:vMerge or self::w:hMerge][not(@w:val) or @w:val='continue']", namespaces=nsmap
)
"""A cell that goes on with the one above or beside it."""
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
            return "\n".join(_lines(docx.element.body)), _title(docx)
    except Exception as error:  # the package uses what it reads unchecked, as pypdf does
        raise InputError("the Word file is damaged", where=where, mend="Save it once more") from error
    raise InputError(f"it unpacks to {unpacked:,} bytes", where=where, mend="Leave its pictures out")


def _title(docx: Docx) -> str:
    """Its title; none without core properties, for which the package would make up "Word Document"."""
    kinds = {relation.reltype for relation in docx.part.package.rels.values()}
    return docx.core_properties.title if RELATIONSHIP_TYPE.CORE_PROPERTIES in kinds else ""


def _lines(holder: etree._Element) -> Iterator[str]:
    """The paragraphs and the rows of tables, as they read once all tracked changes are accepted."""
    for block in _children(holder):
        if block.tag == PARAGRAPH:
            yield "".join(run.text for run in _children(block) if isinstance(run, CT_R))
        elif block.tag == TABLE:
            yield from (_row(row) for row in _children(block) if row.tag == ROW)


def _row(row: etree._Element) -> str:
    """The cells, each of a merged one's text once: where it begins."""
    cells = (cell for cell in _children(row) if cell.tag == CELL and not GOES_ON(cell))
    return " ".join("\n".join(_lines(cell)) for cell in cells)


def _children(holder: etree._Element) -> Iterator[etree._Element]:
    """What is in it, also within insertions, links and content controls; deletions are no such holders."""
    for child in holder:
        if child.tag not in HOLDERS:
            yield child
        elif not HIDDEN(child):
            yield from _children(child)
