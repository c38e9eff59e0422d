"""What people make of the documents: the journal of reviews, snapshots and saved views."""

from __future__ import annotations

from collections.abc import Sequence

from records import Review
from store import journal, shelf
from store.kept import SavedSnapshot, SavedView
from store.revision import raise_revision
from store.session import Session


class Desk(Session):
    """The part of the store that people write to; see `Store`."""

    def append(self, entries: Sequence[Review], after: int | None = None) -> list[int]:
        """Add to the journal of reviews, all entries or none.

        Args:
            entries: In the order of their numbers; the store numbers them on from the journal's last one.
            after: Number of the last entry that whoever decided has seen (0 = none), where that matters.

        Returns:
            The number that each was given.

        Raises:
            InputError: If they are not in order.
            StoreError: If the journal has gone on behind `after`, or holds an id already.
        """
        with self._writing() as connection:
            numbers = journal.append(connection, entries, after, self.where)
            if numbers:
                raise_revision(connection, extraction=False)
            return numbers

    def reviews(self, since: int = 0) -> list[Review]:
        """The entries of the journal behind the one of this number, in their order."""
        with self._reading() as connection:
            return journal.entries_since(connection, since)

    def save_snapshot(self, name: str, content: bytes) -> SavedSnapshot:
        """Keep the bytes of a snapshot under a name; the same bytes again change nothing.

        Raises:
            InputError: If other bytes are kept under the name.
        """
        with self._writing() as connection:
            return shelf.save_snapshot(connection, name, content, self.where)

    def snapshots(self) -> list[SavedSnapshot]:
        """All snapshots without their bytes, by name."""
        with self._reading() as connection:
            return shelf.all_snapshots(connection)

    def snapshot(self, name: str) -> bytes:
        """The bytes of the snapshot of this name.

        Raises:
            InputError: If there is none.
        """
        with self._reading() as connection:
            return shelf.snapshot(connection, name, self.where)

    def save_view(self, name: str, owner: str, query: str) -> SavedView:
        """Keep the query of a page's address under a name; the same again gives the same id."""
        with self._writing() as connection:
            return shelf.save_view(connection, name, owner, query)

    def views(self, owner: str | None = None) -> list[SavedView]:
        """All saved views, or those of one owner, by name."""
        with self._reading() as connection:
            return shelf.all_views(connection, owner)

    def view(self, id: str) -> SavedView:
        """The saved view of this id.

        Raises:
            InputError: If there is none.
        """
        with self._reading() as connection:
            return shelf.view(connection, id, self.where)

    def rename_view(self, id: str, name: str) -> None:
        """Give a saved view another name; its id stays, and with it every link.

        Raises:
            InputError: If there is none.
        """
        with self._writing() as connection:
            shelf.rename_view(connection, id, name, self.where)

    def delete_view(self, id: str) -> None:
        """Forget a saved view; links to it lead nowhere from now on."""
        with self._writing() as connection:
            shelf.delete_view(connection, id)
