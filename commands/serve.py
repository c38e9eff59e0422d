"""`hustings serve`: the app in a browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from commands.options import Database, database_of
from commands.screen import progress, say, say_error

APP = Path(__file__).parents[1] / "app.py"
ADDRESS = "127.0.0.1"  # this computer only


def serve(
    context: typer.Context,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Of the address to open in the browser.")
    ] = 8501,
    database: Database = None,
) -> None:
    """Open the database in a browser; an empty one is filled with the sample first.

    Example: hustings serve --port 8080
    """
    from workspace import Workspace

    with Workspace(database_of(context, database)) as workspace:
        with progress("Loading the sample") as tell:
            sample = workspace.load_sample(tell)
        for failure in sample.refused:
            say_error(failure.error, failure.source)
        loaded = f" Loaded the sample of {sample.added} reports." if sample.added else ""
        say(f"Serving {workspace.store.where} on http://localhost:{port} (Ctrl+C ends it).{loaded}")
        os.environ["HUSTINGS_DATABASE_URL"] = workspace.url
    options = {"server.address": ADDRESS, "server.port": port, "server.headless": "true"}
    options |= {"browser.gatherUsageStats": "false"}
    arguments = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    # In place of this process, so that whatever ends the command ends the server.
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", str(APP), *arguments])
