"""What is typed, pasted and uploaded on Add becomes documents; one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from errors import HustingsError, InputError
from ingest import CODED, READERS, Failure
from ingest.failures import attempt
from ingest.inputs import Input
from ingest.readers import Item, read_coded
from records import Document, Reading, slug
from ui.article_day import named_day, read_day
from ui.job import Task
from ui.notices import show_error
from ui.style import literal
from view.evidence import safe_url
from view.labels import count, day

Facts = dict[str, str]

PASTED = "the pasted text"
FIELDS = ("text", "title", "source_outlet", "date", "url", "named_days")
"""Keys of what was typed; it outlives "Discard" and a visit to another page."""
WORDS_OF_ID = 8


@dataclass(slots=True)
class Given:
    """What there is to read."""

    tasks: list[Task] = field(default_factory=list)
    errors: list[HustingsError] = field(default_factory=list)

    @property
    def undated(self) -> list[Document]:
        """Those of which no day is known."""
        return [task.document for task in self.tasks if not task.document.date]


def ask() -> Given:
    """What the fields hold now; draws them."""
    left, right = st.columns([13, 8], gap="large")
    with left:
        text = st.text_area(
            "Text of the article",
            height=320,
            key="text",
            placeholder="Paste it here …",
            persist_state="session",
        )
        files = st.file_uploader(
            "or files: an article each, or many in one .jsonl or .csv",
            type=sorted((*READERS, *CODED)),
            accept_multiple_files=True,
            key="files",
        )
    with right:
        return _ask_facts(text, [(file.name, file.getvalue()) for file in files])


def _ask_facts(text: str, files: Sequence[tuple[str, bytes]]) -> Given:
    st.caption("What a file says about itself goes first; these fill what it leaves open.")
    facts = {"title": st.text_input("Title", key="title", persist_state="session")}
    facts["outlet"] = st.text_input(
        "Outlet", placeholder="Who published it", key="source_outlet", persist_state="session"
    )
    written = st.text_input(
        "Date", placeholder="2025-03-05 or 5 March 2025", key="date", persist_state="session"
    )
    beside_date = st.container()
    facts["url"] = st.text_input("Address", placeholder="https://…", key="url", persist_state="session")
    beside_address = st.container()
    facts = {key: value.strip() for key, value in facts.items()}
    if facts["url"] and not safe_url(facts["url"]):
        with beside_address:
            return _refused(
                InputError(
                    f"“{facts['url']}” is no address of the web",
                    mend="Give it as the browser shows it, with https://",
                )
            )
    with beside_date:
        return _with_day(written, facts, text, files)


def _with_day(written: str, facts: Facts, text: str, files: Sequence[tuple[str, bytes]]) -> Given:
    try:
        day_given = read_day(written)
    except InputError as error:
        return _refused(error)
    given = collect(facts | {"date": day_given or ""}, text, files)
    if given.undated:
        _warn(given)
    return given


def _refused(error: InputError) -> Given:
    show_error(error)
    return Given(errors=[error])


def _warn(given: Given) -> None:
    """That no day is known, and the day that the texts name; nobody is stopped."""
    missing = given.undated
    alone = len(given.tasks) == 1
    which = (
        "No date is known"
        if alone
        else f"{len(missing)} of {count(len(given.tasks), 'article')} have no date"
    )
    st.warning(
        f"{which}. Who “the health secretary” was, and the party of anybody who has changed theirs, depends on "
        "the day; without it both stay open.",
        icon=":material/event_busy:",
    )
    named = {document.id: found for document in missing if (found := named_day(document))}
    days = set(named.values())
    if len(days) == 1 and len(named) == len(missing):
        st.button(
            f"Use {day(*days)}, which it names" if alone else f"Use {day(*days)}, which they name",
            on_click=_use, args=(*days,), key="use-day", icon=":material/event:",
        )  # fmt: skip
    elif named:
        list_ = "; ".join(f"{literal(id)}: {day(found)}" for id, found in list(named.items())[:5])
        label = f"Use the days that stand in {count(len(named), 'text')} ({list_}{'; …' if len(named) > 5 else ''})"
        if st.checkbox(label, key="named_days", persist_state="session"):
            given.tasks = [_dated(task, named) for task in given.tasks]


def _dated(task: Task, days: dict[str, str]) -> Task:
    if task.document.date or task.document.id not in days:
        return task
    return replace(task, document=replace(task.document, date=days[task.document.id]))


def _use(found: str) -> None:
    st.session_state["date"] = found


def collect(facts: Facts, text: str, files: Sequence[tuple[str, bytes]]) -> Given:
    """The documents of a paste and of files, with the facts that they leave open, and what cannot be read."""
    given = Given()
    for place, name, data in _sources(facts, text, files):
        for item in _opened(name, data):
            if isinstance(item, Failure):
                given.errors.append(_placed(item.error, place))
            else:
                coded = item if isinstance(item, Reading) else None
                document = item.document if isinstance(item, Reading) else item
                missing = {key: value for key, value in facts.items() if value and not getattr(document, key)}
                given.tasks.append(Task(_place(place, name, document), replace(document, **missing), coded))
    return given


def _sources(facts: Facts, text: str, files: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    if text.strip():
        title = facts["title"] or " ".join(text[:1_000].split()[:WORDS_OF_ID])
        yield PASTED, f"{slug(title)}.txt", text.encode("utf-8", "replace")
    for name, data in files:
        yield name, name, data


@st.cache_data(max_entries=64, show_spinner="Opening the file")
def _opened(name: str, data: bytes) -> list[Item]:
    return list(attempt(name, lambda: read_coded(Input.of_bytes(name, data))))


def _place(place: str, name: str, document: Document) -> str:
    """The file; where many are in it, the document too."""
    alone = place == PASTED or name.rpartition(".")[0] == document.id
    return place if alone else f"{place}, document “{document.id}”"


def _placed(error: HustingsError, place: str) -> HustingsError:
    """The error, naming the file or field even where it names only what is in it."""
    where = error.where if place in error.where else place
    return InputError(error.what, where=where, mend=error.mend)
