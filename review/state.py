"""Statements and entities while a journal is replayed over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from records import Entity, Statement
from review.anchors import ENDS, Anchor, Hashes, Places


class NoLongerApplies(Exception):
    """An entry finds nothing any more that it could change; the message says why.

    Args:
        about: Id of the statement that it is about, where that is there.
    """

    def __init__(self, reason: str, about: str = "") -> None:
        super().__init__(reason)
        self.about = about


class State:
    """What the machine found, and over it what the entries so far have made of it.

    Args:
        statements: As found; never changed.
        entities: Likewise.
        hashes: Document id -> `Document.hash`; None if they are not known.
    """

    def __init__(
        self, statements: Iterable[Statement], entities: Mapping[str, Entity], hashes: Hashes | None
    ) -> None:
        self.found = {statement.id: statement for statement in statements}
        self.changed: dict[str, Statement] = {}  # those added stand here and not in `found`
        self.entities = dict(entities)
        self.hashes = hashes
        self.places = Places(self.found, hashes or {}, self.changed.get)
        self._apart: list[tuple[str, str]] = []
        self._became: dict[str, str] = {}  # merged entity -> the one that it was merged into
        self._users: dict[str, set[str]] | None = None  # entity -> statements that name it, or did once

    def statement(self, anchor: Anchor) -> Statement:
        """The statement of an anchor, as it is now."""
        place = anchor["id"] if anchor["id"] in self.changed else self.places.find(anchor)
        if place is None:
            raise NoLongerApplies("the statement is not found any more")
        return self.changed.get(place) or self.found[place]

    def put(self, *statements: Statement) -> None:
        """Keep statements in the place of those with their ids."""
        for statement in statements:
            self.changed[statement.id] = statement
            if self._users is not None:
                _note_users(self._users, statement)

    def entity(self, known: Mapping[str, Any]) -> Entity:
        """The entity that is called so now, mergers followed; by its name where its id is gone.

        Args:
            known: "id", "name" and "type" as they were.
        """
        name = self._followed(known["id"])
        if name in self.entities:
            return self.entities[name]
        alike = [
            entity
            for entity in self.entities.values()
            if (entity.name, entity.type) == (known["name"], known["type"])
        ]
        if len(alike) != 1:
            raise NoLongerApplies(f"there is no entity '{known['name']}' any more")
        return alike[0]

    def introduced(self, data: Mapping[str, Any]) -> Entity:
        """The entity as `entity` finds it; a new one, not kept yet, where there is none."""
        try:
            return self.entity(data)
        except NoLongerApplies:
            return Entity.from_json(data)

    def merge(self, gone: Entity, into: Entity) -> None:
        """Let one entity be another from now on."""
        self.entities.pop(gone.id, None)
        self.entities[into.id] = into
        self._became[gone.id] = into.id

    def tell_apart(self, one: Entity, other: Entity) -> None:
        """Keep that the two are not the same."""
        self._apart.append((one.id, other.id))

    def became(self) -> dict[str, str]:
        """Id of each entity that went into another -> the one that it is now."""
        return {gone: self._followed(gone) for gone in self._became}

    def apart(self) -> frozenset[frozenset[str]]:
        """The pairs told apart, mergers followed; a pair that was made one all the same is none any more."""
        pairs = (frozenset(map(self._followed, pair)) for pair in self._apart)
        return frozenset(pair for pair in pairs if len(pair) == 2)

    def naming(self, entity_id: str) -> Iterator[Statement]:
        """The statements in which the entity is an end, or asserts something."""
        if self._users is None:
            self._users = defaultdict(set)
            for statement in (*self.found.values(), *self.changed.values()):
                _note_users(self._users, statement)
        for place in sorted(self._users.get(entity_id, ())):
            statement = self.changed.get(place) or self.found[place]
            if entity_id in _entities_of(statement):
                yield statement

    def statements(self) -> tuple[Statement, ...]:
        """Those found, in their order, then those added by document and place."""
        added = (statement for name, statement in self.changed.items() if name not in self.found)
        return (
            *(self.changed.get(name, statement) for name, statement in self.found.items()),
            *sorted(added, key=lambda s: (s.document, s.start, s.id)),
        )

    def _followed(self, entity_id: str) -> str:
        while entity_id in self._became:
            entity_id = self._became[entity_id]
        return entity_id


def with_entity(statement: Statement, old_id: str, entity: Entity, keeps_party: bool = True) -> Statement:
    """The statement with another entity wherever it names the old one.

    Args:
        keeps_party: Whether a party that it knows already stays: it is the one at the date of the document.
    """
    for end in ENDS:
        if getattr(statement, f"{end}_id") == old_id:
            party = getattr(statement, f"{end}_party") if keeps_party else None
            statement = with_end(statement, end, entity, party)
    if statement.attributed_to == old_id:
        statement = replace(statement, attributed_to=entity.id)
    return statement


def with_end(statement: Statement, end: str, entity: Entity, party: str | None = None) -> Statement:
    """The statement with another entity at one end; its party where none is given."""
    facts = {"": entity.name, "_id": entity.id, "_type": entity.type, "_party": party or entity.party}
    changes: dict[str, Any] = {end + suffix: value for suffix, value in facts.items()}
    return replace(statement, **changes)


def _entities_of(statement: Statement) -> tuple[str | None, ...]:
    return statement.actor_id, statement.target_id, statement.attributed_to


def _note_users(users: dict[str, set[str]], statement: Statement) -> None:
    for entity_id in _entities_of(statement):
        if entity_id is not None:
            users.setdefault(entity_id, set()).add(statement.id)
