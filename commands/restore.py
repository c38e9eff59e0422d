"""`hustings restore`: a backup back into the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.options import Database, database_of
from commands.screen import say


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What hustings backup wrote.")],
    database: Database = None,
) -> None:
    """Put what a backup holds in the place of everything in the database.

    What the database held before is kept in a file beside it. Either all is replaced or nothing; the app
    may run meanwhile. A backup of an earlier version is brought up to date on the way.

    Example: hustings restore monday.db
    """
    from workspace import Workspace

    with Workspace(database_of(context, database)) as workspace:
        kept = workspace.restore(file)
    say(f"{file} is restored." + (f" What was there before is in {kept}" if kept else ""))
