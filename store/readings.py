"""A document with everything read out of it: into the tables, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from errors import InputError
from records import Document, Entity, Reading
from store import reports, rows
from store.runs import record_run
from store.schema import documents, entities, meta, readings, statements

Keyed = tuple[Reading, Sequence[int]]
ASKED = 1000  # documents that one question asks about

# What is asked for every document is composed only once.
HELD_HASHES = select(documents.c.hash).where(documents.c.hash.in_(bindparam("wanted", expanding=True)))
HELD_IDS = select(documents.c.id).where(documents.c.id.in_(bindparam("wanted", expanding=True)))
ID_OF = select(documents.c.id).where(documents.c.hash == bindparam("hash"))
IS_TAKEN = select(documents.c.id).where(documents.c.id == bindparam("id"))
INSERT_DOCUMENT = insert(documents)


def keep_all(connection: Connection, read: Sequence[Keyed], versions: Mapping[str, str]) -> int:
    """Keep new documents; see `Store.add_all`.

    Args:
        read: Readings, each with `store.likeness.bands` of its text.
    """
    held = _held(connection, [reading.document for reading, _keys in read])
    kept: list[Reading] = []
    joined: set[str] = set()  # texts of which there is another report
    changed = False
    for reading, keys in read:
        words = reading.document.hash
        if words in held and (known := id_of(connection, words)):
            changed |= reports.note(connection, reading.document, known)
            continue
        taken = reading.document.id in held
        new = rows.renamed(reading, _free_id(connection, reading.document)) if taken else reading
        connection.execute(INSERT_DOCUMENT, rows.document_row(new.document, words))
        held |= {words, new.document.id}
        text = reports.place(connection, new.document, keys)
        joined |= {text} - {new.document.id}
        kept.append(new)
    if kept:
        _insert(connection, kept, versions)
    for text in sorted(joined):
        reports.mark_repeats(connection, text)
    if kept or changed:
        raise_revision(connection)
    return len(kept)


def renew(connection: Connection, reading: Reading, versions: Mapping[str, str], where: str) -> None:
    """Put a reading in the place of the one that is kept; see `Store.replace`."""
    kept = find_document(connection, reading.document.id, where)
    if kept.text != reading.document.text:
        raise InputError("the reading is of another text than the one kept", where=kept.id)
    for table in (statements, entities, readings):
        connection.execute(delete(table).where(table.c.document == kept.id))
    _insert(connection, [reading], versions)
    text = reports.reports_of(connection, kept.id)[0].text
    reports.mark_repeats(connection, text)
    raise_revision(connection)


def find_document(connection: Connection, document_id: str, where: str) -> Document:
    """The document of this id.

    Raises:
        InputError: If there is none.
    """
    wanted = select(documents).where(documents.c.id == document_id)
    row = connection.execute(wanted).mappings().one_or_none()
    if row is None:
        raise InputError(f"there is no document '{document_id}'", where=where)
    return rows.to_document(row)


def load(connection: Connection, document_id: str, where: str) -> Reading:
    """Everything that was read out of the document of this id, in the order in which it was handed over.

    Raises:
        InputError: If there is none.
    """
    document = find_document(connection, document_id, where)
    wanted = select(readings).where(readings.c.document == document_id)
    row = connection.execute(wanted).mappings().one()
    named = select(entities.c.facts).where(entities.c.document == document_id).order_by(entities.c.number)
    made = select(statements).where(statements.c.document == document_id).order_by(statements.c.number)
    return Reading(
        document=document,
        statements=tuple(rows.to_statement(found) for found in connection.execute(made).mappings()),
        entities=tuple(rows.to_entity(facts) for facts in connection.scalars(named)),
        mentions=rows.to_mentions(row),
        attributions=rows.to_attributions(row),
        remarks=tuple(row["remarks"]),
    )


def id_of(connection: Connection, document_hash: str) -> str | None:
    """The id of the document of these words; None if there is none."""
    found: str | None = connection.scalar(ID_OF, {"hash": document_hash})
    return found


def descriptions(connection: Connection) -> Iterator[tuple[str, Entity]]:
    """Each description of an entity, with the last day on which it is given ("" if none is dated)."""
    day = func.max(func.coalesce(documents.c.date, ""))
    joined = select(day, entities.c.facts).join(documents, documents.c.id == entities.c.document)
    for last, facts in connection.execute(joined.group_by(entities.c.facts)):
        yield last, rows.to_entity(facts)


def raise_revision(connection: Connection) -> None:
    """Let everybody see that the content has changed."""
    connection.execute(update(meta).where(meta.c.name == "revision").values(value=meta.c.value + 1))


def _insert(connection: Connection, read: Sequence[Reading], versions: Mapping[str, str]) -> None:
    run = record_run(connection, versions)
    connection.execute(insert(readings), [rows.reading_row(reading, run) for reading in read])
    for table, found in (
        (entities, [row for reading in read for row in rows.entity_rows(reading)]),
        (statements, [row for reading in read for row in rows.statement_rows(reading)]),
    ):
        if found:
            connection.execute(insert(table), found)


def _held(connection: Connection, read: Sequence[Document]) -> set[str]:
    """The hashes and ids among those of the documents that are kept already; one question asks for many."""
    found: set[str] = set()
    for start in range(0, len(read), ASKED):
        some = read[start : start + ASKED]
        found.update(connection.scalars(HELD_HASHES, {"wanted": [document.hash for document in some]}))
        found.update(connection.scalars(HELD_IDS, {"wanted": [document.id for document in some]}))
    return found


def _free_id(connection: Connection, document: Document) -> str:
    """The document's own id, unless another text has it: then with its hash, as short as is free."""
    wanted = (document.id, f"{document.id}-{document.hash[:8]}", f"{document.id}-{document.hash}")
    return next(name for name in wanted if connection.scalar(IS_TAKEN, {"id": name}) is None)
