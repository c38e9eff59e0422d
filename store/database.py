"""The store: what goes in, what comes out, each in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, insert, select, update

from errors import InputError, StoreError
from records import Document, Entity, Reading, Statement
from store import rows
from store.entities import merge
from store.faults import told
from store.open import WRITES, open_engine, shown
from store.schema import documents, entities, meta, readings, statements


class Store:
    """Documents and what was read out of them.

    Args:
        url: `sqlite:///path/to/file.db`, or `postgresql+psycopg://…` where psycopg is installed. A new
            database gets its tables, a new file its folder.

    Raises:
        InputError: If the address cannot be used.
        StoreError: From every method, if the database cannot be opened, read or written; then nothing
            stored changes.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url)
        self.where = shown(self._engine.url)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; the store can be used again and then connects anew."""
        self._engine.dispose()

    def add(self, reading: Reading, versions: Mapping[str, str]) -> bool:
        """Keep a document with everything read out of it, or nothing at all.

        Args:
            reading: Where another text is already kept under the document's id, it is kept under the id with
                the first digits of its hash behind; the ids of its statements follow.
            versions: Of whatever read it, such as `Extractor.versions`.

        Returns:
            False if the same words are already there; then nothing changes.
        """
        with self._connection(writes=True) as connection:
            if _holds(connection, reading.document.hash):
                return False
            kept = rows.renamed(reading, _free_id(connection, reading.document))
            connection.execute(insert(documents), rows.document_row(kept.document, versions))
            connection.execute(insert(readings), rows.reading_row(kept))
            for table, found in ((entities, rows.entity_rows(kept)), (statements, rows.statement_rows(kept))):
                if found:
                    connection.execute(insert(table), found)
            connection.execute(update(meta).where(meta.c.name == "revision").values(value=meta.c.value + 1))
        return True

    def has(self, document_hash: str) -> bool:
        """Whether a document of these words is kept."""
        with self._connection() as connection:
            return _holds(connection, document_hash)

    def count(self) -> int:
        """How many documents are kept."""
        with self._connection() as connection:
            return connection.scalar(select(func.count()).select_from(documents)) or 0

    def revision(self) -> int:
        """A number that every change of the content raises: the same number, the same content."""
        with self._connection() as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.name == "revision")) or 0

    def documents(self) -> list[Document]:
        """All documents, by id."""
        with self._connection() as connection:
            found = connection.execute(select(documents).order_by(documents.c.id)).mappings()
            return [rows.to_document(row) for row in found]

    def document(self, document_id: str) -> Document:
        """The document of this id.

        Raises:
            InputError: If there is none.
        """
        with self._connection() as connection:
            return self._document(connection, document_id)

    def reading(self, document_id: str) -> Reading:
        """Everything that was read out of the document of this id, in the order in which it was handed over.

        Raises:
            InputError: If there is none.
        """
        with self._connection() as connection:
            document = self._document(connection, document_id)
            row = (
                connection.execute(select(readings).where(readings.c.document == document_id))
                .mappings()
                .one()
            )
            named = (
                select(entities.c.facts).where(entities.c.document == document_id).order_by(entities.c.number)
            )
            made = (
                select(statements).where(statements.c.document == document_id).order_by(statements.c.number)
            )
            return Reading(
                document=document,
                statements=tuple(rows.to_statement(found) for found in connection.execute(made).mappings()),
                entities=tuple(rows.to_entity(facts) for facts in connection.scalars(named)),
                mentions=rows.to_mentions(row),
                attributions=rows.to_attributions(row),
                remarks=tuple(row["remarks"]),
            )

    def statements(self) -> list[Statement]:
        """All statements, by document and then as they were found in it."""
        with self._connection() as connection:
            found = connection.execute(
                select(statements).order_by(statements.c.document, statements.c.number)
            )
            return [rows.to_statement(row) for row in found.mappings()]

    def entities(self) -> dict[str, Entity]:
        """Entity id -> entity, merged from all documents as `store.entities.merge` says."""
        day = func.max(func.coalesce(documents.c.date, ""))
        with self._connection() as connection:
            found = connection.execute(
                select(day, entities.c.facts)
                .join(documents, documents.c.id == entities.c.document)
                .group_by(entities.c.facts)
            )
            return merge((last, rows.to_entity(facts)) for last, facts in found)

    def versions(self) -> dict[str, str]:
        """Name of what read the documents -> its version; several versions are joined by ", "."""
        with self._connection() as connection:
            return _joined(connection.scalars(select(documents.c.versions)))

    def check(self) -> None:
        """Read the whole file once.

        Raises:
            StoreError: If any page or index of it is damaged.
        """
        with self._connection() as connection:
            if self._engine.dialect.name != "sqlite":
                connection.scalar(select(1))
                return
            faults = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            if faults != ["ok"]:
                raise StoreError(
                    f"the database is damaged ({faults[0]})",
                    where=self.where,
                    mend="Put a backup in its place",
                )

    @contextmanager
    def _connection(self, writes: bool = False) -> Iterator[Connection]:
        """One transaction, closed with a commit, or with a rollback if anything is raised inside."""
        with (
            told(self.where),
            self._engine.connect().execution_options(**{WRITES: writes}) as connection,
            connection.begin(),
        ):
            yield connection

    def _document(self, connection: Connection, document_id: str) -> Document:
        row = (
            connection.execute(select(documents).where(documents.c.id == document_id))
            .mappings()
            .one_or_none()
        )
        if row is None:
            raise InputError(f"there is no document '{document_id}'", where=self.where)
        return rows.to_document(row)


def _holds(connection: Connection, document_hash: str) -> bool:
    return connection.scalar(select(documents.c.id).where(documents.c.hash == document_hash)) is not None


def _free_id(connection: Connection, document: Document) -> str:
    """The document's own id, unless another text has it: then with its hash, as short as is free."""
    wanted = [document.id, f"{document.id}-{document.hash[:8]}", f"{document.id}-{document.hash}"]
    taken = set(connection.scalars(select(documents.c.id).where(documents.c.id.in_(wanted))))
    return next(name for name in wanted if name not in taken)


def _joined(found: Iterable[Mapping[str, str]]) -> dict[str, str]:
    versions: dict[str, set[str]] = {}
    for each in found:
        for name, version in each.items():
            versions.setdefault(name, set()).add(version)
    return {name: ", ".join(sorted(versions[name])) for name in sorted(versions)}
