"""Which statements of near-duplicate texts are the same statement.

The first one stays the statement, and the later ones name it: what reviewers decided of it never moves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, or_, select, update

from store.likeness import jaccard
from store.schema import reports, statements

SAME = 0.5  # share of the words of two sentences from which they are one sentence, edited

S = statements.c
COMPARED: Sequence[ColumnElement[Any]] = (
    S.id, S.document, S.actor_id, S.relation, S.target_id, S.negated, S.modality, S.evidence, S.repeats,
)  # fmt: skip
MARK = update(statements).where(S.id == bindparam("of")).values(repeats=bindparam("value"))


def mark_all(connection: Connection, text: str) -> None:
    """Find the statements of a text's reports that repeat an earlier one, and mark them with its id."""
    _mark(connection, _in_order(connection, text), ())


def mark_new(connection: Connection, text: str, further: Iterable[str]) -> None:
    """The same where these documents are the only new reports: only what they say can repeat anything.

    So many copies of a text take a time that grows with their number, not with its square.
    """
    new = frozenset(further)
    found = _in_order(connection, text, or_(S.repeats.is_(None), S.document.in_(new)))
    _mark(
        connection,
        [row for row in found if row.document in new],
        [row for row in found if row.document not in new],
    )


def _in_order(connection: Connection, text: str, *conditions: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """The statements of the text's reports, those of the first report first."""
    order = (
        select(reports.c.document, func.min(reports.c.number).label("first"))
        .where(reports.c.text == text)
        .group_by(reports.c.document)
        .subquery()
    )
    return connection.execute(
        select(*COMPARED)
        .join(order, order.c.document == S.document)
        .where(and_(True, *conditions))
        .order_by(order.c.first, S.number)
    ).all()


def _mark(connection: Connection, rows: Sequence[Row[Any]], firsts: Sequence[Row[Any]]) -> None:
    repeats = _repeats(rows, firsts)
    changed = [
        {"of": row.id, "value": repeats.get(row.id)} for row in rows if row.repeats != repeats.get(row.id)
    ]
    if changed:
        connection.execute(MARK, changed)


def _repeats(rows: Sequence[Row[Any]], known: Sequence[Row[Any]]) -> dict[str, str]:
    """Id of a statement -> id of the earlier one, in another document, that says the same in the same words.

    One statement of a document repeats one of another at most, so that what is said twice counts twice.

    Args:
        known: Statements of earlier documents that repeat nothing.
    """
    firsts: dict[tuple[Any, ...], list[Row[Any]]] = defaultdict(list)
    for row in known:
        firsts[_said(row)].append(row)
    repeats: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for row in rows:
        free = (first for first in firsts[_said(row)] if (first.id, row.document) not in taken)
        match = next((first for first in free if _same_words(first, row)), None)
        if match is None:
            firsts[_said(row)].append(row)
        else:
            repeats[row.id] = match.id
            taken.add((match.id, row.document))
    return repeats


def _said(row: Row[Any]) -> tuple[Any, ...]:
    return row.actor_id, row.relation, row.target_id, row.negated, row.modality


def _same_words(first: Row[Any], row: Row[Any]) -> bool:
    if first.document == row.document:
        return False
    return jaccard(set(first.evidence.casefold().split()), set(row.evidence.casefold().split())) >= SAME
