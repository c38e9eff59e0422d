"""Statements that people coded elsewhere and that were imported: a new reading of the text does not touch them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, insert

from errors import InputError
from records import Reading, check_statement
from store import rows
from store.schema import entities, statements

IMPORTED = "import:"  # how their method begins


def carried_over(old: Reading, new: Reading) -> Reading:
    """The new reading with what was imported into the old one, and the entities of that."""
    return _joined(new, _imported(old))


def keep(connection: Connection, kept: Reading, coded: Reading) -> int:
    """Add to a kept reading what was imported into another one of the same text; returns how many statements.

    Raises:
        InputError: If the texts differ in their white space, on which the spans depend.
        RecordError: If evidence or a span of a statement does not fit the text.
    """
    if coded.document.text != kept.document.text:
        raise InputError(
            "the coded text has other white space than the one kept",
            where=kept.document.id,
            mend="Import the coded file into a database that does not hold this text yet",
        )
    joined = _joined(kept, _imported(rows.renamed(coded, kept.document.id)))
    for statement in joined.statements[len(kept.statements) :]:
        check_statement(statement, kept.document)
    for table, found in (
        (entities, rows.entity_rows(joined)[len(kept.entities) :]),
        (statements, rows.statement_rows(joined)[len(kept.statements) :]),
    ):
        if found:
            connection.execute(insert(table), found)
    return len(joined.statements) - len(kept.statements)


def _imported(reading: Reading) -> Reading:
    """Only the imported statements, and the entities that they name."""
    found = tuple(s for s in reading.statements if s.method.startswith(IMPORTED))
    named = {id for s in found for id in (s.actor_id, s.target_id, s.attributed_to)}
    return replace(
        reading, statements=found, entities=tuple(entity for entity in reading.entities if entity.id in named)
    )


def _joined(reading: Reading, further: Reading) -> Reading:
    """The reading, and behind its own the statements and entities that it lacks; ids tell which."""
    own = {statement.id for statement in reading.statements}
    described = {entity.id for entity in reading.entities}
    return replace(
        reading,
        statements=(*reading.statements, *(s for s in further.statements if s.id not in own)),
        entities=(*reading.entities, *(e for e in further.entities if e.id not in described)),
    )
