"""What the store tells of itself: records of runs, reports, snapshots and saved views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything that was read by the same versions of program, model, lexicon and knowledge."""

    number: int
    versions: Mapping[str, str]
    first_at: str  # ISO 8601 in UTC, seconds: when they first read a document that was kept
    last_at: str
    documents: int  # how many are kept as these versions read them; 0 once others have read them anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One publication of a text."""

    number: int  # in the order of adding
    document: str  # id of the document that has its words
    text: str  # id of the first document kept of all that are nearly the same
    title: str
    date: str | None
    outlet: str
    url: str
    likeness: float  # Jaccard index of shingles with the text that it was found by; 1 = the same words


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSnapshot:
    """A snapshot kept in the database; `Store.snapshot` gives its bytes."""

    name: str
    created_at: str  # ISO 8601 in UTC, seconds
    sha256: str
    size: int  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A view that somebody gave a name."""

    id: str  # short, for addresses
    name: str
    owner: str
    query: str  # what stands behind the ? of the page's address
    created_at: str  # ISO 8601 in UTC, seconds
