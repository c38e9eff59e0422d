"""Which publications are reports of the same text, and what they make.

The first text kept stays the one to which the later ones belong, so that a correction made to one of its statements
never moves. What a later text says beyond it is kept as statements of its own.
"""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, func, select

from store.kept import Report
from store.schema import reports, statements


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
