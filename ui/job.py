"""Reading beside the page: a long text takes a minute, and nobody should have to wait in front of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Thread

import streamlit as st

from errors import HustingsError, InputError
from records import Document, Reading
from ui.state import workspace
from view.labels import count
from workspace import Workspace
from workspace.adding import with_codings


@dataclass(slots=True)
class Pace:
    """How fast this computer reads."""

    characters: float = (
        15_000.0  # a second: measured with two cores, until there is a measure of this computer
    )

    def measure(self, characters: int, seconds: float) -> None:
        """Takes over what a text of some length has shown."""
        if characters >= 2_000:  # a shorter one shows only what every text costs
            self.characters = characters / max(seconds, 0.001)


@dataclass(frozen=True, slots=True)
class Task:
    """A document, and the file or field that it came from, for messages."""

    place: str
    document: Document
    coded: Reading | None = None  # what people have coded in it before


class Job:
    """Reads documents in a thread of its own; one that cannot be read becomes an error that names its place.

    Documents that the database has already are taken from there.
    """

    def __init__(self, tasks: Sequence[Task], workspace: Workspace, pace: Pace) -> None:
        self.tasks = tuple(tasks)
        self.readings: list[Reading] = []
        self.known: set[str] = set()  # hashes of the documents that were there already
        self.coded: list[Reading] = []  # what people have coded in some of these
        self.errors: list[HustingsError] = []
        self._workspace, self._pace = workspace, pace
        self._loading = self._stopped = False
        self._done = 0  # documents
        self._since = time.monotonic()  # when the present one was begun
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether all is read, at the latest after so long."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Lets it end after the document that is being read."""
        self._stopped = True

    @property
    def broken(self) -> bool:
        """Whether it ended by a fault of the program, which the terminal tells."""
        return not self._thread.is_alive() and not self._stopped and self._done < len(self.tasks)

    @property
    def present(self) -> str:
        """The place of the document that is being read."""
        return self.tasks[min(self._done, len(self.tasks) - 1)].place

    def progress(self) -> tuple[float, str]:
        """How much is read, from 0 to 1, and that in words with the time it will still take."""
        sizes = [len(task.document.text) for task in self.tasks]
        done, total = sum(sizes[: self._done]), max(sum(sizes), 1)
        if self._loading:
            return done / total, "Loading the language model, which takes some seconds the first time"
        present = sizes[self._done] if self._done < len(sizes) else 0
        read = done + min((time.monotonic() - self._since) * self._pace.characters, present)
        what = (
            f"{total:,} characters"
            if len(sizes) == 1
            else f"{count(len(sizes), 'article')}, {self._done} read"
        )
        return read / total, f"Reading {what}; {_duration((total - read) / self._pace.characters)}"

    def _run(self) -> None:
        for task in self.tasks:
            if self._stopped:
                return
            try:
                self._take(self._read(task.document), task.coded)
            except HustingsError as error:
                if task.coded:  # what people have coded outlives a text that the machine cannot read
                    unread = replace(task.coded, remarks=(*task.coded.remarks, error.what))
                    self._take(replace(unread, document=task.document))
                else:
                    self.errors.append(InputError(error.what, where=task.place, mend=error.mend))
            self._done += 1

    def _take(self, reading: Reading, coded: Reading | None = None) -> None:
        if coded and reading.document.hash in self.known:
            self.coded.append(coded)
        elif coded:
            reading = with_codings(reading, coded)
        self.readings.append(reading)

    def _read(self, document: Document) -> Reading:
        if stored := _stored(self._workspace, document.hash):
            self.known.add(document.hash)
            return stored
        from nlp.readable import check_readable  # imports spaCy, which most pages need not wait for

        check_readable(document)
        self._loading = True
        _ = self._workspace.extractor
        self._loading = False
        self._since = time.monotonic()
        reading = self._workspace.preview(document)
        self._pace.measure(len(document.text), time.monotonic() - self._since)
        return reading


def start(tasks: Sequence[Task]) -> Job:
    """Begins to read them."""
    return Job(tasks, workspace(), _pace())


@st.cache_resource(show_spinner=False)
def _pace() -> Pace:
    return Pace()


def _stored(workspace: Workspace, document_hash: str) -> Reading | None:
    if not workspace.store.has(document_hash):
        return None
    found = (id for id, words in workspace.store.hashes().items() if words == document_hash)
    return next((workspace.store.reading(id) for id in found), None)


def _duration(seconds: float) -> str:
    if seconds < 1:
        return "almost done"
    if seconds < 90:
        return f"about {count(round(seconds), 'second')} left"
    return f"about {count(round(seconds / 60), 'minute')} left"
