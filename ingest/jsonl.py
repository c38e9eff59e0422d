"""Reads documents written as JSON: one a line (.jsonl), or one or a list of them (.json)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from errors import InputError
from ingest.documents import FIELDS, make_document, name_of
from ingest.failures import Failure
from ingest.inputs import MAX_BYTES, Input, too_large
from records import Document

MEND = 'Write {"id": "…", "text": "…", "title": "…", "date": "2025-01-05", "outlet": "…", "url": "…"}'


def read_jsonl(given: Input) -> Iterator[Document | Failure]:
    """The documents, read line by line, so that the file may be of any size; a faulty line is a Failure."""
    ids: set[str] = set()
    for number, line in enumerate(_lines(given), start=1):
        where = f"{given.where}, line {number}"
        try:
            if line.strip():
                yield _document(_parsed(line, where), given, where, number, ids)
        except InputError as error:
            yield Failure(source=where, error=error)


def read_json(given: Input) -> Iterator[Document | Failure]:
    """The documents of a JSON array, or the one that is not in an array."""
    value = _parsed(given.read(), given.where)
    ids: set[str] = set()
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        where = f"{given.where}, document {number}"
        try:
            yield _document(item, given, where, number, ids)
        except InputError as error:
            yield Failure(source=where, error=error)


def _lines(given: Input) -> Iterator[bytes]:
    while line := given.stream.readline(MAX_BYTES + 1):
        if len(line) > MAX_BYTES:
            raise too_large(given.where)
        yield line


def _parsed(data: bytes, where: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("it is not in UTF-8", where=where, mend="Save the file in UTF-8") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise InputError(f"it is not JSON ({error.msg}, {place})", where=where, mend=MEND) from error
    except ValueError as error:  # of a whole number: Python reads no more than 4,300 digits
        raise InputError(
            "it holds a number of too many digits",
            where=where,
            mend="Put it in quotation marks, or leave it out",
        ) from error
    except RecursionError as error:
        raise InputError("its JSON is nested too deeply", where=where, mend=MEND) from error


def _document(item: object, given: Input, where: str, number: int, ids: set[str]) -> Document:
    if not isinstance(item, dict):
        raise InputError("it is not a document", where=where, mend=MEND)
    for key in ("id", "text", "date", "language", *FIELDS):
        if not isinstance(item.get(key), str | None):
            raise InputError(f"'{key}' is not a text in quotation marks", where=where, mend=MEND)
    if not item.get("text"):
        raise InputError("the document has no 'text'", where=where, mend=MEND)
    name = name_of(item.get("id"), given, number)
    if name in ids:
        raise InputError(f"the id '{name}' stands in the file already", where=where, mend="Give each its own")
    ids.add(name)
    return make_document(item["text"], item, given, where, name)
