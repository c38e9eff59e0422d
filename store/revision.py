"""By what readers see that the database has changed."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from store.schema import meta

CONTENT, EXTRACTION = "revision", "extraction"


def revision(connection: Connection, name: str = CONTENT) -> int:
    """The number of the last change; of the content, or of what was read out of documents."""
    return connection.scalar(select(meta.c.value).where(meta.c.name == name)) or 0


def raise_revision(connection: Connection, extraction: bool, least: int = 0) -> None:
    """Let everybody see that something has changed.

    Args:
        extraction: Whether it is documents, reports or what was read, and not the journal alone.
        least: What the new number must exceed.
    """
    after = max(revision(connection), least) + 1
    names = (CONTENT, EXTRACTION) if extraction else (CONTENT,)
    connection.execute(update(meta).where(meta.c.name.in_(names)).values(value=after))
