"""A text and what is known about it become a `Document`, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from errors import InputError
from ingest.characters import clean, storable
from ingest.inputs import Input
from records import LONGEST_TEXT, Document, checked_date

FIELDS = ("title", "outlet", "url", "source")
"""What can be told about a document in words, as in front matter, .jsonl and .csv."""

DAY_OF_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:")


def make_document(
    text: str, known: Mapping[str, object], given: Input, where: str = "", name: str = ""
) -> Document:
    """The document of a text.

    Args:
        text: Its text; cleaned here, and otherwise kept to the character.
        known: What is known about it: some of FIELDS, "date" and "language"; other keys are not read.
        given: Where it comes from.
        where: The place within, such as a line; the input's own when empty.
        name: Its id; the input's own when empty.

    Raises:
        InputError: If the text is empty or too long, or the date is in no calendar.
    """
    where = where or given.where
    facts = {key: clean(str(known.get(key) or "")).strip() for key in (*FIELDS, "date", "language")}
    return Document(
        id=name or given.id,
        text=_checked_text(text, where),
        title=facts["title"],
        date=_day(facts["date"], where),
        outlet=facts["outlet"],
        url=facts["url"] or given.url,
        source=facts["source"],
        language=facts["language"].lower().replace("_", "-").split("-")[0] or "en",
    )


def name_of(written: str | None, given: Input, number: int) -> str:
    """The id that is written in a line or row, as it can be stored; without one, the input's with the number."""
    return storable(written or "") or f"{given.id}-{number}"


def _checked_text(text: str, where: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise InputError(
            f"a text of {len(text):,} characters is too long for one document ({LONGEST_TEXT:,} at most)",
            where=where,
            mend="Split it into one file for each article, or write a .jsonl file with one document a line",
        )
    plain = clean(text)
    if not plain.strip():
        raise InputError("it is empty", where=where, mend="Give a text to read")
    return plain


def _day(written: str, where: str) -> str | None:
    """The day of a date, or of a date with the time behind it."""
    time = DAY_OF_TIME.match(written)
    return checked_date(time[1] if time else written or None, where)
