"""The lists of `hustings review list`, and how statements and entries of the journal look in a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graph import Filter
    from records import Review, Statement
    from workspace import Workspace

Row = dict[str, str]
Rows = tuple[list[Row], int]
"""The first rows, no more than were asked for, and how many there are in all."""


class Listing(NamedTuple):
    """One kind of list: what is said where it is empty, and how it is made."""

    empty: str
    rows: Callable[[Workspace, Filter, int], Rows]


def entry_row(review: Review, in_force: bool) -> Row:
    """An entry; one that was undone in brackets."""
    what = {key: review.change[key] for key in ("relation", "end", "name") if key in review.change}
    named = {key: review.change[key]["name"] for key in ("entity", "into") if key in review.change}
    return {
        "number": str(review.number),
        "at": review.at,
        "coder": review.coder,
        "action": review.action if in_force or review.action == "undo" else f"({review.action})",
        "about": review.subject,
        "what": ", ".join(map(str, (*what.values(), *named.values()))),
        "note": review.note,
    }


def _open(workspace: Workspace, filter: Filter, most: int) -> Rows:
    from workspace.reviewing import waiting

    queue = waiting(workspace, filter)
    urgent = dict(zip(queue.ids[:most], queue.priorities, strict=False))
    found = workspace.fetch(urgent)
    return [_statement_row(s, f"priority {urgent[s.id]:.2f}") for s in found], len(queue)


def _decided(workspace: Workspace, filter: Filter) -> list[Row]:
    from workspace.reviewing import decided, judgement

    corrected = workspace.content().corrected
    return [
        _statement_row(s, f"{s.status} by {made.coder}" if (made := judgement(corrected, s.id)) else s.status)
        for s in decided(workspace, filter)
    ]


def _disputed(workspace: Workspace, filter: Filter) -> list[Row]:
    from workspace.reviewing import disputed

    return [
        _statement_row(statement, ", ".join(f"{r.coder}: {r.action}" for r in made))
        for statement, made in disputed(workspace, filter)
    ]


def _patterns(workspace: Workspace, filter: Filter) -> list[Row]:
    from workspace.reviewing import patterns

    return [
        {
            "statements": str(len(p.ids)),
            "rule": p.method,
            "relation": p.relation,
            "cue": p.cue,
            "ids": " ".join(p.ids),
        }
        for p in patterns(workspace, filter)
    ]


def _merges(workspace: Workspace, _filter: Filter) -> list[Row]:
    from workspace.reviewing import merges

    return [
        {
            "entity": pair.entity.id,
            "into": pair.into.id,
            "reasons": "; ".join(pair.reasons),
            "against": "; ".join(pair.against),
        }
        for pair in merges(workspace)
    ]


def _circular(workspace: Workspace, _filter: Filter) -> list[Row]:
    from workspace.reviewing import circular

    return [_statement_row(statement, "both ends are one") for statement in circular(workspace)]


def _unapplied(workspace: Workspace, _filter: Filter) -> list[Row]:
    from workspace.reviewing import unapplied

    return [entry_row(u.review, in_force=True) | {"reason": u.reason} for u in unapplied(workspace)]


def _first(make: Callable[[Workspace, Filter], list[Row]]) -> Callable[[Workspace, Filter, int], Rows]:
    def rows(workspace: Workspace, filter: Filter, most: int) -> Rows:
        found = make(workspace, filter)
        return found[:most], len(found)

    return rows


LISTS = {
    "open": Listing("everything is judged.", _open),
    "decided": Listing("nothing is judged yet.", _first(_decided)),
    "disputed": Listing("no two coders disagree.", _first(_disputed)),
    "patterns": Listing("no two statements share a pattern.", _first(_patterns)),
    "merges": Listing("no two entities look like one.", _first(_merges)),
    "circular": Listing("no statement has the same entity at both ends.", _first(_circular)),
    "unapplied": Listing("every correction fits.", _first(_unapplied)),
}
"""Name of a list -> the list."""


def _statement_row(statement: Statement, why: str) -> Row:
    return {
        "id": statement.id,
        "why": why,
        "actor": statement.actor,
        "relation": statement.relation,
        "target": statement.target,
        "evidence": statement.evidence,
    }
