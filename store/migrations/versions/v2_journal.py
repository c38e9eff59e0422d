"""Version 2: runs, reports of near-duplicate texts, the journal of reviews, snapshots and saved views."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

from records import digest
from store.likeness import bands

revision = "2"
down_revision = "1"

TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER reviews_keep_{verb} BEFORE {verb} ON reviews "
        "BEGIN SELECT RAISE(ABORT, 'the journal of reviews is only added to'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE FUNCTION reviews_keep() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN RAISE EXCEPTION 'the journal of reviews is only added to'; END$$",
        "CREATE TRIGGER reviews_keep BEFORE UPDATE OR DELETE ON reviews "
        "FOR EACH ROW EXECUTE FUNCTION reviews_keep()",
    ],
}


def upgrade() -> None:
    """Make the new tables and fill them from what is there."""
    _make_tables()
    _record_runs()
    _record_reports()
    op.add_column("statements", sa.Column("repeats", sa.Text))
    only = sa.text("repeats IS NOT NULL")
    op.create_index(
        "ix_statements_repeats", "statements", ["repeats"], sqlite_where=only, postgresql_where=only
    )
    op.drop_index("ix_statements_actor_id", "statements")
    op.create_index("ix_statements_actor", "statements", ["actor_id", "target_id"])
    op.create_index("ix_statements_actor_party", "statements", ["actor_party", "date"])
    op.create_index("ix_statements_target_party", "statements", ["target_party", "date"])
    for trigger in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(trigger)
    op.execute("UPDATE meta SET value = 2 WHERE name = 'schema_version'")


def _make_tables() -> None:
    op.create_table(
        "runs",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("versions", sa.JSON, nullable=False),
        sa.Column("first_at", sa.String(25), nullable=False),
        sa.Column("last_at", sa.String(25), nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        _document("document", index=True),
        _document("text", index=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("date", sa.String(10)),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
    )
    op.create_table(
        "bands",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        _document("document", primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("subject", sa.Text, nullable=False, index=True),
        sa.Column("change", sa.JSON, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "snapshots",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("created_at", sa.String(25), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "views",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False, index=True),
        sa.Column("query", sa.Text, nullable=False),
        sa.Column("created_at", sa.String(25), nullable=False),
    )


def _document(name: str, primary_key: bool = False, index: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column(name, sa.Text, owner, primary_key=primary_key, nullable=False, index=index)


def _record_runs() -> None:
    """The versions that stood with each document become runs, and each reading names its own.

    The table of readings is made anew: SQLite adds no column that must not be null to one that has rows.
    """
    bind = op.get_bind()
    op.rename_table("readings", "readings_1")
    op.create_table(
        "readings",
        _document("document", primary_key=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), nullable=False),
        sa.Column("mentions", sa.JSON, nullable=False),
        sa.Column("attributions", sa.JSON, nullable=False),
        sa.Column("remarks", sa.JSON, nullable=False),
    )
    old = sa.table("documents", sa.column("id"), sa.column("added_at"), sa.column("versions", sa.JSON))
    runs: dict[str, dict[str, Any]] = {}
    for document in bind.execute(sa.select(old).order_by(old.c.added_at, old.c.id)).mappings().all():
        key = digest(json.dumps(document["versions"], sort_keys=True))
        run = runs.setdefault(key, {"digest": key, "versions": document["versions"], "documents": []})
        run.setdefault("first_at", document["added_at"])
        run["last_at"] = document["added_at"]
        run["documents"].append({"document": document["id"]})
    _fill_readings(bind, runs.values())
    op.drop_table("readings_1")
    op.create_index("ix_readings_run", "readings", ["run"])
    op.drop_column("documents", "versions")


def _fill_readings(bind: sa.Connection, runs: Iterable[dict[str, Any]]) -> None:
    names = ("number", "digest", "first_at", "last_at")
    table = sa.table("runs", *map(sa.column, names), sa.column("versions", sa.JSON))
    for number, run in enumerate(runs, start=1):
        values = {name: run[name] for name in ("digest", "first_at", "last_at", "versions")}
        bind.execute(sa.insert(table).values(number=number, **values))
        copy = (
            f"INSERT INTO readings (document, run, mentions, attributions, remarks) SELECT document, {number}, "
            "mentions, attributions, remarks FROM readings_1 WHERE document = :document"
        )
        bind.execute(sa.text(copy), run["documents"])


def _record_reports() -> None:
    """Each document is a report of its own text, and can be found by what comes later."""
    bind = op.get_bind()
    facts = ("title", "date", "outlet", "url")
    old = sa.table("documents", *map(sa.column, ("id", "text", "added_at", *facts)))
    new = sa.table("reports", *map(sa.column, ("number", "document", "text", "likeness", *facts)))
    keys = sa.table("bands", sa.column("key"), sa.column("document"))
    found = bind.execute(sa.select(old).order_by(old.c.added_at, old.c.id)).mappings().all()
    for number, row in enumerate(found, start=1):
        values = {name: row[name] for name in facts}
        own = {"number": number, "document": row["id"], "text": row["id"], "likeness": 1.0}
        bind.execute(sa.insert(new).values(**own, **values))
        if rows := [{"key": key, "document": row["id"]} for key in bands(row["text"])]:
            bind.execute(sa.insert(keys), rows)
