"""Where words stand in a document: passages that somebody has marked or pasted, and names within them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from errors import InputError
from records import Document, Entity, Span

SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"'”’)\]]*(?=\s)|$)", re.MULTILINE)
"""A sentence or the rest of a line; an abbreviation ends one too early, and whoever picks takes the next as well."""


def sentences(document: Document) -> list[Span]:
    """The sentences of the text, in order, without the white space between them."""
    return [match.span() for match in SENTENCE.finditer(document.text)]


def find_passage(document: Document, words: str, within: Span | None = None) -> Span:
    """The one place where the words stand in the text, whatever the white space and the form of quotation marks.

    Args:
        within: Characters [start, end) in which to look; None = the whole text.

    Raises:
        InputError: If the words are empty, stand nowhere there, or in several places.
    """
    parts = words.split()
    start, end = within or (0, len(document.text))
    if not parts:
        raise InputError("no words are given", where=document.id, mend="Copy them from the document")
    pattern = re.compile(r"\s+".join(map(_any_quotes, parts)))
    found = [match.span() for match in pattern.finditer(document.text, start, end)]
    if not found:
        place = "in the passage" if within else "in the document"
        raise InputError(
            f"'{_short(words)}' does not stand {place}", where=document.id, mend="Copy the words as they are"
        )
    if len(found) > 1:
        raise InputError(
            f"'{_short(words)}' stands there {len(found)} times",
            where=document.id,
            mend="Take in more of the words around it",
        )
    return found[0]


def named_at(entity: Entity, document: Document, within: Span) -> Span | None:
    """Where the entity is first named in a passage: by a name of its own, else a person by the surname alone."""
    for name in _callings(entity):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        if match := pattern.search(document.text, *within):
            return match.span()
    return None


def _callings(entity: Entity) -> Iterator[str]:
    yield entity.name
    yield from sorted(entity.other_names, key=len, reverse=True)
    if entity.type == "person":
        yield entity.name.split()[-1]


def _any_quotes(word: str) -> str:
    escaped = re.escape(re.sub("[‘’]", "'", re.sub("[“”]", '"', word)))
    return escaped.replace("'", "['‘’]").replace('"', '["“”]')


def _short(words: str) -> str:
    return " ".join(words.split())[:60]
