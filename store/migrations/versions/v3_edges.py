"""Version 3: indexes that answer what an edge is made of, and the revision of the extraction."""

from __future__ import annotations

from alembic import op

revision = "3"
down_revision = "2"

ENDS = ("actor_id", "target_id", "relation")
COUNTED = ("family", "date", "document", "id")
CONDITIONS = ("repeats", "modality", "negated", "status")


def upgrade() -> None:
    """Replace three indexes, and count changes of what was read from the present revision on."""
    op.drop_index("ix_statements_actor", "statements")
    op.create_index("ix_statements_edge", "statements", [*ENDS, *COUNTED, *CONDITIONS])
    op.drop_index("ix_statements_relation", "statements")
    op.drop_index("ix_reports_document", "reports")
    op.create_index("ix_reports_document", "reports", ["document", "outlet"])
    op.execute("INSERT INTO meta (name, value) SELECT 'extraction', value FROM meta WHERE name = 'revision'")
    op.execute("UPDATE meta SET value = 3 WHERE name = 'schema_version'")
