"""Reads .txt, and .md with its facts in YAML front matter."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from frontmatter.default_handlers import YAMLHandler

from errors import InputError
from ingest.characters import decode
from ingest.documents import make_document
from ingest.inputs import Input
from records import Document

FRONT_MATTER = YAMLHandler()


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
        known = yaml.load(facts, Loader=yaml.BaseLoader)  # all words: YAML's own dates fail without a place
    except (ValueError, yaml.YAMLError) as error:
        raise _bad_front_matter(given.where, str(error)) from error
    if not isinstance(known, dict):
        raise _bad_front_matter(given.where, "no fields")
    yield make_document(body.strip("\r\n"), known, given)


def _bad_front_matter(where: str, reason: str) -> InputError:
    return InputError(
        f"the front matter cannot be read ({' '.join(reason.split())})",
        where=where,
        mend="Write 'title: …', 'date: 2025-01-05' and so on, one a line, between two lines of ---",
    )
