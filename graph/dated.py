"""What is counted over time, of statements kept as columns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from graph.columns import Columns, Rows, iso_day, number


def dated(columns: Columns, rows: Rows) -> Mapping[tuple[str, str], int]:
    """(ISO day, family) -> statements of these rows; what has no day is left out."""
    rows = rows[columns.day[rows] > 0]
    families = columns.words["family"]
    keys = columns.day[rows].astype(np.int64) * len(families) + columns.codes["family"][rows]
    found, numbers = np.unique(keys, return_counts=True)
    return {
        (iso_day(int(key // len(families))), families[int(key % len(families))]): int(count)
        for key, count in zip(found, numbers, strict=True)
    }


def documents(columns: Columns, since: str | None = None, until: str | None = None) -> int:
    """How many documents of the period say anything; both ISO days are included, and None is open."""
    first, last = max(number(since), 1), number(until) or columns.day.max(initial=0)
    inside = (columns.day >= first) & (columns.day <= last)
    return len(np.unique(columns.codes["document"][inside]))
