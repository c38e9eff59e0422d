"""What a database holds at one moment: as the machine found it, and with every correction in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from records import Entity, Review, Statement
from review import Corrected, replay
from store import Store


@dataclass(frozen=True)  # without slots: what is derived from it is kept in it
class Content:
    """All that is kept at one revision of the store, but the texts."""

    revision: int
    found: tuple[Statement, ...]  # as the machine found them
    described: Mapping[str, Entity]  # likewise
    reports: Mapping[str, Mapping[str, str]]  # of statements that were published more than once
    journal: tuple[Review, ...]
    hashes: Mapping[str, str] | None  # of the documents; None while there is no journal that needs them

    @cached_property
    def corrected(self) -> Corrected:
        """Statements and entities as the journal leaves them."""
        if not self.journal:
            return Corrected(statements=self.found, entities=self.described, entries={})
        return replay(self.found, self.described, self.journal, self.hashes)

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """Id -> statement, as corrected."""
        return {statement.id: statement for statement in self.corrected.statements}


def read_content(store: Store, revision: int) -> Content:
    """Everything, read anew."""
    journal = tuple(store.reviews())
    return Content(
        revision=revision,
        found=tuple(store.statements()),
        described=store.entities(),
        reports=store.published(),
        journal=journal,
        hashes=store.hashes() if journal else None,
    )


def with_entries(content: Content, entries: Iterable[Review], revision: int, store: Store) -> Content:
    """The content after further entries: what was found is not read again."""
    hashes = content.hashes if content.hashes is not None else store.hashes()
    return replace(content, revision=revision, journal=(*content.journal, *entries), hashes=hashes)
