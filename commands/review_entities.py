"""The verbs of `hustings review` about entities: which are one, which are not, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.deciding import Name, NewType, StatementIds, decision

if TYPE_CHECKING:
    from records import Review
    from review.claims import Hand
    from workspace import Workspace


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
def distinct(
    workspace: Workspace,
    hand: Hand,
    entity: Name,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The one that it is not.")],
) -> list[Review]:
    """Say that two entities are not the same, so that nobody is asked again.

    Example: hustings review distinct "Bo Marsh" "B. Marsh"
    """
    from review import entries
    from workspace.named import find_entity

    return [entries.distinct(find_entity(workspace, entity), find_entity(workspace, other), hand)]


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
