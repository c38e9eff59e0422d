"""The verbs of `hustings review` about statements, and the table of all that write into the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.deciding import Name, NewType, StatementId, StatementIds, decision, found_or_new
from commands.review_entities import distinct, merge, rename, split
from errors import InputError

if TYPE_CHECKING:
    from records import Document, Entity, Review
    from review.claims import Hand
    from workspace import Workspace

FAMILIES = "support, opposition, demand, action or affiliation, of a new relation."
HOW = "asserted, or negated, possible, future, question."


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
    family: Annotated[str, typer.Option(help=FAMILIES)] = "",
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

    found = found_or_new(workspace, entity, new_type)
    return [entries.retarget(shown(workspace, statement), end, found, hand)]


@decision
def hold(
    workspace: Workspace,
    hand: Hand,
    statement: StatementId,
    how: Annotated[str, typer.Argument(metavar="HOW", help=HOW)],
) -> list[Review]:
    """Say that the text denies a statement, or says it of a possibility; only what it asserts is drawn.

    Example: hustings review hold 222511618b3af5ae negated
    """
    from review import entries
    from workspace.reviewing import shown

    return [entries.hold(shown(workspace, statement), how, hand)]


@decision
def add(
    workspace: Workspace,
    hand: Hand,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id.")],
    evidence: Annotated[str, typer.Option(help="The words that prove it, as they stand there.")],
    actor: Annotated[str, typer.Option(metavar="NAME", help="Who takes the position; a name or id.")],
    relation: Annotated[str, typer.Option(help='Such as "criticised".')],
    target: Annotated[str, typer.Option(metavar="NAME", help="Whom or what it is about.")],
    cue: Annotated[str, typer.Option(help="Those of the words that say so.")] = "",
    family: Annotated[str, typer.Option(help=FAMILIES)] = "",
    actor_type: Annotated[str | None, typer.Option(metavar="TYPE", help="Of an actor not there yet.")] = None,
    target_type: Annotated[
        str | None, typer.Option(metavar="TYPE", help="Of a target not there yet.")
    ] = None,
    how: Annotated[str, typer.Option(help=HOW)] = "asserted",
) -> list[Review]:
    """Add a statement that the machine has missed.

    Example: hustings review add bell-1 --evidence "Marsh sank it" --actor "Bo Marsh" --relation opposed --target pier
    """
    from workspace.missed import Missed, added

    missed = Missed(
        evidence=evidence,
        actor=found_or_new(workspace, actor, actor_type, "--actor-type"),
        relation=relation,
        target=found_or_new(workspace, target, target_type, "--target-type"),
        cue=cue,
        family=family,
        how=how,
    )
    return [added(workspace, document, missed, hand)]


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

    if workspace.fetch([about]):
        return [entries.note(shown(workspace, about), Hand(hand.coder, text))]
    try:
        what: Document | Entity = workspace.document(about)
    except InputError:
        what = find_entity(workspace, about)
    return [entries.note(what, Hand(hand.coder, text))]


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
    for command in (
        accept,
        reject,
        flip,
        relate,
        retarget,
        hold,
        add,
        merge,
        distinct,
        split,
        rename,
        note,
        undo,
    )
}
"""Verb -> command."""


def _judge(action: str, workspace: Workspace, hand: Hand, statements: list[str]) -> list[Review]:
    from workspace.reviewing import JUDGEMENTS, shown

    return [JUDGEMENTS[action](shown(workspace, id), hand) for id in dict.fromkeys(statements)]
