"""Names made fit for a label: one line, printable, not too long; days and counts as people write them."""

from __future__ import annotations

import datetime
import re
import unicodedata

LABEL_LENGTH = 32  # characters

_MONTHS = """January February March April May June July August September October November December"""


def plain(text: str) -> str:
    """The text on one line, without control characters, lone surrogates or direction overrides.

    >>> plain("Ann\\n\\x00Archer")
    'Ann Archer'
    """
    kept = (" " if c.isspace() else c for c in text if c.isspace() or not _hidden(c))
    return " ".join("".join(kept).split())


def _hidden(character: str) -> bool:
    # Cf but for the joiners that scripts and emoji need: an override could make one name read as another.
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Cn"} or (category == "Cf" and character not in "\u200c\u200d")


def shorten(text: str, length: int = LABEL_LENGTH) -> str:
    """At most `length` characters, cut between words where that loses little, with an ellipsis.

    >>> shorten("a national inquiry into grooming gangs")
    'a national inquiry into…'
    """
    line = plain(text)
    if len(line) <= length:
        return line
    head = line[: length - 1]
    words = head.rpartition(" ")[0] if line[length - 1] != " " else head
    return (words if len(words) >= length * 0.6 else head).rstrip(" ,;:–-") + "…"


def day(date: str) -> str:
    """A day or month in words: "5 January 2025", "October 2008"; whatever is neither comes back as it is.

    >>> day("2008-10"), day("2002")
    ('October 2008', '2002')
    """
    is_month = re.fullmatch(r"\d{4}-\d\d", date) is not None
    try:
        read = datetime.date.fromisoformat(f"{date}-01" if is_month else date)
    except ValueError:
        return date
    words = f"{_MONTHS.split()[read.month - 1]} {read.year}"
    return words if is_month else f"{read.day} {words}"


def kind(type: str) -> str:
    """The type of an entity as the pages spell it.

    >>> kind("organization")
    'organisation'
    """
    return {"organization": "organisation"}.get(type, type)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 statement", "1,204 statements"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
