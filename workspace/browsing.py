"""Documents to choose from, and what stands in one of them, as corrected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from records import Reading, Statement
from store.kept import Report
from store.listing import Listed, find_documents, reports_of, statements_in
from workspace.workspace import Workspace

PAGE = 20  # documents in one part of the list


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of the list of documents."""

    total: int  # of all that have the words
    documents: Sequence[tuple[Listed, int]]  # each with the number of its statements, the rejected left out


def list_documents(workspace: Workspace, words: str = "", page: int = 1) -> Listing:
    """The documents that have all the words in title, outlet or date, the latest first.

    Args:
        page: Which part of the list, from 1.
    """
    total, found = find_documents(workspace.store, words, (page - 1) * PAGE, PAGE)
    placed = statements_in(workspace.store, [document.id for document in found])
    kept = _in_force(workspace, (id for ids in placed.values() for id in ids.values()))
    counted = ((document, sum(id in kept for id in placed[document.id].values())) for document in found)
    return Listing(total, tuple(counted))


def offer_documents(workspace: Workspace, words: str, number: int) -> tuple[int, list[Listed]]:
    """How many documents have all the words, as in `list_documents`, and the latest of them, at most so many."""
    return find_documents(workspace.store, words, 0, number)


def statements_of(workspace: Workspace, reading: Reading) -> list[Statement]:
    """The statements of a document in the order of its text, as corrected, without the rejected.

    What a text that came first says in the same words is here with the places of this one, and has the id of that
    one: judgements and edges are its.
    """
    placed = statements_in(workspace.store, [reading.document.id])[reading.document.id]
    kept = _in_force(workspace, placed.values())
    read = {statement.id: statement for statement in reading.statements}
    here = [
        kept[counts] if id == counts else _moved(kept[counts], read[id])
        for id, counts in placed.items()
        if counts in kept
    ]
    return sorted(here, key=lambda s: (s.start, s.cue_span, s.id))


def publications(workspace: Workspace, ids: Sequence[str]) -> dict[str, list[Report]]:
    """Statement -> its publications; of one that a person added, those of its document."""
    found = reports_of(workspace.store, ids)
    added = workspace.fetch(id for id in ids if id not in found)
    return found | {s.id: workspace.store.reports(s.document) for s in added}


def _in_force(workspace: Workspace, ids: Iterable[str]) -> dict[str, Statement]:
    return {s.id: s for s in workspace.fetch(dict.fromkeys(ids)) if s.status != "rejected"}


def _moved(statement: Statement, to: Statement) -> Statement:
    """The statement at the place where another text says the same."""
    return replace(
        statement,
        document=to.document,
        evidence=to.evidence,
        start=to.start,
        end=to.end,
        actor_span=to.actor_span,
        cue_span=to.cue_span,
        target_span=to.target_span,
        date=to.date,
        outlet=to.outlet,
    )
