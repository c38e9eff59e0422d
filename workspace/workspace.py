"""What the command and the pages both do: read, keep, filter, draw, export.

Opening one costs nothing: the first call that needs it opens the database, or loads the language model.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

import networkx as nx
from platformdirs import user_data_dir

from errors import InputError
from graph import Filter, build_graph
from graph.layout import lay_out
from ingest import Failure, Item, read_source
from records import Document, Entity, Reading, Review, Statement
from review.roles import check_entry
from store import Store, backup, restore
from workspace.adding import Added, read, unknown
from workspace.content import Content, read_content, with_entries

if TYPE_CHECKING:
    from nlp import Extractor
    from nlp.explain import Silence

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
EVERYTHING = Filter()

Positions = Mapping[str, tuple[float, float]]


def default_database_url() -> str:
    """HUSTINGS_DATABASE_URL, else hustings.db in the user's data folder."""
    path = Path(user_data_dir("hustings", appauthor=False)) / "hustings.db"
    return os.environ.get("HUSTINGS_DATABASE_URL") or f"sqlite:///{path}"


class Workspace:
    """One database and what can be done with it; threads may share one.

    Args:
        url: Of the database; `default_database_url()` if none is given.

    Raises:
        StoreError: From every method that needs the database, if it cannot be used.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = url or default_database_url()
        self._lock = RLock()
        self._store: Store | None = None
        self._extractor: Extractor | None = None
        self._content: Content | None = None
        self._layout: tuple[int, Positions] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._store:
            self._store.close()

    @property
    def store(self) -> Store:
        """The database, opened by the first call."""
        with self._lock:
            self._store = self._store or Store(self.url)
            return self._store

    @property
    def extractor(self) -> Extractor:
        """The extractor, loaded by the first call: that takes two seconds, and most commands need none."""
        with self._lock:
            if self._extractor is None:
                from nlp import Extractor

                self._extractor = Extractor()
            return self._extractor

    def readings(self, documents: Iterable[Item]) -> Iterator[Reading | Failure]:
        """What is found in each document, nothing stored; see `workspace.adding.read`."""
        return read(documents, lambda: self.extractor)

    def preview(self, document: Document) -> Reading:
        """What would be found in the document, nothing stored.

        Raises:
            InputError: If the document is empty or in another language.
        """
        return self.extractor.read(document)

    def explain(self, document: Document) -> tuple[Reading, tuple[Silence, ...]]:
        """What `preview` gives, and for each cue in the text that gave no statement the reason.

        Raises:
            InputError: If the document is empty or in another language.
        """
        return self.extractor.explain(document)

    def save(self, reading: Reading) -> bool:
        """Keep what `preview` or `readings` found; False if the same words are there already."""
        return self.store.add(reading, self.extractor.versions)

    def add(self, documents: Iterable[Item], progress: Callable[[int], None] | None = None) -> Added:
        """Read and keep every document that is not there yet, one by one: a stop loses none before it.

        Args:
            documents: Such as `ingest.read_source` hands over.
            progress: Told, after each document, how many are done.
        """
        result = Added()
        for outcome in self.readings(unknown(documents, self.store, result)):
            if isinstance(outcome, Failure):
                result.refused.append(outcome)
            elif self.save(outcome):
                result.added += 1
            else:
                result.known += 1
            if progress:
                progress(result.done)
        if progress:
            progress(result.done)  # those known already at the end have no outcome of their own
        return result

    def load_sample(self, progress: Callable[[int], None] | None = None) -> Added:
        """Add the sample to a database that holds no document of the user's; one cut short is finished."""
        sample = list(read_source(str(SAMPLE / "[0-9]*.md")))
        ours = {document.hash for document in sample if isinstance(document, Document)}
        if self.store.count() > len(ours) or {document.hash for document in self.documents()} - ours:
            return Added()
        return self.add(sample, progress)

    def revision(self) -> int:
        """A number that changes whenever the content does."""
        return self.store.revision()

    def documents(self) -> list[Document]:
        """All documents, by id."""
        return self.store.documents()

    def document(self, document_id: str) -> Document:
        """The document of this id.

        Raises:
            InputError: If there is none.
        """
        return self.store.document(document_id)

    def content(self) -> Content:
        """What was found, the journal, and what it makes of it; read once for each state of the database."""
        with self._lock:
            revision = self.store.revision()
            if self._content is None or self._content.revision != revision:
                self._content = read_content(self.store, revision)
            return self._content

    def statements(self, filter: Filter = EVERYTHING) -> list[Statement]:
        """The statements that the filter keeps, as corrected, those included that make no edge."""
        return [statement for statement in self.content().corrected.statements if filter.keeps(statement)]

    def entities(self) -> Mapping[str, Entity]:
        """Entity id -> entity as last known, and as corrected."""
        return self.content().corrected.entities

    def decide(self, reviews: Sequence[Review], role: str) -> list[Review]:
        """Add entries to the journal, all or none; returns them with their places in it.

        Args:
            role: Of whoever decides; see `review.roles`.

        Raises:
            InputError: If the role may not do one of them; nothing is written then.
        """
        for review in reviews:
            check_entry(role, review)
        with self._lock:
            before = self.content()
            numbers = self.store.append(
                [replace(review, number=place) for place, review in enumerate(reviews, start=1)]
            )
            entries = [
                replace(review, number=number) for review, number in zip(reviews, numbers, strict=True)
            ]
            # If the revision is one higher, nothing but these entries has come, and nothing need be read anew.
            if (revision := self.store.revision()) == before.revision + 1:
                self._content = with_entries(before, entries, revision, self.store)
        return entries

    def graph(self, filter: Filter = EVERYTHING) -> nx.MultiDiGraph[str]:
        """The graph of the statements that the filter keeps, as corrected."""
        content = self.content()
        corrected = content.corrected
        return build_graph(corrected.statements, filter, corrected.entities, content.reports)

    def positions(self) -> Positions:
        """Node id -> place in the layout of the whole graph; a new layout starts from the one before."""
        with self._lock:
            revision = self.content().revision
            if self._layout is None or self._layout[0] != revision:
                self._layout = revision, lay_out(self.graph(), self._layout and self._layout[1])
            return self._layout[1]

    def export(self, format_key: str, filter: Filter = EVERYTHING) -> bytes:
        """The graph in view as a file, its nodes with their measures.

        Raises:
            InputError: If there is no such format.
        """
        from graph.measures import measured
        from view.formats import FORMATS  # draws pictures too, and what draws them is slow to import

        if format_key not in FORMATS:
            raise InputError(f"there is no format '{format_key}'", mend=f"Use one of: {', '.join(FORMATS)}")
        return FORMATS[format_key].write(measured(self.graph(filter)))

    def snapshot(self, filter: Filter = EVERYTHING, with_text: bool = False) -> bytes:
        """The statements in view, the documents, the journal and the graph, as one citable file."""
        from graph.snapshot import write_snapshot

        content = self.content()
        return write_snapshot(
            content.corrected.statements,
            self.documents(),
            filter,
            self.store.versions(),
            reviews=[review.to_json() for review in content.journal],
            entities=content.corrected.entities,
            with_text=with_text,
        )

    def backup(self, path: Path) -> None:
        """The whole database as one file; see `store.backup`."""
        backup(self.url, path)

    def restore(self, path: Path) -> Path | None:
        """What a backup holds in the place of what the database holds; see `store.restore`."""
        return restore(self.url, path)
