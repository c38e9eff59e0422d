"""From an address to a database that is ready: its folder, its tables, its version."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, select

from errors import InputError, StoreError
from store.container import is_file, set_aside
from store.engines import file_of, for_writing, make_engine, read_address, shown, use_write_ahead_log
from store.faults import PUT_A_BACKUP, told
from store.migrations import upgrade
from store.schema import SCHEMA_VERSION, meta

__all__ = ["check_there", "file_of", "open_engine", "read_address", "shown", "version_of"]


def open_engine(url: str, keep_old: bool = True) -> Engine:
    """The database at the address, with its tables; they are created if it has none at all.

    A database of an older version is migrated.

    Args:
        keep_old: Whether a copy is made beside it before that.

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
        engine = make_engine(address)
        try:
            _prepare(engine, where, keep_old)
        except BaseException:
            engine.dispose()
            raise
    return engine


def check_there(url: str) -> None:
    """Whether there is a database to read; opening a file that is not there would make one.

    Raises:
        InputError: If its file is not there, or the address is not one of a database.
    """
    address = read_address(url)
    if file_of(address) and not is_file(address):
        raise InputError("there is no database", where=shown(address), mend="Check its address")


def version_of(connection: Connection, where: str) -> int:
    """The version of the tables, if this is a database of ours that can be read here.

    Raises:
        StoreError: If it is not.
    """
    if not inspect(connection).has_table(meta.name):
        raise StoreError("the database belongs to another program", where=where, mend="Name another file")
    found = connection.scalar(select(meta.c.value).where(meta.c.name == "schema_version"))
    if not isinstance(found, int):
        raise StoreError("the database does not say its version", where=where, mend=PUT_A_BACKUP)
    if found > SCHEMA_VERSION:
        raise StoreError(
            f"it was written by a newer version of Hustings (schema {found}, here {SCHEMA_VERSION})",
            where=where,
            mend="Install that version, or name another database",
        )
    return found


def _prepare(engine: Engine, where: str, keep_old: bool) -> None:
    with engine.connect() as connection:
        new = not inspect(connection).get_table_names()
        ready = not new and version_of(connection, where) == SCHEMA_VERSION
    if not ready:
        _migrate(engine, where, keep_old)
    if engine.dialect.name == "sqlite":
        use_write_ahead_log(engine)


def _migrate(engine: Engine, where: str, keep_old: bool) -> None:
    """All in one transaction; another process that does the same meanwhile waits and finds it done."""
    with for_writing(engine) as connection, connection.begin():
        if inspect(connection).has_table(meta.name):
            found = version_of(connection, where)
            if found < SCHEMA_VERSION and keep_old:
                set_aside(engine, f"before-v{SCHEMA_VERSION}")
        upgrade(connection)
