from __future__ import annotations

import hashlib
import sqlite3
import subprocess
from pathlib import Path

import pytest

from errors import HustingsError, InputError, StoreError
from store import Store
from store.schema import SCHEMA_VERSION


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


ADDRESSES = [
    ("", "not the address of a database"),
    ("hustings.db", "not the address of a database"),
    ("mysql://host/name", "not a database that works here"),
    ("sqlite://", "needs a file"),
    ("sqlite:///:memory:", "needs a file"),
]


@pytest.mark.parametrize(("url", "message"), ADDRESSES)
def test_an_address_that_cannot_be_used_says_what_can(url, message):
    with pytest.raises(InputError, match=f"{message}.*sqlite:///path"):
        Store(url)


def test_a_password_is_never_printed():
    with pytest.raises(HustingsError) as caught:
        Store("postgresql+psycopg://ada:candle@127.0.0.1:1/hustings")
    assert "candle" not in str(caught.value)


def test_the_folder_is_created_and_the_settings_hold(tmp_path, make_reading):
    path = tmp_path / "new" / "folder" / "h.db"
    with Store(f"sqlite:///{path}") as store:
        store.add(make_reading(), {})
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def newer(path: Path) -> None:
    Store(f"sqlite:///{path}").close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = ? WHERE name = 'schema_version'", (SCHEMA_VERSION + 1,))
    connection.commit()
    connection.close()


def without_version(path: Path) -> None:
    Store(f"sqlite:///{path}").close()
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM meta")
    connection.commit()
    connection.close()


def somebody_elses(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()


def no_database(path: Path) -> None:
    path.write_text("This is a letter, and a long one. " * 100)


REFUSED = [
    (newer, "written by a newer version of Hustings.*Install that version"),
    (without_version, "does not say its version"),
    (somebody_elses, "belongs to another program"),
    (no_database, "is not a database"),
]


@pytest.mark.parametrize(("make", "message"), REFUSED)
def test_what_is_not_ours_is_refused_and_left_as_it_is(tmp_path, make, message):
    path = tmp_path / "h.db"
    make(path)
    before = fingerprint(path)
    with pytest.raises(StoreError, match=message) as caught:
        Store(f"sqlite:///{path}")
    assert caught.value.where == str(path)
    assert caught.value.mend
    assert fingerprint(path) == before


def test_a_folder_in_the_place_of_the_file(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(f"sqlite:///{tmp_path}")


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=str(tmp_path)):
        Store(f"sqlite:///{tmp_path}/file/h.db")


def test_damage_is_found(tmp_path, make_reading):
    path = tmp_path / "h.db"
    with Store(f"sqlite:///{path}") as store:
        for number in range(50):
            store.add(make_reading(id=str(number), text=f"Ada Quill criticised Bo Marsh {number} times."), {})
        store.check()
    with path.open("r+b") as file:
        size = path.stat().st_size // 4
        file.seek(3 * size)  # behind the description of the tables, without which nothing opens
        file.write(b"\xff" * size)
    with Store(f"sqlite:///{path}") as store, pytest.raises(StoreError, match=r"damaged.*backup"):
        store.check()


def test_a_database_that_may_only_be_read_can_be_read(tmp_path, make_reading):
    path = tmp_path / "h.db"
    with Store(f"sqlite:///{path}") as store:
        store.add(make_reading(), {})
    with Store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert store.count() == 1
        with pytest.raises(StoreError, match=r"only be read.*writable"):
            store.add(make_reading(id="b", text="Bo Marsh praised Ada Quill, it says."), {})
        assert store.count() == 1


def test_a_writer_that_waits_too_long_says_so(tmp_path, make_reading, monkeypatch):
    monkeypatch.setattr("store.engines.WAIT", 50)
    path = tmp_path / "h.db"
    with Store(f"sqlite:///{path}") as store:
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"another program is writing.*again"):
            store.add(make_reading(), {})
        other.rollback()
        other.close()
        assert store.add(make_reading(), {})


def test_a_full_disk_keeps_what_was_there(small_disk: Path, make_reading):
    with Store(f"sqlite:///{small_disk}/h.db") as store:
        store.add(make_reading(), {})
        big = make_reading(id="big", text="Ada Quill criticised Bo Marsh. " * 100_000)
        with pytest.raises(StoreError, match=r"disk is full.*Free some space and run the same command again"):
            store.add(big, {})
        assert store.reading("a") == make_reading()
        assert store.count() == 1
        store.check()
    subprocess.run(["mount", "-o", "remount,size=40m", small_disk], check=True)
    with Store(f"sqlite:///{small_disk}/h.db") as store:
        assert store.add(big, {})
        assert store.count() == 2
