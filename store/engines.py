"""From an address to an engine with the settings that the store counts on."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from errors import InputError, StoreError

WAIT = 10_000  # milliseconds that a writer waits for another one
ADVISORY_LOCK = 0x4875_7374_696E_6773  # "Hustings": who holds it in a PostgreSQL database is its one writer
WRITES = "hustings_writes"  # the execution option that marks a connection that is going to write


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
    return address.set(drivername="postgresql+psycopg") if address.drivername == "postgresql" else address


def shown(address: URL) -> str:
    """The address as it may be printed: the file alone, or the server without the password."""
    path = file_of(address)
    return str(path) if path else address.render_as_string(hide_password=True)


def file_of(address: URL) -> Path | None:
    """The file of a SQLite database; None for a server or an address in SQLite's own "file:" form."""
    name = address.database or ""
    return Path(name) if address.get_backend_name() == "sqlite" and not name.startswith("file:") else None


def make_engine(address: URL) -> Engine:
    """An engine whose connections read one state of the database, and write one after the other.

    Raises:
        StoreError: If the driver is not installed.
    """
    try:
        if address.get_backend_name() == "sqlite":
            engine = create_engine(address, json_serializer=_json)
            event.listen(engine, "connect", _set_up_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        else:
            engine = create_engine(
                address, isolation_level="REPEATABLE READ", pool_pre_ping=True, json_serializer=_json
            )
            event.listen(engine, "begin", _begin_postgresql)
    except ModuleNotFoundError as error:
        raise StoreError(
            f"the driver '{error.name}' is not installed",
            where=shown(address),
            mend='pip install "psycopg[binary]"' if error.name == "psycopg" else f"pip install {error.name}",
        ) from error
    return engine


def _json(value: Any) -> str:
    """As `json.dumps`; spans, of which most columns of JSON consist, take a fifth of its time."""
    if isinstance(value, tuple) and len(value) == 2 and all(type(number) is int for number in value):
        return f"[{value[0]}, {value[1]}]"
    return json.dumps(value)


def for_writing(engine: Engine) -> Connection:
    """A connection whose transactions have the database to themselves among writers.

    On PostgreSQL they see what was committed before each command, hence all that earlier writers did.
    """
    level = {} if engine.dialect.name == "sqlite" else {"isolation_level": "READ COMMITTED"}
    return engine.connect().execution_options(**{WRITES: True}, **level)


def use_write_ahead_log(engine: Engine) -> None:
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


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    """Settings of one SQLite connection.

    synchronous=FULL: what was reported as added survives a power cut; the sync of one document takes a
    hundredth of the time of reading it. cell_size_check: damage is told of when it is met, not worked on.
    cache_size: 32 MB, in which the indexes' pages in use fit. wal_autocheckpoint: 64 MB of log, since pages of
    indexes change with every document, and each checkpoint writes them to their places anew. Transactions begin
    where we say, not where the driver guesses.
    """
    connection.isolation_level = None
    settings = (f"busy_timeout={WAIT}", "foreign_keys=ON", "synchronous=FULL", "cell_size_check=ON")
    for pragma in (*settings, "cache_size=-32768", "wal_autocheckpoint=16384"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: an upgrade in the middle would fail without waiting for others."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    """Writers take turns as in SQLite: what one has looked up still holds when it writes."""
    if _writes(connection):
        connection.execute(text(f"SET LOCAL lock_timeout = {WAIT}"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(WRITES, False))
