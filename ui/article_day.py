"""The day of an article as people write it: read strictly, never mended, and looked for in the article itself."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from errors import InputError
from records import Document
from view.labels import day

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
HEAD = 500  # characters in which an article says when it is from

_ISO = r"(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})"
_DAY_FIRST = r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m2>[A-Za-z]{3,9})\.?,?\s+(?P<y2>\d{4})"
_MONTH_FIRST = r"(?P<m3>[A-Za-z]{3,9})\.?\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4})"
_WRITTEN = re.compile(rf"(?<!\d)(?:{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST})(?!\d)")
_TOLD = re.compile(r"^\W*(?:first )?(?:published|posted|updated|date)\b.{0,60}", re.IGNORECASE | re.MULTILINE)


def read_day(written: str) -> str | None:
    """The ISO day of "2025-03-05", "5 March 2025" or "March 5, 2025"; None for nothing.

    Raises:
        InputError: If it is written otherwise ("5/3/2025" is two days), or no calendar has it.
    """
    if not written.strip():
        return None
    match = _WRITTEN.fullmatch(written.strip())
    month = _month(_part(match, "m")) if match else 0
    if not match or not month:
        raise _error(f"“{written.strip()}” cannot be read as a day")
    found = _day(match, month)
    if not found:
        raise _error(f"no calendar has the day “{written.strip()}”")
    return found


def named_day(document: Document) -> str | None:
    """The first day, and none to come, in the file's name, the head of the text, or a line "Published 5 March 2025".

    A proposal: it may be the day of something else.
    """
    told = "\n".join(match[0] for match in _TOLD.finditer(document.text))
    places = f"{document.id}\n{told}\n{document.title}\n{document.text[:HEAD]}"
    today = datetime.date.today().isoformat()
    return next((found for found in _days(places) if found <= today), None)


def _days(text: str) -> Iterator[str]:
    for match in _WRITTEN.finditer(text):
        if (month := _month(_part(match, "m"))) and (found := _day(match, month)):
            yield found


def _part(match: re.Match[str], kind: str) -> str:
    return next(match[f"{kind}{form}"] for form in (1, 2, 3) if match[f"{kind}{form}"])


def _month(word: str) -> int:
    """The number of a month's name or its beginning ("Mar", "Sept"), and of a number; 0 for another word."""
    if word.isdigit():
        return int(word)
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(word.lower())), 0)


def _day(match: re.Match[str], month: int) -> str | None:
    try:
        return datetime.date(int(_part(match, "y")), month, int(_part(match, "d"))).isoformat()
    except ValueError:
        return None


def _error(what: str) -> InputError:
    return InputError(what, where="Date", mend=f"Write it as 2025-03-05 or {day('2025-03-05')}")
