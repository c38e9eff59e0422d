"""What the user names, as documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from errors import HustingsError, InputError
from records import Document, Reading, checked_date

if TYPE_CHECKING:
    from ingest import Failure, Item


class Inputs:
    """The documents of all sources, in order; what cannot be read is a Failure in its place.

    Args:
        sources: As `ingest.read_source` takes them.
        date: For documents that bear none.
        allow_private: Whether addresses of this computer and its own network may be read.

    Raises:
        RecordError: If the date is in no calendar.
    """

    def __init__(self, sources: Sequence[str], date: str | None, allow_private: bool) -> None:
        self._sources = sources
        self._date = checked_date(date, "--date")
        self._allow_private = allow_private
        self._places: dict[str, str] = {}  # id of a document -> the file or address that it came from

    def __iter__(self) -> Iterator[Item]:
        from ingest import read_places

        for place, item in read_places(self._sources, self._allow_private):
            if isinstance(item, Document):
                self._places[item.id] = place
                yield item if item.date else replace(item, date=self._date)
            else:
                if isinstance(item, Reading):  # coded already: with its date
                    self._places[item.document.id] = place
                yield item

    def error_of(self, failure: Failure) -> HustingsError:
        """What went wrong, with the file or address in the place of a document's id, which nobody has named."""
        document, error = failure.source, failure.error
        if error.where not in ("", document) or document not in self._places:
            return error
        place = self._places[document]
        where = place if PurePath(place).stem == document else f"{place}, document '{document}'"
        return InputError(error.what.removeprefix(f"{document}: "), where=where, mend=error.mend)
