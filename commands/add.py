"""`hustings add`: documents into the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.inputs import Inputs
from commands.options import AllowPrivate, Database, Date, database_of
from commands.screen import progress, say, say_error

if TYPE_CHECKING:
    from workspace import Added


def add(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, patterns, addresses, feeds, or -."),
    ],
    date: Date = None,
    allow_private: AllowPrivate = False,
    database: Database = None,
) -> None:
    """Read documents and keep them with the statements found in them.

    A document that is there already is passed over: the same command can be run again at any time, and
    finishes what was cut short. What cannot be read is told of, and the others are kept; the command then
    ends with 2.

    Example: hustings add article.txt news/ https://example.org/politics/feed.xml
    """
    from workspace import Workspace

    inputs = Inputs(sources, date, allow_private)
    with Workspace(database_of(context, database)) as workspace, progress("Adding") as tell:
        result = workspace.add(inputs, tell)
    _report(result, inputs)


def _report(result: Added, inputs: Inputs) -> None:
    """Say what became of the documents; leave with an error code if any was refused."""
    for failure in result.refused:
        say_error(inputs.error_of(failure), failure.source)
    say(f"{result.added} added, {result.known} known already, {len(result.refused)} refused")
    if result.codings:
        say(result.codings)
    if result.refused:
        raise typer.Exit(max(failure.error.exit_code for failure in result.refused))
