"""The day on which a page or an entry of a feed says that it was published; never one that has to be guessed.

A page says so in its metadata: meta tags, linked data (JSON-LD), time elements. Days in its text or its address
are not read, and a day that no calendar has is not put right.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lxml.html import HtmlElement

from errors import InputError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FORMS = tuple(
    re.compile(rf"{form}(?=$|[t ,])", re.IGNORECASE)  # a time may follow
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",  # 2025-01-05
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",  # 20250105
        r"(?:[a-z]+,? )?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3})[a-z]*\.?,? (?P<year>\d{4})",
        r"(?:[a-z]+,? )?(?P<month>[a-z]{3})[a-z]*\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
    )
)
"""How a day is written so that it can be read in one way only: 05/01/2025 is not among them."""

FIRST_NAMES = (
    "article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
)
LAST_NAMES = ("dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "date")
"""Meta tags that tell the day of publication, before and after linked data."""

PUBLISHED_CLASSES = frozenset({"published", "dt-published", "entry-date", "datepublished"})
UPDATED_CLASSES = frozenset({"updated", "dt-updated", "modified", "datemodified"})
TIMES_ABOVE_THE_TEXT = (
    "//article//time[@datetime][count(ancestor::article) = 1]"
    "[not(ancestor::p or ancestor::li or ancestor::aside or ancestor::blockquote)]"
)


def published(page: HtmlElement, where: str) -> str | None:
    """The day of publication that a page declares; None if it declares none, or contradicts itself.

    Args:
        page: The whole page.
        where: Its file or address, for messages.

    Raises:
        InputError: If what it declares is a day that no calendar has.
    """
    for written in _declared(page):
        days = {day for one in written if (day := day_of(one, where))}
        if len(days) == 1:
            return days.pop()
    return None


def day_of(written: str, where: str) -> str | None:
    """The day of a date, with or without a time behind it; None if it has none of FORMS.

    >>> day_of("Sun, 05 Jan 2025 23:30:00 -0500", "feed"), day_of("last Tuesday", "feed")
    ('2025-01-05', None)

    Raises:
        InputError: If it is a day that no calendar has.
    """
    text = " ".join(written.split())
    found = next((match for form in FORMS if (match := form.match(text))), None)
    month = _month(found["month"].lower()) if found else None
    if found is None or month is None:
        return None
    try:
        return datetime.date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError as error:
        raise InputError(
            f"the day of publication that it declares, '{found[0]}', is not a date",
            where=where,
            mend="Save it and correct the day, or put its text into a .txt file",
        ) from error


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return MONTHS.index(word) + 1 if word in MONTHS else None


def _declared(page: HtmlElement) -> Iterator[Iterable[str]]:
    """What stands in each place that may tell the day, the surest place first."""
    named = _named(page)
    yield from (named[name] for name in FIRST_NAMES if name in named)
    yield _linked_days(page)
    yield from (named[name] for name in LAST_NAMES if name in named)
    times = page.xpath("//time[@datetime]")
    yield [time.get("datetime") for time in times if time.get("pubdate") is not None]
    yield [time.get("datetime") for time in times if _classes(time) & PUBLISHED_CLASSES]
    above = page.xpath(TIMES_ABOVE_THE_TEXT)
    yield [time.get("datetime") for time in above if not _classes(time) & UPDATED_CLASSES]


def _named(page: HtmlElement) -> Mapping[str, list[str]]:
    """Name in small letters -> contents of the elements with that name."""
    named = defaultdict(list)
    for element in page.xpath("//meta[@content] | //*[@itemprop][@datetime or @content]"):
        value = element.get("datetime") or element.get("content") or ""
        for key in ("name", "property", "itemprop"):
            named[(element.get(key) or "").strip().lower()].append(value)
    return named


def _classes(element: HtmlElement) -> set[str]:
    return set(f"{element.get('class', '')} {element.get('itemprop', '')}".lower().split())


def _linked_days(page: HtmlElement) -> list[str]:
    """The days of the articles in the page's linked data; those of what an article only refers to are left out."""
    found = []
    for script in page.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            items = list(_items(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):  # damaged, and so it declares nothing
            continue
        found += [
            str(item["datePublished"]) for item in items if item.get("datePublished") and _is_article(item)
        ]
    return found


def _items(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for item in value:
            yield from _items(item)
    elif isinstance(value, dict):
        yield value
        yield from _items(value.get("@graph"))
        yield from _items(value.get("mainEntity"))


def _is_article(item: Mapping[str, object]) -> bool:
    kinds = item.get("@type")
    return any(
        str(kind).endswith(("Article", "Posting")) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
