"""The `hustings` command: its verbs, and what becomes of errors. Each verb is a file in commands/."""

from __future__ import annotations

import sys
from typing import Any, TextIO

import typer
from typer.core import TyperGroup

from commands import knowledge, review, snapshot
from commands.add import add
from commands.backup import backup
from commands.doctor import doctor
from commands.explain import explain
from commands.export import export
from commands.extract import extract
from commands.options import Database
from commands.restore import restore
from commands.screen import say, say_error
from commands.serve import serve
from commands.version import version
from errors import HustingsError


class Verbs(TyperGroup):
    """The verbs in the order below; an error of ours ends in one message, never in a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb.

        Raises:
            typer.Exit: With the error's exit code, after its message.
        """
        try:
            return super().invoke(ctx)
        except HustingsError as error:
            say_error(error)
            raise typer.Exit(error.exit_code) from error
        except BrokenPipeError:  # whoever read the output has enough; typer ends quietly
            raise
        except OSError as error:
            where, what = str(error.filename or "the system"), error.strerror or str(error)
            say_error(HustingsError(what, where=where, mend="Check the free space and the permissions"))
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=Verbs,
    help="Who said what about whom: a graph of political positions, every edge with the words that prove it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def before_every_verb(context: typer.Context, database: Database = None) -> None:
    """Keep what is given before the verb."""
    context.obj = database


for verb in (extract, add, export, explain, backup, restore, serve, doctor, version):
    app.command()(verb)
app.add_typer(snapshot.app, name="snapshot")
app.add_typer(knowledge.app, name="knowledge")
app.add_typer(review.app, name="review")


def main() -> None:
    """Run the command with the arguments of this process."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        app()
    except Exception as error:  # the last edge: whoever reads this can do nothing with a traceback
        say(f"Hustings failed: {type(error).__name__}: {error}. Please report it with the command you ran")
        sys.exit(1)


def _speak_utf8(stream: TextIO) -> None:
    """Names and quotation marks come out whole wherever the output goes; half characters as their escapes."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
