"""What the user names, as documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from records import checked_date

if TYPE_CHECKING:
    from ingest import Failure
    from records import Document


def documents_of(
    sources: Sequence[str], date: str | None, allow_private: bool
) -> Iterator[Document | Failure]:
    """The documents of all sources, in order; what cannot be read is a Failure in its place.

    Args:
        sources: As `ingest.read_source` takes them.
        date: For documents that bear none.

    Raises:
        RecordError: At once, if the date is in no calendar.
    """
    return _read(sources, checked_date(date, "--date"), allow_private)


def _read(sources: Sequence[str], date: str | None, allow_private: bool) -> Iterator[Document | Failure]:
    from ingest import Failure, read_source

    for source in sources:
        for item in read_source(source, allow_private):
            yield item if isinstance(item, Failure) or item.date else replace(item, date=date)
