"""New documents of one transaction: looked up together, written together.

What would be asked and written for each document is asked and written once for all of them; only texts that are
nearly the same as another make a question of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from records import Document, Reading
from store import rows
from store.likeness import NEAR, jaccard, shingles
from store.schema import bands, documents, reports

Keyed = tuple[Reading, Sequence[int]]
ASKED = 5000  # values that one question asks about
COMPARED = 10  # texts that share most bands with a new one
CROWD = 2 * COMPARED  # documents that one band names: a thousand copies of a text are found by the first ones

# What is asked for every document is composed only once.
HELD_HASHES = select(documents.c.hash, documents.c.id).where(
    documents.c.hash.in_(bindparam("wanted", expanding=True))
)
HELD_IDS = select(documents.c.id).where(documents.c.id.in_(bindparam("wanted", expanding=True)))
HELD_BANDS = select(bands.c.key, bands.c.document).where(bands.c.key.in_(bindparam("wanted", expanding=True)))
LAST_NUMBER = select(func.coalesce(func.max(reports.c.number), 0))
REPORTED = select(reports.c.outlet, reports.c.url, reports.c.text).where(
    reports.c.document == bindparam("document")
)


class Newcomers:
    """The documents of one transaction, as they find their places among those that are kept.

    Args:
        read: Readings, each with `store.likeness.bands` of its text.
    """

    def __init__(self, connection: Connection, read: Sequence[Keyed]) -> None:
        self._connection = connection
        found = [reading.document for reading, _keys in read]
        held = _asked(connection, HELD_HASHES, [document.hash for document in found])
        self._held: dict[str, str] = {row.hash: row.id for row in held}
        ids = _asked(connection, HELD_IDS, [document.id for document in found])
        self._taken: set[str] = {row.id for row in ids}
        self._near: dict[int, list[str]] = defaultdict(list)
        wanted = sorted({key for _reading, keys in read for key in keys})
        for key, document in _asked(connection, HELD_BANDS, wanted):
            self._near[key].append(document)
        self._number: int = connection.scalar(LAST_NUMBER) or 0
        self._rows: dict[Any, list[dict[str, Any]]] = {documents: [], reports: [], bands: []}

    def known(self, words: str) -> str | None:
        """The id of the document that is kept with the words of this hash."""
        return self._held.get(words)

    def free_id(self, document: Document) -> str:
        """The document's own id, unless another text has it: then with its hash, as short as is free."""
        if document.id not in self._taken:
            return document.id
        longer = [f"{document.id}-{document.hash[:8]}", f"{document.id}-{document.hash}"]
        self._taken |= {row.id for row in _asked(self._connection, HELD_IDS, longer)}
        return next(name for name in longer if name not in self._taken)

    def place(self, document: Document, words: str, keys: Sequence[int]) -> str:
        """Keep a new document, as a report of its own text or of one that is nearly the same.

        Args:
            words: Its hash.
            keys: `store.likeness.bands` of its text.

        Returns:
            The id of the document to whose text it belongs, its own or an earlier one's.
        """
        text, likeness = self._nearest(document, keys) or (document.id, 1.0)
        self._rows[documents].append(rows.document_row(document, words))
        self._report(document, document.id, text, likeness)
        for key in keys:
            if len(self._near[key]) < CROWD:
                self._near[key].append(document.id)
                self._rows[bands].append({"key": key, "document": document.id})
        self._held[words] = document.id
        self._taken.add(document.id)
        return text

    def note(self, document: Document, document_id: str) -> bool:
        """Record that the words of a kept document were published elsewhere too; False if that is known.

        An outlet, or an address, that no report of these words has makes it another one.
        """
        self.write()
        known = self._connection.execute(REPORTED, {"document": document_id}).all()
        outlets, urls = {row.outlet for row in known}, {row.url for row in known}
        if document.outlet in outlets | {""} and document.url in urls | {""}:
            return False
        self._report(document, document_id, known[0].text, 1.0)
        return True

    def write(self) -> None:
        """Put into the tables what has been placed so far."""
        for table, found in self._rows.items():
            if found:
                self._connection.execute(insert(table), found)
                self._rows[table] = []

    def _report(self, document: Document, id: str, text: str, likeness: float) -> None:
        self._number += 1
        facts = {name: getattr(document, name) for name in ("title", "date", "outlet", "url")}
        self._rows[reports].append(
            {"number": self._number, "document": id, "text": text, "likeness": likeness, **facts}
        )

    def _nearest(self, document: Document, keys: Sequence[int]) -> tuple[str, float] | None:
        """The text that the likest kept document belongs to, and their likeness; None if none is near."""
        shared = Counter(other for key in keys for other in self._near[key])
        if not shared:
            return None
        self.write()
        likest = sorted(shared, key=lambda other: (-shared[other], other))[:COMPARED]
        texts = select(documents.c.text, reports.c.text).join(reports, reports.c.document == documents.c.id)
        wanted = texts.where(documents.c.id.in_(likest)).order_by(reports.c.number)
        own = shingles(document.text)
        found = [(jaccard(own, shingles(words)), text) for words, text in self._connection.execute(wanted)]
        likeness, text = max(found, key=lambda pair: pair[0])
        return (text, likeness) if likeness >= NEAR else None


def _asked(connection: Connection, question: Any, wanted: Sequence[Any]) -> list[Any]:
    """The rows for all values, so many a question as a database takes."""
    parts = [wanted[start : start + ASKED] for start in range(0, len(wanted), ASKED)]
    return [row for some in parts for row in connection.execute(question, {"wanted": some})]
