"""From an address to a database that is ready: its folder, its settings, its tables, its version."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from errors import InputError, StoreError
from store.faults import told
from store.schema import SCHEMA_VERSION, meta, metadata

WAIT = 10_000  # milliseconds that a writer waits for another one
WRITES = "hustings_writes"  # the execution option that marks a connection that is going to write


def open_engine(url: str) -> Engine:
    """The database at the address, with its tables; they are created if it has none at all.

    Raises:
        InputError: If the address is not one of a database that can be used here.
        StoreError: If it cannot be opened, is not ours, or was written by a newer version; then nothing
            changes.
    """
    address = read_address(url)
    where = shown(address)
    with told(where):
        if path := file_of(address):
            path.parent.mkdir(parents=True, exist_ok=True)
        engine = _engine(address)
        try:
            _prepare(engine, where)
        except BaseException:
            engine.dispose()
            raise
    return engine


def read_address(url: str) -> URL:
    """The address in its parts.

    Raises:
        InputError: If it is not an address of a SQLite or PostgreSQL database.
    """
    mend = "Write sqlite:///path/to/hustings.db or postgresql+psycopg://user@host/database"
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise InputError("this is not the address of a database", where=repr(url), mend=mend) from error
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise InputError(
            f"'{address.drivername}' is not a database that works here", where=shown(address), mend=mend
        )
    if address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:"):
        raise InputError("a database needs a file", where=shown(address), mend=mend)
    return address


def shown(address: URL) -> str:
    """The address as it may be printed: the file alone, or the server without the password."""
    path = file_of(address)
    return str(path) if path else address.render_as_string(hide_password=True)


def file_of(address: URL) -> Path | None:
    """The file of a SQLite database; None for a server or an address in SQLite's own "file:" form."""
    name = address.database or ""
    return Path(name) if address.get_backend_name() == "sqlite" and not name.startswith("file:") else None


def _engine(address: URL) -> Engine:
    try:
        engine = create_engine(address)
    except ModuleNotFoundError as error:
        raise StoreError(
            f"the driver '{error.name}' is not installed",
            where=shown(address),
            mend=f"pip install {error.name}",
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    """Settings of one SQLite connection.

    synchronous=FULL: what was reported as added survives a power cut; the sync of one document takes a
    hundredth of the time of reading it. Transactions begin where we say, not where the driver guesses.
    """
    connection.isolation_level = None
    for pragma in ("foreign_keys=ON", f"busy_timeout={WAIT}", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once: an upgrade in the middle would fail without waiting for others."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(engine: Engine, where: str) -> None:
    with engine.connect() as connection:
        new = not inspect(connection).get_table_names()
    if new:
        _create(engine)
    with engine.connect() as connection:
        _check_version(connection, where)
    if engine.dialect.name == "sqlite":
        _use_write_ahead_log(engine)


def _create(engine: Engine) -> None:
    """All tables in one transaction; another process that does the same meanwhile waits and finds them."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if inspect(connection).has_table(meta.name):
            return
        metadata.create_all(connection)
        rows = [{"name": "schema_version", "value": SCHEMA_VERSION}, {"name": "revision", "value": 0}]
        connection.execute(insert(meta), rows)


def _use_write_ahead_log(engine: Engine) -> None:
    """Readers and one writer at the same time; the file remembers it (https://www.sqlite.org/wal.html).

    Where another process is at the file just now, SQLite does not wait; then the next opening does it.
    """
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise
    finally:
        raw.close()


def _check_version(connection: Connection, where: str) -> None:
    if not inspect(connection).has_table(meta.name):
        raise StoreError("the database belongs to another program", where=where, mend="Name another file")
    found = connection.scalar(select(meta.c.value).where(meta.c.name == "schema_version"))
    if not isinstance(found, int):
        raise StoreError(
            "the database does not say its version", where=where, mend="Put a backup in its place"
        )
    if found > SCHEMA_VERSION:
        raise StoreError(
            f"it was written by a newer version of Hustings (schema {found}, here {SCHEMA_VERSION})",
            where=where,
            mend="Install that version, or name another database",
        )
