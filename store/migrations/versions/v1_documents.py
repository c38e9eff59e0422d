"""Version 1: documents, what was read out of them, and statements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "meta",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("date", sa.String(10), index=True),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(25), nullable=False),
        sa.Column("versions", sa.JSON, nullable=False),
    )
    op.create_table(
        "readings",
        _document(primary_key=True),
        sa.Column("mentions", sa.JSON, nullable=False),
        sa.Column("attributions", sa.JSON, nullable=False),
        sa.Column("remarks", sa.JSON, nullable=False),
    )
    op.create_table(
        "entities",
        _document(primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
    )
    _statements()
    op.execute("INSERT INTO meta (name, value) VALUES ('schema_version', 1), ('revision', 0)")


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Text, primary_key=True),
        _document(index=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("actor_id", sa.Text, nullable=False, index=True),
        sa.Column("actor_type", sa.String(20), nullable=False),
        sa.Column("actor_party", sa.Text),
        sa.Column("relation", sa.Text, nullable=False, index=True),
        sa.Column("family", sa.String(20), nullable=False),
        sa.Column("polarity", sa.Integer, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("target_id", sa.Text, nullable=False, index=True),
        sa.Column("target_type", sa.String(20), nullable=False),
        sa.Column("target_party", sa.Text),
        sa.Column("voice", sa.String(20), nullable=False),
        sa.Column("attributed_to", sa.Text),
        sa.Column("negated", sa.Boolean, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("actor_span", sa.JSON, nullable=False),
        sa.Column("cue_span", sa.JSON, nullable=False),
        sa.Column("target_span", sa.JSON, nullable=False),
        sa.Column("date", sa.String(10), index=True),
        sa.Column("modality", sa.String(20), nullable=False),
        sa.Column("confidence", sa.Float),
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
    )


def _document(primary_key: bool = False, index: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column("document", sa.Text, owner, primary_key=primary_key, nullable=False, index=index)
