"""What a database driver complains of, said so that a reader can mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError

from errors import InputError, StoreError

PUT_A_BACKUP = "Put a backup in its place: hustings restore FILE"
BUSY = ("another program is writing to the database", "Run the same command again in a moment")
FULL = ("the disk is full", "Free some space and run the same command again")

# Beginning of SQLite's name of the error (https://www.sqlite.org/rescode.html), or of PostgreSQL's code of it
# (https://www.postgresql.org/docs/current/errcodes-appendix.html) -> what is wrong, what to do.
FAULTS = {
    "SQLITE_NOTADB": ("the file is not a database", "Name another file, or move this one away"),
    "SQLITE_CORRUPT": ("the database is damaged", PUT_A_BACKUP),
    "SQLITE_READONLY": ("the database can only be read", "Make the file and its folder writable"),
    "SQLITE_FULL": FULL,
    "SQLITE_CANTOPEN": ("the file cannot be opened", "Check that its folder exists and may be written to"),
    "SQLITE_PERM": ("the file may not be opened", "Check who owns it and its permissions"),
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_IOERR": ("the disk cannot be read or written", "Check its free space and its health"),
    "55P03": BUSY,  # a lock was not available within the time that a writer waits
    "40": BUSY,  # a transaction was rolled back for the sake of another one
    "53100": FULL,
    "53300": ("the server has too many users", "Run the same command again in a moment"),
    "25006": ("the database can only be read", "Ask its administrator for the right to write"),
    "42501": ("the server does not allow it", "Ask its administrator for the rights to the database"),
    "28": ("the server does not accept the name or the password", "Check the address of the database"),
    "3D": ("there is no such database", "Create it, or check the address"),
    "57P": ("the server is shutting down or starting", "Run the same command again in a moment"),
    "XX001": ("the database is damaged", PUT_A_BACKUP),
}


@contextmanager
def told(where: str) -> Iterator[None]:
    """Whatever the driver, SQLAlchemy or the file system raises inside comes out as an error of ours.

    Args:
        where: The database's address without its password.

    Raises:
        StoreError: Whatever went wrong with the database.
        InputError: If a record cannot be written: it is not Unicode, or holds what the database cannot.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise InputError(
            "the text holds half of a character that is written in two (a lone surrogate)",
            where=where,
            mend="Save the text as UTF-8 and read it again",
        ) from error
    except DataError as error:
        raise InputError(
            f"a value cannot be kept ({error.orig})", where=where, mend="Clean the text and read it again"
        ) from error
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise _store_error(error, where) from error


def _store_error(error: SQLAlchemyError | sqlite3.Error | OSError, where: str) -> StoreError:
    if isinstance(error, IntegrityError):
        return StoreError(f"two records claim the same place ({error.orig})", where=where)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or ""
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
