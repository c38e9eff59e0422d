"""Reads documents written as a table with a heading (.csv), one a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import count

from errors import InputError
from ingest.characters import decode
from ingest.documents import make_document, name_of
from ingest.failures import Failure
from ingest.inputs import Input
from records import LONGEST_TEXT, Document

BEYOND = "\n"  # key of a row's cells beyond the heading's; no name of a column, which are stripped
OPEN = "unexpected end of data"  # csv's words for a quotation mark that is not closed
TOO_LONG = "field larger than field limit"  # and for a cell that it gives up
SEPARATORS = ",;\t|"
MEND = (
    "Name the columns in the first row: text, and if you like id, title, date, outlet, url, source, language"
)
QUOTE = (
    "Put each cell that holds a comma, quotation mark or line break in quotation marks, "
    "and write every quotation mark within it twice"
)


def read_csv(given: Input) -> Iterator[Document | Failure]:
    """The documents of the rows; a faulty row is a Failure.

    Raises:
        InputError: If there is no column "text".
    """
    text = decode(given.read(), given.where, given.charset)
    csv.field_size_limit(LONGEST_TEXT + 1)
    lines = io.StringIO(text, newline="")
    rows = csv.DictReader(lines, restkey=BEYOND, delimiter=_separator(text), strict=True)
    try:
        rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    except csv.Error as error:
        raise _no_row(error, 1, 1, given.where) from error
    if "text" not in rows.fieldnames:
        raise InputError("the table has no column 'text'", where=given.where, mend=MEND)
    yield from _documents(rows, given)


def _documents(rows: csv.DictReader[str], given: Input) -> Iterator[Document | Failure]:
    for number in count(1):
        where = f"{given.where}, row {number + 1}"
        line = rows.reader.line_num + 1
        try:
            row = next(rows)
            _check_width(rows, row, where)
            yield make_document(row["text"] or "", row, given, where, name_of(row.get("id"), given, number))
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(source=where, error=_no_row(error, line, rows.reader.line_num, where))
            if TOO_LONG in str(error):
                return
        except InputError as error:
            yield Failure(source=where, error=error)


def _check_width(rows: csv.DictReader[str], row: Mapping[str, object], where: str) -> None:
    """Whether there is no text in cells beyond the heading's; empty ones are what spreadsheets leave."""
    beyond = row.get(BEYOND)
    if isinstance(beyond, list) and any(cell.strip() for cell in beyond):
        width = len(rows.fieldnames or ())
        what = f"line {rows.line_num} has {width + len(beyond)} cells, the heading only {width}"
        raise InputError(what, where=where, mend=QUOTE)


def _no_row(error: csv.Error, start: int, line: int, where: str) -> InputError:
    """Why there is no row from the line `start` to the one where reading broke off, in our words."""
    if OPEN in str(error):
        what = f"a quotation mark in the row that begins in line {start} is not closed"
    elif TOO_LONG in str(error):
        what = f"a cell of the row that begins in line {start} is too long, or not closed; no row behind it is read"
    else:
        what = f"a quotation mark in line {line} stands in the midst of a cell that is in quotation marks"
    return InputError(what, where=where, mend=QUOTE)


def _separator(text: str) -> str:
    """The separator that occurs most in the heading."""
    heading = text.partition("\n")[0]
    return max(SEPARATORS, key=heading.count)
