"""From the tables of any earlier version to those of today, by Alembic; one file a version in `versions/`."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

FOLDER = Path(__file__).parent
FIRST = "1"  # of this version there are databases that Alembic has not numbered


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run the migrations that the database has not seen yet, inside the transaction of the connection.

    Args:
        target: The last of them; its version number as text.
    """
    from alembic.operations import Operations  # takes a quarter of a second, and few openings need it
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(FOLDER))
    context = MigrationContext.configure(connection)
    if context.get_current_revision() is None and connection.dialect.has_table(connection, "meta"):
        context.stamp(scripts, FIRST)
    missing = list(scripts.iterate_revisions(target, context.get_current_revision() or "base"))
    with Operations.context(context):
        for script in reversed(missing):
            script.module.upgrade()
            context.stamp(scripts, script.revision)
