"""The journal of reviews: entries are added behind the last one and stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from itertools import pairwise

from sqlalchemy import Connection, func, insert, select

from errors import InputError, StoreError
from records import Review
from store.schema import reviews

_FIELDS = tuple(f.name for f in fields(Review))


def append(connection: Connection, entries: Sequence[Review], after: int | None, where: str) -> list[int]:
    """Add the entries; see `Store.append`."""
    numbers = [entry.number for entry in entries]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        raise InputError("the entries of the journal are not in order", where=where)
    last = connection.scalar(select(func.max(reviews.c.number))) or 0
    if after is not None and after != last:
        raise StoreError(
            f"somebody else has added to the journal (it ends with entry {last}, not {after})",
            where=where,
            mend="Read it again, then decide again",
        )
    rows = [
        {**{name: getattr(entry, name) for name in _FIELDS}, "number": number, "change": dict(entry.change)}
        for number, entry in enumerate(entries, start=last + 1)
    ]
    if rows:
        connection.execute(insert(reviews), rows)
    return [row["number"] for row in rows]


def entries_since(connection: Connection, number: int) -> list[Review]:
    """The entries behind the one of this number, in their order."""
    found = connection.execute(select(reviews).where(reviews.c.number > number).order_by(reviews.c.number))
    return [Review(**row) for row in found.mappings()]
