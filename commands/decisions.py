"""The verbs of `hustings review` that write into the journal: each makes entries, `decision` makes it a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.deciding import decision
from errors import InputError

if TYPE_CHECKING:
    from records import Entity, Review
    from review.claims import Hand
    from workspace import Workspace

StatementId = Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id, as `review list` shows it.")]
StatementIds = Annotated[list[str], typer.Argument(metavar="STATEMENT...", help="Ids of statements.")]
Name = Annotated[str, typer.Argument(metavar="ENTITY", help="Its name or id.")]
NewType = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="Of an entity that is not there yet, such as person."),
]


@decision
def accept(workspace: Workspace, hand: Hand, statements: StatementIds) -> list[Review]:
    """Say that statements are right, all or none.

    Example: hustings review accept 222511618b3af5ae --coder Ines
    """
    return _judge("accept", workspace, hand, statements)


@decision
def reject(workspace: Workspace, hand: Hand, statements: StatementIds) -> list[Review]:
    """Say that the text does not say so; such statements are drawn nowhere.

    Example: hustings review reject 222511618b3af5ae --note "that is another Marsh"
    """
    return _judge("reject", workspace, hand, statements)


@decision
def flip(
    workspace: Workspace,
    hand: Hand,
    statement: StatementId,
    relation: Annotated[str, typer.Option(help="What it says instead; else the usual opposite.")] = "",
) -> list[Review]:
    """Give a statement the other sign: what reads as criticism is praise.

    Example: hustings review flip 222511618b3af5ae --relation defended
    """
    from review import entries
    from workspace.reviewing import shown

    return [entries.flip(shown(workspace, statement), hand, relation)]


@decision
def relate(
    workspace: Workspace,
    hand: Hand,
    statement: StatementId,
    relation: Annotated[str, typer.Argument(metavar="RELATION", help='Such as "criticised".')],
    family: Annotated[
        str, typer.Option(help="support, opposition, demand, action or affiliation, of a new relation.")
    ] = "",
) -> list[Review]:
    """Give a statement another relation.

    Example: hustings review relate 222511618b3af5ae accused
    """
    from review import entries
    from workspace import named
    from workspace.reviewing import shown

    wanted = named.relation(workspace, relation, family)
    return [entries.relate(shown(workspace, statement), wanted, hand)]


@decision
def retarget(
    workspace: Workspace,
    hand: Hand,
    statement: StatementId,
    end: Annotated[str, typer.Argument(metavar="END", help="actor or target.")],
    entity: Name,
    new_type: NewType = None,
) -> list[Review]:
    """Put another entity at one end of a statement.

    Example: hustings review retarget 222511618b3af5ae target "Bo Marsh"
    """
    from review import entries
    from workspace.reviewing import shown

    found = _entity(workspace, entity, new_type)
    return [entries.retarget(shown(workspace, statement), end, found, hand)]


@decision
def merge(
    workspace: Workspace,
    hand: Hand,
    entity: Name,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The one that stays.")],
) -> list[Review]:
    """Make two entities one.

    Example: hustings review merge "B. Marsh" "Bo Marsh"
    """
    from review import entries
    from workspace.named import find_entity

    return [entries.merge(find_entity(workspace, entity), find_entity(workspace, into), hand)]


@decision
def split(
    workspace: Workspace,
    hand: Hand,
    entity: Name,
    new: Annotated[str, typer.Argument(metavar="NEW", help="Name of the other one.")],
    statements: StatementIds,
    new_type: NewType = None,
) -> list[Review]:
    """Say that some statements of an entity are about another one.

    Example: hustings review split "Bo Marsh" "Bo Marsh (councillor)" 222511618b3af5ae
    """
    from review import entries
    from workspace.named import find_entity, new_entity
    from workspace.reviewing import shown

    old = find_entity(workspace, entity)
    other = new_entity(workspace, new, new_type or old.type)
    return [entries.split(old, [shown(workspace, id) for id in statements], other, hand)]


@decision
def rename(
    workspace: Workspace,
    hand: Hand,
    entity: Name,
    name: Annotated[str, typer.Argument(metavar="NAME", help="How it shall be called.")],
) -> list[Review]:
    """Give an entity another name; the former one is kept beside.

    Example: hustings review rename "B. Marsh" "Bo Marsh"
    """
    from review import entries
    from workspace.named import find_entity

    return [entries.rename(find_entity(workspace, entity), name, hand)]


@decision
def note(
    workspace: Workspace,
    hand: Hand,
    about: Annotated[str, typer.Argument(metavar="ABOUT", help="A statement, entity or document.")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
) -> list[Review]:
    """Keep a remark.

    Example: hustings review note "Bo Marsh" "There are two of this name"
    """
    from review import entries
    from review.claims import Hand
    from workspace.named import find_entity
    from workspace.reviewing import shown

    content = workspace.content()
    if about in content.by_id:
        return [entries.note(shown(workspace, about), Hand(hand.coder, text))]
    if document := next((d for d in workspace.documents() if d.id == about), None):
        return [entries.note(document, Hand(hand.coder, text))]
    return [entries.note(find_entity(workspace, about), Hand(hand.coder, text))]


@decision
def undo(
    workspace: Workspace,
    hand: Hand,
    numbers: Annotated[
        list[str], typer.Argument(metavar="ENTRY...", help="Numbers or ids, as `review log` shows them.")
    ],
) -> list[Review]:
    """Take entries back, whatever came after them; an undo can be undone too.

    Example: hustings review undo 12
    """
    from review import entries
    from workspace.named import find_entry

    return [entries.undo(find_entry(workspace, number), hand) for number in numbers]


DECISIONS = {
    command.__name__: command
    for command in (accept, reject, flip, relate, retarget, merge, split, rename, note, undo)
}
"""Verb -> command."""


def _judge(action: str, workspace: Workspace, hand: Hand, statements: list[str]) -> list[Review]:
    from workspace.reviewing import JUDGEMENTS, shown

    return [JUDGEMENTS[action](shown(workspace, id), hand) for id in dict.fromkeys(statements)]


def _entity(workspace: Workspace, name: str, new_type: str | None) -> Entity:
    """The one of this name; with a type, a new one where there is none."""
    from workspace.named import find_entity, new_entity

    try:
        return find_entity(workspace, name)
    except InputError as error:
        if new_type is None:
            raise InputError(error.what, mend=f"{error.mend}; or say what it is: --type person") from error
        return new_entity(workspace, name, new_type)
