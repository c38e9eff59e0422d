"""Which versions of program, model, lexicon and knowledge read what, and when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, insert, select, update

from records import digest
from store.kept import Run
from store.rows import now
from store.schema import readings, runs


def record_run(connection: Connection, versions: Mapping[str, str]) -> int:
    """The number of the run of these versions, which is used just now."""
    key = digest(json.dumps(dict(versions), sort_keys=True))
    known: int | None = connection.scalar(select(runs.c.number).where(runs.c.digest == key))
    if known is not None:
        connection.execute(update(runs).where(runs.c.number == known).values(last_at=now()))
        return known
    number: int = (connection.scalar(select(func.max(runs.c.number))) or 0) + 1
    row = {"number": number, "digest": key, "versions": dict(versions), "first_at": now(), "last_at": now()}
    connection.execute(insert(runs), row)
    return number


def all_runs(connection: Connection) -> list[Run]:
    """All runs in the order of their first use."""
    counted = connection.execute(select(readings.c.run, func.count()).group_by(readings.c.run))
    counts: dict[int, int] = dict(counted.all())
    columns = [column for column in runs.c if column is not runs.c.digest]
    found = connection.execute(select(*columns).order_by(runs.c.number)).mappings()
    return [Run(**row, documents=counts.get(row["number"], 0)) for row in found]


def joined_versions(found: Iterable[Run]) -> dict[str, str]:
    """Name -> version, for all that read a document that is kept; several are joined by ", "."""
    versions: dict[str, set[str]] = {}
    for run in found:
        if run.documents:
            for name, version in run.versions.items():
                versions.setdefault(name, set()).add(version)
    return {name: ", ".join(sorted(versions[name])) for name in sorted(versions)}
