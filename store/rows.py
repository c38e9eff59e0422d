"""Records to rows and back; a column that holds a field has the field's name."""

from __future__ import annotations

import datetime
import json
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import RowMapping

from records import Attribution, Document, Entity, Mention, Reading, Statement

_DOCUMENT_FIELDS = tuple(f.name for f in fields(Document))
_ENTITY_FIELDS = tuple(f.name for f in fields(Entity))
_STATEMENT_FIELDS = tuple(f.name for f in fields(Statement))


def renamed(reading: Reading, document_id: str) -> Reading:
    """The reading under another document id; the ids of its statements follow, so that they stay unique."""
    old = reading.document.id
    if document_id == old:
        return reading
    statements = (
        replace(statement, document=document_id, id=_following(statement.id, old, document_id))
        for statement in reading.statements
    )
    return replace(reading, document=replace(reading.document, id=document_id), statements=tuple(statements))


def now() -> str:
    """The present time as it stands in every table: ISO 8601 in UTC, seconds."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def document_row(document: Document, words: str) -> dict[str, Any]:
    """The row of `documents`, stamped with the present time.

    Args:
        words: The document's hash.
    """
    return {**_values(document, _DOCUMENT_FIELDS), "hash": words, "added_at": now()}


def reading_row(reading: Reading, run: int) -> dict[str, Any]:
    """The row of `readings`."""
    return {
        "document": reading.document.id,
        "run": run,
        "mentions": [mention.to_json() for mention in reading.mentions],
        "attributions": [attribution.to_json() for attribution in reading.attributions],
        "remarks": list(reading.remarks),
    }


def entity_rows(reading: Reading) -> list[dict[str, Any]]:
    """The rows of `entities`."""
    return [
        {"document": reading.document.id, "id": entity.id, "number": number, "facts": _facts(entity)}
        for number, entity in enumerate(reading.entities)
    ]


def statement_rows(reading: Reading) -> list[dict[str, Any]]:
    """The rows of `statements`."""
    return [
        {**_values(statement, _STATEMENT_FIELDS), "number": number}
        for number, statement in enumerate(reading.statements)
    ]


def to_document(row: RowMapping) -> Document:
    """The record of a row of `documents`."""
    return Document(**{name: row[name] for name in _DOCUMENT_FIELDS})


def to_statement(row: RowMapping) -> Statement:
    """The record of a row of `statements`."""
    return Statement.from_json({name: row[name] for name in _STATEMENT_FIELDS})


def to_entity(facts: str) -> Entity:
    """The record of `entities.facts`."""
    return Entity.from_json(json.loads(facts))


def to_mentions(row: RowMapping) -> tuple[Mention, ...]:
    """The mentions of a row of `readings`."""
    return tuple(Mention.from_json(data) for data in row["mentions"])


def to_attributions(row: RowMapping) -> tuple[Attribution, ...]:
    """The attributions of a row of `readings`."""
    return tuple(Attribution.from_json(data) for data in row["attributions"])


def _following(statement_id: str, old: str, new: str) -> str:
    return new + statement_id[len(old) :] if statement_id.startswith(old) else f"{new}-{statement_id}"


def _facts(entity: Entity) -> str:
    return json.dumps(_values(entity, _ENTITY_FIELDS), sort_keys=True)


def _values(record: Document | Entity | Statement, names: tuple[str, ...]) -> dict[str, Any]:
    """As `to_json`, but for lists in the place of tuples, which JSON writes alike: this is four times as fast."""
    return {name: getattr(record, name) for name in names}
