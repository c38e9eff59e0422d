"""Values of a filter that nothing in the database has: misspelt, or of another time or place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph import Filter
from graph.columns import LAST, Columns, number
from graph.words import SETS

WORDS = {
    "actors": "Nobody called {} acts here",
    "targets": "Nothing here is directly about {}",
    "topics": "Nothing here is about a thing with {} in its name",
    "people": "Nobody here is called {}",
    "parties": "No party here is called {}",
    "families": "Nothing here is of the kind {}",
    "relations": "Nothing here says {}",
    "outlets": "Nothing here was printed by {}",
    "voices": "Nothing here is in the voice {}",
    "since": "Nothing here is dated from {}",
    "until": "Nothing here is dated up to {}",
    "centre": "Nobody here is called {}",
}
"""Field of Filter -> what is said of a value that nothing has."""


def unmatched(filter: Filter, columns: Columns) -> dict[str, list[str]]:
    """Field of the filter -> its values that no statement has which makes an edge; each is looked at by itself.

    >>> unmatched(Filter(parties={"Labour"}), columns_of([]))
    {'parties': ['Labour']}
    """
    found = {
        name: [value for value in sorted(getattr(filter, name)) if not _occurs(columns, name, value)]
        for name in SETS
    }
    if filter.centre and not _occurs(columns, "people", filter.centre):
        found["centre"] = [filter.centre]
    days = columns.day[columns.drawn & (columns.day > 0)]
    if filter.since and number(filter.since) > days.max(initial=0):
        found["since"] = [filter.since]
    if filter.until and number(filter.until) < days.min(initial=number(LAST)):
        found["until"] = [filter.until]
    return {name: values for name, values in found.items() if values}


def tell_unmatched(found: Mapping[str, list[str]]) -> list[str]:
    """One sentence, without its full stop, for each field that `unmatched` found."""
    return [
        WORDS[name].format(" or ".join(f"'{value}'" for value in values)) for name, values in found.items()
    ]


def _occurs(columns: Columns, name: str, value: str) -> bool:
    only: dict[str, Any] = {name: {value}}
    return bool(columns.drawn[columns.kept(Filter(**only))].any())
