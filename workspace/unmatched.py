"""Values of a filter that nothing in the database has: misspelt, or of another time or place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from graph import Filter
from graph.filters import SETS
from records import Statement

WORDS = {
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


def unmatched(filter: Filter, statements: Collection[Statement]) -> dict[str, list[str]]:
    """Field of the filter -> its values that no statement has; each field is looked at by itself.

    >>> unmatched(Filter(parties={"Labour"}), [])
    {'parties': ['Labour']}
    """
    found = {name: sorted(getattr(filter, name) - _words(name, statements)) for name in _sets(filter)}
    if filter.centre and filter.centre not in _words("people", statements):
        found["centre"] = [filter.centre]
    days = [statement.date for statement in statements if statement.date]
    if filter.since and filter.since > max(days, default=""):
        found["since"] = [filter.since]
    if filter.until and filter.until < min(days, default="9999"):
        found["until"] = [filter.until]
    return {name: values for name, values in found.items() if values}


def tell_unmatched(found: Mapping[str, list[str]]) -> list[str]:
    """One sentence, without its full stop, for each field that `unmatched` found."""
    return [
        WORDS[name].format(" or ".join(f"'{value}'" for value in values)) for name, values in found.items()
    ]


def _sets(filter: Filter) -> list[str]:
    return [name for name in SETS if getattr(filter, name)]


def _words(name: str, statements: Iterable[Statement]) -> set[str]:
    return {word for statement in statements for word in SETS[name](statement)}
