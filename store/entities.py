"""One entity out of what several documents say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from records import Entity

Dated = tuple[str, Entity]
"""The last day on which the entity was described so ("" where no document is dated), and the description."""


def merge(descriptions: Iterable[Dated]) -> dict[str, Entity]:
    """Entity id -> the entity as last known; the order in which documents were added does not matter.

    Name and type are those of the latest day; party, gender and Wikidata number the latest that any document
    knows; roles those of the latest day that names any, since offices end; all other names are kept.
    """
    found: dict[str, list[Dated]] = {}
    for day, entity in descriptions:
        found.setdefault(entity.id, []).append((day, entity))
    return {key: _merged(sorted(found[key], key=_order)) for key in sorted(found)}


def _order(description: Dated) -> tuple[str, str]:
    day, entity = description
    return day, repr(entity)


def _merged(descriptions: Sequence[Dated]) -> Entity:
    latest = descriptions[-1][1]
    return replace(
        latest,
        party=_latest(descriptions, "party"),
        gender=_latest(descriptions, "gender"),
        wikidata=_latest(descriptions, "wikidata"),
        roles=_latest_roles(descriptions),
        other_names=_other_names(descriptions, latest.name),
    )


def _latest(descriptions: Sequence[Dated], field: str) -> str | None:
    known = (getattr(entity, field) for _day, entity in reversed(descriptions))
    return next((value for value in known if value), None)


def _latest_roles(descriptions: Sequence[Dated]) -> tuple[str, ...]:
    last = max((day for day, entity in descriptions if entity.roles), default="")
    roles = (role for day, entity in descriptions if day == last for role in entity.roles)
    return tuple(dict.fromkeys(roles))


def _other_names(descriptions: Sequence[Dated], name: str) -> tuple[str, ...]:
    names = (other for _day, entity in descriptions for other in (entity.name, *entity.other_names))
    return tuple(other for other in dict.fromkeys(names) if other != name)
