"""`hustings extract`: what texts say, without a database."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.files import file_name, write_whole
from commands.inputs import Inputs
from commands.options import AllowPrivate, Date
from commands.screen import counted, print_line, print_table, progress, say, say_error
from errors import HustingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from records import Reading, Statement

COLUMNS = ("document", "actor", "relation", "target", "voice", "evidence")


class Form(StrEnum):
    """How statements are printed."""

    jsonl = "jsonl"
    table = "table"


def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files, folders, addresses, or -.")],
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write one <document id>.jsonl for each document there."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print the statements.")] = Form.jsonl,
    date: Date = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Print the statements found in texts, one JSON object a line; nothing is stored.

    Statements that are negated, or not asserted, are printed too. A file that cannot be read is told of, the
    others are read, and the command ends with 2.

    Example: hustings extract article.txt --format table
    """
    from ingest import Failure
    from workspace import Workspace

    inputs = Inputs(files, date, allow_private)
    write = _Writer(output, form)
    failures: list[Failure] = []
    with progress("Reading", printing=not output) as tell:
        for outcome in Workspace().readings(inputs):
            if isinstance(outcome, Failure):
                failures.append(outcome)
                say_error(inputs.error_of(outcome), outcome.source)
            else:
                write(outcome)
            tell(write.documents + len(failures))
    write.finish()
    found = f"{counted(write.statements, 'statement')} in {counted(write.documents, 'document')}"
    say(f"{found}; {len(failures)} could not be read" if failures else found)
    if failures:
        raise typer.Exit(max(failure.error.exit_code for failure in failures))


class _Writer:
    """Writes readings as they come; a table is printed when it is whole."""

    def __init__(self, folder: Path | None, form: Form) -> None:
        self.documents = 0
        self.statements = 0
        self._folder = folder
        self._form = form
        self._rows: list[tuple[str, ...]] = []

    def __call__(self, reading: Reading) -> None:
        self.documents += 1
        self.statements += len(reading.statements)
        if self._folder:
            self._write_file(self._folder, reading)
        if self._form is Form.table:
            self._rows += [_row(statement) for statement in reading.statements]
        elif not self._folder:
            for line in _lines(reading.statements):
                print_line(line)

    def finish(self) -> None:
        """Print what waited for the last reading."""
        if self._form is Form.table:
            print_table(COLUMNS, self._rows)

    def _write_file(self, folder: Path, reading: Reading) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HustingsError(
                f"cannot be made a folder: {error.strerror}", where=str(folder), mend="Name another --output"
            ) from error
        text = "".join(f"{line}\n" for line in _lines(reading.statements))
        write_whole(
            str(folder / f"{file_name(reading.document.id)}.jsonl"), text.encode("utf-8", "backslashreplace")
        )


def _lines(statements: Iterable[Statement]) -> Iterable[str]:
    return (json.dumps(statement.to_json(), ensure_ascii=False) for statement in statements)


def _row(statement: Statement) -> tuple[str, ...]:
    marks = [
        mark
        for mark in ("not" if statement.negated else "", statement.modality)
        if mark not in ("", "asserted")
    ]
    relation = f"{statement.relation} ({', '.join(marks)})" if marks else statement.relation
    return (
        statement.document,
        statement.actor,
        relation,
        statement.target,
        statement.voice,
        statement.evidence,
    )
