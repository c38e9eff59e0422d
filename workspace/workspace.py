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
from graph import Filter
from graph.drawn import drawn_rows, graph_of, outline_of
from graph.layout import lay_out
from ingest import Failure, Item, read_source
from records import Document, Entity, Reading, Review, Statement
from review.roles import check_entry
from store import Store, backup, check_there, restore
from workspace.adding import Added, read, unknown
from workspace.content import Content, read_content

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
        make: Whether a database file that is not there is made; to read only, a mistyped address is an error.

    Raises:
        InputError: From the first call that needs the database, if it is not there and none is to be made.
        StoreError: From every method that needs the database, if it cannot be used.
    """

    def __init__(self, url: str | None = None, make: bool = True) -> None:
        self.url = url or default_database_url()
        self._make = make
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
            if self._store is None:
                if not self._make:
                    check_there(self.url)
                self._store = Store(self.url)
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
        """Read and keep every document that is not there yet: a stop loses none that is kept, and what was being read.

        Args:
            documents: Such as `ingest.read_source` hands over.
            progress: Told, after each document, how many are done.
        """
        result = Added()
        for outcome in self.readings(unknown(documents, self.store, result)):
            if isinstance(outcome, Failure):
                result.refused.append(outcome)
            elif self.save(outcome):
                result.keep(outcome)
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
        """What was found, the journal, and what it makes of it; what has changed since the last call is read."""
        with self._lock:
            if self._content is None or self._content.revision != self.store.revision():
                self._content = read_content(self.store, self._content)
            return self._content

    def fetch(self, ids: Iterable[str]) -> list[Statement]:
        """The statements of these ids, as corrected, in this order; ids that are gone are left out."""
        changed, wanted = self.content().changed, list(ids)
        found = {s.id: s for s in self.store.statements_of([id for id in wanted if id not in changed])}
        return [known for id in wanted if (known := changed.get(id) or found.get(id))]

    def statements(self, filter: Filter = EVERYTHING) -> list[Statement]:
        """The statements that the filter keeps, as corrected, those included that make no edge.

        They are records: in a large database, choose by `content().columns` and `fetch` what is shown.
        """
        columns = self.content().columns
        return self.fetch(columns.in_order(columns.kept(filter)))

    def statements_in(self, document_id: str) -> list[Statement]:
        """All statements of a document, as corrected, those added last."""
        content = self.content()
        found = self.store.statements_of(documents=[document_id])
        return [
            *(content.changed.get(s.id, s) for s in found),
            *(s for s in content.added if s.document == document_id),
        ]

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
        numbered = [replace(review, number=place) for place, review in enumerate(reviews, start=1)]
        numbers = self.store.append(numbered)
        return [replace(review, number=number) for review, number in zip(reviews, numbers, strict=True)]

    def graph(self, filter: Filter = EVERYTHING, listed: bool | None = None) -> nx.MultiDiGraph[str]:
        """The graph of the statements that the filter keeps, as corrected.

        Args:
            listed: Whether ids of statements stand in it as lists; see `graph.drawn.graph_of`.
        """
        content = self.content()
        rows = drawn_rows(content.columns, filter)
        return graph_of(content.columns, rows, content.corrected.entities, listed)

    def positions(self) -> Positions:
        """Node id -> place in the layout of the whole graph; a new layout starts from the one before."""
        with self._lock:
            revision = self.content().revision
            if self._layout is None or self._layout[0] != revision:
                self._layout = revision, lay_out(self._outline(), self._layout and self._layout[1])
            return self._layout[1]

    def _outline(self) -> nx.MultiDiGraph[str]:
        columns = self.content().columns
        return outline_of(columns, drawn_rows(columns, EVERYTHING), self.entities())

    def export(self, format_key: str, filter: Filter = EVERYTHING) -> bytes:
        """The graph in view as a file that names the filter, its nodes with their measures.

        Raises:
            InputError: If there is no such format.
        """
        from graph.measures import measured
        from view.formats import FORMATS  # draws pictures too, and what draws them is slow to import

        if format_key not in FORMATS:
            raise InputError(f"there is no format '{format_key}'", mend=f"Use one of: {', '.join(FORMATS)}")
        graph = measured(self.graph(filter, listed=True))
        if filter != EVERYTHING:
            graph.graph["kept"] = filter.describe()  # a file that leaves the house says what it leaves out
        return FORMATS[format_key].write(graph)

    def snapshot(self, filter: Filter = EVERYTHING, with_text: bool = False) -> bytes:
        """The statements in view, the documents, the journal and the graph, as one citable file."""
        from graph.snapshot import write_snapshot

        content = self.content()
        return write_snapshot(
            self.statements(filter),
            self.documents(),
            filter,
            self.store.versions(),
            reviews=[review.to_json() for review in content.journal],
            entities=content.corrected.entities,
            with_text=with_text,
            reports=self.store.published(),
        )

    def backup(self, path: Path) -> None:
        """The whole database as one file; see `store.backup`."""
        backup(self.url, path)

    def restore(self, path: Path) -> Path | None:
        """What a backup holds in the place of what the database holds; see `store.restore`."""
        return restore(self.url, path)
