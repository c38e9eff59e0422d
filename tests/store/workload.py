"""A run that can be killed at any point and run again."""

from __future__ import annotations

import random
from dataclasses import replace

from records import Reading, Review
from store import Store
from store.likeness import bands
from tests.store.conftest import _reading

SIZE = 40  # documents
VERSIONS = {"extractor": "1"}
STORY = "Ada Quill criticised Bo Marsh. " + " ".join(
    f"word{n}" for n in random.Random(1).sample(range(999), 80)
)


def readings() -> list[Reading]:
    """Short texts; among them, every fourth, edited reports of one story, and some of these in two outlets."""
    found = []
    for number in range(SIZE):
        text = (
            f"{STORY} The {number}. edition."
            if number % 4 == 0
            else f"Ada Quill criticised Bo Marsh {number} times."
        )
        reading = _reading(id=f"d{number:03}", text=text, outlet=f"Outlet {number}")
        sentence = replace(reading.statements[0], evidence=text[:30], end=30)
        found.append(replace(reading, statements=(sentence,)))
        if number % 12 == 0:
            copy = replace(reading.document, id=f"copy{number}", outlet=f"Elsewhere {number}")
            found.append(replace(reading, document=copy))
    return found


def add(url: str) -> None:
    """Keep all of them."""
    with Store(url) as store:
        for reading in readings():
            store.add(reading, VERSIONS)


def work(url: str) -> None:
    """Keep all of them, then write an entry in the journal for each statement that has none."""
    add(url)
    with Store(url) as store:
        noted = {entry.subject for entry in store.reviews()}
        for statement in store.statements():
            if statement.id not in noted:
                store.append([_entry(statement.id)])


def content(store: Store) -> object:
    """All that must be the same however often the run was cut short."""
    reports = {d.id: [replace(report, number=1) for report in store.reports(d.id)] for d in store.documents()}
    outlets = {id: list(found.values()) for id, found in store.published().items()}
    return store.documents(), store.statements(), reports, outlets, store.reviews(), store.revision()


def _entry(subject: str) -> Review:
    at = "2031-05-01T10:00:00+00:00"
    return Review(
        id=f"r-{subject}", number=1, at=at, coder="Iva", action="accept", subject=subject, change={}
    )


bands(STORY)  # imports what is slow, so that a process that starts from here is at work at once
