"""Documents and what was read out of them, in SQLite or PostgreSQL; imports records and errors only."""

from store.backup import backup, restore
from store.database import Store
from store.kept import Report, Run, SavedSnapshot, SavedView
from store.open import check_there

__all__ = ["Report", "Run", "SavedSnapshot", "SavedView", "Store", "backup", "check_there", "restore"]
