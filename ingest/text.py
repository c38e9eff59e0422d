"""Reads .txt, and .md with its facts in YAML front matter."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from frontmatter.default_handlers import YAMLHandler

from errors import InputError
from ingest.characters import decode
from ingest.documents import FIELDS, make_document
from ingest.inputs import Input
from records import Document

FRONT_MATTER = YAMLHandler()
COLON_IN_VALUE = "mapping values are not allowed here"  # YAML's words for it
QUOTE = 'Put the value in quotation marks, such as title: "Fury: minister quits"'
PLAIN = "Write 'title: …', 'date: 2025-01-05' and so on, one a line, between two lines of ---"


def read_text(given: Input) -> Iterator[Document]:
    """The document of a plain text, kept to the character."""
    yield make_document(decode(given.read(), given.where, given.charset), {}, given)


def read_markdown(given: Input) -> Iterator[Document]:
    """The document below the front matter, with the title, date, outlet, url, source, language told there."""
    text = decode(given.read(), given.where, given.charset)
    if not FRONT_MATTER.detect(text):
        yield make_document(text, {}, given)
        return
    try:
        facts, body = FRONT_MATTER.split(text)
    except ValueError as error:
        raise _bad_front_matter(given.where, "no line of --- ends it") from error
    known = _known(facts, text.count("\n", 0, text.index(facts)), given.where)
    yield make_document(body.strip("\r\n"), known, given)


def _known(facts: str, above: int, where: str) -> dict[str, object]:
    """The fields of the front matter, below so many lines of the file."""
    try:
        known = yaml.load(facts, Loader=yaml.BaseLoader)  # all words: YAML's own dates fail without a place
    except yaml.MarkedYAMLError as error:
        line = f", line {above + error.problem_mark.line + 1}" if error.problem_mark else ""
        if error.problem == COLON_IN_VALUE:
            raise _bad_front_matter(where, f"a colon within a value{line}", QUOTE) from error
        raise _bad_front_matter(where, f"{error.problem}{line}") from error
    except (ValueError, OverflowError, yaml.YAMLError) as error:
        raise _bad_front_matter(where, "a character that YAML does not allow") from error
    except RecursionError as error:
        raise _bad_front_matter(where, "it is nested too deeply") from error
    if not isinstance(known, dict):
        raise _bad_front_matter(where, "no fields")
    for key in ("date", "language", *FIELDS):
        if not isinstance(known.get(key, ""), str):
            raise _bad_front_matter(where, f"'{key}' is not a text")
    return known


def _bad_front_matter(where: str, reason: str, mend: str = PLAIN) -> InputError:
    return InputError(f"the front matter cannot be read ({reason})", where=where, mend=mend)
