"""What must have happened before the first page is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from ui.graph_component import ensure_assets
from ui.notices import show_error
from ui.state import workspace
from workspace import Added
from workspace.workspace import SAMPLE


@dataclass(slots=True)
class _Start:
    lock: Lock = field(default_factory=Lock)
    done: bool = False


def prepare() -> None:
    """The graph's script in its place, and the sample in an empty database; done once for each server.

    Raises:
        HustingsError: If the script cannot be copied, or the database not be used.
    """
    start = _start()
    with start.lock:  # whoever comes while the first visitor waits, waits too
        if not start.done:
            ensure_assets()
            for failure in _load_sample().refused:
                show_error(failure.error)
            start.done = True


@st.cache_resource(show_spinner=False)
def _start() -> _Start:
    return _Start()


def _load_sample() -> Added:
    if workspace().store.count():
        return workspace().load_sample()  # finishes one that was cut short; leaves a database in use alone
    total = len(list(SAMPLE.glob("*.md")))
    bar = st.progress(0.0, f"First start: reading the sample of {total} short reports")

    def advance(done: int) -> None:
        bar.progress(min(done / total, 1.0), f"Read {done} of {total} reports")

    added = workspace().load_sample(advance)
    bar.empty()
    return added
