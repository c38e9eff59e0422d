"""One database, opened: its transactions, its backup, its health."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from store.backup import write_backup
from store.container import check
from store.engines import for_writing, shown
from store.faults import told
from store.open import open_engine
from store.revision import EXTRACTION, revision


class Session:
    """What every part of the store needs; see `Store`."""

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

    def revision(self) -> int:
        """A number that every change of the content raises: the same number, the same content."""
        with self._reading() as connection:
            return revision(connection)

    def extraction_revision(self) -> int:
        """The same without the journal: while the number stays, so do documents, reports and what was read."""
        with self._reading() as connection:
            return revision(connection, EXTRACTION)

    def backup(self, path: Path) -> None:
        """Write the whole database to one file while others use it; see `store.backup.write_backup`."""
        write_backup(self._engine, path)

    def check(self) -> None:
        """Read the whole file once.

        Raises:
            StoreError: If any page or index of it is damaged, or a row names another that is not there.
        """
        with self._reading() as connection:
            check(connection, self.where)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One state of the database, whatever others write meanwhile."""
        with told(self.where), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction, closed with a commit, or with a rollback if anything is raised inside."""
        with told(self.where), for_writing(self._engine) as connection, connection.begin():
            yield connection
