"""Version 4: no indexes for edges, which are counted in memory; one for the list of documents."""

from __future__ import annotations

from alembic import op

revision = "4"
down_revision = "3"

COUNTED = ("edge", "actor_party", "target_party", "target_id", "date")


def upgrade() -> None:
    """Drop the indexes that nothing asks any more; what they took in a SQLite file is filled by what comes."""
    for name in COUNTED:
        op.drop_index(f"ix_statements_{name}", "statements")
    op.drop_index("ix_reports_document", "reports")
    op.create_index("ix_reports_document", "reports", ["document"])
    op.drop_index("ix_documents_date", "documents")
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_documents_listed", "documents", ["date", "title", "outlet", "id"])
    op.execute("UPDATE meta SET value = 4 WHERE name = 'schema_version'")
