"""A document with everything read out of it: into the tables, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, func, insert, select

from errors import InputError
from records import Document, Entity, Reading, Statement
from store import coded, repeats, reports, rows
from store.newcomers import ASKED, Keyed, Newcomers
from store.revision import raise_revision
from store.runs import record_run
from store.schema import documents, entities, readings, statements

STREAMED = 5000  # rows that are in memory at once
S = statements.c

# What is asked for every document is composed only once.
ID_OF = select(documents.c.id).where(documents.c.hash == bindparam("hash"))


def keep_all(connection: Connection, read: Sequence[Keyed], versions: Mapping[str, str]) -> int:
    """Keep new documents; see `Store.add_all`.

    Args:
        read: Readings, each with `store.likeness.bands` of its text.
    """
    newcomers = Newcomers(connection, read)
    kept: list[Reading] = []
    joined: dict[str, list[str]] = defaultdict(list)  # text -> further reports of it
    changed = False
    for reading, keys in read:
        words = reading.document.hash
        if known := newcomers.known(words):
            changed |= newcomers.note(reading.document, known)
            continue
        new = rows.renamed(reading, newcomers.free_id(reading.document))
        text = newcomers.place(new.document, words, keys)
        if text != new.document.id:
            joined[text].append(new.document.id)
        kept.append(new)
    newcomers.write()
    if kept:
        _insert(connection, kept, versions)
    for text, further in joined.items():
        repeats.mark_new(connection, text, further)
    if kept or changed:
        raise_revision(connection, extraction=True)
    return len(kept)


def note(connection: Connection, document: Document) -> bool:
    """Record another publication of words that are kept; see `Store.report`."""
    known = id_of(connection, document.hash)
    if known is None:
        return False
    newcomers = Newcomers(connection, [])
    if newcomers.note(document, known):
        newcomers.write()
        raise_revision(connection, extraction=True)
    return True


def renew(connection: Connection, reading: Reading, versions: Mapping[str, str], where: str) -> None:
    """Put a reading in the place of the one that is kept; see `Store.replace`."""
    kept = load(connection, reading.document.id, where)
    if kept.document.text != reading.document.text:
        raise InputError("the reading is of another text than the one kept", where=kept.document.id)
    for table in (statements, entities, readings):
        connection.execute(delete(table).where(table.c.document == kept.document.id))
    _insert(connection, [coded.carried_over(kept, reading)], versions)
    _tell(connection, kept.document.id)


def add_coded(connection: Connection, reading: Reading, where: str) -> int:
    """Keep what was imported into a known document; see `Store.add_coded`."""
    known = id_of(connection, reading.document.hash)
    if known is None:
        raise InputError(f"there is no document of the words of '{reading.document.id}'", where=where)
    added = coded.keep(connection, load(connection, known, where), reading)
    if added:
        _tell(connection, known)
    return added


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


def statements_in_order(
    connection: Connection, column: ColumnElement[str] | None = None, values: Collection[str] = ()
) -> list[Statement]:
    """Statements that repeat none, by document and number; see `Store.statements`.

    Args:
        column: Only those with one of the values in it.
    """
    wanted = select(statements).where(S.repeats.is_(None)).order_by(S.document, S.number)
    if column is None:
        return [rows.to_statement(row) for row in connection.execute(wanted).mappings()]
    asked = wanted.where(column.in_(bindparam("wanted", expanding=True)))
    listed = sorted(set(values))
    found = [
        row
        for start in range(0, len(listed), ASKED)
        for row in connection.execute(asked, {"wanted": listed[start : start + ASKED]}).mappings()
    ]
    if len(listed) > ASKED:
        found.sort(key=lambda row: (row["document"], row["number"]))
    return [rows.to_statement(row) for row in found]


def facts(connection: Connection, names: Sequence[str]) -> Iterator[Sequence[Row[Any]]]:
    """Some fields of all statements that repeat none; see `Store.facts`."""
    wanted = select(*(S[name] for name in names)).where(S.repeats.is_(None)).order_by(S.document, S.number)
    streamed = connection.execution_options(yield_per=STREAMED)
    yield from streamed.execute(wanted).partitions()


def _tell(connection: Connection, document_id: str) -> None:
    """Find anew what repeats what among the reports of a document's text, and let everybody see the change."""
    repeats.mark_all(connection, reports.reports_of(connection, document_id)[0].text)
    raise_revision(connection, extraction=True)


def _insert(connection: Connection, read: Sequence[Reading], versions: Mapping[str, str]) -> None:
    run = record_run(connection, versions)
    connection.execute(insert(readings), [rows.reading_row(reading, run) for reading in read])
    for table, found in (
        (entities, [row for reading in read for row in rows.entity_rows(reading)]),
        (statements, [row for reading in read for row in rows.statement_rows(reading)]),
    ):
        if found:
            connection.execute(insert(table), found)
