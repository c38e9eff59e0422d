"""Documents in, readings out: what fails on the way is handed on beside them and stops nobody else."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from errors import InputError
from ingest import Failure
from records import Document, Reading
from store import Store

if TYPE_CHECKING:
    from nlp import Extractor


@dataclass(slots=True)
class Added:
    """What became of the documents of one call."""

    added: int = 0
    known: int = 0  # the same words were there already
    refused: list[Failure] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many documents there were."""
        return self.added + self.known + len(self.refused)


def read(
    documents: Iterable[Document | Failure], extractor: Callable[[], Extractor]
) -> Iterator[Reading | Failure]:
    """What is found in each document; failures are handed on, and those of reading join them.

    Args:
        documents: Such as `ingest.read_source` hands over.
        extractor: Called once there is a document to read, since loading one takes seconds.
    """
    failures: deque[Failure] = deque()
    readable = _without(failures, documents)
    if first := next(readable, None):
        for reading in extractor().readings(chain([first], readable)):
            yield from _drained(failures)
            yield _refusal(reading) or reading
    yield from _drained(failures)


def unknown(
    documents: Iterable[Document | Failure], store: Store, result: Added
) -> Iterator[Document | Failure]:
    """What the store does not hold yet; what it holds is counted as known, and not read again."""
    for document in documents:
        if isinstance(document, Document) and store.has(document.hash):
            result.known += 1
        else:
            yield document


def _without(failures: deque[Failure], documents: Iterable[Document | Failure]) -> Iterator[Document]:
    """The documents; what could not be read is put aside."""
    for document in documents:
        if isinstance(document, Failure):
            failures.append(document)
        else:
            yield document


def _drained(failures: deque[Failure]) -> Iterator[Failure]:
    while failures:
        yield failures.popleft()


def _refusal(reading: Reading) -> Failure | None:
    """The failure that `Extractor.readings` tells of by a reading with remarks and nothing else in it."""
    if reading.mentions or reading.statements or not reading.remarks:
        return None
    return Failure(source=reading.document.id, error=InputError("; ".join(reading.remarks)))
