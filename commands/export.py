"""`hustings export`: the graph as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.files import write_whole
from commands.matched import tell_matched
from commands.options import Database, database_of, filtered
from commands.screen import counted

if TYPE_CHECKING:
    from graph import Filter


@filtered
def export(
    context: typer.Context,
    format: Annotated[
        str,
        typer.Argument(metavar="FORMAT", help="gexf, graphml, json, cytoscape, csv, html, svg or png."),
    ],
    output: Annotated[str, typer.Option(metavar="FILE", help="Where to; - is standard output.")],
    filter: Filter,
    database: Database = None,
) -> None:
    """Write the graph, or the part of it that the filters keep, for another program or a reader.

    Example: hustings export gexf --party Labour --since 2025-01-01 --output labour.gexf
    """
    from workspace import Workspace

    with Workspace(database_of(context, database), make=False) as workspace:
        size = workspace.graph(filter).size()
        write_whole(output, workspace.export(format, filter))
        tell_matched(workspace, filter, counted(size, "edge"), empty=not size)
