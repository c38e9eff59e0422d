"""Backups: whole, made while others write, and put back in one step with what was there kept beside."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from errors import HustingsError, InputError, StoreError
from store import Store, restore
from store.schema import SCHEMA_VERSION
from tests.store.test_journal import entry
from tests.store.test_migrations import VERSION_1
from tests.store.test_open import somebody_elses
from tests.store.workload import content, work


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def everything(url: str) -> tuple[object, ...]:
    """All but the number of the revision, which grows when a backup is put back."""
    with Store(url) as store:
        *rest, _revision = content(store)
        return *rest, store.runs(), store.views(), store.snapshots(), store.entities()


@pytest.fixture
def filled(url: str) -> str:
    work(url)
    with Store(url) as store:
        store.save_view("Lanterns", "Iva", "parties=Lanterns")
        store.save_snapshot("january", bytes(range(256)))
    return url


def add_one(url: str, make_reading, id: str = "new") -> None:
    with Store(url) as store:
        assert store.add(make_reading(id=id, text=f"Bo Marsh praised Ada Quill, says {id}."), {})


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(filled, make_reading, tmp_path):
    before = everything(filled)
    backup = tmp_path / "backups" / "monday.db"
    with Store(filled) as store:
        store.backup(backup)
    add_one(filled, make_reading)
    after = everything(filled)
    kept = restore(filled, backup)
    assert everything(filled) == before
    assert "replaced" in kept.name
    assert restore(filled, kept) is not None
    assert everything(filled) == after


def test_a_backup_is_one_file_and_a_database_of_its_own(filled, tmp_path):
    (tmp_path / "there").mkdir()
    with Store(filled) as store:
        store.backup(tmp_path / "there" / "monday.db")
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["monday.db"]
    assert everything(f"sqlite:///{tmp_path}/there/monday.db") == everything(filled)


def test_a_backup_goes_from_any_database_into_any(filled, new_url, postgresql, tmp_path):
    with Store(filled) as store:
        store.backup(tmp_path / "monday.db")
    for url in (new_url(), postgresql):
        assert restore(url, tmp_path / "monday.db") is None  # there was nothing to keep
        assert everything(url) == everything(filled)
        with Store(url) as store:
            store.append([entry(1, id="later")])  # what the database counts itself goes on behind


def test_the_app_sees_that_the_content_has_changed(filled, tmp_path, make_reading):
    with Store(filled) as app:
        app.backup(tmp_path / "monday.db")
        add_one(filled, make_reading)
        seen = app.revision()
        restore(filled, tmp_path / "monday.db")
        assert app.revision() > seen
        with pytest.raises(InputError, match="no document 'new'"):
            app.document("new")
        app.check()


def test_the_journal_is_still_kept_after_restoring(filled, tmp_path):
    with Store(filled) as store:
        store.backup(tmp_path / "monday.db")
        restore(filled, tmp_path / "monday.db")
        with pytest.raises(StoreError, match="only added to"), store._writing() as connection:
            connection.exec_driver_sql("DELETE FROM reviews")


def test_others_write_while_a_backup_is_made(filled, tmp_path, make_reading):
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            add_one(filled, make_reading, id=f"n{number}")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        with Store(filled) as store:
            for _ in range(5):
                store.backup(tmp_path / "monday.db")
    finally:
        stop.set()
        writer.join()
    with Store(f"sqlite:///{tmp_path}/monday.db") as copy, Store(filled) as store:
        copy.check()
        found = copy.documents()
        assert found
        assert all(copy.reading(document.id) == store.reading(document.id) for document in found)


def newer(path: Path) -> None:
    Store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'schema_version'", (SCHEMA_VERSION + 1,))
        connection.commit()


def damaged(path: Path) -> None:
    work(f"sqlite:///{path}")
    with path.open("r+b") as file:
        size = path.stat().st_size // 4
        file.seek(3 * size)
        file.write(b"\xff" * size)


def cut(path: Path, keep: Callable[[int], int]) -> None:
    """A backup of which a part only has been copied."""
    work(f"sqlite:///{path}.whole")
    with Store(f"sqlite:///{path}.whole") as store:
        store.backup(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: keep(len(whole))])


NO_BACKUPS = [
    (lambda path: None, InputError, "no such file"),
    (lambda path: path.mkdir(), InputError, "no such file"),
    (lambda path: path.write_bytes(b""), InputError, "no backup.*Name a file that hustings backup wrote"),
    (lambda path: path.write_text("A letter. " * 500), InputError, "no backup.*not a database"),
    (somebody_elses, InputError, "no backup"),
    (newer, StoreError, "written by a newer version"),
    (damaged, InputError, "this backup is damaged.*Copy it anew"),
    (lambda path: cut(path, lambda size: 50), InputError, "this backup is damaged.*Copy it anew"),
    (lambda path: cut(path, lambda size: size // 2), InputError, "this backup is damaged.*Copy it anew"),
    (lambda path: cut(path, lambda size: size - 4096), InputError, "this backup is damaged.*Copy it anew"),
    (lambda path: cut(path, lambda size: size - 1), InputError, "this backup is damaged.*end is missing"),
]


@pytest.mark.parametrize(("make", "error", "message"), NO_BACKUPS)
def test_what_cannot_be_restored_changes_nothing(url, make_reading, tmp_path, make, error, message):
    add_one(url, make_reading)
    before = everything(url)
    file = tmp_path / "file.db"
    make(file)
    with pytest.raises(error, match=message) as caught:
        restore(url, file)
    assert caught.value.where == str(file)
    assert everything(url) == before


def test_a_backup_of_an_earlier_version_is_migrated_on_the_way(url, tmp_path):
    file = tmp_path / "old.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(VERSION_1.read_text("utf-8"))
    before = fingerprint(file)
    restore(url, file)
    with Store(url) as store:
        assert (store.count(), [run.documents for run in store.runs()]) == (3, [2, 1])
    assert fingerprint(file) == before


def test_a_file_that_is_no_backup_is_not_overwritten(url, tmp_path):
    file = tmp_path / "thesis.txt"
    file.write_text("Chapter one. " * 100)
    with Store(url) as store, pytest.raises(InputError, match=r"no backup.*not replaced; name another file"):
        store.backup(file)
    assert file.read_text() == "Chapter one. " * 100


def test_a_damaged_backup_is_not_overwritten(url, tmp_path):
    file = tmp_path / "monday.db"
    cut(file, lambda size: size // 2)
    before = fingerprint(file)
    with Store(url) as store, pytest.raises(InputError, match=r"this backup is damaged.*not replaced"):
        store.backup(file)
    assert fingerprint(file) == before


def test_the_database_is_not_its_own_backup(tmp_path, make_reading):
    path = tmp_path / "h.db"
    add_one(f"sqlite:///{path}", make_reading)
    with Store(f"sqlite:///{path}") as store, pytest.raises(InputError, match="the database itself"):
        store.backup(path)
    with pytest.raises(InputError, match="the database itself"):
        restore(f"sqlite:///{path}", path)
    assert everything(f"sqlite:///{path}")[0]


def test_a_damaged_database_is_moved_aside(tmp_path, make_reading):
    path, backup = tmp_path / "h.db", tmp_path / "monday.db"
    add_one(f"sqlite:///{path}", make_reading)
    with Store(f"sqlite:///{path}") as store:
        store.backup(backup)
    before = everything(f"sqlite:///{path}")
    path.unlink()
    damaged(path)
    broken = fingerprint(path)
    kept = restore(f"sqlite:///{path}", backup)
    assert everything(f"sqlite:///{path}") == before
    assert ("damaged" in kept.name, fingerprint(kept)) == (True, broken)


@pytest.mark.parametrize("make", [newer, somebody_elses])
def test_a_database_that_is_not_ours_to_replace_is_left_alone(tmp_path, make_reading, make):
    backup, path = tmp_path / "monday.db", tmp_path / "h.db"
    add_one(f"sqlite:///{tmp_path}/mine.db", make_reading)
    with Store(f"sqlite:///{tmp_path}/mine.db") as store:
        store.backup(backup)
    make(path)
    before = fingerprint(path)
    with pytest.raises(StoreError, match=r"newer version|another program"):
        restore(f"sqlite:///{path}", backup)
    assert fingerprint(path) == before


def test_a_full_disk_leaves_no_half_backup(small_disk, tmp_path):
    url = f"sqlite:///{tmp_path}/h.db"
    work(url)
    with Store(url) as store:
        store.save_snapshot("big", bytes(1_000_000))
        with pytest.raises(HustingsError, match="disk is full"):
            store.backup(small_disk / "monday.db")
    assert list(small_disk.iterdir()) == []
