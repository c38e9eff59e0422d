"""Which publications are reports of the same text, and which statements in them are the same statement.

The first text kept stays the one to which the later ones belong, so that a correction made to one of its statements
never moves. What a later text says beyond it is kept as statements of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from records import Document
from store.kept import Report
from store.likeness import NEAR, jaccard, shingles
from store.schema import bands, documents, reports, statements

COMPARED = 10  # texts that share most bands with a new one
SAME = 0.5  # share of the words of two sentences from which they are one sentence, edited

# What is asked for every document is composed only once.
CANDIDATES = (
    select(bands.c.document)
    .where(bands.c.key.in_(bindparam("keys", expanding=True)))
    .group_by(bands.c.document)
    .order_by(func.count().desc(), bands.c.document)
    .limit(COMPARED)
)
INSERT = insert(reports).values(
    number=select(func.coalesce(func.max(reports.c.number), 0) + 1).scalar_subquery(),
    **{name: bindparam(name) for name in ("document", "text", "likeness", "title", "date", "outlet", "url")},
)
INSERT_BANDS = insert(bands)


def place(connection: Connection, document: Document, keys: Sequence[int]) -> str:
    """Record a new document as a report of its own text, or of one that is nearly the same.

    Args:
        keys: `store.likeness.bands` of its text.

    Returns:
        The id of the document to whose text it belongs, its own or an earlier one's.
    """
    text, likeness = _nearest(connection, document, keys) or (document.id, 1.0)
    _insert(connection, document, document.id, text, likeness)
    if keys:
        connection.execute(INSERT_BANDS, [{"key": key, "document": document.id} for key in keys])
    return text


def note(connection: Connection, document: Document, document_id: str) -> bool:
    """Record that the words of a kept document were published elsewhere too; False if that is known.

    An outlet, or an address, that no report of these words has makes it another one.
    """
    known = connection.execute(
        select(reports.c.outlet, reports.c.url, reports.c.text).where(reports.c.document == document_id)
    ).all()
    outlets, urls = {row.outlet for row in known}, {row.url for row in known}
    if document.outlet in outlets | {""} and document.url in urls | {""}:
        return False
    _insert(connection, document, document_id, known[0].text, 1.0)
    return True


def mark_repeats(connection: Connection, text: str) -> None:
    """Find the statements of a text's reports that repeat an earlier one, and mark them with its id."""
    order = (
        select(reports.c.document, func.min(reports.c.number).label("first"))
        .where(reports.c.text == text)
        .group_by(reports.c.document)
        .subquery()
    )
    found = connection.execute(
        select(statements)
        .join(order, order.c.document == statements.c.document)
        .order_by(order.c.first, statements.c.number)
    ).all()
    repeats = _repeats(found)
    changed = [
        {"of": row.id, "value": repeats.get(row.id)} for row in found if row.repeats != repeats.get(row.id)
    ]
    if changed:
        command = update(statements).where(statements.c.id == bindparam("of"))
        connection.execute(command.values(repeats=bindparam("value")), changed)


def reports_of(connection: Connection, document_id: str) -> list[Report]:
    """All publications of the text that the document belongs to, in the order of adding."""
    text = select(reports.c.text).where(reports.c.document == document_id).limit(1).scalar_subquery()
    found = connection.execute(select(reports).where(reports.c.text == text).order_by(reports.c.number))
    return [Report(**row) for row in found.mappings()]


def published(connection: Connection) -> dict[str, dict[str, str]]:
    """Statement -> its reports, each with its outlet; only for texts of which there are several."""
    several = select(reports.c.text).group_by(reports.c.text).having(func.count() > 1)
    found = connection.execute(
        select(func.coalesce(statements.c.repeats, statements.c.id), reports.c.number, reports.c.outlet)
        .join(reports, reports.c.document == statements.c.document)
        .where(reports.c.text.in_(several))
        .order_by(reports.c.number)
    )
    outlets: dict[str, dict[str, str]] = defaultdict(dict)
    for statement, number, outlet in found:
        outlets[statement][str(number)] = outlet
    return dict(outlets)


def _insert(connection: Connection, document: Document, id: str, text: str, likeness: float) -> None:
    facts = {name: getattr(document, name) for name in ("title", "date", "outlet", "url")}
    connection.execute(INSERT, {"document": id, "text": text, "likeness": likeness, **facts})


def _nearest(connection: Connection, document: Document, keys: Sequence[int]) -> tuple[str, float] | None:
    """The text that the likest kept document belongs to, and their likeness; None if none is near."""
    found = connection.execute(CANDIDATES, {"keys": keys}).all() if keys else []
    if not found:
        return None
    texts = select(documents.c.text, reports.c.text).join(reports, reports.c.document == documents.c.id)
    candidates = connection.execute(
        texts.where(documents.c.id.in_([row.document for row in found])).order_by(reports.c.number)
    ).all()
    own = shingles(document.text)
    best = max(((jaccard(own, shingles(row[0])), row[1]) for row in candidates), key=_likeness, default=None)
    return (best[1], best[0]) if best and best[0] >= NEAR else None


def _likeness(found: tuple[float, str]) -> float:
    return found[0]


def _repeats(found: Sequence[Row[Any]]) -> dict[str, str]:
    """Id of a statement -> id of the earlier one, in another document, that says the same in the same words.

    One statement of a document repeats one of another at most, so that what is said twice counts twice.
    """
    firsts: dict[tuple[Any, ...], list[Row[Any]]] = defaultdict(list)
    repeats: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for row in found:
        said = (row.actor_id, row.relation, row.target_id, row.negated, row.modality)
        free = (first for first in firsts[said] if (first.id, row.document) not in taken)
        match = next((first for first in free if _same_words(first, row)), None)
        if match is None:
            firsts[said].append(row)
        else:
            repeats[row.id] = match.id
            taken.add((match.id, row.document))
    return repeats


def _same_words(first: Row[Any], row: Row[Any]) -> bool:
    if first.document == row.document:
        return False
    return jaccard(set(first.evidence.casefold().split()), set(row.evidence.casefold().split())) >= SAME
