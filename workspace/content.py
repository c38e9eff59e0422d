"""What a database holds at one moment: as the machine found it, and with every correction in force.

Statements are columns of numbers here (`graph.columns`); the records stay in the database, but for those few that the
journal may change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph import Filter
from graph.columns import Columns, number
from graph.columns_made import FACTS, corrected, read_columns
from records import Entity, Review, Statement
from review import Corrected, replay
from review.scope import Scope, scope
from store import Store


@dataclass(frozen=True)  # without slots: what is derived from it is kept in it
class Content:
    """All that is kept at one revision of the store, but the texts."""

    revision: int
    extraction: int  # the store's revision without the journal
    found: Columns  # as the machine found them
    described: Mapping[str, Entity]  # likewise
    journal: tuple[Review, ...] = ()
    hashes: Mapping[str, str] | None = (
        None  # of the documents; None while there is no journal that needs them
    )
    scope: Scope = field(default_factory=lambda: Scope(documents=frozenset(), entities=frozenset()))
    touchable: tuple[Statement, ...] = ()  # as found, those that the journal may change, in their order

    @cached_property
    def corrected(self) -> Corrected:
        """What the journal leaves; its statements are those that it may change, and those that it adds."""
        return replay(self.touchable, self.described, self.journal, self.hashes)

    @cached_property
    def changed(self) -> Mapping[str, Statement]:
        """Id -> statement, of all that are not as they were found, and of all added, in their order."""
        found = {statement.id: statement for statement in self.touchable}
        return {s.id: s for s in self.corrected.statements if s != found.get(s.id)}

    @cached_property
    def added(self) -> tuple[Statement, ...]:
        """The statements that people have added, by document and place."""
        found = {statement.id for statement in self.touchable}
        return tuple(s for s in self.corrected.statements if s.id not in found)

    @cached_property
    def columns(self) -> Columns:
        """All statements as the journal leaves them."""
        return corrected(self.found, self.changed.values())

    def keeps(self, filter: Filter, statement: Statement) -> bool:
        """Whether the filter keeps a statement that is touched, by whatever outlet printed it."""
        row, there = self.columns.find(statement.id, number(statement.date))
        return filter.keeps(statement, self.columns.outlets(row) if there else ())

    def place(self, statement: Statement) -> int:
        """The place of a statement in the order in which they were found."""
        row, there = self.found.find(statement.id, number(statement.date))
        return int(self.found.place[row]) if there else len(self.found)


def read_content(store: Store, before: Content | None = None) -> Content:
    """What the store holds now.

    Args:
        before: What it held at an earlier moment: only what has changed since is read.
    """
    revision, extraction = store.revision(), store.extraction_revision()
    if before is None or before.extraction != extraction:
        before = Content(
            revision=revision,
            extraction=extraction,
            found=read_columns(store.facts(FACTS), store.published()),
            described=store.entities(),
        )
    new = store.reviews(before.journal[-1].number if before.journal else 0)
    if not new:
        return replace(before, revision=revision)
    return _with_entries(replace(before, revision=revision), new, store)


def _with_entries(content: Content, entries: list[Review], store: Store) -> Content:
    """The content after further entries: only statements that these may touch for the first time are read."""
    journal = (*content.journal, *entries)
    hashes = content.hashes if content.hashes is not None else store.hashes()
    reached = scope(journal, content.described, hashes)
    found = content.found
    named = found.ids[found.naming(reached.entities - content.scope.entities)].tolist()
    read = {statement.id: statement for statement in content.touchable}
    read |= {s.id: s for s in store.statements_of(documents=reached.documents - content.scope.documents)}
    read |= {s.id: s for s in store.statements_of([id for id in named if id not in read])}
    return replace(
        content,
        journal=journal,
        hashes=hashes,
        scope=Scope(
            documents=content.scope.documents | reached.documents,
            entities=content.scope.entities | reached.entities,
        ),
        touchable=tuple(sorted(read.values(), key=content.place)),
    )
