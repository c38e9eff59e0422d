"""What a command prints: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from errors import HustingsError

WIDE = 240  # columns of a table that goes into a file or a pipe


def print_line(text: str) -> None:
    """One line of a result."""
    sys.stdout.write(f"{text}\n")


def print_json(value: Any) -> None:
    """A result as indented JSON."""
    print_line(json.dumps(value, indent=2, ensure_ascii=False))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A result as a table, as wide as the terminal."""
    table = Table(*columns, box=None, pad_edge=False, header_style="bold", show_header=any(columns))
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else WIDE, highlight=False).print(table)


def say(text: str) -> None:
    """A message, on one line."""
    sys.stderr.write(f"{printable(text)}\n")


def say_error(error: HustingsError, source: str = "") -> None:
    """What is wrong, where and what to do about it, on one line.

    Args:
        source: What the user named, told if the error does not.
    """
    place = f"{source}: " if source and source not in str(error) else ""
    say(f"{place}{error}")


def counted(number: int, noun: str) -> str:
    """Such as "1 document", "2 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def printable(text: str) -> str:
    """The text without what a terminal would obey: it may come from anywhere."""
    return "".join(character if character.isprintable() else " " for character in text)


@contextmanager
def progress(label: str, printing: bool = False) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal while the block runs; nothing where there is no terminal.

    Args:
        printing: Whether results are printed meanwhile; then there is no bar where they scroll by.

    Returns:
        To be told how many are done.
    """
    columns = SpinnerColumn(), TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    console = Console(stderr=True)
    hidden = not console.is_terminal or (printing and sys.stdout.isatty())
    # rich would otherwise send what is printed on standard output where the bar is.
    with Progress(*columns, console=console, transient=True, disable=hidden, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)
        yield lambda done: bar.update(task, completed=done)
