"""`hustings backup`: the whole database into one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.options import Database, database_of
from commands.screen import say


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An earlier backup of this name is replaced.")],
    database: Database = None,
) -> None:
    """Write the whole database, corrections included, into one file; the app may run meanwhile.

    The file is checked before it gets its name, and can be put back into SQLite or PostgreSQL.

    Example: hustings backup monday.db
    """
    from workspace import Workspace

    with Workspace(database_of(context, database)) as workspace:
        workspace.backup(file)
    say(f"{file}: the backup is whole, {file.stat().st_size / 1e6:,.1f} MB")
