"""Names that go with what somebody has typed so far, the most reported ones first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.topics import folded
from records import Entity


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with its names as they are compared."""

    entity: Entity
    names: tuple[str, ...]  # folded, a blank before each


def known(entities: Iterable[Entity]) -> tuple[Known, ...]:
    """What `suggest` searches; made once, since folding 20,000 names takes longer than searching them."""
    return tuple(
        Known(entity, tuple(f" {fold(name)}" for name in (entity.name, *entity.other_names)))
        for entity in entities
    )


def suggest(
    text: str, among: Iterable[Known], weights: Mapping[str, int], limit: int = 12
) -> list[tuple[Entity, int]]:
    """The entities in which each word typed begins a word of one name, with their weights, the heaviest first.

    Accents, case and punctuation are no matter. Who has no weight is left out; nothing typed finds the heaviest.

    Args:
        weights: Entity id -> statements in view.
    """
    words = [f" {word}" for word in fold(text).split()]
    found = [
        (known.entity, weights[known.entity.id])
        for known in among
        if known.entity.id in weights and any(all(word in name for word in words) for name in known.names)
    ]
    return sorted(found, key=lambda pair: (-pair[1], pair[0].name, pair[0].id))[:limit]


def fold(text: str) -> str:
    """The words of a text without accents, case and apostrophes, a blank between them.

    >>> fold("Sinn Féin’s Michelle O’Neill")
    'sinn feins michelle oneill'
    """
    return " ".join(re.findall(r"[^\W_]+", folded(text.replace("’", "").replace("'", ""))))
