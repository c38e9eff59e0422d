"""What a filter can name: the words by which a statement is found, one table for records and for columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Set
from functools import lru_cache
from typing import NamedTuple

from graph.topics import topics
from records import Statement, slug


class End(NamedTuple):
    """Who or what stands at one end of a statement."""

    id: str
    name: str
    type: str
    party: str  # "" = none


def ends_of(statement: Statement) -> dict[str, End]:
    """The two ends, by the names of their fields."""
    return {
        "actor": End(statement.actor_id, statement.actor, statement.actor_type, statement.actor_party or ""),
        "target": End(
            statement.target_id, statement.target, statement.target_type, statement.target_party or ""
        ),
    }


def _names(end: End) -> Set[str]:
    return {end.name, end.id}


def _parties(end: End) -> Set[str]:
    names = {end.party, _slug(end.party)} if end.party else set()
    return names | {end.name, end.id} if end.type == "party" else names


def _names_and_party(end: End) -> Set[str]:
    return {end.name, end.id, end.party, _slug(end.party)} if end.party else {end.name, end.id}


def _topics(end: End) -> Set[str]:
    return topics(end.name)


_slug = lru_cache(maxsize=1000)(slug)  # there are few parties

ENDS: Mapping[str, tuple[tuple[str, ...], Callable[[End], Set[str]]]] = {
    "actors": (("actor",), _names_and_party),
    "targets": (("target",), _names_and_party),
    "topics": (("target",), _topics),
    "people": (("actor", "target"), _names),
    "parties": (("actor", "target"), _parties),
}
"""Field of `Filter` -> the ends of which one must have one of its words, and what the words of an end are."""

FIELDS: Mapping[str, str] = {
    "families": "family",
    "relations": "relation",
    "outlets": "outlet",
    "voices": "voice",
}
"""Field of `Filter` -> field of a statement whose value must be one of its words."""

SETS = (*ENDS, *FIELDS)
"""The fields of `Filter` that are sets of words."""


def words_of(name: str, statement: Statement, outlets: Collection[str] = ()) -> Set[str]:
    """The words of a statement of which one must be in that field of a filter.

    Args:
        outlets: All that printed it, where its own is not the only one.
    """
    if name == "outlets" and outlets:
        return set(outlets)
    if name in FIELDS:
        return {getattr(statement, FIELDS[name])}
    sides, words = ENDS[name]
    ends = ends_of(statement)
    return set().union(*(words(ends[side]) for side in sides))
