"""A whole database in one SQLite file: how copies are made of a database in use, whatever holds it.

A copy of SQLite's is made by its online backup, one of PostgreSQL's row by row into the same tables; so a file made
from one can be restored into the other.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir
from sqlalchemy import Connection, Engine, MetaData, Table, delete, event, insert, select
from sqlalchemy.engine import URL

from errors import StoreError
from store.engines import file_of, for_writing, make_engine
from store.faults import PUT_A_BACKUP
from store.migrations import upgrade
from store.schema import meta

CHUNK = 1000  # rows that are in memory at once


def write_copy(engine: Engine, path: Path) -> None:
    """The database as one sound file; whatever else uses it goes on meanwhile.

    The file appears, or is replaced, only when it is whole.

    Raises:
        StoreError: If the copy is damaged, since the database is.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        if engine.dialect.name == "sqlite":
            _copy_pages(engine, part)
        else:
            _copy_tables(engine, part)
        check_file(part, str(path))
        _sync(part)
        part.replace(path)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{part}{suffix}").unlink(missing_ok=True)


def set_aside(engine: Engine, why: str) -> Path:
    """A copy beside the database (of a server's in the user's data folder), named after the reason and the time."""
    path = kept_name(engine.url, why)
    write_copy(engine, path)
    return path


def kept_name(address: URL, why: str) -> Path:
    """The name beside the database under which an earlier state of it is kept."""
    now = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    folder = Path(user_data_dir("hustings", appauthor=False)) / "backups"
    own = Path(str(address.database).removeprefix("file:").partition("?")[0])
    path = own if address.get_backend_name() == "sqlite" else folder / f"{address.host or ''}-{own.name}.db"
    return path.with_name(f"{path.name}.{why}-{now}")


def check(connection: Connection, where: str) -> None:
    """Read the whole database once; a server checks its own pages.

    Raises:
        StoreError: If a page or an index of it is damaged, or a row names another that is not there.
    """
    if connection.dialect.name != "sqlite":
        connection.scalar(select(1))
        return
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    faults = [fault for fault in found if fault != "ok"]
    faults += [
        f"a row of {row[0]} names one of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    if faults:
        raise StoreError(f"the database is damaged ({faults[0]})", where=where, mend=PUT_A_BACKUP)


def check_file(path: Path, where: str) -> None:
    """Read the whole file once, as `check` does."""
    with read_only(path) as connection:
        check(connection, where)


@contextmanager
def read_only(path: Path) -> Iterator[Connection]:
    """A connection to a file that changes nothing in it."""
    address = URL.create("sqlite", database=path.resolve().as_uri(), query={"mode": "ro", "uri": "true"})
    engine = make_engine(address)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def copy_rows(tables: Sequence[Table], source: Connection, target: Connection) -> None:
    """All rows of the tables, which are empty in the target; the order must suit their foreign keys."""
    for table in tables:
        found = source.execution_options(yield_per=CHUNK).execute(select(table))
        for rows in found.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in rows])


def _copy_pages(engine: Engine, part: Path) -> None:
    raw = engine.raw_connection()
    try:
        with closing(sqlite3.connect(part)) as target:
            raw.driver_connection.backup(target)  # type: ignore[union-attr]
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    finally:
        raw.close()


def _copy_tables(engine: Engine, part: Path) -> None:
    """Into a new file with the tables of the same version, which need not be today's."""
    container = make_engine(URL.create("sqlite", database=str(part)))
    try:
        with engine.connect() as source, for_writing(container) as target, target.begin():
            version = source.scalar(select(meta.c.value).where(meta.c.name == "schema_version"))
            upgrade(target, str(version))
            target.execute(delete(meta))
            copy_rows(_tables_of(target), source, target)
    finally:
        container.dispose()


def _tables_of(connection: Connection) -> list[Table]:
    found = MetaData()
    event.listen(found, "column_reflect", _generic)
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _generic(_inspector: Any, _table: Table, column: Any) -> None:
    """A type that every database knows, so that the same table can be read from one and written to another."""
    column["type"] = column["type"].as_generic()


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def is_file(address: URL) -> bool:
    """Whether the database is a file that is there."""
    path = file_of(address)
    return path is not None and path.exists()
