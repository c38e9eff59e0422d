"""Small questions about what is shown at the moment: documents to choose from, what stands in them, who printed it.

None reads the texts, so that each is quick in a database of 100,000 documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Label, and_, func, or_, select

from store.kept import Report
from store.schema import documents, reports, reviews, statements
from store.session import Session

AT_ONCE = 500  # values in one question; SQLite allows no more than some thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document as a list shows it."""

    id: str
    title: str
    date: str | None
    outlet: str


def find_documents(session: Session, words: str, start: int, number: int) -> tuple[int, list[Listed]]:
    """How many documents have all the words in title, outlet or date, and a part of their list, the latest first.

    Args:
        words: In any order and case; none = all documents.
        start: Place of the first one handed over, from 0.
        number: How many are handed over at most.
    """
    c = documents.c
    wanted = and_(True, *map(_has, words.split()))
    total = func.count().over().label("total") if words.strip() else _all()
    listed = select(c.id, c.title, c.date, c.outlet, total).where(wanted)
    # The order of the index on dates, so that the whole list is not sorted for its first lines.
    part = listed.order_by(c.date.desc().nulls_last(), c.id).offset(start).limit(number)
    with session._reading() as connection:
        found = connection.execute(part).all()
        if found:
            return found[0].total, [
                Listed(id=r.id, title=r.title, date=r.date, outlet=r.outlet) for r in found
            ]
        return connection.scalar(select(func.count()).select_from(documents).where(wanted)) or 0, []


def _all() -> Label[int]:
    every = documents.alias()
    return select(func.count()).select_from(every).scalar_subquery().label("total")


def statements_in(session: Session, document_ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """Document -> id of each statement read or added there -> id of the one that counts for it.

    That is another one where a near-duplicate text that came first says the same. Rejected ones are among them:
    the journal says which.
    """
    s, change = statements.c, reviews.c.change
    home = change["anchor"]["document"].as_string()
    found: dict[str, dict[str, str]] = {id: {} for id in document_ids}
    with session._reading() as connection:
        for ids in _parts(document_ids):
            read = select(s.document, s.id, func.coalesce(s.repeats, s.id)).where(s.document.in_(ids))
            for document, id, counts in connection.execute(read.order_by(s.document, s.number)):
                found[document][id] = counts
            added = select(home, reviews.c.subject).where(reviews.c.action == "add", home.in_(ids))
            for document, id in connection.execute(added.order_by(reviews.c.number)):
                found[document][id] = id
    return found


def reports_of(session: Session, statement_ids: Sequence[str]) -> dict[str, list[Report]]:
    """Statement -> the publications that make it, in the order of adding; none for one that a person added."""
    counts = func.coalesce(statements.c.repeats, statements.c.id).label("statement")
    joined = select(counts, reports).join(reports, reports.c.document == statements.c.document)
    found: dict[str, list[Report]] = defaultdict(list)
    with session._reading() as connection:
        for ids in _parts(statement_ids):
            these = joined.where(or_(statements.c.id.in_(ids), statements.c.repeats.in_(ids)))
            for row in connection.execute(these.order_by(reports.c.number)).mappings():
                facts = dict(row)
                found[facts.pop("statement")].append(Report(**facts))
    return dict(found)


def _has(word: str) -> ColumnElement[bool]:
    """Whether title, outlet or date has the word; SQLite itself knows capital letters in English only."""
    c = documents.c
    text = c.title + " " + c.outlet + " " + func.coalesce(c.date, "")
    forms = (word,) if word.isascii() else dict.fromkeys((word, word.lower(), word.capitalize()))
    return or_(*(text.icontains(form, autoescape=True) for form in forms))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
