"""What a journal can touch at all: in a database of a million statements, the few that a replay needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from records import Entity, Review, Statement
from review.anchors import Anchor, Hashes
from review.force import effective


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Ids by which to fetch: whatever has one of them may change, and all else stays as it was found."""

    documents: frozenset[str]
    entities: frozenset[str]

    def holds(self, statement: Statement) -> bool:
        """Whether an entry may be about the statement."""
        named = statement.actor_id, statement.target_id, statement.attributed_to
        return statement.document in self.documents or not self.entities.isdisjoint(named)


def scope(reviews: Iterable[Review], entities: Mapping[str, Entity], hashes: Hashes | None = None) -> Scope:
    """The scope of the entries in force.

    `replay` over the statements in it, and the others as they are, is the same as `replay` over all.

    Args:
        entities: All of them, as `replay` takes them.
        hashes: Likewise.
    """
    anchors: list[Anchor] = []
    named: list[Mapping[str, Any]] = []
    for review in effective(reviews):
        anchors += _anchors(review.change)
        if review.action in ("merge", "split", "rename"):
            named += [
                value for value in review.change.values() if isinstance(value, Mapping) and "id" in value
            ]
    texts = {anchor.get("hash") for anchor in anchors}
    known = {(entity.get("name"), entity.get("type")) for entity in named}
    same_text = (document for document, hash_ in (hashes or {}).items() if hash_ in texts)
    same_name = (entity.id for entity in entities.values() if (entity.name, entity.type) in known)
    return Scope(
        documents=frozenset((*(str(anchor.get("document")) for anchor in anchors), *same_text)),
        entities=frozenset((*(str(entity["id"]) for entity in named), *same_name)),
    )


def _anchors(change: Mapping[str, Any]) -> Iterator[Anchor]:
    found = change.get("statements", ())
    for anchor in (change.get("anchor"), *(found if isinstance(found, list | tuple) else ())):
        if isinstance(anchor, Mapping):
            yield anchor
