"""Options that several verbs share, each described once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from errors import InputError
from records import HALF_CHARACTERS

if TYPE_CHECKING:
    from graph import Filter

Result = TypeVar("Result")

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        help="sqlite:///path/to/file.db or postgresql+psycopg://…; else what HUSTINGS_DATABASE_URL says, "
        "else hustings.db in your data folder.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Date = Annotated[
    str | None, typer.Option("--date", metavar="DAY", help="Of documents that bear none, such as 2025-01-05.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of this computer and its network too.")
]

Words = list[str] | None

FILTERS: dict[str, Any] = {
    "who": Annotated[Words, typer.Option(help="Name, id or party of whoever acts. May be repeated.")],
    "whom": Annotated[Words, typer.Option(help="Name, id or party of whom or what it is about.")],
    "topic": Annotated[
        Words, typer.Option(help='Words in the name of what it is about, such as "inquiry". May be repeated.')
    ],
    "person": Annotated[Words, typer.Option(help="Name or id of an actor or target. May be repeated.")],
    "party": Annotated[
        Words, typer.Option(help="Name or id; whoever belongs to it counts. May be repeated.")
    ],
    "family": Annotated[
        Words, typer.Option(help="support, opposition, demand, action or affiliation. May be repeated.")
    ],
    "relation": Annotated[Words, typer.Option(help='Such as "criticised". May be repeated.')],
    "outlet": Annotated[Words, typer.Option(help="Where it was published. May be repeated.")],
    "voice": Annotated[Words, typer.Option(help="outlet, direct, reported or nested. May be repeated.")],
    "since": Annotated[str | None, typer.Option(metavar="DAY", help="First day, such as 2025-01-05.")],
    "until": Annotated[str | None, typer.Option(metavar="DAY", help="Last day.")],
    "min_statements": Annotated[int, typer.Option(help="Statements that an edge needs.")],
    "min_confidence": Annotated[
        float | None, typer.Option(metavar="P", help="Of each statement, from 0 to 1.")
    ],
    "centre": Annotated[str | None, typer.Option(metavar="NAME", help="Only what surrounds this entity.")],
    "depth": Annotated[int, typer.Option(help="Steps from the centre.")],
}
"""Option -> its type and help; `filter_of` says which field of `graph.Filter` it fills."""

DEFAULTS = {"min_statements": 1, "depth": 1}


def filtered(command: Callable[..., Result]) -> Callable[..., Result]:
    """The command with the options of FILTERS in place of its argument `filter`."""

    @functools.wraps(command)
    def with_options(**given: Any) -> Result:
        chosen = {name: given.pop(name) for name in FILTERS}
        return command(filter=_filter_of(chosen), **given)

    del command.__annotations__["filter"]  # its type is slow to import, and typer need not know it
    own = [p for name, p in inspect.signature(command, eval_str=True).parameters.items() if name != "filter"]
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=DEFAULTS.get(name), annotation=kind)
        for name, kind in FILTERS.items()
    ]
    parameters = [*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *options]
    with_options.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {p.name: p.annotation for p in parameters}
    return with_options


def database_of(context: typer.Context, own: str | None) -> str | None:
    """The address given behind the verb, else the one before it."""
    return own or context.obj


def checked_words(text: str, where: str) -> str:
    """The words as they were given.

    Raises:
        InputError: If they were not in UTF-8; file names need not be.

    >>> checked_words("Siân", "--who")
    'Siân'
    """
    if HALF_CHARACTERS.search(text):
        raise InputError(
            "the words are not in UTF-8", where=where, mend="Type them again, or set the terminal to UTF-8"
        )
    return text


def check_given(given: Mapping[str, Any]) -> None:
    """Whether all words among the values, in lists too, were in UTF-8; an InputError names the first that were not."""
    for name, value in given.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                checked_words(text, name)


def _filter_of(given: dict[str, Any]) -> Filter:
    from graph import Filter

    check_given({f"--{name}": value for name, value in given.items()})
    return Filter(
        actors=frozenset(given["who"] or ()),
        targets=frozenset(given["whom"] or ()),
        topics=frozenset(given["topic"] or ()),
        people=frozenset(given["person"] or ()),
        parties=frozenset(given["party"] or ()),
        families=frozenset(given["family"] or ()),
        relations=frozenset(given["relation"] or ()),
        outlets=frozenset(given["outlet"] or ()),
        voices=frozenset(given["voice"] or ()),
        since=given["since"],
        until=given["until"],
        minimum_statements=given["min_statements"],
        minimum_confidence=given["min_confidence"],
        centre=given["centre"],
        depth=given["depth"],
    )
