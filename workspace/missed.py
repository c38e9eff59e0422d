"""A statement that the machine has missed, in a reviewer's words, as the entry that adds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from errors import InputError
from records import Document, Entity, Review, Span, Statement
from review import entries
from review.claims import HELD, Claim, Hand
from review.passages import find_passage
from workspace import named
from workspace.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What somebody reads in a document."""

    evidence: str | Span  # words that stand there once, or their place
    actor: Entity
    relation: str
    target: Entity
    cue: str | Span = ""  # what says so: words or their place; "" = the relation's own, if they stand there
    actor_span: Span | None = None  # where the ends stand; None = where the evidence names them, if it does
    target_span: Span | None = None
    family: str = ""  # of a relation that is not known yet
    how: str = "asserted"  # see `review.claims.HELD`


def added(workspace: Workspace, document_id: str, missed: Missed, hand: Hand) -> Review:
    """The entry that adds the statement; nothing is written.

    Raises:
        InputError: If the words do not stand there, the claim contradicts itself, or is there already.
    """
    document = workspace.document(document_id)
    place = missed.evidence
    selection = find_passage(document, place) if isinstance(place, str) else place
    _check_new(workspace, document, selection, missed)
    if missed.how not in HELD:
        raise InputError(
            f"a statement cannot be '{missed.how}'", where=document.id, mend=f"Use one of: {', '.join(HELD)}"
        )
    held: dict[str, Any] = HELD[missed.how]
    claim = Claim(
        actor=missed.actor,
        relation=named.relation(workspace, missed.relation, missed.family),
        target=missed.target,
        cue_span=_cue(document, selection, missed),
        actor_span=missed.actor_span,
        target_span=missed.target_span,
        **held,
    )
    return entries.add(document, selection, claim, hand)


def statement_of(review: Review) -> Statement:
    """The statement that an entry of `added` adds."""
    return Statement.from_json(review.change["statement"])


def _cue(document: Document, selection: Span, missed: Missed) -> Span | None:
    """Where the words stand that say so: those given, else those of the relation if they stand there once."""
    if not isinstance(missed.cue, str):
        return missed.cue
    if missed.cue.strip():
        return find_passage(document, missed.cue, selection)
    try:
        return find_passage(document, missed.relation, selection)
    except InputError:
        return None


def _check_new(workspace: Workspace, document: Document, selection: Span, missed: Missed) -> None:
    """Whether nothing in the passage says the same already."""
    claim = missed.actor.id, missed.relation, missed.target.id
    for statement in workspace.statements_in(document.id):
        meets = statement.start < selection[1] and selection[0] < statement.end
        if (
            meets
            and statement.status != "rejected"
            and (statement.actor_id, statement.relation, statement.target_id) == claim
        ):
            raise InputError(
                "the passage is read so already",
                where=document.id,
                mend=f"Accept the statement {statement.id}",
            )
