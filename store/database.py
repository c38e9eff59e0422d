"""The store: what goes in, what comes out, each in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from records import Document, Entity, Reading, Statement
from store import readings, reports, rows, runs
from store.desk import Desk
from store.entities import merge
from store.kept import Report, Run
from store.likeness import bands
from store.schema import documents, statements


class Store(Desk):
    """Documents, what was read out of them, and what people made of it.

    Args:
        url: `sqlite:///path/to/file.db`, or `postgresql+psycopg://…` where psycopg is installed. A new
            database gets its tables, a new file its folder, an older one is copied beside and migrated.

    Raises:
        InputError: If the address cannot be used.
        StoreError: From every method, if the database cannot be opened, read or written; then nothing
            stored changes.
    """

    def add(self, reading: Reading, versions: Mapping[str, str]) -> bool:
        """Keep a document with everything read out of it, or nothing at all.

        A text that is nearly the same as one kept becomes a report of it, and a statement that both make
        counts once.

        Args:
            reading: Where another text is already kept under the document's id, it is kept under the id with
                the first digits of its hash behind; the ids of its statements follow.
            versions: Of whatever read it, such as `Extractor.versions`.

        Returns:
            False if the same words are already there; then at most a report is added, as `report` says.
        """
        return self.add_all([reading], versions) == 1

    def add_all(self, read: Iterable[Reading], versions: Mapping[str, str]) -> int:
        """Keep several documents in one transaction, all or none; returns how many of them were new."""
        with_keys = [(reading, bands(reading.document.text)) for reading in read]
        with self._writing() as connection:
            return readings.keep_all(connection, with_keys, versions)

    def replace(self, reading: Reading, versions: Mapping[str, str]) -> None:
        """Put what better versions read out of a kept document in the place of what was read before.

        The journal of reviews stays as it is, and so do statements that were imported: those whose method
        begins "import:".

        Raises:
            InputError: If no document of this id and text is kept.
        """
        with self._writing() as connection:
            readings.renew(connection, reading, versions, self.where)

    def add_coded(self, reading: Reading) -> int:
        """Add to a kept document the statements of the reading that people coded; the others are left out.

        Args:
            reading: Of the same text; its document may have another id. Statements whose method begins
                "import:" are added, with the entities that they name, unless they are there.

        Returns:
            How many statements were added; none when the same is added again.

        Raises:
            InputError: If no document of these words is kept, or its white space differs.
            RecordError: If evidence or a span of a statement does not fit the text.
        """
        with self._writing() as connection:
            return readings.add_coded(connection, reading, self.where)

    def report(self, document: Document) -> bool:
        """Whether the document's words are kept; a new outlet or address of them is recorded as a report."""
        if not self.has(document.hash):
            return False
        with self._writing() as connection:
            return readings.note(connection, document)

    def has(self, document_hash: str) -> bool:
        """Whether a document of these words is kept."""
        with self._reading() as connection:
            return readings.id_of(connection, document_hash) is not None

    def count(self) -> int:
        """How many documents are kept."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(documents)) or 0

    def documents(self) -> list[Document]:
        """All documents, by id."""
        with self._reading() as connection:
            found = connection.execute(select(documents).order_by(documents.c.id)).mappings()
            return [rows.to_document(row) for row in found]

    def hashes(self) -> dict[str, str]:
        """Id -> content hash of all documents, without reading their texts."""
        with self._reading() as connection:
            found = connection.execute(select(documents.c.id, documents.c.hash).order_by(documents.c.id))
            return {row.id: row.hash for row in found}

    def document(self, document_id: str) -> Document:
        """The document of this id.

        Raises:
            InputError: If there is none.
        """
        with self._reading() as connection:
            return readings.find_document(connection, document_id, self.where)

    def reading(self, document_id: str) -> Reading:
        """Everything that was read out of the document of this id, in the order in which it was handed over.

        Raises:
            InputError: If there is none.
        """
        with self._reading() as connection:
            return readings.load(connection, document_id, self.where)

    def statements(self) -> list[Statement]:
        """All statements, by document and then as they were found in it; what reports repeat is left out."""
        with self._reading() as connection:
            return readings.statements_in_order(connection)

    def statements_of(
        self, ids: Collection[str] | None = None, documents: Collection[str] | None = None
    ) -> list[Statement]:
        """Those of these ids, or of these documents, in the same order; ids that are not there are left out."""
        with self._reading() as connection:
            if documents is not None:
                return readings.statements_in_order(connection, statements.c.document, documents)
            return readings.statements_in_order(connection, statements.c.id, ids or ())

    def facts(self, names: Sequence[str]) -> Iterator[Sequence[Sequence[Any]]]:
        """Some fields of all statements, in the same order, a few thousand rows at a time.

        So a million statements can be gone through without being in memory at once. While they are, no other
        state of the database is seen.

        Args:
            names: Of the fields.
        """
        with self._reading() as connection:
            yield from readings.facts(connection, names)

    def reports(self, document_id: str) -> list[Report]:
        """All publications of the document's text, the nearly same ones included, in the order of adding."""
        with self._reading() as connection:
            return reports.reports_of(connection, document_id)

    def published(self) -> dict[str, dict[str, str]]:
        """Statement id -> number of a report that makes it -> its outlet ("" = unknown).

        A statement that is missing has one report, its document.
        """
        with self._reading() as connection:
            return reports.published(connection)

    def entities(self) -> dict[str, Entity]:
        """Entity id -> entity, merged from all documents as `store.entities.merge` says."""
        with self._reading() as connection:
            return merge(readings.descriptions(connection))

    def versions(self) -> dict[str, str]:
        """Name of what read the documents -> its version; several versions are joined by ", "."""
        return runs.joined_versions(self.runs())

    def runs(self) -> list[Run]:
        """Which versions read documents, in the order of their first use."""
        with self._reading() as connection:
            return runs.all_runs(connection)
