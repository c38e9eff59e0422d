"""What all verbs of `hustings review` that write into the journal share: their options, and the writing itself."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.options import Database, Json, database_of
from commands.screen import print_json, say

if TYPE_CHECKING:
    from records import Review

SHARED: dict[str, tuple[Any, Any]] = {
    "coder": (
        Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else the user's name here.")],
        None,
    ),
    "reason": (Annotated[str, typer.Option("--note", metavar="TEXT", help="The reason, in words.")], ""),
    "as_json": (Json, False),
    "database": (Database, None),
}
"""Options of every decision -> type and default."""


def decision(make: Callable[..., list[Review]]) -> Callable[..., None]:
    """The command that writes what `make(workspace, hand, …)` returns, with the options of SHARED."""

    @functools.wraps(make)
    def command(context: typer.Context, **given: Any) -> None:
        from review.claims import Hand
        from review.roles import CODER
        from workspace import Workspace
        from workspace.reviewing import default_coder, unapplied

        coder, reason, as_json, database = (given.pop(name) for name in SHARED)
        hand = Hand(default_coder() if coder is None else coder, reason)
        with Workspace(database_of(context, database)) as workspace:
            # Whoever has the database's address may do with it what they like: here the role only names the door.
            written = workspace.decide(make(workspace, hand, **given), CODER)
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
