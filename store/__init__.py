"""Documents and what was read out of them, in SQLite or PostgreSQL; imports records and errors only."""

from store.database import Store

__all__ = ["Store"]
