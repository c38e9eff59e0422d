"""Reads documents written as a table with a heading (.csv), one a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from errors import InputError
from ingest.characters import decode
from ingest.documents import make_document
from ingest.failures import Failure
from ingest.inputs import Input
from records import LONGEST_TEXT, Document

SEPARATORS = ",;\t|"
MEND = (
    "Name the columns in the first row: text, and if you like id, title, date, outlet, url, source, language"
)


def read_csv(given: Input) -> Iterator[Document | Failure]:
    """The documents of the rows; a faulty row is a Failure.

    Raises:
        InputError: If there is no column "text".
    """
    text = decode(given.read(), given.where, given.charset)
    csv.field_size_limit(LONGEST_TEXT + 1)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    if "text" not in rows.fieldnames:
        raise InputError("the table has no column 'text'", where=given.where, mend=MEND)
    yield from _documents(rows, given)


def _documents(rows: csv.DictReader[str], given: Input) -> Iterator[Document | Failure]:
    number = 1
    while True:
        where = f"{given.where}, row {number + 1}"
        try:
            row = next(rows)
            yield make_document(row["text"] or "", row, given, where, row.get("id") or f"{given.id}-{number}")
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(source=where, error=InputError(f"no table ({error})", where=where, mend=MEND))
            return
        except InputError as error:
            yield Failure(source=where, error=error)
        number += 1


def _separator(text: str) -> str:
    """The separator that occurs most in the heading."""
    heading = text.partition("\n")[0]
    return max(SEPARATORS, key=heading.count)
