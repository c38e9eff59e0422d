"""`hustings serve`: the app in a browser."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from commands.options import Database, database_of
from commands.screen import progress, say, say_error
from errors import HustingsError

APP = Path(__file__).parents[1] / "served.py"
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

    with _reserved(port):
        with Workspace(database_of(context, database)) as workspace:
            with progress("Loading the sample") as tell:
                sample = workspace.load_sample(tell)
            for failure in sample.refused:
                say_error(failure.error, failure.source)
            loaded = f" Loaded the sample of {sample.added} reports." if sample.added else ""
            say(f"Serving {workspace.store.where} on http://localhost:{port} (Ctrl+C ends it).{loaded}")
            os.environ["HUSTINGS_DATABASE_URL"] = workspace.url
        _become_the_server(port)


@contextmanager
def _reserved(port: int) -> Iterator[None]:
    """Keep the port from others, until the server that takes the place of this process takes it.

    Raises:
        HustingsError: If another program has it, or it is not for us to have.
    """
    with socket.socket() as keeper:
        if os.name == "posix":  # as the server does: a port that was in use a minute ago is free
            keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            keeper.bind((ADDRESS, port))
            keeper.listen()
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            reason = "is in use by another program" if taken else f"cannot be used ({error.strerror})"
            other = port + 1 if 1024 <= port < 65535 else 8502
            raise HustingsError(
                f"port {port} {reason}",
                mend=f"Take another: hustings serve --port {other}, or make run PORT={other}",
            ) from error
        yield


def _become_the_server(port: int) -> NoReturn:
    """In place of this process, so that whatever ends the command ends the server."""
    options = {"server.address": ADDRESS, "server.port": port, "server.headless": "true"}
    options |= {"browser.gatherUsageStats": "false"}
    arguments = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", str(APP), *arguments])
