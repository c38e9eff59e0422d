"""Opens a file of the Discourse Network Analyzer: a SQLite database from a stranger, read with care."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from errors import InputError
from ingest.inputs import MAX_BYTES, Input

SIGNATURE = b"SQLite format 3\x00"
LARGEST = 1_000_000_000  # bytes of the file; it is read from disk, one document at a time
PIECE = 1_000_000
SECONDS = 120  # that its queries may take together
STEPS = 100_000  # of SQLite's machine between two looks at the clock
MEND = "Open it with DNA 3 and save it again"

TABLES = frozenset(
    {
        "ATTRIBUTEVALUES",
        "ATTRIBUTEVARIABLES",
        "CODERS",
        "DATABOOLEAN",
        "DATAINTEGER",
        "DATALONGTEXT",
        "DATASHORTTEXT",
        "DOCUMENTS",
        "ENTITIES",
        "SETTINGS",
        "STATEMENTS",
        "STATEMENTTYPES",
        "VARIABLES",
    }
)


@contextmanager
def opened(given: Input) -> Iterator[sqlite3.Connection]:
    """The database of a DNA file of version 3, which can only be read.

    Raises:
        InputError: Also from inside: if it is no such file, is damaged, too large, or takes too long.
    """
    if not given.head().startswith(SIGNATURE):
        raise InputError("it is no file of the Discourse Network Analyzer", where=given.where, mend=MEND)
    with _told(given.where), _on_disk(given) as path:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        with closing(connection):
            _guard(connection)
            _check(connection, given.where)
            yield connection


@contextmanager
def _told(where: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        slow = getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT"
        what = f"it takes longer than {SECONDS} seconds to read" if slow else f"it cannot be read ({error})"
        raise InputError(what, where=where, mend=MEND) from error


@contextmanager
def _on_disk(given: Input) -> Iterator[Path]:
    """A copy: SQLite reads files only, and the user's own stays untouched."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.dna"
        with path.open("wb") as copy:
            while piece := given.stream.read(PIECE):
                copy.write(piece)
                if copy.tell() > LARGEST:
                    raise InputError(
                        f"it is larger than {LARGEST // 1_000_000:,} MB",
                        where=given.where,
                        mend="Split it with DNA",
                    )
        yield path


def _guard(connection: sqlite3.Connection) -> None:
    """Against files made to harm: no code of theirs is trusted, nothing in them is huge, nothing runs for ever.

    https://www.sqlite.org/security.html, "Untrusted SQLite Database Files".
    """
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_BYTES)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    end = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)


def _check(connection: sqlite3.Connection, where: str) -> None:
    """Whether these are DNA's tables: a view of the same name could be anything."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if missing := sorted(TABLES - names):
        raise InputError(
            f"it is a database, but not one of the Discourse Network Analyzer (there is no table {missing[0]})",
            where=where,
            mend="Give a file that DNA 3 has saved",
        )
    row = connection.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    version = str(row[0]) if row else "unknown"
    if not version.startswith("3."):
        raise InputError(f"it is of version {version} of DNA", where=where, mend="Save it with version 3")
