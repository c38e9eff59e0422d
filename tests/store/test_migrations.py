"""A database of an earlier version becomes one of today, and a copy of it stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from errors import StoreError
from store import Store
from store.backup import restore
from store.engines import for_writing, make_engine, read_address
from store.migrations import FOLDER, upgrade
from store.open import open_engine
from store.schema import SCHEMA_VERSION, metadata

VERSION_1 = Path(__file__).with_name("version_1.sql")  # as the first version wrote it


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1.read_text("utf-8"))
    return path


def rows_of(path: Path) -> list[str]:
    """All rows but those that say the version."""
    return [line for line in dump(path) if line.startswith("INSERT") and "version" not in line[:60]]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def for_it(connection: Connection) -> Callable[..., bool]:
    """Whether something is meant for this kind of database; whatever it has already is."""
    kind = connection.dialect.name
    return lambda item, _name, _type, reflected, _other: reflected or item.info.get("only", kind) == kind


def indexes(connection: Connection) -> set[str | None]:
    names = ("documents", "statements", "reports")
    return {index["name"] for name in names for index in inspect(connection).get_indexes(name)}


def test_the_migrations_make_the_tables_of_the_schema(url):
    engine = open_engine(url)
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True, "include_object": for_it(connection)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == str(SCHEMA_VERSION)
    engine.dispose()


def test_the_last_migration_is_the_version_of_the_schema():
    assert ScriptDirectory(str(FOLDER)).get_heads() == [str(SCHEMA_VERSION)]


def test_an_old_database_is_migrated_with_everything_in_it(old, make_reading):
    with Store(f"sqlite:///{old}") as store:
        store.check()
        assert store.count() == 3
        reading = make_reading(
            title="A row", date="2031-05-01", outlet="The Bell", url="https://bell.example/1"
        )
        assert store.reading("a") == reading
        assert [statement.id for statement in store.statements()] == ["a-1", "b-1", "c-1"]
        assert store.versions() == {"extractor": "1", "model": "m 1, m 2"}
        assert [(run.versions["model"], run.documents) for run in store.runs()] == [("m 1", 2), ("m 2", 1)]
        assert [report.outlet for report in store.reports("a")] == ["The Bell"]
        assert not store.add(make_reading(), {})
        assert store.add(make_reading(id="d", text="Ada Quill criticised Bo Marsh at last."), {})


def test_version_3_counts_changes_of_the_extraction_from_where_it_stands(new_url):
    url = new_url()
    engine = make_engine(read_address(url))
    with for_writing(engine) as connection, connection.begin():
        upgrade(connection, "2")
        connection.execute(text("UPDATE meta SET value = 7 WHERE name = 'revision'"))
    engine.dispose()
    with Store(url) as store:
        assert (store.revision(), store.extraction_revision()) == (7, 7)


def test_version_4_drops_indexes_that_nothing_asks(new_url):
    url = new_url()
    engine = make_engine(read_address(url))
    with for_writing(engine) as connection, connection.begin():
        upgrade(connection, "3")
        old = indexes(connection)
    with Store(url) as store, store._reading() as connection:
        new = indexes(connection)
    engine.dispose()
    gone = {f"ix_statements_{name}" for name in ("edge", "actor_party", "target_party", "target_id", "date")}
    assert old - new == {"ix_documents_date", *gone}
    assert new - old == ({"ix_documents_listed"} if engine.dialect.name == "sqlite" else set())


def test_a_database_of_version_3_is_migrated_with_everything_in_it(old, tmp_path):
    engine = make_engine(read_address(f"sqlite:///{old}"))
    with for_writing(engine) as connection, connection.begin():
        upgrade(connection, "3")
    engine.dispose()
    before = rows_of(old)
    with Store(f"sqlite:///{old}") as store:
        store.check()
        assert [statement.id for statement in store.statements()] == ["a-1", "b-1", "c-1"]
    assert rows_of(old) == before
    (copy,) = tmp_path.glob("old.db.before-v4-*")
    assert rows_of(copy) == before


def test_a_copy_of_the_old_database_stays_beside_it(old, tmp_path):
    before = dump(old)
    Store(f"sqlite:///{old}").close()
    (copy,) = tmp_path.glob("old.db.before-v*")
    assert dump(copy) == before
    Store(f"sqlite:///{old}").close()
    assert len(list(tmp_path.glob("old.db.before-v*"))) == 1


def test_a_migration_that_fails_changes_nothing(old, monkeypatch):
    before = dump(old)
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE TABLE views (id TEXT)")  # in the way of one of ours
        connection.commit()
    with pytest.raises(StoreError, match="already exists"):
        Store(f"sqlite:///{old}")
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("DROP TABLE views")
    assert dump(old) == before


def test_an_old_database_on_a_server_is_migrated_too(postgresql, old, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    engine = make_engine(read_address(postgresql))
    with for_writing(engine) as connection, connection.begin():
        upgrade(connection, "1")
        connection.execute(text("DROP TABLE alembic_version"))
    engine.dispose()
    with Store(postgresql) as store:
        assert (store.count(), store.runs()) == (0, [])
    (copy,) = (tmp_path / "home").rglob("*.before-v*")
    engine = make_engine(read_address(f"sqlite:///{copy}"))
    with engine.connect() as connection:
        assert "reviews" not in inspect(connection).get_table_names()
    engine.dispose()
    restore(postgresql, old)
    with Store(postgresql) as store:
        assert store.count() == 3
