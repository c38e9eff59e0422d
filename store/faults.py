"""What a database driver complains of, said so that a reader can mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from errors import InputError, StoreError

# Beginning of SQLite's name of the error -> what is wrong, what to do (https://www.sqlite.org/rescode.html).
FAULTS = {
    "SQLITE_NOTADB": ("the file is not a database", "Name another file, or move this one away"),
    "SQLITE_CORRUPT": ("the database is damaged", "Put a backup in its place"),
    "SQLITE_READONLY": ("the database can only be read", "Make the file and its folder writable"),
    "SQLITE_FULL": ("the disk is full", "Free some space and run the same command again"),
    "SQLITE_CANTOPEN": ("the file cannot be opened", "Check that its folder exists and may be written to"),
    "SQLITE_PERM": ("the file may not be opened", "Check who owns it and its permissions"),
    "SQLITE_BUSY": ("another program is writing to the database", "Run the same command again in a moment"),
    "SQLITE_LOCKED": ("another program is writing to the database", "Run the same command again in a moment"),
    "SQLITE_IOERR": ("the disk cannot be read or written", "Check its free space and its health"),
}


@contextmanager
def told(where: str) -> Iterator[None]:
    """Whatever the driver, SQLAlchemy or the file system raises inside comes out as an error of ours.

    Args:
        where: The database's address without its password.

    Raises:
        StoreError: Whatever went wrong with the database.
        InputError: If a record cannot be written because it is not Unicode.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise InputError(
            "the text holds half of a character that is written in two (a lone surrogate)",
            where=where,
            mend="Save the text as UTF-8 and read it again",
        ) from error
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise _store_error(error, where) from error


def _store_error(error: SQLAlchemyError | sqlite3.Error | OSError, where: str) -> StoreError:
    if isinstance(error, IntegrityError):
        return StoreError(f"two records claim the same place ({error.orig})", where=where)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", "")
    for beginning, (what, mend) in FAULTS.items():
        if name.startswith(beginning):
            return StoreError(what, where=where, mend=mend)
    if isinstance(cause, OSError):
        return StoreError(
            cause.strerror or str(cause), where=where, mend="Check the folder and its permissions"
        )
    return StoreError(
        f"the database says: {str(cause).strip()}", where=where, mend="Check that it can be reached"
    )
