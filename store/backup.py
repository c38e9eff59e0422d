"""A database into a file, and back out of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, delete, inspect, text

from errors import InputError, StoreError
from store.container import check_file, copy_rows, is_file, kept_name, read_only, set_aside, write_copy
from store.engines import file_of, for_writing, read_address, shown
from store.faults import PUT_A_BACKUP, told
from store.open import check_there, open_engine, version_of
from store.revision import raise_revision, revision
from store.schema import SCHEMA_VERSION, meta, metadata


def backup(url: str, path: Path) -> None:
    """Write the database at the address to a file, as `write_backup` does.

    Raises:
        InputError: If there is no such database, or the file is there and is no backup.
        StoreError: If either cannot be used.
    """
    check_there(url)
    engine = open_engine(url)
    try:
        write_backup(engine, path)
    finally:
        engine.dispose()


def write_backup(engine: Engine, path: Path) -> None:
    """Write the database to a file while others use it; what was in the file is replaced when all is there.

    Raises:
        InputError: If the file is there and is no backup.
        StoreError: If the database is damaged or the file cannot be written.
    """
    own = file_of(engine.url)
    if own and path.exists() and path.samefile(own):
        raise InputError("this is the database itself", where=str(path), mend="Name another file")
    if path.exists():
        with _of_backup(path, "It is not replaced; name another file"):
            _check_is_ours(path, "It is not replaced; name another file")
    with told(str(path)):
        write_copy(engine, path)


def restore(url: str, path: Path) -> Path | None:
    """Put what the file holds in the place of what the database holds, in one transaction.

    Whoever uses the database meanwhile sees the state before, then the one after. The file may have been made from
    a SQLite or a PostgreSQL database, and by an earlier version.

    Returns:
        The file that keeps what the database held before; None if that was nothing.

    Raises:
        InputError: If the file is not a backup, or a damaged one; then nothing changes.
        StoreError: If either was written by a newer version, likewise.
    """
    if not path.is_file():
        raise InputError(
            "there is no such file", where=str(path), mend="Name a file that hustings backup wrote"
        )
    with _of_backup(path, "Copy it anew from where it came from, or name another backup"):
        _check_is_ours(path, "Name a file that hustings backup wrote")
        check_file(path, str(path))
        _check_whole(path)
    if (own := file_of(read_address(url))) and own.exists() and path.samefile(own):
        raise InputError("this is the database itself", where=str(path), mend="Name another file")
    broken = _move_away_if_damaged(url)
    engine = open_engine(url)
    try:
        with TemporaryDirectory() as folder, told(shown(engine.url)):
            kept = _replace(engine, _migrated(path, Path(folder)))
    finally:
        engine.dispose()
    return broken or kept


def _check_is_ours(path: Path, mend: str) -> None:
    """Whether the file is a database of ours, of this version or an earlier one.

    Raises:
        InputError: If it is something else.
        StoreError: If it is damaged, or was written by a newer version.
    """
    try:
        with told(str(path)), read_only(path) as connection:
            ours = inspect(connection).has_table(meta.name)
            version = version_of(connection, str(path)) if ours else 0
    except StoreError as error:
        if "newer" in error.what or error.mend == PUT_A_BACKUP:
            raise
        raise InputError(f"this is no backup ({error.what})", where=str(path), mend=mend) from error
    if not version:
        raise InputError("this is no backup of Hustings", where=str(path), mend=mend)


def _check_whole(path: Path) -> None:
    """A file cut off within its last page reads as sound: what is missing counts as zeros.

    Raises:
        StoreError: If its last page is not whole.
    """
    with read_only(path) as connection:
        page = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    if path.stat().st_size % page:
        raise StoreError("the database is damaged (its end is missing)", where=str(path), mend=PUT_A_BACKUP)


@contextmanager
def _of_backup(path: Path, mend: str) -> Iterator[None]:
    """What is told inside of a damaged database is said of the backup: another one cannot mend that.

    Raises:
        InputError: If the file is damaged.
        StoreError: Whatever else is wrong with it.
    """
    try:
        with told(str(path)):
            yield
    except StoreError as error:
        if error.mend != PUT_A_BACKUP:
            raise
        raise InputError(
            error.what.replace("the database", "this backup"), where=str(path), mend=mend
        ) from error


def _migrated(path: Path, folder: Path) -> Path:
    """The file, or if it is of an earlier version a migrated copy of it in the folder."""
    with read_only(path) as connection:
        if version_of(connection, str(path)) == SCHEMA_VERSION:
            return path
        copy = folder / "migrated.db"
        write_copy(connection.engine, copy)
    open_engine(f"sqlite:///{copy}", keep_old=False).dispose()
    return copy


def _move_away_if_damaged(url: str) -> Path | None:
    """A damaged file cannot be written into: it is renamed, and a new one will be made in its place.

    Returns:
        Its new name; None if the database is sound or not there.
    """
    address = read_address(url)
    if not is_file(address):
        return None
    path = Path(str(file_of(address)))
    try:
        with told(str(path)):
            check_file(path, str(path))
        open_engine(url).dispose()
    except StoreError as error:
        if error.mend != PUT_A_BACKUP:
            raise
        kept = kept_name(address, "damaged")
        for suffix in ("", "-wal", "-shm"):
            if (part := Path(f"{path}{suffix}")).exists():
                part.rename(f"{kept}{suffix}")
        return kept
    return None


def _replace(engine: Engine, path: Path) -> Path | None:
    tables = metadata.sorted_tables
    with for_writing(engine) as target, target.begin(), read_only(path) as source:
        before = revision(target)
        kept = set_aside(engine, "replaced") if before else None
        with_journal = _unlocked_journal(target)
        for table in reversed(tables):
            target.execute(delete(table))
        copy_rows(tables, source, target)
        for command in with_journal:
            target.execute(text(command))
        raise_revision(target, extraction=True, least=before)  # whoever has read either state reads again
    return kept


def _unlocked_journal(connection: Connection) -> list[str]:
    """Let the journal be emptied until the commands that are returned have been run, or the transaction ends."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("ALTER TABLE reviews DISABLE TRIGGER USER"))
        return ["ALTER TABLE reviews ENABLE TRIGGER USER"]
    found = connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'reviews'")
    ).all()
    for name, _command in found:
        connection.execute(text(f"DROP TRIGGER {name}"))
    return [command for _name, command in found]
