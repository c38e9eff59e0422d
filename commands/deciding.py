"""What all verbs of `hustings review` that write into the journal share: their options, and the writing itself."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.options import Database, Json, check_given, database_of
from commands.screen import print_json, say
from errors import InputError

if TYPE_CHECKING:
    from records import Entity, Review
    from workspace import Workspace

StatementId = Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id, as `review list` shows it.")]
StatementIds = Annotated[list[str], typer.Argument(metavar="STATEMENT...", help="Ids of statements.")]
Name = Annotated[str, typer.Argument(metavar="ENTITY", help="Its name or id.")]
NewType = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="Of an entity that is not there yet, such as person."),
]

SHARED: dict[str, tuple[Any, Any]] = {
    "coder": (
        Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else the user's name here.")],
        None,
    ),
    "reason": (Annotated[str, typer.Option("--note", metavar="TEXT", help="The reason, in words.")], ""),
    "settle": (
        Annotated[
            bool, typer.Option("--settle", help="It ends a dispute: the one who decides has the last word.")
        ],
        False,
    ),
    "as_json": (Json, False),
    "database": (Database, None),
}
"""Options of every decision -> type and default."""


def decision(make: Callable[..., list[Review]]) -> Callable[..., None]:
    """The command that writes what `make(workspace, hand, …)` returns, with the options of SHARED."""

    @functools.wraps(make)
    def command(context: typer.Context, **given: Any) -> None:
        from review.claims import Hand
        from review.coding import JUDGING
        from review.entries import settling
        from review.roles import ADMIN
        from workspace import Workspace
        from workspace.reviewing import default_coder, unapplied

        coder, reason, settle, as_json, database = (given.pop(name) for name in SHARED)
        check_given({**given, "--coder": coder, "--note": reason})
        hand = Hand(default_coder() if coder is None else coder, reason)
        with Workspace(database_of(context, database), make=False) as workspace:
            # Whoever has the database's address may do with it what they like: here the role only names the door.
            made = make(workspace, hand, **given)
            if settle:
                made = [settling(review) if review.action in JUDGING else review for review in made]
            written = workspace.decide(made, ADMIN)
            reasons = {lost.review.id: lost.reason for lost in unapplied(workspace)}
        for review in written:
            lost = f", which changes nothing: {reasons[review.id]}" if review.id in reasons else ""
            say(f"Entry {review.number} by {review.coder}: {review.action} {review.subject}{lost}")
        if as_json:
            print_json([review.to_json() for review in written])

    for name in ("workspace", "hand", "return"):  # slow to import, and typer need not know them
        del make.__annotations__[name]
    own = [
        p.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, p in inspect.signature(make, eval_str=True).parameters.items()
        if name not in ("workspace", "hand")
    ]
    first = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in SHARED.items()
    ]
    parameters = [first, *own, *shared]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


def found_or_new(workspace: Workspace, name: str, new_type: str | None, option: str = "--type") -> Entity:
    """The one of this name; with a type, a new one where there is none."""
    from workspace import named

    if new_type is not None:
        return named.entity(workspace, name, new_type)
    try:
        return named.find_entity(workspace, name)
    except InputError as error:
        raise InputError(error.what, mend=f"{error.mend}; or say what it is: {option} person") from error
