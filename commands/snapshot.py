"""`hustings snapshot`: citable files."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.files import write_whole
from commands.matched import tell_matched
from commands.options import Database, Json, database_of, filtered
from commands.screen import counted, print_json, print_table, say
from errors import SnapshotError

if TYPE_CHECKING:
    from graph import Filter

app = typer.Typer(
    help="Make and check snapshots: statements and graph in one citable file.", no_args_is_help=True
)


@app.command()
@filtered
def create(
    context: typer.Context,
    output: Annotated[
        str, typer.Option(metavar="FILE", help="Such as january.hustings.zip; - is standard output.")
    ],
    filter: Filter,
    with_text: Annotated[
        bool,
        typer.Option(
            "--with-text",
            help="Put the documents' texts in, too: of all documents in the database, whatever the filters keep.",
        ),
    ] = False,
    database: Database = None,
) -> None:
    """Write the statements that the filters keep, with their graph and where they come from.

    The same content gives the same bytes.

    Example: hustings snapshot create --since 2025-01-01 --until 2025-01-31 --output january.hustings.zip
    """
    from workspace import Workspace

    with Workspace(database_of(context, database), make=False) as workspace:
        size = workspace.graph(filter).size()
        write_whole(output, workspace.snapshot(filter, with_text))
        tell_matched(workspace, filter, "Snapshot written", empty=not size)
        if with_text and filter.to_json():
            texts = counted(workspace.store.count(), "document")
            say(f"All texts of the database are in it ({texts}), those too that the filters leave out.")


@app.command()
def verify(file: Annotated[Path, typer.Argument(metavar="FILE")], as_json: Json = False) -> None:
    """Recompute a snapshot: is everything in it what its manifest says?

    Example: hustings snapshot verify january.hustings.zip
    """
    from graph import Filter
    from graph.snapshot import verify_snapshot

    try:
        manifest = verify_snapshot(file)
    except SnapshotError as error:
        if as_json:
            print_json({"ok": False, "faults": error.what.split("; ")})
        raise
    if as_json:
        print_json({"ok": True, **asdict(manifest), "hash": manifest.hash})
        return
    facts = {
        "hash": manifest.hash,
        "created": manifest.created,
        "filter": Filter.from_json(manifest.filter).describe(),
    }
    facts |= {name: str(number) for name, number in manifest.counts.items()} | dict(manifest.versions)
    print_table(("sound", str(file)), facts.items())
