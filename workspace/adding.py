"""Documents in, readings out: what fails on the way is handed on beside them and stops nobody else."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from errors import HustingsError, InputError
from ingest import Failure, Item
from records import Document, Entity, Reading, Statement
from store import Store
from view.labels import count

if TYPE_CHECKING:
    from nlp import Extractor


CODED = "import:"  # begins the method of a statement that came with its document; its coder's name ends it


@dataclass(slots=True)
class Added:
    """What became of the documents of one call."""

    added: int = 0
    known: int = 0  # the same words were there already
    coded: int = 0  # statements that people have coded in the documents, and that were not there
    coders: set[str] = field(default_factory=set)  # the names of these people
    coded_in: int = 0  # how many documents have such statements
    refused: list[Failure] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many documents there were."""
        return self.added + self.known + len(self.refused)

    @property
    def codings(self) -> str:
        """In words what people have coded, and came in: "41 coded statements by 4 coders in 7 documents"; or ""."""
        if not self.coded:
            return ""
        return (
            f"{count(self.coded, 'coded statement')} by {count(len(self.coders), 'coder')} "
            f"in {count(self.coded_in, 'document')}"
        )

    def keep(self, reading: Reading) -> None:
        """Counts a document that was kept."""
        self.added += 1
        self.take_codings(reading, len(coded_in(reading)))

    def take_codings(self, reading: Reading, number: int) -> None:
        """Counts so many statements that people have coded in a document."""
        if number:
            self.coded += number
            self.coded_in += 1
            self.coders |= {statement.method.rpartition(":")[2] for statement in coded_in(reading)}


def coded_in(reading: Reading) -> list[Statement]:
    """What people have coded in a document before it came here."""
    return [statement for statement in reading.statements if statement.method.startswith(CODED)]


def read(documents: Iterable[Item], extractor: Callable[[], Extractor]) -> Iterator[Reading | Failure]:
    """What is found in each document; failures are handed on, and those of reading join them.

    Statements that people have coded in a document stand beside those found in it, and are kept where the text
    itself cannot be read.

    Args:
        documents: Such as `ingest.read_source` hands over, each with an id of its own.
        extractor: Called once there is a document to read, since loading one takes seconds.
    """
    failures: deque[Failure] = deque()
    coded: dict[str, Reading] = {}
    readable = _plain(documents, failures, coded)
    if first := next(readable, None):
        for reading in extractor().readings(chain([first], readable)):
            yield from _drained(failures)
            by_hand = coded.pop(reading.document.id, None)
            refusal = _refusal(reading)
            yield with_codings(reading, by_hand) if by_hand else refusal or reading
    yield from _drained(failures)


def unknown(documents: Iterable[Item], store: Store, result: Added) -> Iterator[Item]:
    """What the store does not hold yet; of what it holds, where else it was published, and what people coded in it."""
    for item in documents:
        document = item.document if isinstance(item, Reading) else item
        if not isinstance(document, Document) or not store.report(document):
            yield item
            continue
        try:
            if isinstance(item, Reading):
                result.take_codings(item, store.add_coded(item))
        except HustingsError as error:  # white space has moved since: the places of the codings do not fit
            yield Failure(source=document.id, error=error)
        else:
            result.known += 1


def _plain(
    documents: Iterable[Item], failures: deque[Failure], coded: dict[str, Reading]
) -> Iterator[Document]:
    """The documents; what could not be read is put aside, and so is what people have coded in them."""
    for item in documents:
        if isinstance(item, Failure):
            failures.append(item)
        elif isinstance(item, Reading):
            coded[item.document.id] = item
            yield item.document
        else:
            yield item


def with_codings(reading: Reading, by_hand: Reading) -> Reading:
    """Everything that was found, and everything that was coded."""
    entities = {entity.id: entity for entity in reading.entities}
    for entity in by_hand.entities:
        entities[entity.id] = _described(entities.get(entity.id), entity)
    return replace(
        reading,
        statements=(*reading.statements, *by_hand.statements),
        entities=tuple(entities.values()),
        remarks=(*reading.remarks, *by_hand.remarks),
    )


def _described(known: Entity | None, coded: Entity) -> Entity:
    """The entity as the extractor knows it, with what only the coders say of it."""
    if known is None:
        return coded
    names = dict.fromkeys((*known.other_names, coded.name, *coded.other_names))
    return replace(
        known,
        roles=known.roles or coded.roles,
        party=known.party or coded.party,
        other_names=tuple(name for name in names if name != known.name),
    )


def _drained(failures: deque[Failure]) -> Iterator[Failure]:
    while failures:
        yield failures.popleft()


def _refusal(reading: Reading) -> Failure | None:
    """The failure that `Extractor.readings` tells of by a reading with remarks and nothing else in it."""
    if reading.mentions or reading.statements or not reading.remarks:
        return None
    return Failure(source=reading.document.id, error=InputError("; ".join(reading.remarks)))
